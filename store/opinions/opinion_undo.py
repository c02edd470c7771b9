"""Undo and redo for opinions: withdraw opinions that are still in force, and reinstate those that were withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from store.model.opinion import Forecast, Opinion, ReaderGrade, Resolution, Verdict
from store.opinions.analysis import OpinionAnalysis
from store.opinions.opinion_log import OpinionLog


class Withdrawal(NamedTuple):
    """An opinion that was withdrawn, and the one in force on its target since then: None if there is none."""

    opinion: Opinion
    in_force: Opinion | None


class Withdrawn(NamedTuple):
    """The withdrawn opinions, and those that were kept because their target has a newer one."""

    made: tuple[Withdrawal, ...]
    conflicts: tuple[Opinion, ...]


class Reinstated(NamedTuple):
    """The opinions that were reinstated, and those that were not because their target has another one by now."""

    made: tuple[Opinion, ...]
    conflicts: tuple[Opinion, ...]


def withdraw(judgement: OpinionAnalysis, opinions: Sequence[Opinion]) -> Withdrawn:
    """Withdraw `opinions` in one transaction, as if they had never been given.

    All opinions on one target are withdrawn, or none if one of them is no longer in force. Raises ReadOnlyError, WriteError.
    """
    with judgement.transaction():
        changed = {one.target for one in opinions if not _log(judgement, one).is_in_force(one, one.target)}
        made = [one for one in opinions if one.target not in changed]
        for log, group in _by_log(judgement, made):
            log.remove([one.target for one in group])
        remaining = tuple(Withdrawal(one, _log(judgement, one).current(one.target)) for one in made)
    return Withdrawn(remaining, tuple(one for one in opinions if one.target in changed))


def reinstate(judgement: OpinionAnalysis, withdrawals: Sequence[Withdrawal]) -> Reinstated:
    """Put withdrawn opinions in force again, in one transaction.

    All opinions on one target are reinstated, or none if another one was given meanwhile. Raises ReadOnlyError, WriteError.
    """
    opinions = [withdrawal.opinion for withdrawal in withdrawals]
    with judgement.transaction():
        changed = {one.target for one, in_force in withdrawals if not _log(judgement, one).is_in_force(in_force, one.target)}
        made = [one for one in opinions if one.target not in changed]
        for log, group in _by_log(judgement, made):
            log.reinstate(group)
    return Reinstated(tuple(made), tuple(one for one in opinions if one.target in changed))


def _log(judgement: OpinionAnalysis, opinion: Opinion) -> OpinionLog[Any]:
    match opinion:
        case Verdict():
            return judgement.verdicts
        case ReaderGrade():
            return judgement.grades
        case Forecast():
            return judgement.estimates
        case Resolution():
            return judgement.resolutions
    raise TypeError(f"unknown kind of opinion: {type(opinion).__name__}")


def _by_log(judgement: OpinionAnalysis, opinions: Iterable[Opinion]) -> list[tuple[OpinionLog[Any], list[Opinion]]]:
    """Return the opinions of each log together."""
    groups: dict[type[Opinion], list[Opinion]] = {}
    for opinion in opinions:
        groups.setdefault(type(opinion), []).append(opinion)
    return [(_log(judgement, group[0]), group) for group in groups.values()]
