"""YAML front matter of a Markdown page, by which note-taking programs sort and search."""

from __future__ import annotations

import json
from collections.abc import Iterator

from store.model.briefing import Briefing


def front_matter(briefing: Briefing, kind: str, audience: str = "") -> Iterator[str]:
    """Return the lines; every value is quoted as JSON quotes, which is YAML too."""
    source = briefing.file.source
    facts = {
        "title": briefing.title,
        "briefing": briefing.id,
        "source": source.title,
        "author": briefing.name(source.author),
        "date": source.date,
        "reviewed": briefing.file.reviewed,
    }
    yield "---"
    yield from (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in facts.items())
    if audience:
        yield f"for: {json.dumps(audience, ensure_ascii=False)}"
    yield from (f"tags: [{kind}]", "---", "")
