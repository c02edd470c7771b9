"""The one door to other programs: the platform's clipboard and browser, and the reader's editor. Never by way of a shell."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from store.text.sanitize import sanitize_line

# A program that takes the clipboard's text from its input, and the variable without which it cannot work.
_CLIPBOARDS = (
    (("pbcopy",), ""),
    (("wl-copy",), "WAYLAND_DISPLAY"),
    (("xclip", "-selection", "clipboard"), "DISPLAY"),
    (("xsel", "--clipboard", "--input"), "DISPLAY"),
    (("clip.exe",), "WSL_DISTRO_NAME"),
)
_PATIENCE_SECONDS = 2
# What gives an address to the browser that the reader likes; never one in this terminal, which is taken.
_BROWSERS = (
    (("open",), "") if sys.platform == "darwin" else (("xdg-open",), "DISPLAY"),
    (("xdg-open",), "WAYLAND_DISPLAY"),
    (("wslview",), "WSL_DISTRO_NAME"),
)
_started: list[subprocess.Popen[bytes]] = []


class ProcessError(Exception):
    """Another program could not be started, or did not end well; the message is a sentence."""


class StillOpenError(ProcessError):
    """This program has to end, and the editor goes on."""


def editor_command(wish: str, environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the external editor as a command: $BRIEFING_EDITOR, then the `wish` of config.toml, $VISUAL, $EDITOR; `()` if none is set.

    `~` at the beginning of a word and `$HOME` are expanded. Raises ProcessError if the command cannot be parsed.
    """
    named = (environment.get("BRIEFING_EDITOR", ""), wish, environment.get("VISUAL", ""), environment.get("EDITOR", ""))
    words = next((words for words in named if words.strip()), "")
    try:
        return tuple(_expanded(word, environment.get("HOME") or os.path.expanduser("~")) for word in shlex.split(words))
    except ValueError:
        raise ProcessError(f"The editor {sanitize_line(words)} cannot be understood: a quotation mark is left open.") from None


def _expanded(word: str, home: str) -> str:
    word = re.sub(r"\$(?:HOME\b|\{HOME\})", lambda _: home, word)
    return home + word[1:] if word == "~" or word.startswith("~/") else os.path.expanduser(word)


def run_editor(command: tuple[str, ...], path: Path) -> None:
    """Let the editor change the file at `path`, and wait for it; raise ProcessError if it did not end well."""
    name = sanitize_line(command[0])
    # If standard output is a pipe, the terminal is still there as standard error.
    screen = None if os.isatty(1) else 2
    try:
        with _interrupts_ignored():
            code = _wait(subprocess.Popen([*command, str(path)], stdout=screen), name)
    except FileNotFoundError:
        raise ProcessError(f"The editor {name} was not found.") from None
    except OSError as error:
        raise ProcessError(f"The editor {name} could not be started: {(error.strerror or str(error)).lower()}.") from None
    except ValueError:  # a null character in the command
        raise ProcessError(f"The editor {name} could not be started.") from None
    if code < 0:
        raise ProcessError(f"The editor {name} was ended by {signal.Signals(-code).name}.")
    if code:
        raise ProcessError(f"The editor {name} ended with an error ({code}).")


class _EndingError(Exception):
    """A signal asks this program to end."""


def _wait(process: subprocess.Popen[bytes], name: str) -> int:
    """Return the exit code. A signal that asks this program to end is passed on, as a closed terminal reaches only one of the two."""
    try:
        with _ending_signals_raised():
            return process.wait()
    except _EndingError as ending:
        process.send_signal(ending.args[0])
    try:
        return process.wait(_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        raise StillOpenError(f"The editor {name} is still open.") from None


@contextmanager
def _ending_signals_raised() -> Iterator[None]:
    """Raise _EndingError for a signal that would end the program, unless that is the system's way: then nothing has to be done."""

    def raise_ending(number: int, _: object) -> None:
        raise _EndingError(number)

    handlers = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)}
    handled = [number for number, handler in handlers.items() if callable(handler)]
    with ExitStack() as stack:
        for number in handled:
            stack.enter_context(_signal_handled(number, raise_ending))
        yield


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Let ctrl+c end the other program, not this one."""
    with _signal_handled(signal.SIGINT, lambda *_: None):
        yield


@contextmanager
def _signal_handled(number: signal.Signals, handler: Callable[[int, Any], None]) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(number, handler)
    try:
        yield
    finally:
        signal.signal(number, before)


def copy_to_clipboard(words: str) -> str:
    """Give `words` to the platform's clipboard; the name of the program that took them, or nothing."""
    for command, needed in _CLIPBOARDS:
        if (needed and not os.environ.get(needed)) or not shutil.which(command[0]):
            continue
        try:
            subprocess.run(
                command,
                input=words.encode(),
                check=True,
                timeout=_PATIENCE_SECONDS,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return command[0]
    return ""


def open_in_browser(address: str) -> str:
    """Give an address of the web to the browser; the name of the program that was asked, or nothing.

    Nobody waits for it: it may run for as long as the browser does. Raises ValueError for what is no such address.
    """
    if not address.startswith(("http://", "https://")) or not address.isascii() or not address.isprintable() or " " in address:
        raise ValueError("only addresses of the web are opened")
    _started[:] = [program for program in _started if program.poll() is None]
    for command, needed in _BROWSERS:
        if (needed and not os.environ.get(needed)) or not shutil.which(command[0]):
            continue
        try:
            _started.append(_start((*command, address)))
        except OSError:
            continue
        return command[0]
    return ""


def _start(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Start a program that has no terminal and outlives this one."""
    nothing = subprocess.DEVNULL
    return subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)
