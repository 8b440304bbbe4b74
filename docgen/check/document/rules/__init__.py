"""The rules a document is held against, in the order in which their findings are looked at."""

from __future__ import annotations

from docgen.check.document.remark import Rule
from docgen.check.document.rules.bodies_of_the_cell import bodies_are_those_of_the_cell
from docgen.check.document.rules.bodies_that_ended import bodies_still_exist
from docgen.check.document.rules.citations_in_force import citations_are_in_force
from docgen.check.document.rules.citations_resolve import citations_resolve
from docgen.check.document.rules.deciding import the_cell_proposes
from docgen.check.document.rules.directions import directions_are_right
from docgen.check.document.rules.figures import figures_agree
from docgen.check.document.rules.head_of_the_paper import head_is_in_form
from docgen.check.document.rules.leftovers import nothing_is_left_over
from docgen.check.document.rules.legal_bases import legal_bases_are_in_form
from docgen.check.document.rules.look_of_the_paper import paper_looks_right
from docgen.check.document.rules.made_from import provenance_is_true
from docgen.check.document.rules.names_of_the_cell import names_are_those_of_the_cell
from docgen.check.document.rules.numbering import numbering_runs_on
from docgen.check.document.rules.obligations_met import obligations_are_met
from docgen.check.document.rules.own_references import own_references_lead_somewhere
from docgen.check.document.rules.quotations import quotations_agree
from docgen.check.document.rules.recipients import recipients_are_in_form
from docgen.check.document.rules.signers import signatures_are_in_order
from docgen.check.document.rules.spelling import one_spelling
from docgen.check.document.rules.voting import votes_are_counted_rightly

LAW: tuple[Rule, ...] = (
    obligations_are_met, citations_are_in_force, citations_resolve, quotations_agree, votes_are_counted_rightly,
    the_cell_proposes, directions_are_right, bodies_still_exist, provenance_is_true,
)
"""What the document says, held against the law."""
INSIDE: tuple[Rule, ...] = (numbering_runs_on, own_references_lead_somewhere, figures_agree, nothing_is_left_over)
"""What it says, held against itself."""
CELL: tuple[Rule, ...] = (bodies_are_those_of_the_cell, names_are_those_of_the_cell)
"""Held against the facts of the cell; left out where those are of another one."""
PARTY_FORM: tuple[Rule, ...] = (
    head_is_in_form, legal_bases_are_in_form, signatures_are_in_order, recipients_are_in_form, paper_looks_right,
)
"""How a Party paper stands on paper; papers of the state have another form."""
RULES: tuple[Rule, ...] = (*LAW, *INSIDE, *CELL, *PARTY_FORM, one_spelling)
