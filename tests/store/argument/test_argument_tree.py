"""The argument as a tree: every claim is in it, circles end, and folding hides without forgetting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.argument.argument_tree import ArgumentTree, TreeNode
from store.model.briefing import Briefing
from store.model.records import Claim
from tests.support.sample import briefing, claim

NAMES = ("c1", "c2", "c3", "c4", "c5", "c6")


@st.composite
def arguments(draw: st.DrawFn) -> ArgumentTree:
    """Up to six claims that support and oppose one another anyhow, themselves included."""
    names = NAMES[: draw(st.integers(1, len(NAMES)))]
    targets = st.lists(st.sampled_from(names), max_size=2).map(tuple)
    return of(*(claim(id=name, supports=draw(targets), opposes=draw(targets)) for name in names))


def of(*claims: Claim) -> ArgumentTree:
    return ArgumentTree(Briefing(briefing(claims=claims)))


def unfold_all(argument: ArgumentTree) -> list[TreeNode]:
    while sum(argument.unfold(twig) for twig in argument.rows()):
        pass
    return argument.rows()


def shape(argument: ArgumentTree) -> list[str]:
    return [f"{'  ' * twig.depth}{twig.sign}{twig.claim.id}{' again' * twig.is_repeat}" for twig in argument.rows()]


@given(arguments())
def test_every_claim_is_in_the_tree_and_it_ends(argument: ArgumentTree) -> None:
    rows = unfold_all(argument)
    assert {twig.claim for twig in rows} == set(argument._briefing.file.claims)
    assert len({twig.id for twig in rows}) == len(rows)


@given(arguments())
def test_no_root_could_be_left_out(argument: ArgumentTree) -> None:
    roots = {twig.claim.id for twig in argument.roots}
    under = {root: below(argument, root) for root in roots}
    assert set().union(*under.values()) == {claim.id for claim in argument._briefing.file.claims}
    assert all(other == root or root not in under[other] for root in roots for other in roots)


@given(arguments())
def test_what_serves_nothing_is_a_root(argument: ArgumentTree) -> None:
    serving_nothing = {claim.id for claim in argument._briefing.file.claims if not (claim.supports or claim.opposes)}
    assert serving_nothing <= {twig.claim.id for twig in argument.roots}


@given(arguments(), st.data())
def test_folded_rows_are_whole_branches_of_the_unfolded_ones(argument: ArgumentTree, data: st.DataObject) -> None:
    everything = unfold_all(argument)
    for twig in data.draw(st.lists(st.sampled_from(everything), max_size=4)):
        argument.fold(twig)
    seen = argument.rows()
    ids = {twig.id for twig in seen}
    assert seen == [twig for twig in everything if twig.id in ids]
    assert all(not twig.parent or twig.parent in ids for twig in seen)
    for twig in seen:
        shown = sum(other.parent == twig.id for other in seen)
        assert shown == (argument.children(twig) if argument.is_open(twig) else 0)


@given(arguments(), st.sampled_from(NAMES))
def test_the_way_leads_to_every_claim(argument: ArgumentTree, name: str) -> None:
    if name in {claim.id for claim in argument._briefing.file.claims}:
        twig = argument.reveal(name)
        assert twig.claim.id == name
        assert twig in argument.rows()
        assert not twig.is_repeat


def below(argument: ArgumentTree, name: str) -> set[str]:
    seen, waiting = {name}, [name]
    while waiting:
        for _, reason in argument.reasons(waiting.pop()):
            if reason.id not in seen:
                seen.add(reason.id)
                waiting.append(reason.id)
    return seen


def test_what_supports_comes_before_what_opposes() -> None:
    argument = of(claim(id="c1"), claim(id="c2", opposes=("c1",)), claim(id="c3", supports=("c1",)))
    unfold_all(argument)
    assert shape(argument) == ["c1", "  +c3", "  −c2"]


def test_a_circle_ends_where_it_began() -> None:
    argument = of(claim(id="c1", supports=("c2",)), claim(id="c2", opposes=("c1",)))
    unfold_all(argument)
    assert shape(argument) == ["c1", "  −c2", "    +c1 again"]


def test_a_claim_that_serves_two_stands_under_both() -> None:
    argument = of(claim(id="c1"), claim(id="c2"), claim(id="c3", supports=("c1", "c2")))
    unfold_all(argument)
    assert shape(argument) == ["c1", "  +c3", "c2", "  +c3"]


def test_a_reason_named_twice_is_one_reason() -> None:
    argument = of(claim(id="c1"), claim(id="c2", supports=("c1", "c1"), opposes=("c1",)))
    unfold_all(argument)
    assert shape(argument) == ["c1", "  +c2", "  −c2"]


def test_what_was_unfolded_inside_is_so_again_later() -> None:
    argument = of(claim(id="c1"), claim(id="c2", supports=("c1",)), claim(id="c3", supports=("c2",)))
    unfold_all(argument)
    argument.fold(argument.roots[0])
    assert shape(argument) == ["c1"]
    argument.unfold(argument.roots[0])
    assert shape(argument) == ["c1", "  +c2", "    +c3"]


def test_nothing_is_below_what_is_there_again() -> None:
    argument = of(claim(id="c1", supports=("c1",)))
    _, again = unfold_all(argument)
    assert (again.is_repeat, argument.children(again), argument.unfold(again)) == (True, 0, False)


def test_an_argument_as_deep_as_it_is_long_is_no_danger() -> None:
    names = [f"c{number}" for number in range(3_000)]
    argument = of(*(claim(id=name, supports=(target,)) for name, target in zip(names[1:], names, strict=False)), claim(id="c0"))
    assert argument.reveal("c2999").depth == 2_999
    assert len(argument.rows()) == 3_000


def test_a_briefing_without_links_is_a_list_of_roots() -> None:
    argument = of(claim(id="c1"), claim(id="c2"))
    assert shape(argument) == ["c1", "c2"]
    assert not argument.unfold(argument.roots[0])
