"""How long reading 162 takes, beside what markdown-it-py needs to parse the same file, in the same run."""

from __future__ import annotations

from pathlib import Path

from markdown_it import MarkdownIt

from benchmarks.clock import best_of, calibration
from docgen.publish.markdown import write
from docgen.reader.read import read

ROOT = Path(__file__).parents[1]
LIMIT = 5.0
"""Times markdown-it-py: what reading may cost at most."""


def main() -> None:
    canonical = (ROOT / "regulations" / "hoi-quan-chung" / "162-qd-tw-2024.md").read_text(encoding="utf-8")
    plain = (ROOT / "tests" / "reader" / "seeds" / "162-qd-tw-2024.txt").read_text(encoding="utf-8")
    parser = MarkdownIt("commonmark")
    regulation = read(canonical).regulation
    print(f"Reading 162-QĐ/TW ({len(canonical.encode())} bytes); calibration loop {calibration():.2f} ms")
    rows = [
        ("markdown-it-py, canonical file", peer := best_of(lambda: parser.parse(canonical))),
        ("docgen.read, canonical file", best_of(lambda: read(canonical))),
        ("markdown-it-py, copied text", peer_plain := best_of(lambda: parser.parse(plain))),
        ("docgen.read, copied text", best_of(lambda: read(plain))),
        ("docgen write to Markdown", best_of(lambda: write(regulation))),
    ]
    print(f"{'':34}{'ms':>8}{'× markdown-it':>16}")
    for name, milliseconds in rows:
        beside = peer_plain if "copied" in name else peer
        print(f"{name:34}{milliseconds:8.2f}{milliseconds / beside:16.2f}")
    print(f"limit: {LIMIT:.0f} × for reading")


if __name__ == "__main__":
    main()
