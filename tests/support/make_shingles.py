"""Writes the hashes of all runs of eight words of a text: `python -m tests.support.make_shingles article.txt`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.support.shingles import shingles, words

SHINGLES = Path(__file__).with_name("article.shingles")


def main(source: Path) -> None:
    """Hashes the text at `source`, which stays where it is."""
    found = {hashed for hashed, _ in shingles(words(source.read_text("utf-8-sig")))}
    SHINGLES.write_text("".join(f"{hashed}\n" for hashed in sorted(found)), "ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
