"""A notifier that records messages instead of showing them."""

from __future__ import annotations

from collections.abc import Callable

from tui.services.notifier import Notifier


class RecordingNotifier(Notifier):
    """Record every message in `messages`, and call `on_message` after each."""

    def __init__(self, on_message: Callable[[], object] = lambda: None) -> None:
        self.messages: list[str] = []
        self._on_message = on_message

    def info(self, message: str) -> None:
        self.messages.append(message)
        self._on_message()

    def error(self, message: str) -> None:
        self.info(message)
