"""What reaches a real terminal while a reader walks through hostile text: only what the program itself says to it."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from store.library.library import Library
from tests.support.depth import at_depth
from tests.support.everywhere import OPENED, infest, panes
from tests.support.hostile import SEEN, groups
from tests.support.terminal import Terminal

GROUPS = groups(at_depth(100, 40, 12))
# All that the program may say besides text: colours, the cursor, modes, and questions about them.
_OURS = re.compile(
    r"""\x1b\[[0-9;:]*m | \x1b\[[0-9;]*[HABCDJKst] | \x1b\[\?[0-9;]+[hl] | \x1b\[\?[0-9]+\$p | \x1b\[[<>=][0-9;]*u | \x1b\[\?u | \x1b\[c
    | \x1b\]22;[a-z-]*\x07 | \x1b[78] | \x1b\[[0-9;]*t""",
    re.VERBOSE,
)
_UNFIT = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_KEYS = {"slash": "/", "colon": ":", "question_mark": "?", "enter": "\r"}


def strays(painted: str) -> Counter[str]:
    """Return everything painted that is neither text nor ours, with its surroundings."""
    left = _OURS.sub("", painted)
    return Counter(left[max(0, found.start() - 5) : found.start() + 40] for found in _UNFIT.finditer(left))


def look(terminal: Terminal, keys: str) -> None:
    terminal.press(keys)
    terminal.wait_until_quiet(0.1)


@pytest.mark.long
@pytest.mark.parametrize("names", at_depth([*GROUPS][:1], [*GROUPS], [*GROUPS]), ids=lambda names: names[:40])
def test_walking_through_hostile_text_tells_the_terminal_nothing_of_it(library: Library, tmp_path: Path, names: str) -> None:
    infest(library, GROUPS[names])
    with Terminal(tmp_path / "home", "bridges", size=(120, 40)) as terminal:
        terminal.wait_for(SEEN)
        for key, pane in panes():
            look(terminal, key)
            for _ in pane.VIEWS:
                look(terminal, "j")
                look(terminal, "w")
        look(terminal, "5g")
        for place, keys in OPENED.values():
            if place == "c001":  # these are opened by keys alone
                look(terminal, "".join(_KEYS.get(str(key), str(key)) for key in keys))
                look(terminal, "\x1b")
                look(terminal, "\x1b")
        pasted = GROUPS[names][:400].replace("\x1b", "")  # as every terminal does, or a paste could end itself
        look(terminal, f"a\x1b[200~{pasted}\x1b[201~")
        look(terminal, "\x1b")
        terminal.press("\x11")
        assert terminal.end() == 0
        assert strays(terminal.text) == {}
        assert SEEN in terminal.text


def test_what_is_copied_is_all_that_is_said_to_the_clipboard(library: Library, tmp_path: Path) -> None:
    """A copy that the reader asked for is told to the terminal as base64, in which nothing can end it."""
    infest(library, GROUPS[next(iter(GROUPS))])
    with Terminal(tmp_path / "home", "bridges", "--at", "c001", PATH="/nonexistent") as terminal:
        terminal.wait_for(SEEN)
        look(terminal, "y")
        terminal.press("\x11")
        terminal.end()
        without = re.sub(r"\x1b\]52;c;[A-Za-z0-9+/=]+\x07", "", terminal.text, count=1)
        assert without != terminal.text
        assert strays(without) == {}
