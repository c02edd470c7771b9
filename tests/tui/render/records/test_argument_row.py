"""How a twig looks: indented as far as there is room, marked where it hides something, signed for or against."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.argument.argument_tree import TreeNode
from tests.support.sample import claim
from tui.render.records.argument_row import branch_spans


def shown(twig: TreeNode, below: int = 0, is_open: bool = False, room: int = 60) -> str:
    return "".join(part.text for part in branch_spans(twig, below, is_open, room)).rstrip()


def test_a_root_has_no_sign() -> None:
    assert shown(TreeNode("t", claim())) == "   Bridges pay."


def test_a_folded_one_says_how_many_it_hides_and_an_unfolded_one_that_it_is_open() -> None:
    assert shown(TreeNode("t", claim()), 3) == "▸3 Bridges pay."
    assert shown(TreeNode("t", claim()), 3, True) == "▾  Bridges pay."
    assert shown(TreeNode("t", claim()), 1_234) == "▸1,234 Bridges pay."


def test_for_and_against_have_a_sign_each() -> None:
    assert shown(TreeNode("t", claim(), "+", 1)) == "     + Bridges pay."
    assert shown(TreeNode("t", claim(), "−", 2)) == "       − Bridges pay."


def test_one_that_stands_above_already_says_so() -> None:
    assert shown(TreeNode("t", claim(), "+", 1, is_repeat=True)) == "     + again: Bridges pay."


def test_a_depth_that_leaves_no_room_is_told_in_figures() -> None:
    assert shown(TreeNode("t", claim(), "+", 40), room=30) == "       40    + Bridges pay."


@given(st.integers(0, 9_999), st.integers(0, 9_999), st.integers(20, 200))
def test_words_keep_more_than_a_third_of_the_room(depth: int, below: int, room: int) -> None:
    before = "".join(part.text for part in branch_spans(TreeNode("t", claim(), "+", depth), below, False, room)[:-1])
    assert len(before) <= max(room * 2 // 3, 15)
