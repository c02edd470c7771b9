"""A wrong word is answered with the right one, or with all there are."""

from __future__ import annotations

from store.text.did_you_mean import suggest


def test_a_misspelt_word_is_recognised() -> None:
    assert suggest("clams", ["claims", "actors"]) == "Did you mean claims?"


def test_a_word_that_is_like_none_is_answered_with_the_choice() -> None:
    assert suggest("xyz", ["claims", "actors"]) == "It may be: claims, actors."


def test_a_long_choice_is_cut() -> None:
    assert suggest("xyz", "abcdefghijklm") == "It may be: a, b, c, d, e, f, g, h, i, j, k, l …."


def test_of_numbers_the_first_and_the_last_are_told() -> None:
    assert suggest("99", ["9", "10", "1", "48"]) == "It may be 1 to 48."


def test_what_is_far_from_everything_is_near_nothing() -> None:
    assert suggest("frobnicate", ["locate", "list"], "Look it up.") == "Look it up."


def test_where_there_is_no_choice_it_says_so() -> None:
    assert suggest("xyz", []) == "There are none in this file."


def test_another_way_may_be_named_where_none_is_near() -> None:
    assert suggest("clams", ["claims"], "Search.") == "Did you mean claims?"
    assert suggest("xyz", ["claims"], "Search.") == "Search."


def test_what_begins_so_is_told_before_all_there_is() -> None:
    assert suggest("chen", ["ann", "chen xuan", "chen-xuan"]) == 'It may be: "chen xuan", chen-xuan.'


def test_several_words_are_written_as_a_filter_or_a_shell_takes_them() -> None:
    assert suggest("too do", ["to do", "quote"]) == 'Did you mean "to do"?'
