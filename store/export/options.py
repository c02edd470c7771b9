"""Options of exports, and the formats that have them."""

from __future__ import annotations

from dataclasses import dataclass, fields

MINUTES = (1, 5, 15)
DEFAULT_MINUTES = 5
# The pages for a meeting can be long or short, of everything or of a part, and for somebody; Markdown can link.
PAGES = ("brief", "html")
LINKING = ("brief", "markdown")


@dataclass(frozen=True)
class Options:
    """`minutes` to read it in (one of MINUTES), `only` these records, for whom it is, and ids as links of Obsidian."""

    minutes: int | None = None
    only: frozenset[str] | None = None
    audience: str = ""
    wikilinks: bool = False

    @property
    def length(self) -> int:
        """The minutes there are, said or usual."""
        return self.minutes or DEFAULT_MINUTES


def unsupported_option(format: str, options: Options) -> str:
    """Return the reason why this format does not have these options, or `""`."""
    wanted = {field.name for field in fields(options) if getattr(options, field.name) != field.default}
    if wanted - {"wikilinks"} and format not in PAGES:
        return f"{format} has everything in it; how long a page is, of what and for whom can be said for {' and '.join(PAGES)}."
    if "wikilinks" in wanted and format not in LINKING:
        return f"{format} has no wikilinks; {' and '.join(LINKING)} can have them."
    return ""
