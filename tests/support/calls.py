"""Record calls of a function without replacing what it does."""

from __future__ import annotations

from typing import Any

import pytest


def record_calls(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, calls: list[str]) -> None:
    """Append `name` to `calls` each time the function of that name in `module` is called; the call goes through."""
    original = getattr(module, name)

    def recorded(*arguments: Any, **options: Any) -> Any:
        calls.append(name)
        return original(*arguments, **options)

    monkeypatch.setattr(module, name, recorded)
