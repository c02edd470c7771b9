"""Text folds to one form for comparison, and the words of a query are located in the original text."""

from __future__ import annotations

from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from store.library.library import Library
from store.search.fulltext import Index, strings
from store.text.fold import MOST_WORDS, fold_text, fold_with_spans, match_spans, words_of
from tests.support.sample import claim, whole


def marked(line: str, words: str) -> list[str]:
    return [line[start:end] for start, end in match_spans(line, words)]


@pytest.mark.parametrize(
    ("line", "words", "found"),
    [
        ("Tolls will double.", "toll", ["Tolls"]),
        ("Tolls, tolls, TOLLS", "tolls", ["Tolls", "tolls", "TOLLS"]),
        ("A landmark has no mark.", "mark", ["mark"]),
        ("Telefónica pays", "telefonica", ["Telefónica"]),
        ("Telefonica pays", "TELEFÓNICA", ["Telefonica"]),
        ("Bridges pay tolls.", "tolls bridges", ["Bridges", "tolls"]),
        ("He is bob-like", "bob", ["bob"]),
        ("由中国移动公司说", "移动", ["移动"]),
        ("中国移动China Mobile", "chi 国移", ["国移", "China"]),
        ("김치 강", "김", ["김"]),
        ("Nothing here", "xyzzy", []),
        ("Nothing here", "", []),
        ("Nothing here", "  … ", []),
        ("a+b (c)", "(c)", ["c"]),
        ("toll tollbooth", "toll tollbooth", ["toll", "tollbooth"]),
    ],
)
def test_words_are_marked_where_they_stand(line: str, words: str, found: list[str]) -> None:
    assert marked(line, words) == found


@given(st.text(max_size=30), st.text(max_size=10))
def test_places_lie_in_the_line_one_after_the_other(line: str, words: str) -> None:
    found = match_spans(line, words)
    assert all(start < end <= len(line) for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))


@given(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=8), st.data())
def test_a_word_is_marked_by_its_beginning(word: str, data: st.DataObject) -> None:
    beginning = word[: data.draw(st.integers(1, len(word)))]
    assert match_spans(f"So {word} it is", beginning)


@pytest.mark.parametrize("words", ["toll", "TOLLS", "café", "移动", "vani", "will double"])
def test_what_the_search_finds_is_marked(library: Library, words: str) -> None:
    more = (claim(id="c004", text="A Cafe is open."), claim(id="c005", text="中国移动 pays."))
    library.install(whole(claims=(*whole().claims, *more), version=2))
    briefing = library.open("bridges")
    hits = [hit for hit in Index(briefing, library.notes("bridges")).find(words) if hit.kind == "claims"]
    assert hits
    for hit in hits:
        assert match_spans(" ".join(strings(briefing.records[hit.id])), words)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Économie", "economie"), ("E\u0301CONOMIE", "economie"), ("Straße", "strasse"), ("ﬁnance", "finance"), ("İstanbul", "istanbul"),
        ("ＡＢＣ１", "abc1"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("ᾼ", "α"), ("Ёлка", "елка"), ("שָׁלוֹם", "שלום"), ("مُحَمَّد", "محمد"), ("أحمد", "احمد"),
        ("ｶﾞ", "ガ"), ("か\u3099", "が"), ("한국", "한국"), ("\u1112\u1161\u11ab", "한"), ("हिन्दी", "हिन्दी"), ("ที่นี่", "ที่นี่"),
        ("क\u093c", "\u0958"), ("می\u200cخواهم", "میخواهم"), ("co\u00adop", "coop"),
        ("don’t – “x”", "don't - \"x\""), ("12\u00a0km²", "12 km2"),
    ],
)  # fmt: skip
def test_text_folds_to_one_form(text: str, folded: str) -> None:
    assert fold_text(text) == fold_text(folded)
    assert fold_text(text).replace("\u0915\u093c", "\u0958") == folded


@given(st.text(st.characters()))
@example("".join(map(chr, range(0x110000))))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(st.text(st.characters()) | st.text(st.sampled_from("aE\u0301\u0327ßﬁİ가\u1112\u1161\u11abかﾞ\u3099\u200dक\u094d\u093cที่ \u0345")))
def test_folding_with_spans_is_folding_and_maps_into_the_text(text: str) -> None:
    folded = fold_with_spans(text)
    assert folded.text == fold_text(text)
    spans = list(zip(folded.starts, folded.ends, strict=True))
    assert len(spans) == len(folded.text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(st.text(st.characters(), max_size=8), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_the_normalization_form_makes_no_difference(text: str, form: str) -> None:
    assert fold_text(normalize(form, text)) == fold_text(text)  # type: ignore[arg-type]


def test_the_first_words_of_a_long_query_count() -> None:
    assert len(words_of("pier " * 1000)) == MOST_WORDS
    assert words_of("AT&T, work") == ("at t", "work")
    assert words_of("李安x _") == ("李 安 x",)
