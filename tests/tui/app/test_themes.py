"""Our themes can be read: measured contrast, on the terminal's sixteen colours too; and a theme that is none is told, not a crash."""

from __future__ import annotations

from itertools import product

import pytest
from rich.color import Color, ColorSystem
from textual.theme import BUILTIN_THEMES, Theme

from tui.app.themes import CONTRAST, DAY, NIGHT, THEMES, choose_theme

INKS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success", "quiet")
GROUNDS = ("background", "surface", "panel", "cursor-row")


def colour(theme: Theme, name: str) -> str:
    return str(theme.variables.get(name) or getattr(theme, name))


def luminance(code: str) -> float:
    """Of WCAG 2.1."""
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize(("ink", "ground"), product(INKS, GROUNDS))
def test_high_contrast_is_high(ink: str, ground: str) -> None:
    assert contrast(colour(CONTRAST, ink), colour(CONTRAST, ground)) >= 7


@pytest.mark.parametrize(("theme", "ink", "ground"), product((NIGHT, DAY), INKS, GROUNDS), ids=lambda value: getattr(value, "name", value))
def test_words_can_be_read_by_night_and_by_day(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(colour(theme, ink), colour(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_with_sixteen_colours_no_ink_is_the_colour_of_its_ground(theme: Theme) -> None:
    def sixteen(name: str) -> int | None:
        return Color.parse(colour(theme, name)).downgrade(ColorSystem.STANDARD).number

    assert {sixteen(ink) for ink in INKS} & {sixteen(ground) for ground in GROUNDS} == set()


@pytest.mark.parametrize(
    ("wished", "environment", "name"),
    [
        ("", {}, "briefing-night"),
        ("nord", {}, "nord"),
        ("nord", {"TEXTUAL_THEME": "briefing-day"}, "briefing-day"),
        ("nord", {"TEXTUAL_THEME": "no-such, dracula"}, "dracula"),
        ("nord", {"NO_COLOR": ""}, "nord"),
        ("nord", {"NO_COLOR": "1"}, "ansi-dark"),
        ("briefing-day", {"NO_COLOR": "1"}, "ansi-light"),
    ],
    ids=str,
)
def test_the_environment_comes_before_the_file_and_both_before_the_default(wished: str, environment: dict[str, str], name: str) -> None:
    assert choose_theme(wished, environment) == (name, ())


def test_a_theme_that_is_none_is_told_and_the_next_best_is_worn() -> None:
    assert choose_theme("briefing-dya", {}) == (
        "briefing-night",
        ("config.toml: there is no theme briefing-dya. Did you mean briefing-day? briefing-night is used.",),
    )
    name, told = choose_theme("nord", {"TEXTUAL_THEME": "qqq"})
    assert (name, len(told)) == ("nord", 1)
    assert told[0].startswith("TEXTUAL_THEME: there is no theme qqq.")


@pytest.mark.parametrize("name", BUILTIN_THEMES)
def test_every_theme_of_textual_can_be_asked_for(name: str) -> None:
    assert choose_theme(name, {}) == (name, ())
