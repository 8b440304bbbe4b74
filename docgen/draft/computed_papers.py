"""Names for the papers round a quy chế: who submits, who decides, how many votes, which documents they speak of."""

from __future__ import annotations

from docgen.draft.computed_name import Asked, ComputedName
from docgen.draft.facts import Blank
from docgen.draft.form import printed_number, with_symbol
from docgen.draft.kinds import AGREEMENT, PROPOSAL, RESOLUTION, WORKING_RULES, DocumentKind, PaperKind
from docgen.draft.membership import (
    BASE_ORGANISATION,
    committee_word,
    more_than_half,
    quorum,
    secretary_is_vacant,
)
from docgen.draft.paper_rules import voters
from docgen.draft.paper_signing import chair, presents_as_committee
from docgen.draft.parties import NOBODY, committee_side, paper_number
from docgen.draft.signing import signatures
from docgen.word.document import DAY_BLANK, NO_BREAK_SPACE, NUMBER_BLANK

NAME_BLANK = DAY_BLANK * 5
"""Room to write a name in by hand."""


def _decides_in_committee(asked: Asked) -> bool:
    return asked.facts.text("kind") == BASE_ORGANISATION


def _deciding(asked: Asked) -> str:
    return committee_word(asked.facts, "đảng uỷ") if _decides_in_committee(asked) else "chi bộ"


def _decider_name(asked: Asked) -> str:
    return committee_side(asked.facts) if _decides_in_committee(asked) else asked.facts.text("name")


def _voters(asked: Asked) -> int | Blank:
    count = voters(asked.facts)
    return Blank(DAY_BLANK) if count is None else count


def _majority(asked: Asked) -> int | Blank:
    count = _voters(asked)
    return more_than_half(count) if isinstance(count, int) else count


def _quorum(asked: Asked) -> int | Blank:
    count = _voters(asked)
    present = quorum(count, asked.facts.text("quorum_share")) if isinstance(count, int) else None
    return Blank(DAY_BLANK) if present is None else present


def _presenter(asked: Asked) -> str:
    if presents_as_committee(asked.facts):
        return "chi uỷ"
    return "phó bí thư" if secretary_is_vacant(asked.facts) else "bí thư"


def _chair_post(asked: Asked) -> str:
    stated, secretary = asked.facts.text("meeting_chair"), asked.facts.text("secretary")
    if stated and stated not in (secretary, asked.facts.text("deputy")):
        return "đảng uỷ viên" if _decides_in_committee(asked) else "đảng viên chính thức được bí thư uỷ nhiệm"
    if stated == secretary or (not stated and not secretary_is_vacant(asked.facts)):
        return "bí thư"
    return "phó bí thư"


def _numbered(kind: DocumentKind) -> ComputedName:
    word = "working rules" if kind is WORKING_RULES else "agreement"
    return ComputedName(
        f"{'rules' if kind is WORKING_RULES else 'agreement'}_number_words",
        f"number of the {word} in a sentence, with room while it is open: số 01-QC/CB",
        lambda asked: "s" + printed_number(asked.facts, kind, asked.part)[1:].replace(NUMBER_BLANK, DAY_BLANK))


def _cited(kind: PaperKind) -> ComputedName:
    def words(asked: Asked) -> str:
        number, day = paper_number(asked.facts, kind, NOBODY), asked.facts.day(kind.issued_on)
        symbol = f"{kind.series}/{'ĐU' if _decides_in_committee(asked) else 'CB'}"
        number = f"s{with_symbol(number, symbol)[1:]}" if number else f"số{DAY_BLANK}-{symbol}"
        return f"{number}, ngày{NO_BREAK_SPACE}{day or f'{DAY_BLANK}/{DAY_BLANK}/{asked.year or DAY_BLANK}'}"

    return ComputedName(f"{kind.slug}_words", f"number and date of the {kind.slug}, with room while they are open",
                        words)


def _members_asked(asked: Asked) -> str:
    if _decides_in_committee(asked):
        return f"đảng uỷ viên, chi bộ trực thuộc {asked.facts.text('name')}"
    return f"đảng viên {asked.facts.text('name')}"


def _seat(asked: Asked) -> str:
    return asked.facts.text("meeting_held_at") or asked.facts.text("meeting_place") or NAME_BLANK


PAPER_NAMES: tuple[ComputedName, ...] = (
    ComputedName("deciding_word", "who passes the rules, in short: chi bộ, or đảng uỷ", _deciding),
    ComputedName("deciding_word_capital", "deciding_word, for the start of a sentence",
                 lambda asked: _deciding(asked).capitalize()),
    ComputedName("decider_name", "exact name of who passes the rules: the chi bộ, or the đảng uỷ", _decider_name),
    ComputedName("voter_word", "who votes on the rules: đảng viên chính thức, or đảng uỷ viên",
                 lambda asked: "đảng uỷ viên" if _decides_in_committee(asked) else "đảng viên chính thức"),
    ComputedName("voters", "how many vote on the rules", _voters),
    ComputedName("voters_majority", "more than half of voters", _majority),
    ComputedName("voters_quorum", "quorum_share of voters, rounded up", _quorum),
    ComputedName("presenter", "who submits the draft: chi uỷ; bí thư where there is none", _presenter),
    ComputedName("presenter_capital", "presenter, for the start of a sentence",
                 lambda asked: _presenter(asked).capitalize()),
    ComputedName("chair_name", "who chaired the meeting, with room for the name while it is open",
                 lambda asked: chair(asked.facts) or NAME_BLANK),
    ComputedName("chair_post", "the post of who chaired the meeting", _chair_post),
    ComputedName("recorder_name", "who wrote the minutes, with room for the name while it is open",
                 lambda asked: asked.facts.text("meeting_recorder") or NAME_BLANK),
    ComputedName("joint_recorder_name", "who wrote the minutes of the joint meeting, with room while it is open",
                 lambda asked: asked.facts.text("joint_recorder") or NAME_BLANK),
    ComputedName("meeting_held_words", "where the meeting was held, with room while it is open", _seat),
    ComputedName("asked_words", "who is asked for an opinion on the draft rules", _members_asked),
    ComputedName("agreement_signer_post", "the post of who signs the agreement for the cell",
                 lambda asked: signatures(asked.facts, AGREEMENT, asked.part)[0].post.lower()),
    _numbered(WORKING_RULES),
    _numbered(AGREEMENT),
    _cited(PROPOSAL),
    _cited(RESOLUTION),
)
"""Names for what goes round the working rules and the agreement."""
