"""What the facts about associations must not say: who signs beside whom, counts, one number twice."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.draft.facts import Facts, Record
from docgen.draft.kinds import AGREEMENT, WORKING_RULES
from docgen.draft.membership import person_key
from docgen.draft.parties import AGENCIES, ASSOCIATIONS, is_leader, parts, stated_number, stated_partners
from docgen.draft.rule_findings import doubt, fault
from docgen.draft.signing import deputy_signs, signatures
from docgen.messages import say
from docgen.model.finding import Finding


def associations_differ(facts: Facts) -> Iterator[Finding]:
    """No association stands twice."""
    seen: dict[str, Record] = {}
    for one in stated_partners(facts):
        name = one.text("name")
        if name and seen.setdefault(person_key(name), one) is not one:
            yield fault(one.place, "cell-association", say("The association '{name}' stands twice.", name=name),
                        say("Keep one of the two entries."))


def one_agency(facts: Facts) -> Iterator[Finding]:
    """The cell of an agency stands in one agency."""
    for one in facts.records(AGENCIES)[1:]:
        yield fault(one.place, "cell-association", say("The cell stands in one agency; '{name}' is a second one.",
                                                       name=one.text("name")), say("Keep one entry."))


def members_add_up(facts: Facts) -> Iterator[Finding]:
    """The members of the associations together are the full members of the cell."""
    listed = stated_partners(facts)
    counts = [count for one in listed if isinstance(count := dict(one.pairs).get("members"), int)]
    full, together = facts.integer("full_members"), sum(counts)
    if full is None or not counts:
        return
    if together > full or (len(counts) == len(listed) and together != full):
        yield doubt(facts.place(ASSOCIATIONS), "cell-members",
                       say("The associations have {together} full members together, the cell has {full}.",
                           together=together, full=full),
                       say("Check '{members}' of each association and '{full_members}'.", members="members",
                           full_members="full_members"))


def leaders_are_what_they_are(facts: Facts) -> Iterator[Finding]:
    """The secretary is a Party member, whatever he leads besides."""
    for one in stated_partners(facts):
        for post in ("secretary", "deputy"):
            if is_leader(one, facts.text(post)) and dict(one.pairs).get("leader_is_member") is False:
                yield fault(one.place, "cell-leader",
                            say("{name} is '{post}' of the cell and said to be no Party member.",
                                name=one.text("leader_name"), post=post),
                            say("Correct '{name}', or tell two persons of one name apart by a letter.",
                                name="leader_is_member"))


def signers_have_posts(facts: Facts) -> Iterator[Finding]:
    """Somebody who signs in place of the leader signs with his own post, and somebody is there to sign."""
    for one in stated_partners(facts):
        if not one.text("name"):
            continue
        if one.text("signer_name") and not one.text("signer_title"):
            yield fault(one.place, "cell-signer",
                        say("It is not said as what {name} signs for '{association}'.",
                            name=one.text("signer_name"), association=one.text("name")),
                        say("Add signer_title, such as PHÓ CHỦ TỊCH."))
        elif one.text("signer_title") and not one.text("signer_name"):
            yield doubt(one.place, "cell-signer",
                        say("'{association}' has a signer_title and no signer_name: the leader signs.",
                            association=one.text("name")), say("Add signer_name, or delete signer_title."))
        elif not one.text("signer_name") and not one.text("leader_name"):
            yield doubt(one.place, "cell-signer",
                        say("Who signs for '{association}' is not named: the place stays open.",
                            association=one.text("name")), say("Add leader_name."))


def nobody_signs_for_two(facts: Facts) -> Iterator[Finding]:
    """One person never signs for two sides of an agreement, and the cell has somebody left to sign for it."""
    told: dict[str, Finding] = {}
    for part in parts(facts, AGREEMENT):
        own, *others = signatures(facts, AGREEMENT, part)
        signed = {person_key(own.signer): facts.text("name")}
        for record, block in zip(part.associations, others, strict=True):
            key = person_key(block.signer)
            if key and signed.setdefault(key, record.text("name")) != record.text("name"):
                told.setdefault(key, fault(
                    record.place, "cell-both-sides",
                    say("{name} would sign for two sides: {first} and {second}.", name=block.signer,
                        first=signed[key], second=record.text("name")),
                    say("Name somebody else under signer_name and signer_title of the association.")))
        secretary = facts.text("secretary")
        leads = next((one for one in part.associations if is_leader(one, secretary)), None)
        if leads is not None and not own.signer and deputy_signs(facts, part):
            told.setdefault(person_key(secretary), fault(
                leads.place, "cell-both-sides",
                say("{name} is secretary and leads '{association}', and there is no deputy to sign for the cell.",
                    name=secretary, association=leads.text("name")),
                say("Name a vice chairman under signer_name and signer_title of the association, or the deputy under "
                    "'deputy'.")))
    yield from told.values()


def numbers_differ(facts: Facts) -> Iterator[Finding]:
    """Papers of one kind are numbered in one series, so no two of a cell carry the same number."""
    rules = _number(facts.text(WORKING_RULES.number))
    taken = {rules: say("the working rules")} if rules else {}
    for part in parts(facts, AGREEMENT):
        number = _number(stated_number(facts, AGREEMENT, part))
        if not number:
            continue
        if number in taken:
            record = part.associations[0] if part.suffix and part.associations[0].text("agreement_number") else None
            message = say("The number {number} of the agreement is that of {other} too.", number=number,
                          other=taken[number])
            remedy = say("Give the agreement the next number of the series; separate agreements each have their own "
                         "agreement_number under 'associations'.")
            if record is not None:
                yield fault(record.place, "cell-number", message, remedy)
            else:
                yield fault(facts.place(AGREEMENT.number), "cell-number", message, remedy)
                return
        taken.setdefault(number, say("another agreement"))


def _number(text: str) -> str:
    figures = text.partition("-")[0].strip()
    return str(int(figures)) if figures.isdecimal() else text.casefold()
