"""Addresses of the web in a text: where they stand, and how a browser may be given them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.text.urls import URL, trim_url
from tui.render.text.blocks import LONGEST as CUT
from tui.render.text.blocks import Block, Span
from tui.render.text.links import UrlLink

_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*\.?|\[[0-9a-f:.]+\]")
LONGEST = 2_000
# Everything else is given to a browser as %XX: no quote, no `$`, no bracket, and nothing that is not ASCII.
_PLAIN = "/:=&?,+@~"


def link_urls(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with every address in them a link that asks; no character of them is another."""
    return [_with_links(block) if any("://" in part.text for part in block.spans) else block for block in blocks]


def normalize_url(written: str) -> str:
    """Return the URL as it is shown and opened: ASCII with the host in punycode; `""` if it cannot be opened.

    Only http and https, a host, no name or password of anybody.
    """
    from urllib.parse import quote, urlsplit  # who meets no address need not wait for it

    if len(written) > LONGEST or not URL.fullmatch(written):
        return ""
    try:
        parts = urlsplit(written)
        host, port = _host(parts.hostname or ""), parts.port
    except ValueError:  # also of names that have no punycode
        return ""
    if not host or "@" in parts.netloc:
        return ""
    path, query, fragment = (quote(_percents(piece), safe=f"{_PLAIN}%") for piece in (parts.path, parts.query, parts.fragment))
    rest = f"{path}{'?' if query else ''}{query}{'#' if fragment else ''}{fragment}"
    found = f"{parts.scheme}://{host}{f':{port}' if port else ''}{rest}"
    return found if len(found) <= LONGEST else ""


def host_of(found: str) -> str:
    """Whose address it is: the host, which nothing else in an address can be mistaken for."""
    return found.split("/")[2]


def _host(name: str) -> str:
    """Return a host in punycode; raise ValueError where it has none."""
    told = f"[{name}]" if ":" in name else _ascii(name).lower()
    return told if _HOST.fullmatch(told) else ""


def _ascii(name: str) -> str:
    """Return a host name in ASCII; the tables for other names are loaded on first use."""
    return name if name.isascii() else name.encode("idna").decode()


def _percents(piece: str) -> str:
    """Return the text with every percent sign that encodes nothing encoded itself."""
    return re.sub("%(?![0-9A-Fa-f]{2})", "%25", piece)


def _with_links(block: Block) -> Block:
    return block._replace(spans=tuple(piece for part in block.spans for piece in _pieces(part)))


def _pieces(part: Span) -> Iterator[Span]:
    """Return a part cut before and after each of its addresses; what is a link already stays the link it is."""
    if part.link:
        yield part
        return
    at = 0
    for found in URL.finditer(part.text):
        written = trim_url(found[0])
        meant = normalize_url(written)
        if meant and found.end() < CUT:  # what ends where a text is cut may go on
            yield part._replace(text=part.text[at : found.start()])
            yield Span(written, "link", UrlLink(meant))
            at = found.start() + len(written)
    yield part._replace(text=part.text[at:])
