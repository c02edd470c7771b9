"""The command line: the same store, without the screen. Data goes to standard output, everything else to standard error."""

from tui.cli.main import run

__all__ = ["run"]
