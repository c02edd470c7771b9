"""A sentence for the reader, shown for a while."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

from textual.notifications import Notification
from textual.screen import Screen

INFO_SECONDS, ERROR_SECONDS = 4.0, 12.0
_MOMENT = 0.01


@dataclass
class TimedNotification(Notification):
    """What is told, with its time by a clock that nobody sets.

    Textual asks whether time is left, and a moment later how much: for less than none, its timer would run for ever, and nothing else.
    """

    raised_at: float = field(default_factory=monotonic)

    @property
    def time_left(self) -> float:
        return max(_MOMENT, self.raised_at + self.timeout - monotonic())

    @property
    def has_expired(self) -> bool:
        return self.raised_at + self.timeout <= monotonic()


class Notifier:
    """Shows sentences over `screen`. Each takes the place of the one before it, unless that was bad news."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._bad_news_until = 0.0

    def __call__(self, words: str, is_bad: bool = False) -> None:
        """Shows `words`, longer where they are bad news."""
        if is_bad:
            self._bad_news_until = monotonic() + ERROR_SECONDS
        elif monotonic() > self._bad_news_until:
            self._screen.app.clear_notifications()
        seconds = ERROR_SECONDS if is_bad else INFO_SECONDS
        self._screen.notify(words, severity="error" if is_bad else "information", timeout=seconds, markup=False)
