"""The check that text on the command line is UTF-8; file names may be in any encoding."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from tui.cli.context import UsageError

# Python decodes a byte that is not UTF-8 as a lone surrogate.
_UNDECODED = re.compile("[\ud800-\udfff]")


def require_utf_8(command: Any) -> None:
    """Make `command`, and those below it, raise Misused for text with bytes that are not UTF-8, before anything is done."""
    if command.callback is not None:
        command.callback = _checked(command.callback, {parameter.name: parameter for parameter in command.params})
    for below in getattr(command, "commands", {}).values():
        require_utf_8(below)


def _checked(callback: Callable[..., Any], parameters: dict[str, Any]) -> Callable[..., Any]:
    @wraps(callback)
    def call(*arguments: Any, **values: Any) -> Any:
        for name, value in values.items():
            texts = value if isinstance(value, list | tuple) else (value,)
            is_undecoded = any(isinstance(text, str) and _UNDECODED.search(text) for text in texts)
            if is_undecoded and parameters[name].type.name != "path":
                raise UsageError(
                    f"{_label(parameters[name])} is not UTF-8. Convert it to UTF-8, or set the locale of the terminal to UTF-8."
                )
        return callback(*arguments, **values)

    return call


def _label(parameter: Any) -> str:
    """Return `--tag` for an option, `TEXT` for an argument."""
    if parameter.param_type_name == "option":
        return str(max(parameter.opts, key=len))
    return str(parameter.metavar or parameter.name).strip("[]")
