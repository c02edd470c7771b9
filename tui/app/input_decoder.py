"""A decoder of what the terminal sends that ignores bytes that are not UTF-8; with Textual's own, one of them ends the program."""

from __future__ import annotations

import codecs
from collections.abc import Callable

from textual.drivers import linux_driver

_NAME = "briefing-ignore"


def ignore_undecodable_input(report: Callable[[], None]) -> None:
    """From now on, have Textual ignore input that is not UTF-8; `report` is called, by its input thread, for each such input."""

    def ignore(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeDecodeError):
            raise error
        report()
        return "", error.end

    codecs.register_error(_NAME, ignore)
    linux_driver.getincrementaldecoder = _decoder  # type: ignore[assignment,attr-defined]


def _decoder(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    """Return what the function of this name in `codecs` returns, with an error handler that ignores."""
    return lambda: codecs.getincrementaldecoder(encoding)(errors=_NAME)
