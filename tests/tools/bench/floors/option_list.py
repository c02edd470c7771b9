"""A bare OptionList with as many rows as it is told: what a key must at least take."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class Options(App[None]):
    """The rows, and nothing else."""

    def compose(self) -> ComposeResult:
        yield OptionList(*(f"c{number:06} Bridge number {number} carries carts." for number in range(1, int(sys.argv[1]) + 1)))


if __name__ == "__main__":
    Options().run()
