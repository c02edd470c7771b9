"""Every web address of a briefing and of the notes on it is a live link where Markdown is rendered, and nothing else is one."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from html import unescape
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assets import BRIEFINGS
from store.export import brief, markdown
from store.export.options import Options
from store.model.briefing import Briefing
from store.storage.paths import Paths
from store.text.markdown_escape import escape_markdown
from store.text.sanitize import sanitize
from store.text.urls import URL, trim_url
from tests.support.outside import command
from tests.support.sample import judged, note, whole

HREF = re.compile(r'<a\b[^>]*?\bhref="([^"]*)"')
MARKDOWN_IT = MarkdownIt("gfm-like", {"html": True, "linkify": False})


def cmark(page: str) -> str:
    """Return what GitHub's renderer makes of a page."""
    if not shutil.which("cmark-gfm"):
        pytest.skip("cmark-gfm is not installed")
    extensions = ("table", "strikethrough", "autolink", "tasklist")
    line = ["cmark-gfm", "--unsafe", *(word for name in extensions for word in ("-e", name))]
    return subprocess.run(line, input=page, capture_output=True, text=True, timeout=60, check=True).stdout


RENDERERS: dict[str, Callable[[str], str]] = {"cmark-gfm": cmark, "markdown-it": lambda page: str(MARKDOWN_IT.render(page))}
every_renderer = pytest.mark.parametrize("render", RENDERERS.values(), ids=RENDERERS)


def same(url: str) -> tuple[str, ...]:
    """Return a URL in a form that does not depend on how its characters are encoded."""
    parts = urlsplit(unquote(url))
    host = parts.netloc.encode("idna").decode() if parts.netloc else ""
    return (parts.scheme.lower(), host.lower(), *parts[2:])


def links(html: str) -> list[tuple[str, ...]]:
    return [same(unescape(href)) for href in HREF.findall(html)]


def urls_in(text: str) -> list[tuple[str, ...]]:
    return [same(trim_url(match[0])) for match in URL.finditer(text)]


def texts(value: Any) -> Iterator[str]:
    """Yield every text in a tree of builtins."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for leaf in value.values() if isinstance(value, dict) else value:
            yield from texts(leaf)


# The text, and the URLs in it.
HOSTILE = [
    "https://a.example/b_(c)_d",
    "(see https://a.example/b_(c)).",
    "https://a.example/_x_/*y*/**z**/__w__",
    "https://a.example/?a=1&b=2&copy=3&copy;&amp;=4&#38;",
    "https://a.example/~user/~~x~~/y",
    "https://a.example/x, https://a.example/y; https://a.example/z!",
    "https://müller.example/straße?q=ü#ß",
    "https://例子.example/桥。然后",
    "“https://a.example/q” 'https://a.example/r'",
    "| https://a.example/a|b | https://a.example/c |",
    "[https://a.example/a[1]](https://b.example/x)",
    "![x](https://a.example/i.png) [y]: https://a.example/d",
    "<https://a.example/e> <a href='https://a.example/f'>x</a>",
    "`https://a.example/a`b` ``https://a.example/c``",
    "https://a.example/50%/%zz/%41 %%https://a.example/%%x%%",
    "==https://a.example/?x==y== $https://a.example/$x$ ^https://a.example/^y",
    "https://a.example/\\_x\\n https://user@a.example:8080/x{y}",
    "HTTPS://A.EXAMPLE/X http://[::1]:80/x",
    "*https://a.example/bold* _https://a.example/em_ ~https://a.example/s~",
    "# https://a.example/#h",
    "> https://a.example/q",
    "1. https://a.example/l",
    "https://a.example/a-----b http://b.example",
]
NO_LINKS = [
    "javascript://a.example/%0Aalert(1)",
    "[x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "<ftp://a.example/x>",
    "ftp://a.example/x_y",
    "<data:text/html,x>",
    "www.a.example/b_c",
    "https://",
    "https://...",
    "svn+https://a.example/x",
    "[x]: file:///etc/passwd\n\n[x]",
]


@every_renderer
@pytest.mark.parametrize("text", HOSTILE)
def test_every_address_in_a_text_is_a_link_and_nothing_else_is(render: Callable[[str], str], text: str) -> None:
    html = render(escape_markdown(text))
    assert links(html) == urls_in(text) != []
    assert " ".join(unquote(unescape(re.sub("<[^>]*>", "", html))).split()) == " ".join(unquote(text).split())


@every_renderer
@pytest.mark.parametrize("text", NO_LINKS)
def test_nothing_but_the_web_is_linked(render: Callable[[str], str], text: str) -> None:
    assert links(render(escape_markdown(text))) == []


PIECES = st.sampled_from(
    ["https://a.example/", "http://b.example", "%41", "&amp;", "x", "桥", "://", "](", *"_*~()[]{}<>|`\\&;%#!'\".,:=$^@-+ "]
)


@given(st.lists(PIECES, max_size=12).map("".join).map(sanitize))
def test_no_text_makes_another_link(text: str) -> None:
    found = HREF.findall(RENDERERS["markdown-it"](escape_markdown(text)))
    assert len(found) == sum(not trim_url(match[0]).endswith("://") for match in URL.finditer(" ".join(text.split())))
    assert all(re.match("https?://", href, re.IGNORECASE) for href in found)


@every_renderer
@pytest.mark.parametrize("wikilinks", [False, True])
@pytest.mark.parametrize("text", ["Read https://a.example/b_(c)_*d* now.", "https://a.example/x?a=1&b=2", "tab | https://a.example/|x |"])
def test_the_addresses_in_the_readers_own_words_are_links(render: Callable[[str], str], text: str, wikilinks: bool) -> None:
    notes = (note(body=text), note(id="n-bbbbbb", target="bridges", body=f"One line.\n\n{text}"))
    opened, own, options = Briefing(whole()), judged(words=text), Options(wikilinks=wikilinks)
    assert links(render(markdown.export(opened, notes, own, options))).count(urls_in(text)[0]) >= 4  # two notes, a verdict, a grade, …
    assert urls_in(text)[0] in links(render(brief.export(opened, notes, own, Options(wikilinks=wikilinks, minutes=None))))


@every_renderer
@pytest.mark.parametrize(("format_name", "fewest"), [("markdown", 100), ("brief", 0)])
def test_every_address_of_the_shipped_briefing_is_a_live_link(
    home: Paths, render: Callable[[str], str], format_name: str, fewest: int
) -> None:
    shipped = tomllib.loads(next(BRIEFINGS.glob("*.toml")).read_text("utf-8"))
    known = {url for text in texts(shipped) for url in urls_in(text)}
    page = command("export", format_name, "-b", shipped["id"]).stdout
    found = links(render(page))
    assert {*found} <= known
    assert len(found) == len(URL.findall(page)) >= fewest
