"""The list of all ways."""

from __future__ import annotations

from tests.check.document.damage.cell import (
    least,
    meeting_day,
    members,
    other_cell,
    signer,
    signs_twice,
    superior_name,
    term,
    title_name,
)
from tests.check.document.damage.fault import Way
from tests.check.document.damage.form import (
    article_light,
    basis_dash,
    basis_end,
    clause_bold,
    font,
    margin,
    other_d,
    other_style,
    page,
    recipients_end,
    recipients_last,
    size,
)
from tests.check.document.damage.head_and_end import (
    authority_dot,
    authority_light,
    date_before_congress,
    date_zero,
    for_the_head,
    motto,
    number_colon,
    number_zero,
    party_missing,
    post_bold,
    rule_missing,
    sign_post,
    slash_end,
    star_missing,
)
from tests.check.document.damage.law import (
    basis_date,
    basis_dead,
    basis_number,
    basis_outdated,
    hidden_part,
    own_quotation,
    wording,
)
from tests.check.document.damage.numbers import (
    article_skipped,
    clause_alone,
    clause_repeated,
    clause_skipped,
    point_foreign_letter,
    point_skipped,
)
from tests.check.document.damage.obligations import obligation_gone
from tests.check.document.damage.sentences import SENTENCES

OTHERS: tuple[Way, ...] = (
    clause_skipped, clause_repeated, point_skipped, point_foreign_letter, article_skipped, basis_dead, basis_date,
    basis_number, own_quotation, wording, number_colon, number_zero, date_zero, date_before_congress, authority_dot,
    for_the_head, authority_light, post_bold, sign_post, slash_end, motto, party_missing, star_missing, rule_missing,
    basis_end, basis_dash, recipients_end, recipients_last, margin, font, size, article_light, clause_bold,
    other_style, other_d, members, least, title_name, superior_name, term, meeting_day, signer, signs_twice,
    obligation_gone, clause_alone, basis_outdated, hidden_part, page, other_cell,
)
WAYS: tuple[Way, ...] = (*SENTENCES, *OTHERS)
ALONE: tuple[Way, ...] = (date_before_congress, basis_outdated, other_cell)
"""Ways that change by which law or facts the whole document is judged: nothing else is damaged beside them."""
