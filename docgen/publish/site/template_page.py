"""The page of a template: what each clause says, what it rests on, when it is printed, and what a cell is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.draft.clause_source import ZONES, ClauseSource
from docgen.draft.context import WORDS
from docgen.draft.field import Field
from docgen.draft.legal_basis import address_of, edition_of
from docgen.draft.question_words import answer_words, plain_value
from docgen.draft.template import Template
from docgen.messages import Message, say
from docgen.model.citation import cite
from docgen.publish.site import places
from docgen.publish.site.content import SiteContent
from docgen.publish.site.markup import NONE, Markup, tag, together
from docgen.publish.site.page import SitePage
from docgen.publish.site.template_conditions import condition_words
from docgen.publish.site.template_names import blank_words
from docgen.publish.site.template_text import ClauseText

KIND_TITLES: dict[str, Message] = {
    "working-rules": say("Working rules"), "coordination-agreement": say("Coordination agreement")}
_CLAUSE_KINDS = {"verbatim": say("word for word"), "adapted": say("adapted"), "local": say("the cell's own")}
_KIND_HELP = {
    "verbatim": say("the words of the document named"),
    "adapted": say("rests on the document named, in words fit for a cell"),
    "local": say("proposed for the cell to decide; no document fixes it"),
}
HISTORICAL = say("For historical papers only: its subject is gone. A document is drafted for a day on which the "
                 "regulation governed (--as-of), and says on its face that it is history.")
QUESTIONS = "cau-hoi"
_TITLE_WORDS = 14


def kind_title(kind: str) -> str:
    """Return what a kind of document is called."""
    return str(KIND_TITLES.get(kind, say("{name}", name=kind)))


def template_page(site: SiteContent, template: Template, work_title: str) -> SitePage:
    """Return the page of one kind of document of one framework."""
    here = places.template(template.work, template.kind)
    title = kind_title(template.kind)
    writer = _Writer(site, template, here)
    return SitePage(
        path=here, title=f"{title}: {work_title}", description=f"{title}. {work_title}", styles=("mau.css",),
        body=together(
            tag("header", tag("p", work_title, _class="above"), tag("h1", str(say("Template: {kind}", kind=title))),
                tag("p", writer.counted(), _class="lead"),
                tag("p", str(HISTORICAL)) if template.fields.historical else None, _class="head"), "\n",
            writer.legend(), "\n", writer.contents(), "\n",
            tag("div", list(writer.zones()), _class="clauses"), "\n", writer.questions()))


class _Writer:
    """Writes one template."""

    def __init__(self, site: SiteContent, template: Template, here: str) -> None:
        self.site, self.template, self.here = site, template, here
        self.sources = [clause.source for clause in template.clauses.clauses]
        self.titles = {source.id: source for source in self.sources}
        self.text = ClauseText(template.fields, self._title)

    def _title(self, clause: str) -> str:
        """Name a clause by its first words."""
        source = self.titles.get(clause)
        words = self.text.plain(source.text, source.each).split() if source else [clause]
        return " ".join(words[:_TITLE_WORDS]) + (" …" if len(words) > _TITLE_WORDS else "")

    def counted(self) -> str:
        """Say how many clauses there are of each kind."""
        counts = Counter(source.kind for source in self.sources if source.kind)
        parts = [f"{counts[kind]} {_CLAUSE_KINDS[kind]}" for kind in _CLAUSE_KINDS if counts[kind]]
        return str(say("{count} clauses: {parts}. Which of them are printed follows from the facts of the cell.",
                       count=sum(counts.values()), parts=", ".join(parts)))

    def legend(self) -> Markup:
        """Explain the marks of the page."""
        kinds = [tag("li", tag("span", str(_CLAUSE_KINDS[kind]), _class=f"mark c-{kind}"), ": ", str(_KIND_HELP[kind]))
                 for kind in _CLAUSE_KINDS]
        return tag("div", tag("ul", kinds,
                              tag("li", tag("span", str(say("name of the cell")), _class="blank"), ": ", str(say(
                                  "a blank, named by the question whose answer fills it; choices stand between [ ]"))),
                              tag("li", tag("a", str(say("What the finished paper looks like, element by element")),
                                            href=places.way(self.here, places.FORM))),
                              tag("li", tag("a", str(say("The questions a cell is asked")), href=f"#{QUESTIONS}"))),
                   _class="banner legend")

    def contents(self) -> Markup:
        """List the chapters and articles."""
        heads: list[Markup] = []
        said = ""
        for source in self.sources:
            if not source.is_heading:
                continue
            # the same articles stand there once for each kind of cell
            words = condition_words(source.condition, self.template.fields) if source.condition else ""
            if words and words != said:
                heads.append(tag("li", words, _class="when"))
            said = words
            heads.append(tag("li", tag("a", self._title(source.id), href=f"#{source.id}"), _class=f"l-{source.rank}"))
        return tag("nav", tag("h2", str(say("Contents"))), tag("ol", heads,
                   tag("li", tag("a", str(say("The questions a cell is asked")), href=f"#{QUESTIONS}"))),
                   _class="contents ui", aria_label=str(say("Contents")))

    def zones(self) -> Iterator[Markup]:
        """Write the zones of the paper one after the other."""
        for name, zone in ZONES.items():
            chapters = False
            inside = []
            for source in self.sources:
                if source.zone == zone:
                    chapters = chapters or source.rank == "chapter"
                    inside += [self._clause(source, chapters), Markup("\n")]
            if inside:
                yield tag("section", tag("h2", name), "\n", inside, _class=f"zone z-{zone.replace('_', '-')}")

    def _clause(self, source: ClauseSource, chapters: bool) -> Markup:
        name = {"chapter": "h3", "section": "h4", "article": "h4" if chapters else "h3"}.get(source.rank, "p")
        return tag("section", tag(name, self.text.write(source.text, source.each)), self._about(source), id=source.id,
                   _class=f"c r-{source.rank}")

    def _about(self, source: ClauseSource) -> Markup:
        fields = self.template.fields
        about: list[Markup] = []
        if source.kind:
            about.append(tag("span", str(_CLAUSE_KINDS[source.kind]), _class=f"mark c-{source.kind}"))
        if source.basis:
            links = [together("; " if place else " ", self._basis(basis)) for place, basis in enumerate(source.basis)]
            about.append(tag("span", str(say("rests on")), links))
        if source.may_rest_on:
            links = [together("; " if place else " ", self._basis(basis))
                     for place, basis in enumerate(source.may_rest_on)]
            about.append(tag("span", str(say("may rest on (proposed, not confirmed)")), links))
        if source.condition:
            words = condition_words(source.condition, fields, source.each)
            about.append(tag("span", str(say("printed only if {condition}", condition=words)) if words else together(
                str(say("only if")), " ", tag("code", source.condition)), _class="when"))
        if source.each:
            about.append(tag("span", str(say("once for each of: {list}", list=blank_words(source.each, fields)))))
        for figure in source.custom:
            about.append(tag("span", str(say("proposed: {figure}", figure=blank_words(figure, fields)))))
        return tag("p", [together(" · " if place else "", one) for place, one in enumerate(about)],
                   _class="about ui") if about else NONE

    def _basis(self, basis: str) -> Markup:
        found = self.site.edition(edition_of(basis))
        if found is None:
            return tag("span", cite(address_of(basis), edition_of(basis)))
        anchor = address_of(basis) if found.regulation is not None else ""
        held = None if found.regulation is not None else f" ({say('no text held')})"
        return tag("span", tag("a", cite(address_of(basis), found.edition.name), href=places.way(
            self.here, places.edition(found.edition.id), anchor)), held)

    def questions(self) -> Markup:
        """Return the table of everything a cell is asked for this kind of document."""
        used = {name for clause in self.template.clauses.clauses for name in clause.text.names}
        asked = [field for field in self.template.fields.fields
                 if field.serves((self.template.kind,)) or used & {field.name, field.name + WORDS}]
        head = tag("tr", [tag("th", str(word), scope="col") for word in (
            say("Question"), say("Answer"), say("If nobody answers"), say("Help"))])
        rows = []
        for field in asked:
            rows.append(_question(field, self._bases(field)))
            rows += [_question(part, NONE, under=field.name) for part in field.of]
        title = str(say("The questions a cell is asked"))
        return tag("section", tag("h2", title),
                   tag("p", str(say("In the cell's file each answer stands behind the name printed in small type."))),
                   tag("div", tag("table", tag("thead", head), tag("tbody", [together(row, "\n") for row in rows])),
                       _class="wide", tabindex="0", role="region", aria_label=title),
                   _class="questions ui", id=QUESTIONS)

    def _bases(self, field: Field) -> Markup:
        return together([together(" ", self._basis(basis)) for basis in field.basis])


def _question(field: Field, bases: Markup, under: str = "") -> Markup:
    words = ", ".join(str(word) for word in answer_words(field) if str(word) != str(say("required")))
    default = plain_value(field.default)
    if field.required:
        nobody: object = tag("strong", str(say("must be answered")))
    elif default:
        nobody = together(default, tag("span", " ", str(say("(proposed)")), _class="mark") if field.proposed else None)
    else:
        nobody = str(say("left out"))
    name = f"{under}.{field.name}" if under else field.name
    return tag("tr", tag("th", field.label, tag("code", field.name), scope="row", _class="under" if under else None),
               tag("td", words), tag("td", nobody), tag("td", field.help, bases), id=f"hoi.{name}")

