"""Words stay words in Markdown and in Obsidian, and come out of it as they went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from store.text.markdown_escape import escape_markdown
from store.text.sanitize import sanitize_line

MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
SIGNS = [
    "# h",
    "- i",
    "+ i",
    "1. i",
    "1) i",
    "> q",
    "[[x]]",
    "![[x]]",
    "%%x%%",
    "==x==",
    "$x$",
    "^id",
    "#tag",
    "<b>",
    "`c`",
    "&lt;",
    "a|b",
    "---",
    "===",
]


@given(st.lists(st.sampled_from(SIGNS) | st.text(), max_size=4).map("".join).map(sanitize_line).filter(bool))
def test_what_is_read_is_what_was_written(words: str) -> None:
    blocks = MARKDOWN.parse(escape_markdown(words))
    assert [block.type for block in blocks] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(token.content for token in blocks[1].children or ()) == words


@pytest.mark.parametrize(
    ("words", "escaped"),
    [("==x==", "\\=\\=x\\=\\="), ("%%x%%", "\\%\\%x\\%\\%"), ("5 % = 1", "5 % = 1"), ("12. May", "12\\. May"), ("a\n b", "a b")],
)
def test_only_what_would_be_read_is_escaped(words: str, escaped: str) -> None:
    assert escape_markdown(words) == escaped
