"""A count is followed by a noun in the right number."""

from __future__ import annotations

import pytest

from store.text.plural import pluralize


@pytest.mark.parametrize(("count", "text"), [(0, "0 notes"), (1, "1 note"), (2, "2 notes"), (1200, "1,200 notes")])
def test_only_one_is_singular(count: int, text: str) -> None:
    assert pluralize(count, "note") == text
