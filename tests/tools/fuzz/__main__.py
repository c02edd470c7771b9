"""Feeds the parser whatever atheris thinks of, for so many seconds: only refusals in a sentence may come back."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("atheris is not installed: pip install atheris (Linux, CPython 3.11).")

with atheris.instrument_imports(include=["store", "tomllib"]):
    from store.errors import InvalidInputError, NotFoundError
    from store.formats.parser import parse_file

FOLDER = Path(tempfile.mkdtemp())
SEED = Path(__file__).parents[3] / "assets" / "briefings" / "alibaba-overseas.toml"


def attempt(data: bytes) -> None:
    """One file: its first byte chooses the ending."""
    path = FOLDER / ("briefing.json" if data[:1] < b"\x80" else "briefing.toml")
    path.write_bytes(data[1:])
    try:
        parse_file(path)
    except (InvalidInputError, NotFoundError) as refusal:
        assert str(refusal).strip(), "a refusal without words"


def main() -> None:
    """Write pieces of the shipped briefing as seeds, so that the fuzzer knows the fields of the format."""
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    corpus = FOLDER / "corpus"
    corpus.mkdir()
    text = SEED.read_bytes()
    for number, start in enumerate(range(0, 40_000, 4_000)):
        (corpus / f"toml-{number}").write_bytes(b"\xff" + text[start : start + 4_000])
    (corpus / "json").write_bytes(b"\x00" + b'{"format": 1, "id": "x", "claims": [{"id": "c1", "about": ["a"]}]}')
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=8192", str(corpus)], attempt)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
