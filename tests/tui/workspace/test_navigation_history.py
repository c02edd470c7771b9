"""Back and forward, as in a browser."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.workspace.navigation_history import LONGEST, Location, NavigationHistory

A, B, C = (Location(0, name) for name in "abc")


def test_at_the_beginning_there_is_no_way_back() -> None:
    assert NavigationHistory().back(A) is None
    assert NavigationHistory().forward(A) is None


def test_back_and_forward_are_inverse() -> None:
    history = NavigationHistory()
    history.leave(A)
    assert history.back(B) == A
    assert history.forward(A) == B


def test_leaving_forgets_what_was_ahead() -> None:
    history = NavigationHistory()
    history.leave(A)
    history.back(B)
    history.leave(A)
    assert history.forward(C) is None


def test_leaving_the_same_place_twice_is_remembered_once() -> None:
    history = NavigationHistory()
    history.leave(A)
    history.leave(A)
    assert history.back(B) == A
    assert history.back(A) is None


def test_a_long_way_is_forgotten_from_its_beginning() -> None:
    history = NavigationHistory()
    for number in range(LONGEST + 10):
        history.leave(Location(0, str(number)))
    steps = 0
    while history.back(A):
        steps += 1
    assert steps == LONGEST


@given(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=20))
def test_going_back_all_the_way_and_forward_again_ends_where_it_began(names: list[str]) -> None:
    history, here = NavigationHistory(), Location(0, "start")
    for name in names:
        if here.id != name:
            history.leave(here)
            here = Location(0, name)
    last = here
    while place := history.back(here):
        here = place
    assert here.id == "start"
    while place := history.forward(here):
        here = place
    assert here == last
