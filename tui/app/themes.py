"""Themes: dark, light and high contrast, and the choice among them."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import BUILTIN_THEMES, Theme

from store.text.did_you_mean import suggest
from store.text.sanitize import sanitize_line

NIGHT = Theme(
    name="briefing-night",
    primary="#7fb0b2",
    secondary="#d3a15f",
    accent="#9cc07a",
    warning="#e0a458",
    error="#e07a6a",
    success="#9cc07a",
    foreground="#d9d5ca",
    background="#15181c",
    surface="#15181c",
    panel="#20252b",
    dark=True,
    variables={"quiet": "#93979c", "line": "#343a41", "cursor-row": "#262d34"},
)
DAY = Theme(
    name="briefing-day",
    primary="#1f6468",
    secondary="#8f4a12",
    accent="#3d6b1f",
    warning="#8a5200",
    error="#a52a1a",
    success="#3d6b1f",
    foreground="#26272a",
    background="#f7f4ec",
    surface="#f7f4ec",
    panel="#ece7da",
    dark=False,
    variables={"quiet": "#605f59", "line": "#d0c9b8", "cursor-row": "#e6dfcd"},
)
CONTRAST = Theme(
    name="briefing-contrast",
    primary="#7fe3ff",
    secondary="#ffd75f",
    accent="#a8ff8a",
    warning="#ffb000",
    error="#ffb4a9",
    success="#a8ff8a",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={"quiet": "#d0d0d0", "line": "#9a9a9a", "cursor-row": "#00344d"},
)
THEMES = (NIGHT, DAY, CONTRAST)
OURS = ", ".join(theme.name for theme in THEMES)
NAMES = (*(theme.name for theme in THEMES), *BUILTIN_THEMES)

# Defaults of our own variables, for the themes of Textual.
VARIABLES = {"quiet": "ansi_bright_black", "line": "ansi_bright_black", "cursor-row": "ansi_default"}


def choose_theme(configured: str, environment: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return the name of the theme, and a sentence for every rejected setting.

    TEXTUAL_THEME, which may list several, precedes config.toml. With NO_COLOR, one of the themes of the terminal's own 16
    colors is returned, and the app then shows none of them.
    """
    problems = []
    listed = [name.strip() for name in environment.get("TEXTUAL_THEME", "").split(",") if name.strip()]
    from_environment = next((name for name in listed if name in NAMES), "")
    if listed and not from_environment:
        problems.append(f"TEXTUAL_THEME: {_unknown(listed[0])}")
    if configured and configured not in NAMES:
        problems.append(f"config.toml: {_unknown(configured)}")
    name = from_environment or (configured if configured in NAMES else NIGHT.name)
    if environment.get("NO_COLOR"):
        name = "ansi-dark" if _is_dark(name) else "ansi-light"
    return name, tuple(f"{problem} {name} is used." for problem in problems)


def _unknown(name: str) -> str:
    return f"there is no theme {sanitize_line(name)[:60]}. {suggest(name, NAMES, f'Ours are {OURS}.')}"


def _is_dark(name: str) -> bool:
    return next(theme.dark for theme in (*THEMES, *BUILTIN_THEMES.values()) if theme.name == name)
