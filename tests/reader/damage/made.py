"""Small regulations and small counts for the tests of damage."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from docgen.model.level import Level
from docgen.model.tree import Provision, Regulation
from docgen.reader.damage.counts import Counts, stretches, table


def regulation(*texts: str, labels: tuple[str, ...] = (), headings: tuple[str, ...] = ()) -> Regulation:
    """Return a regulation of articles with these texts."""
    return Regulation(provisions=tuple(
        Provision(level=Level.ARTICLE, label=labels[at] if labels else f"Điều {at + 1}.", text=text,
                  heading=headings[at] if headings else "")
        for at, text in enumerate(texts)))


def counts(*texts: str) -> Counts:
    """Return counts of texts, each said three times over, so that no pair is too rare."""
    return table([stretches(regulation(text, text, text)) for text in texts])


_WORDS = ("cấp", "uỷ", "đối", "với", "vói", "chi", "bộ", "tổ", "tố", "chức", "thẩm", "thấm", "quyền", "ừực", "tiếp,",
          "•", "Điều", "đảngviên", "cẩp", "H'Nghĩa", "15", "uV", "thường", "trực.", "*x*", "1.", "kiếm", "điếm")
_line = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=8).map(" ".join)


@st.composite
def damaged(draw: st.DrawFn) -> Regulation:
    """Return a small regulation in which sound and damaged words repeat, in texts, headings, labels and lines."""
    articles = draw(st.lists(st.tuples(_line, st.one_of(st.just(""), _line)), min_size=1, max_size=3))
    made = regulation(*(text for text, _ in articles), headings=tuple(heading for _, heading in articles))
    return replace(made, title=tuple(draw(st.lists(_line, max_size=2))),
                   copy_note=tuple(draw(st.lists(_line, max_size=2))),
                   recipients_heading=draw(st.sampled_from(("", "Nơi nhận:", "Nơi nhân:"))))
