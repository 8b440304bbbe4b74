"""How the status of a text on a day is put into words; three that must never look alike among them."""

from __future__ import annotations

from docgen.messages import say

STATUS_WORDS = {
    "in_force": say("in force"),
    "not_yet": say("not yet in force"),
    "replaced": say("no longer in force"),
    "not_known": say("? not known"),
}
"""Every status of the contract as a person reads it."""
