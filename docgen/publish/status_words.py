"""How the status of a text on a day is put into words; three that must never look alike among them."""

from __future__ import annotations

from docgen.messages import Message, say

STATUS_WORDS: dict[str, Message] = {
    "in_force": say("in force"),
    "not_yet": say("not yet in force"),
    "replaced": say("no longer in force"),
    "not_known": say("? not known"),
}
"""Every status of the contract as it stands in a narrow column."""
STATUS_IN_FULL: dict[str, Message] = {**STATUS_WORDS, "not_known": say("not known whether in force")}
"""The same where there is room."""
