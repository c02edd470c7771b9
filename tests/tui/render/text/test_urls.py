"""Addresses in a text: only those of the web can be followed, as they are shown; everything else is text like any other."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.hostile import STRINGS
from tui.render.text.blocks import LONGEST as CUT
from tui.render.text.blocks import record_span, text_block, to_plain_text
from tui.render.text.links import UrlLink
from tui.render.text.urls import LONGEST, host_of, link_urls, normalize_url

REFUSED = [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,x",
    "vscode://x",
    "ssh://-oProxyCommand=x",
    "ftp://a.example/",
    "-h",
    "--new-window=x",
    "%2Dh",
    "//a.example",
    "https://",
    "https:///path",
    "https:a.example",
    "https://-a.example/",
    "https://user:word@a.example/",
    "https://bank.example@evil.example/",
    "https://a.example:99999/",
    "https://[::1/",
    "https://a..example/",
    "https://" + "a" * 64 + ".example/",
    "https://a_b.example/",
    "https://a.example/\x1b]0;x\x07",
    "https://a.example/\n-h",
    "https://a.example/ -h",
    "https://a.example/" + "x" * LONGEST,
]
# As it is written, and as it is shown and opened.
FOLLOWED = {
    "https://a.example": "https://a.example",
    "HTTPS://A.Example:8080/B?c=d&e=f#g": "https://a.example:8080/B?c=d&e=f#g",
    "http://127.0.0.1/": "http://127.0.0.1/",
    "http://[::1]:80/x": "http://[::1]:80/x",
    "https://пример.example/": "https://xn--e1afmkfd.example/",
    "https://аpple.example/": "https://xn--pple-43d.example/",
    "https://a.example/Bücher/中": "https://a.example/B%C3%BCcher/%E4%B8%AD",
    "https://a.example/100%/%41": "https://a.example/100%25/%41",
    "https://a.example/$(id)`id`;'x'|y": "https://a.example/%24%28id%29%60id%60%3B%27x%27%7Cy",
}


@pytest.mark.parametrize("written", REFUSED)
def test_what_is_no_address_of_the_web_is_never_followed(written: str) -> None:
    assert normalize_url(written) == ""


@pytest.mark.parametrize(("written", "shown"), FOLLOWED.items())
def test_an_address_is_shown_and_opened_in_ascii_with_its_host_in_punycode(written: str, shown: str) -> None:
    assert normalize_url(written) == shown


@given(st.text() | st.text().map("https://{}".format) | st.text().map("https://a.example/{}".format) | st.from_regex(r"https?://.*"))
def test_whatever_is_written_what_is_opened_is_an_address_of_the_web(written: str) -> None:
    found = normalize_url(written)
    if found:
        assert found.startswith(("http://", "https://"))
        assert found.isascii() and found.isprintable() and not set(found) & set(" \"'`$();|<>\\^{}")
        assert urlsplit(found).hostname
        assert host_of(found) in found
        assert len(found) <= LONGEST
        assert normalize_url(found) == found


@pytest.mark.parametrize(
    ("text", "led"),
    [
        ("See https://a.example/b.", ["https://a.example/b"]),
        ("(https://a.example/b_(c))", ["https://a.example/b_%28c%29"]),
        ("“https://a.example”, http://b.example; and", ["https://a.example", "http://b.example"]),
        ("见https://a.example/x。后", ["https://a.example/x"]),
        ("view-xhttps://a.example", []),
        ("a.example, www.a.example, mailto:a@b.example", []),
        ("[x](https://a.example/)", ["https://a.example/"]),
        ("https://a.example/<U+202E>gpj", ["https://a.example/"]),
        ("https://a.example␛]0;x␇", ["https://a.example"]),
    ],
)
def test_addresses_are_found_in_sentences(text: str, led: list[str]) -> None:
    (block,) = link_urls([text_block(text)])
    assert [part.link.url for part in block.spans if isinstance(part.link, UrlLink)] == led
    assert to_plain_text([block]) == text


@given(st.lists(st.sampled_from(["https://a.example", "http://", "(", ")", ".", " ", "x", "␛", *STRINGS.values()])).map("".join))
def test_no_character_of_a_text_is_another_for_its_addresses(text: str) -> None:
    assert to_plain_text(link_urls([text_block(text)])) == to_plain_text([text_block(text)])


def test_what_is_a_link_stays_the_link_it_is() -> None:
    assert link_urls([text_block(record_span("https://a.example", "c001"))]) == [text_block(record_span("https://a.example", "c001"))]


def test_an_address_that_was_cut_is_not_followed() -> None:
    text = "x " * (CUT // 2 - 10) + "https://a.example/long"
    assert [part.link for part in link_urls([text_block(text[:CUT])])[0].spans if part.link] == []
