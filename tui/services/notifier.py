"""Short messages shown over the screen for a few seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

from textual.notifications import Notification
from textual.screen import Screen

INFO_SECONDS, ERROR_SECONDS = 4.0, 12.0
_MOMENT = 0.01


@dataclass
class TimedNotification(Notification):
    """A notification timed by the monotonic clock.

    Textual reads `has_expired` and then `time_left`; a negative value would start an endless timer, so clamp it.
    """

    raised_at: float = field(default_factory=monotonic)

    @property
    def time_left(self) -> float:
        return max(_MOMENT, self.raised_at + self.timeout - monotonic())

    @property
    def has_expired(self) -> bool:
        return self.raised_at + self.timeout <= monotonic()


class Notifier:
    """Show messages over `screen`."""

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._error_until = 0.0

    def info(self, message: str) -> None:
        """Show `message` in place of the message before it, unless that is an error still shown."""
        if monotonic() > self._error_until:
            self._screen.app.clear_notifications()
        self._screen.notify(message, timeout=INFO_SECONDS, markup=False)

    def error(self, message: str) -> None:
        """Show `message` as an error, for longer."""
        self._error_until = monotonic() + ERROR_SECONDS
        self._screen.notify(message, severity="error", timeout=ERROR_SECONDS, markup=False)
