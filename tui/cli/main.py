"""Runs a command, and turns whatever happens into an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence

from store.errors import BriefingInvalidError, FilterSyntaxError, InvalidValueError, StoreError, StoreLockedError
from store.text.sanitize import sanitize_line
from tui.cli.context import BrokenOutputError, UsageError, compact_changed_notes, print_status
from tui.cli.encoding import fit_streams

# ok · not found, or problems found · used wrongly · the store is busy · internal error · interrupted
OK, FAILED, USAGE, BUSY, INTERNAL_ERROR, INTERRUPTED = 0, 1, 2, 3, 70, 130


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _replace_closed_streams()
    fit_streams(os.environ)
    try:
        code = _dispatch(given)
        sys.stdout.flush()
    except (BrokenOutputError, BrokenPipeError):
        # Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print_status(f"The answer could not be written: {error.strerror or error}.")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except FilterSyntaxError as error:
        print_status(f"{sanitize_line(str(error))} `briefing table --help` tells the filter words.")
        return USAGE
    except (UsageError, InvalidValueError) as error:
        message, way = sanitize_line(str(error)), f"`{_help_for(given)}`"
        print_status(message if way in message else f"{message} {way} shows how.")
        return USAGE
    except StoreError as error:
        _print_error(error)
        return BUSY if isinstance(error, StoreLockedError) else FAILED
    except Exception as error:  # noqa: BLE001  # the last net: what falls here is our bug, and the reader is told so
        return _report_crash(error)
    return code


def _replace_closed_streams() -> None:
    """Replace streams that were closed before we began, so that no file of ours takes their place."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r" if name == "stdin" else "w", encoding="utf-8"))  # noqa: SIM115


def _dispatch(words: list[str]) -> int:
    """Return a bare `briefing` opens the screen, without the time that it takes to get ready for understanding words."""
    if not words and "_BRIEFING_COMPLETE" not in os.environ:
        from tui.cli.launch import open_at

        return open_at()
    from tui.cli.typer_app import execute

    try:
        return execute(words)
    finally:
        compact_changed_notes()


def _help_for(words: list[str]) -> str:
    """Return the command line that shows the help of the intended command."""
    from tui.cli.typer_app import path_in

    return " ".join(("briefing", *path_in(words), "--help"))


def _print_error(error: StoreError) -> None:
    print_status(str(error))
    if isinstance(error, BriefingInvalidError):
        for line in (*error.listed, *filter(None, [error.not_listed])):
            print_status(f"  {line}")


def _report_crash(error: Exception) -> int:
    """Log where an internal error happened and report it in one line, quoting no note in either."""
    from store.annotations.ui_state import write_log
    from store.storage.paths import find_paths

    trace = "".join(_redacted_traceback(error))
    try:
        log = find_paths().log
        write_log(log, trace)
        details = f"Details: {log}"
    except StoreError:
        print_status(trace)
        details = "Details: see above"
    print_status(f"Internal error ({type(error).__name__}). {details}. Your notes are unchanged.")
    return INTERNAL_ERROR


def _redacted_traceback(error: BaseException | None) -> Iterator[str]:
    """Return the traceback of `error` and its causes without their messages, which may quote a note."""
    import traceback

    while error is not None:
        yield from traceback.format_tb(error.__traceback__)[-12:]
        yield f"{type(error).__qualname__}\n"
        error = error.__cause__ or error.__context__ or getattr(error, "error", None)  # the last: of a worker that failed
