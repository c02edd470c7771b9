"""The looks of our own: ink on paper, by night and by day."""

from __future__ import annotations

from textual.theme import Theme

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
    variables={"quiet": "#8b8f94", "line": "#343a41", "cursor-row": "#262d34"},
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
    variables={"quiet": "#6b6a64", "line": "#d0c9b8", "cursor-row": "#e6dfcd"},
)
THEMES = (NIGHT, DAY)

# What our stylesheet asks for, where another theme does not say it.
VARIABLES = {"quiet": "ansi_bright_black", "line": "ansi_bright_black", "cursor-row": "ansi_default"}
