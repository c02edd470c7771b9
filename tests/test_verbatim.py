"""The article is not in here: no eight words in a row of any file are the article's, by hashes of its runs."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.support.make_shingles import SHINGLES
from tests.support.shingles import LENGTH, shingles, words

ROOT = Path(__file__).parent.parent
MARKUP = (".html", ".svg", ".xml")


def files() -> list[Path]:
    """Every file of the repository, and those that are about to be."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        told = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return []
    return [ROOT / name for name in told.split("\0") if name and (ROOT / name).is_file()]


def test_no_eight_words_in_a_row_are_the_articles() -> None:
    known = frozenset(SHINGLES.read_text("ascii").split())
    if not files():
        pytest.skip("not a git checkout")
    copied = []
    for path in files():
        content = path.read_bytes()
        if b"\0" not in content[:8192]:
            found = words(content.decode("utf-8", "replace"), is_markup=path.suffix in MARKUP)
            copied += [f"{path.relative_to(ROOT)}: {run}" for hashed, run in shingles(found) if hashed in known]
    assert copied == []


def test_the_hashes_are_sorted_and_each_is_there_once() -> None:
    told = SHINGLES.read_text("ascii").split()
    assert told == sorted(set(told))
    assert all(len(hashed) == 16 for hashed in told)


@pytest.mark.parametrize(
    "told",
    [
        "One, two; THREE four\nfive six seven eight",
        "# One two three\n# four five six seven eight",
        "Óne two three four fi\u00adve six seven eight",
        '"one two\\nthree four five \\u0073ix seven eight"',
        "one two three &#102;our five six seven eight",
    ],
)
def test_a_copy_is_known_however_it_is_wrapped_and_pointed(told: str) -> None:
    copy = [hashed for hashed, _ in shingles(["one", "two", "three", "four", "five", "six", "seven", "eight"])]
    assert [hashed for hashed, _ in shingles(words(told))] == copy


def test_seven_words_are_not_a_run() -> None:
    assert list(shingles(["word"] * (LENGTH - 1))) == []
