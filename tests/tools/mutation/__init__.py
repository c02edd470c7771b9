"""`make mutation`: change the code of `store` in small ways, and count the changes that no test notices."""

from __future__ import annotations

from typing import NamedTuple


class Target(NamedTuple):
    """A module, and the tests that mirror it."""

    module: str
    tests: tuple[str, ...]


def _target(module: str, *tests: str) -> Target:
    folder = f"tests/{module.rpartition('.')[0].replace('.', '/')}"
    names = tests or (module.rpartition(".")[2],)
    return Target(module, tuple(f"{folder}/{name if '/' in name else f'test_{name}'}.py" for name in names))


TARGETS = (
    _target(
        "store.storage.journal",
        "journal",
        "journal_lock",
        "journal_damage",
        "journal_faults",
        "journal_rewritten",
        "../test_storage_contract",
    ),
    _target("store.storage.journal_contents", "journal_contents", "journal", "journal_damage", "journal_rewritten"),
    _target("store.storage.journal_file", "journal_file", "journal", "journal_damage", "journal_faults"),
    _target("store.storage.journal_format", "journal_format", "journal_damage"),
    _target("store.storage.atomic_file", "atomic_file", "json_file"),
    _target("store.annotations.note_merge"),
    _target("store.annotations.notes", "notes", "notes_together", "note_merge", "trash", "note_kinds", "version_archive"),
    _target("store.annotations.text_quote"),
    _target("store.library.backups", "backups", "backups_archive"),
    _target("store.argument.strength", "strength", "strength_random", "support_graph"),
    _target("store.argument.support_graph", "support_graph", "strength"),
    _target("store.opinions.logs", "logs", "analysis"),
    _target("store.opinions.opinion_log", "logs", "analysis", "opinion_undo"),
    _target("store.opinions.analysis"),
    _target("store.opinions.brier", "brier", "analysis"),
    _target("store.opinions.opinion_undo", "opinion_undo", "analysis"),
    _target("store.search.fulltext"),
)
