"""A register file (versions/<work>.yaml) to a Work, with every fault of it at once.

The schema is told in docs/so-dang-ky.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from docgen.messages import say
from docgen.model.address import ADDRESS
from docgen.model.finding import Finding
from docgen.reader.yaml_tree import Branch, Mapping, Scalar, parse
from docgen.versions.edition_id import EDITION_ID, edition_id
from docgen.versions.form import Form
from docgen.versions.register import (
    COMPLETENESSES,
    ENTRY_FIELDS,
    STATUSES,
    ZONES,
    Correction,
    DatedFact,
    Edition,
    Relation,
    Replacement,
    Source,
    StatusStatement,
    Work,
)

_WORK = ("work", "title", "note", "editions")
_FACT = ("date", "source", "certainty", "note")
_REPLACEMENT = ("edition", "number", "issued_on", "date", "source", "certainty", "date_certainty", "note")
_STATUS = ("status", "since", "source", "certainty", "note")
_RELATION = ("kind", "edition", "number", "issued_on", "source", "certainty", "note")
_SOURCE = ("what", "where", "certainty", "sha256", "coverage")
_CORRECTION = ("address", "zone", "was", "now", "why", "evidence", "by", "made_on")
_ENDS_IN_YEAR = re.compile(r"-[12]\d{3}$")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SHARE = re.compile(r"0\.\d+|1\.0")


@dataclass(frozen=True, slots=True)
class RegisterReading:
    """A register as read, and all that is wrong with its file; with faults the work holds what could be read."""

    work: Work
    findings: tuple[Finding, ...] = ()


def read_register(text: str, file: str, slug: str) -> RegisterReading:
    """Read one register; `slug` is the name the work has by its file, `file` how the file is called in a finding."""
    yaml = parse(text)
    faults = list(yaml.findings)
    work = Work(slug=slug, file=file)
    if yaml.root is not None:
        form = Form(yaml.root, faults, _WORK, "work")
        named = form.scalar("work", required=True)
        if named and named.text != slug:
            form.fault("register-slug", named,
                       say("This file is called {slug}.yaml but speaks of the work '{work}'.",
                           slug=slug, work=named.text),
                       say("Make the two the same."))
        items = form.items("editions")
        editions = tuple(_edition(item, faults, slug) for item in items)
        work = replace(work, title=form.text("title", required=True), note=form.text("note"), editions=editions)
        _twice(items, faults)
    elif not faults:
        faults.append(Finding(code="register-shape", severity="error", line=1, column=1,
                              message=say("The register is empty."),
                              remedy=say("Take a shipped register as a pattern.")))
    faults.sort(key=lambda finding: (finding.line, finding.column, finding.code))
    return RegisterReading(work, tuple(finding.at(file) for finding in faults))


def _twice(items: tuple[Branch, ...], faults: list[Finding]) -> None:
    first: dict[str, int] = {}
    for item in items:
        name = item.get("id") if isinstance(item, Mapping) else None
        if not isinstance(name, Scalar) or not name.text:
            continue
        if name.text in first:
            faults.append(Finding(
                code="register-edition-twice", severity="error", line=name.line, column=name.column,
                message=say("The edition '{id}' is listed twice; first in line {line}.", id=name.text,
                            line=first[name.text]),
                remedy=say("Keep one entry for each issued text.")))
        first.setdefault(name.text, name.line)


def _edition(branch: Branch, faults: list[Finding], slug: str) -> Edition:
    form = Form(branch, faults, ENTRY_FIELDS, "edition")
    until = form.mapping.get("in_force_until")
    edition = Edition(
        id=form.text("id", required=True), work=slug, number=form.text("number"), kind=form.text("kind", required=True),
        title=form.known("title"), issuer=form.known("issuer"),
        issued_on=_fact(form, "issued_on"), in_force_from=_fact(form, "in_force_from"),
        in_force_until=_fact(form, "in_force_until") if until else None,
        replaces=tuple(_replacement(item, faults, "replaces") for item in form.items("replaces")),
        replaced_by=tuple(_replacement(item, faults, "replaced_by") for item in form.items("replaced_by")),
        statuses=tuple(one for item in form.items("statuses") if (one := _status(item, faults))),
        relations=tuple(_relation(item, faults) for item in form.items("relations")),
        completeness=form.choice("completeness", COMPLETENESSES, "none", required=True),
        file=form.text("file"), sha256=_sha256(form), publish=form.choice("publish", ("yes", "no"), "yes") == "yes",
        sources=tuple(_source(item, faults) for item in form.items("sources")),
        corrections=tuple(_correction(item, faults) for item in form.items("corrections")),
        note=form.text("note"), line=form.line,
    )
    _check_id(form, edition)
    _check_file(form, edition)
    return edition


def _check_id(form: Form, edition: Edition) -> None:
    written = form.scalar("id")
    if written is None or not isinstance(form.mapping.get("number"), Scalar | None):
        return
    issued = edition.issued_on.date
    year = int(edition.id[-4:]) if issued is None and _ENDS_IN_YEAR.search(edition.id) else None
    expected = edition_id(edition.number, issued.year if issued else year, edition.kind)
    if not EDITION_ID.fullmatch(edition.id):
        form.fault("register-id", written, say("'{id}' is no edition id.", id=edition.id),
                   say("Number and year in lower-case ASCII with hyphens, here {expected}.", expected=expected))
    elif expected != edition.id:
        form.fault("register-id", written,
                   say("The id '{id}' does not fit number and year; by them it is '{expected}'.",
                       id=edition.id, expected=expected),
                   say("Correct the id, the number or the date of issue."))


def _check_file(form: Form, edition: Edition) -> None:
    place = form.scalar("file") or form.scalar("completeness") or form
    if edition.completeness == "none" and edition.file:
        form.fault("register-completeness", place, say("A file is named, yet completeness is 'none'."),
                   say("Write full or partial, or take the file away."))
    elif edition.completeness != "none" and not edition.file:
        form.fault("register-completeness", place, say("The text is said to be held, but no file is named."),
                   say("Add the line '{name}: …'.", name="file"))


def _fact(form: Form, name: str) -> DatedFact:
    branch = form.mapping.get(name)
    if branch is None:
        form.scalar(name, required=True)
        return DatedFact()
    inner = Form(branch, form.faults, _FACT, name)
    date = inner.date("date", required=True)
    return DatedFact(date=date, source=inner.text("source", required=date is not None),
                     certainty=inner.certainty(required=date is not None), note=inner.text("note"), line=inner.line)


def _target(form: Form) -> tuple[str, str]:
    """Return edition id and number of the other document; a number alone does not identify it."""
    edition, number = form.text("edition"), form.text("number")
    if not edition and not (number and form.scalar("issued_on")):
        form.fault("register-target", form,
                   say("The other document is not identified: a number alone is not enough."),
                   say("Give its edition id, or both its number and its date of issue (issued_on)."))
    return edition, number


def _replacement(branch: Branch, faults: list[Finding], what: str) -> Replacement:
    form = Form(branch, faults, _REPLACEMENT, what)
    edition, number = _target(form)
    return Replacement(
        edition=edition, number=number, issued_on=form.date("issued_on"), date=form.date("date", required=True),
        source=form.text("source", required=True), certainty=form.certainty() or "C",
        date_certainty=form.certainty("date_certainty", required=False), note=form.text("note"), line=form.line)


def _status(branch: Branch, faults: list[Finding]) -> StatusStatement | None:
    form = Form(branch, faults, _STATUS, "statuses")
    since = form.date("since", required=True)
    statement = (form.choice("status", STATUSES, "not_known", required=True), form.text("source", required=True),
                 form.certainty() or "C")
    if since is None:
        return None
    return StatusStatement(status=statement[0], since=since, source=statement[1], certainty=statement[2],
                           note=form.text("note"), line=form.line)


def _relation(branch: Branch, faults: list[Finding]) -> Relation:
    form = Form(branch, faults, _RELATION, "relations")
    edition, number = _target(form)
    return Relation(kind=form.choice("kind", ("related", "guides", "implements"), "related", required=True),
                    edition=edition, number=number, issued_on=form.date("issued_on"),
                    source=form.text("source", required=True), certainty=form.certainty() or "C",
                    note=form.text("note"), line=form.line)


def _source(branch: Branch, faults: list[Finding]) -> Source:
    form = Form(branch, faults, _SOURCE, "sources")
    return Source(what=form.text("what", required=True), where=form.text("where"), certainty=form.certainty() or "C",
                  sha256=_sha256(form), coverage=_coverage(form))


def _correction(branch: Branch, faults: list[Finding]) -> Correction:
    form = Form(branch, faults, _CORRECTION, "corrections")
    address, zone = form.text("address"), form.text("zone")
    if bool(address) == bool(zone):
        form.fault("register-correction", form, say("A correction names either an address or a zone of the paper."),
                   say("Give 'address' (such as dieu-2.khoan-1) or 'zone' (one of: {zones}).", zones=", ".join(ZONES)))
    if zone:
        form.choice("zone", ZONES, ZONES[0])
    if address and not ADDRESS.fullmatch(address) and (place := form.scalar("address")):
        form.fault("register-correction", place, say("'{address}' is no address.", address=address),
                   say("An address looks like dieu-4.khoan-3.diem-dd."))
    was = form.mapping.get("was")
    if was is None:
        form.scalar("was", required=True)
    return Correction(address=address, zone=zone, was=_exact(form, "was"), now=_exact(form, "now"),
                      why=form.text("why", required=True), evidence=form.text("evidence", required=True),
                      by=form.text("by"), made_on=form.date("made_on", required=True), line=form.line)


def _exact(form: Form, name: str) -> str:
    """Return words letter for letter: they are looked up in the text, where a wide space is no other space."""
    value = form.scalar(name)
    return value.text if value else ""


def _sha256(form: Form) -> str:
    value = form.scalar("sha256")
    if value is None:
        return ""
    if not _SHA256.fullmatch(value.text):
        form.fault("register-hash", value, say("'{value}' is no SHA-256: 64 digits 0-9 a-f are expected.",
                                               value=value.text),
                   say("Copy the value that docgen check prints."))
        return ""
    return value.text


def _coverage(form: Form) -> str:
    value = form.scalar("coverage")
    if value is None or _SHARE.fullmatch(value.text):
        return value.text if value else ""
    form.fault("register-value", value, say("'{value}' is none of the values of '{name}'.", value=value.text,
                                            name="coverage"),
               say("A share of the words is expected: 1.0, or less such as 0.9934."))
    return ""
