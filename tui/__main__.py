"""The command: lets the collector rest while the program starts, then does as it is told."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line; the exit code is the program's word."""
    gc.disable()
    from tui.cli.main import run

    sys.exit(run())


if __name__ == "__main__":
    main()
