"""Errors raised by `store`; the message of each states the cause and the fix.

StoreError
├── NoHomeError                  the directories of the user cannot be determined
├── NotFoundError                no such briefing, record, note or file
├── InvalidInputError            an input was rejected
│   ├── InvalidValueError        a word or a number is not one of those allowed
│   ├── AlreadyExistsError       a file or record exists and was not overwritten
│   └── BriefingInvalidError     a briefing file has problems; each is listed with its place
├── FilterSyntaxError            a filter query cannot be understood
├── CorruptFileError             a file of the store is damaged; it was left untouched
├── ReadOnlyError                the directory cannot be written to
├── StoreLockedError             another process holds the lock
└── WriteError                   the disk did not accept the data; the caller still has it
"""

from __future__ import annotations

from dataclasses import dataclass

MOST_LISTED = 100  # problems of one file; who has mended those sees the next


class StoreError(Exception):
    """Any failure of the store; `str(error)` is a sentence fit for the reader."""


class NoHomeError(StoreError):
    """The directories of the user cannot be determined: there is no home directory, and no other was named."""


class NotFoundError(StoreError):
    """There is nothing by that name."""


class InvalidInputError(StoreError):
    """A file from outside was not accepted, and nothing was changed."""


class InvalidValueError(InvalidInputError):
    """A word, or a number, is none of those that can be given there; nothing was changed."""


class AlreadyExistsError(InvalidInputError):
    """Something is there already, and was not overwritten; `path` says where."""

    def __init__(self, words: str, path: str) -> None:
        self.path = path
        super().__init__(words)


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a briefing file: where, what, and what would be right."""

    place: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        advice = f" {self.remedy}" if self.remedy else ""
        return f"{self.place}: {self.message}.{advice}"


class BriefingInvalidError(InvalidInputError):
    """A briefing file with problems; `all` holds every one of them, in the order of the file, and `listed` those to print."""

    def __init__(self, file: str, problems: tuple[Problem, ...]) -> None:
        self.file = file
        self.problems = problems
        self.listed = problems[:MOST_LISTED]
        count = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
        super().__init__(f"{file} has {count}; the first: {problems[0]}")

    @property
    def not_listed(self) -> str:
        """Return a phrase with the number of problems that are not listed, or `""` if all are."""
        return f"{len(self.problems) - len(self.listed):,} more problems are not listed" if len(self.problems) > len(self.listed) else ""


class FilterSyntaxError(StoreError):
    """A filter that cannot be understood; it hides nothing."""


class CorruptFileError(StoreError):
    """A file of the store is empty, foreign, newer than this program, or unreadable."""


class ReadOnlyError(StoreError):
    """The folder or file cannot be written to."""


class StoreLockedError(StoreError):
    """Another process held the lock for longer than we wait."""


class WriteError(StoreError):
    """Writing failed (disk full, I/O error); what was there before is intact."""
