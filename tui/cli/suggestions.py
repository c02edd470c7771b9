"""Suggestions for words that are not what they seem: another program's name of a command, and text that looks like an option."""

from __future__ import annotations

import re
from typing import Any

from store.text.fold import fold_text

_TEXT_ARGUMENTS = {"[TEXT]", "WORDS", "OLD", "NEW"}
_TEXT_IN_AN_OPTION = re.compile(r"-[a-z]\S*\s", re.IGNORECASE)  # `-this is text` would be read as `-t "his is text"`
_RECORD = re.compile(r"(?:[a-z]?\d+|n-\w+)", re.IGNORECASE)
_TABLES = (
    "actors", "claims", "strategies", "recommendations", "relations", "events", "questions", "paragraphs", "predictions", "unanswered",
)  # fmt: skip
_COMMANDS = {
    "--help": ("help", "usage", "man", "commands", "?", "quit", "exit", "q", "close", "menu"),
    "--version": ("version",),
    "open": ("screen", "tui", "run", "start", "browse", "browser", "ui", "launch", "read"),
    "list": ("ls", "dir", "library", "briefings"),
    "show ID": ("view", "get", "cat", "print", "display", "info", "record", "describe"),
    "table claims": ("claim", "records", "tables", "filter", "where"),
    "table actors": ("actor", "companies", "company", "people", "persons", "organizations", "organisations"),
    "table strategies": ("strategy",),
    "table recommendations": ("recommendation", "advice"),
    "table events": ("event", "timeline", "history"),
    "table questions": ("question",),
    "table paragraphs": ("paragraph", "article", "source"),
    "table predictions": ("prediction", "forecasts", "scores"),
    "find WORDS": ("search", "grep", "query", "lookup", "look"),
    "note add ID TEXT": ("add", "write", "annotate", "comment"),
    "note edit NOTE": ("edit", "change", "update"),
    "note remove NOTE": ("remove", "delete", "rm", "del"),
    "note list": ("notes", "annotations", "comments", "mine"),
    "note list --trash": ("trash", "bin", "deleted"),
    "note tag": ("tag", "tags"),
    "note link ID WORD ID": ("link", "links"),
    "verdict ID WORD": ("judge", "opinion", "opinions", "verdicts", "vote", "agree", "disagree", "grade", "rate"),
    "trace ID": ("impact", "argument", "reasons", "support", "without", "graph", "map"),
    "resolve ID": ("forecast", "outcome", "predict", "resolution"),
    "new ARTICLE": ("init", "create", "begin", "draft"),
    "import FILE": ("load", "attach", "install", "put", "upload"),
    "export FORMAT": ("save", "dump", "convert", "download", "brief", "markdown", "html", "json", "csv"),
    "check FILE": ("validate", "lint", "verify", "test"),
    "doctor": ("status", "health", "fsck", "diagnose", "backup", "backups", "restore", "repair", "drafts"),
    "locate": ("paths", "path", "files", "config", "places", "home"),
}  # fmt: skip
_COMMAND_FOR = {word: command for command, words in _COMMANDS.items() for word in words}


def command_meant(word: str) -> str:
    """Return the command that `word`, which is neither a command nor a briefing, is likely to mean, or `""`."""
    plain = fold_text(word)
    if plain in _TABLES:
        return f"briefing table {plain}"
    if _RECORD.fullmatch(plain):
        return f"briefing show {plain}"
    return f"briefing {_COMMAND_FOR[plain]}" if plain in _COMMAND_FOR else ""


def separated(words: list[str], option: str, command: Any) -> str:
    """Return how to say that the word in `words` that was taken for `option` is text.

    Return `""` if `command` takes no such text, or has an option of nearly that name.
    """
    from store.text.did_you_mean import closest_name  # imported only after a mistake

    parameters = getattr(command, "params", ())
    takes_text = any(parameter.metavar in _TEXT_ARGUMENTS for parameter in parameters)
    if closest_name(option, [name for parameter in parameters for name in parameter.opts if name.startswith("--")], cutoff=0.75):
        return ""
    position = next((number for number, word in enumerate(words) if word.startswith(option)), None)
    return _put_separator(words, position) if takes_text and position is not None else ""


def separated_text(words: list[str]) -> str:
    """Return how to say that a word in `words` is text, if it looks like an option but has blanks in it, else `""`."""
    if "--" in words or words[:1] != ["note"]:
        return ""
    for number, word in enumerate(words):
        if _TEXT_IN_AN_OPTION.match(word) and not words[number - 1].startswith("-"):
            return _put_separator(words, number)
    return ""


def _put_separator(words: list[str], position: int) -> str:
    """Return the sentence; options that follow the text have to come before it."""
    from shlex import join

    text, rest = words[position], words[position + 1 :]
    has_options = any(word.startswith("-") for word in rest)
    words = [*words[:position], *(rest if has_options else ()), "--", text, *(() if has_options else rest)]
    return f"To give text that begins with a hyphen, put -- before it: `{join(['briefing', *words])}`"
