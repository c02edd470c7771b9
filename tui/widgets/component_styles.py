"""The ink of the stylesheet: how each role of text looks. The screen has it for all who write on it.

Textual dresses each component class of each widget anew: with ink of its own for every list, card and strip, the first
paint would come a twentieth later.
"""

from __future__ import annotations

from typing import get_args

from rich.style import Style
from textual.widget import Widget

from tui.render.text.blocks import Role

ROLES: tuple[Role, ...] = tuple(role for role in get_args(Role) if role)
# A widget has its own cursor, which looks otherwise where the keyboard is.
WIDGET_ROLE_CLASSES = {"role--cursor"}
TEXT_ROLE_CLASSES = {f"role--{role}" for role in ROLES} - WIDGET_ROLE_CLASSES


def role_style(widget: Widget, role: str) -> Style:
    """Return the style of `role` on `widget`, whose screen has the component classes."""
    name = f"role--{role}"
    owner = widget if name in WIDGET_ROLE_CLASSES else widget.screen
    return owner.get_component_rich_style(name, partial=True) if role else Style()
