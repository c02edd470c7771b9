"""Write the JSON Schema of a briefing, for editors that complete and check input: `python -m tests.support.make_schema`."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from assets import FOLDER
from store.model.records import BriefingFile

SCHEMA = FOLDER / "briefing.schema.json"


def schema() -> dict[str, Any]:
    """Return the model as a JSON Schema."""
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(BriefingFile)}
    return dict(json.loads(json.dumps(found)))  # its tuples as lists


if __name__ == "__main__":
    SCHEMA.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", "utf-8")
