"""Damage done by scanning and character recognition: found by form and by context, repaired where that decides."""
