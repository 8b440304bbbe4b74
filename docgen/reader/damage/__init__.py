"""Damage done by scanning and character recognition: found by form and by context, repaired where that decides."""

from docgen.reader.damage.counts import Counts, shipped
from docgen.reader.damage.damage import Candidate, Damage, Repair, Repaired
from docgen.reader.damage.finding import find_damage
from docgen.reader.damage.repairing import repaired, with_repairs
from docgen.reader.damage.witnesses import counts_with, damage_among

__all__ = ["Candidate", "Counts", "Damage", "Repair", "Repaired", "counts_with", "damage_among", "find_damage",
           "repaired", "shipped", "with_repairs"]
