"""Every rule there is, in the order in which they run; each file holds one."""

from __future__ import annotations

from docgen.check.rules.canonical import canonical_form
from docgen.check.rules.completeness import completeness_agrees
from docgen.check.rules.corrections import corrections_stand
from docgen.check.rules.damage import damaged_words
from docgen.check.rules.dates import dates_in_order
from docgen.check.rules.files import files_and_entries
from docgen.check.rules.hashes import hashes_match
from docgen.check.rules.letterhead import letterhead_agrees
from docgen.check.rules.numbering import numbering_continues
from docgen.check.rules.reading import reading_problems
from docgen.check.rules.references import references_resolve
from docgen.check.rules.replacements import replacements_agree
from docgen.check.rules.stated_replacement import stated_replacements
from docgen.check.rules.unfinished import nothing_unfinished
from docgen.check.subject import Rule

RULES: tuple[Rule, ...] = (
    nothing_unfinished,
    files_and_entries,
    hashes_match,
    reading_problems,
    canonical_form,
    letterhead_agrees,
    completeness_agrees,
    corrections_stand,
    damaged_words,
    numbering_continues,
    references_resolve,
    dates_in_order,
    replacements_agree,
    stated_replacements,
)
