"""Which question is asked at a blank: one the framework asks already, or one of the model's own; always a proposal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from docgen.draft.field import Field, FieldType
from docgen.draft.fields import RESERVED
from docgen.draft.model_import.blanks import Blank, find_blanks, folded
from docgen.draft.model_import.known import NEAR, KnownQuestions, assigned, sample, surroundings
from docgen.draft.model_import.paper import ModelLine
from docgen.draft.model_import.sure import may_ask

OWN_TYPES: dict[str, FieldType] = {"date": "date", "slashed_date": "date", "month_day": "month_day", "choice": "choice",
                                   "if": "yes_no", "year": "year"}
COUNTED = ("ngay", "phut", "lan", "dong chi", "nguoi", "quan chung")
"""What stands behind a number; before "đảng viên" a share may stand too."""
_OWN_BODY = r"(?:chi bộ|đảng bộ)(?: cơ sở)?"
NAMES: tuple[tuple[str, str, str], ...] = (
    # name of the question, words before the blank that its answer says too, whose rules they stand in
    ("name", rf"{_OWN_BODY}\s*$", ""),
    ("superior", r"đảng bộ\s*$", "chi-bo"),
    ("superior_committee", r"đảng uỷ(?: xã| phường| cấp trên)?\s*$", "chi-bo"),
    ("superior_committee", r"(?:đảng uỷ|cấp uỷ)(?: cấp trên)(?: trực tiếp)?\s*$", ""),
    ("committee_side", r"đảng uỷ\s*$", "dang-bo"),
    ("leadership", r"(?:ban thường vụ|thường trực|ban lãnh đạo|lãnh đạo) hội\s*$", ""),
    ("association", r"(?<!thường vụ )(?<!lãnh đạo )hội\s*$", ""),
    ("local_committee_seat",
     r"(?:đảng uỷ|cấp uỷ), (?:chính quyền|uỷ ban nhân dân)(?: địa phương)?(?: xã| phường)?\s*$", ""),
    ("front", r"uỷ ban mặt trận tổ quốc(?: việt nam)?(?: xã| phường)?\s*$", ""),
    ("government", r"(?:hội đồng nhân dân, )?uỷ ban nhân dân(?: xã| phường)?\s*$", ""),
    ("term", r"nhiệm kỳ\s*$", "keep"),
)
NOTES: tuple[tuple[str, str, str], ...] = (
    # name of the question, what a note in brackets says, whose rules it stands in
    ("superior_committee", r"(?:cap uy|dang uy|cap tren).*(?:cap tren|truc tiep)", ""),
    ("superior_committee", r"^(?:ten )?dang uy(?! co so).*(?:xa|phuong)", ""),
    ("superior_committee", r"^(?:ten )?dang uy", "chi-bo"),
    ("superior", r"^(?:ten )?dang bo", "chi-bo"),
    ("name", r"^(?:ten )?(?:chi bo|dang bo)(?: co so)?", ""),
    ("term", r"^(?:nam |so )?nhiem ky", ""),
    ("place", r"^dia danh", ""),
    ("local_committee_seat", r"cap uy.*noi (?:dat|co) tru so", ""),
    ("front", r"mat tran", ""),
    ("government", r"(?:co quan )?chinh quyen|uy ban nhan dan", ""),
    ("leadership", r"(?:ban thuong vu|tap the lanh dao|lanh dao) hoi", ""),
    ("association", r"^(?:ten )?hoi", ""),
)
RECOGNISED = frozenset(name for name, _, _ in (*NAMES, *NOTES)) | {
    "congress_on", "congress_resolution", "replaces_rules", "superior_rules", "statutes_rule", "model_rules", "number",
    "authority", "signer_post", "draft_mark", "issue_year", "framework", "kind", "form_profile"}
"""Questions known by the words at the blank, and those that ask for more than fits into one (a document with number
and day), or belong to the form of the paper."""
CONDITIONS: tuple[tuple[str, str], ...] = (
    ("has_deputy", r"pho bi thu"), ("has_committee", r"(?:chi uy|dang uy|cap uy)(?: vien)?"),
    ("has_party_group", r"dang doan"), ("has_probationary", r"dang vien du bi"),
    ("has_organisations", r"(?:cac )?(?:to chuc chinh tri xa hoi|doan the)"),
)
_FILLING = frozenset(("it", "nhat", "toi", "thieu", "co", "la", "cua", "tu", "vao", "trong"))
"""Words that say nothing of what is asked, so that a name is not made of them."""
_MOST_PHRASE = 7
"""Words before "(nếu có)" that can be what it is said of; more is half a sentence."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is asked at one blank: the question, from where to where its answer stands, what else the tag says.

    `own` is the question itself where the framework does not ask it; `printed` how a date is printed; `condition` that
    the words from `start` to `end` are printed only if the answer is yes, `whole` that the whole block is.
    """

    blank: Blank
    question: str
    start: int
    end: int
    own: Field | None = None
    printed: str = ""
    condition: bool = False
    whole: bool = False


class Asking:
    """Proposes the questions of one model; names given to its own questions are never given twice."""

    def __init__(
        self, known: KnownQuestions, names: frozenset[str], *, of_committee: bool,
        elsewhere: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """`elsewhere` are the questions of other models with their labels: a name there asks the same here or nothing.

        Several models share one workbook, where a question is a column and its label the heading.
        """
        self.known = known
        self.names = names
        self.elsewhere = elsewhere
        self._labels = {folded(field.label) for field in known.fields.fields}
        self.body = "dang-bo" if of_committee else "chi-bo"
        self.own: dict[str, Field] = {}

    def lines(self, lines: Sequence[ModelLine]) -> tuple[tuple[Proposal, ...], ...]:
        """Return for each line a proposal for each of its blanks; what is kept as it stands has none."""
        blanks = [tuple(blank for blank in find_blanks(line.text) if blank.kind != "kept") for line in lines]
        listed = [(line, blank, least) for line, own in zip(lines, blanks, strict=True)
                  for blank, least in zip(own, (0, *(one.end for one in own)), strict=False)]
        known = {place: self._known(*one) for place, one in enumerate(listed) if one[1].kind != "if"}
        unsure = {place: self._scores(*listed[place][:2]) for place, made in known.items() if made is None}
        likely = assigned(unsure)
        found: dict[str, list[Proposal]] = {}
        for place, (line, blank, least) in enumerate(listed):
            made = self._condition(line, blank, least) if blank.kind == "if" else known[place]
            if made is None and blank.kind != "if":
                question = likely.get(place, "")
                made = Proposal(blank, question, self._swallowed(question, line.text, blank.start, least),
                                blank.end) if question else self._own(line, blank)
            if made is not None:
                found.setdefault(line.id, []).append(made)
        return tuple(tuple(found.get(line.id, ())) for line in lines)

    def _scores(self, line: ModelLine, blank: Blank) -> dict[str, int]:
        if blank.kind in ("date", "slashed_date", "choice"):
            return {}
        kinds: tuple[str, ...] = ("month_day",) if blank.kind == "month_day" else ("text", "integer", "year")
        scores = self.known.scores(surroundings(line.text, blank.start, blank.end), line.heading, blank.note, kinds)
        return {name: like for name, like in scores.items() if (asked := self.known.fields.find(name)) is not None
                and may_ask(asked, line.text, blank.start, blank.end, line.heading)}

    def _known(self, line: ModelLine, blank: Blank, least: int) -> Proposal | None:
        """Recognise what the words at the blank say themselves: a date, a term, a name; None if they do not."""
        before = line.text[least:blank.start]
        if blank.kind in ("date", "slashed_date"):
            return self._date(line, blank)
        if blank.kind == "term" and "term" in self.names:
            return Proposal(blank, "term", blank.start, blank.end)
        if blank.kind == "choice" and (question := self.known.by_choices(blank.choices)):
            return Proposal(blank, question, blank.start, blank.end)
        return self._named(blank, before) if blank.kind in ("dots", "note") else None

    def _named(self, blank: Blank, before: str) -> Proposal | None:
        """Recognise names of bodies, by the note in the brackets or by the words before the dots."""
        note = folded(blank.note)
        for question, pattern, body in NOTES if note else ():
            if question in self.names and body in ("", self.body) and re.search(pattern, note):
                return Proposal(blank, question, self._start(question, blank, before), blank.end)
        plain = before.casefold().replace("ủy", "uỷ")
        for question, pattern, body in () if note and not re.fullmatch(r"ten(?: \w+){0,4}", note) else NAMES:
            if question in self.names and body in ("", "keep", self.body) and (match := re.search(pattern, plain)):
                start = blank.start if body == "keep" else blank.start - (len(before) - match.start())
                return Proposal(blank, question, start, blank.end)
        return None

    def _start(self, question: str, blank: Blank, before: str) -> int:
        """Return where the answer begins: a name says the words before the brackets too ("Đảng uỷ [tên xã]")."""
        plain = before.casefold().replace("ủy", "uỷ")
        for name, pattern, body in NAMES:
            if name == question and body != "keep" and (match := re.search(pattern, plain)):
                return blank.start - (len(before) - match.start())
        return blank.start

    def _date(self, line: ModelLine, blank: Blank) -> Proposal:
        before = folded(line.text[:blank.start])
        printed = "_words" if blank.kind == "date" else ""
        if "congress_on" in self.names and re.search(r"dai hoi(?: \w+){0,12}$", before) and "quyet dinh" not in before:
            return Proposal(blank, "congress_on", blank.start, blank.end, printed=printed)
        own = self._own(line, blank)
        return Proposal(blank, own.question, blank.start, blank.end, own=own.own, printed=printed)

    def _condition(self, line: ModelLine, blank: Blank, least: int) -> Proposal | None:
        phrase = blank.phrase
        phrase = re.sub(r"^.*\b(?:đối với|gồm|với|của|có)\s+", "", phrase)
        if not phrase or len(phrase.split()) > _MOST_PHRASE:
            return None
        start = line.text.rindex(phrase, 0, blank.start)
        if start < least:
            return None
        question = next((name for name, pattern in CONDITIONS if re.fullmatch(pattern, folded(phrase))), "")
        own = None
        if question not in self.names:
            own = self._new(f"co_{_slug(phrase)}", "yes_no", f"{_capital(line.place)}: có {phrase} không?", "", ())
            question = own.name
        follows = line.text[blank.end:].lstrip()
        whole = not line.text[:start].strip() and bool(follows) and not follows.startswith((",", ";", "và ", "hoặc "))
        whole = whole or (not line.text[:start].strip() and not follows)
        return Proposal(blank, question, start, blank.end, own=own, condition=True, whole=whole)

    def _swallowed(self, question: str, text: str, start: int, least: int) -> int:
        """Return where an answer begins that says the word before the blank too: "tháng 12", "ngày 05"."""
        asked = self.known.fields.find(question)
        if asked is None or asked.type != "text":
            return start
        answer = sample(asked)
        word = re.search(r"(\w+)\s*$", text[least:start])
        if word and answer and folded(answer).split()[:1] == [folded(word[1])]:
            return least + word.start()
        return start

    def _own(self, line: ModelLine, blank: Blank) -> Proposal:
        round_it = surroundings(line.text, blank.start, blank.end)
        kind = OWN_TYPES.get(blank.kind) or ("integer" if round_it.unit in COUNTED else "text")
        shown = excerpt(line.text, blank.start, blank.end)
        label = f"{_capital(line.place)}: {blank.note}" if blank.note and blank.kind != "choice" else (
            f"{_capital(line.place)}: {shown}")
        words = blank.note if blank.note and blank.kind != "choice" and len(folded(blank.note)) > 3 else (
            " ".join((*[word for word in reversed(round_it.before[:6]) if word not in _FILLING][-4:],
                      round_it.unit, *(("ngay",) if kind == "date" and round_it.before[:1] != ("ngay",) else ()))))
        name = _slug(words) if words else ""
        own = self._new(name or _slug(line.place), kind, label, shown, blank.choices)
        return Proposal(blank, own.name, blank.start, blank.end, own=own)

    def _new(self, name: str, kind: FieldType, label: str, shown: str, choices: tuple[str, ...]) -> Field:
        taken: Mapping[str, object] = self.own
        label = self._unique(label)
        stem, count = name, 1
        while name in taken or name in self.names or self.elsewhere.get(name, label) != label:
            count += 1
            name = f"{stem}_{count}"
        made = Field(name=name, type=kind, label=label, required=True, blank=kind not in ("yes_no", "choice"),
                     choices=choices, help=shown)
        self.own[name] = made
        return made


    def _unique(self, label: str) -> str:
        """Return a label no other question has: two blanks close together may stand among the same words."""
        made, count = label, 1
        while folded(made) in self._labels:
            count += 1
            made = f"{label} (chỗ trống thứ {count})"
        self._labels.add(folded(made))
        return made


def excerpt(text: str, start: int, end: int, shown: str = "[…]") -> str:
    """Return the words round a place of a line, the place as […]."""
    before, after = text[:start].split(), text[end:].split()
    joint = " " if text[end:end + 1].isspace() else ""
    head = " ".join((*(("…",) if len(before) > NEAR else ()), *before[-NEAR:]))
    tail = " ".join((*after[:NEAR], *(("…",) if len(after) > NEAR else ())))
    return f"{head}{' ' if text[start - 1:start].isspace() else ''}{shown}{joint}{tail}".strip()


def _slug(text: str) -> str:
    """Return words as the name of a question: small letters without marks, joined by _."""
    name = "_".join(re.findall(r"[a-z0-9]+", folded(text))[:5])[:40].strip("_")
    return name if name[:1].isalpha() and name not in RESERVED else f"o_{name}".strip("_")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
