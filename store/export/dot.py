"""The map as Graphviz DOT: actors are its nodes, and what one does to another is an arrow; nothing of the reader's is on it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from store.argument.relation_graph import Edge, RelationGraph
from store.model.briefing import Briefing
from store.model.note import Note
from store.model.opinion import NO_OPINIONS, OpinionSet
from store.model.records import Relation

_WIDTH = 24
_SHAPES = {"person": "ellipse", "group": "ellipse", "project": "note", "platform": "component"}


def export(briefing: Briefing, notes: tuple[Note, ...], judged: OpinionSet = NO_OPINIONS) -> str:
    """Return a digraph of all relations; an arrow is labelled with the kinds and ids of its relations."""
    graph = RelationGraph(briefing.file.relations)
    lines = [
        f"digraph {_quoted(briefing.id)} {{",
        f"  graph [charset={_quoted('UTF-8')}, rankdir=LR, label={_quoted(_label(briefing.title))}, labelloc=t, tooltip={_quoted('')}];",
        '  node [shape=box, fontname="sans-serif", fontsize=11];',
        '  edge [fontname="sans-serif", fontsize=9];',
        *_nodes(briefing, graph),
        *(_arrow(edge) for edge in graph.edges),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _nodes(briefing: Briefing, graph: RelationGraph) -> Iterator[str]:
    for actor in briefing.file.actors:
        if actor.id in graph:
            shape = _SHAPES.get(actor.kind, "box")
            label = _quoted(f"{_label(actor.name)}\\n({actor.kind})")
            yield f"  {_quoted(actor.id)} [label={label}, shape={shape}, tooltip={_quoted(_text(actor.role))}];"


def _arrow(edge: Edge) -> str:
    label = "\\n".join(_deed(relation) for relation in edge.relations)
    tip = "\\n".join(_text(relation.text) for relation in edge.relations)
    return f"  {_quoted(edge.subject)} -> {_quoted(edge.object)} [label={_quoted(label)}, tooltip={_quoted(tip)}];"


def _deed(relation: Relation) -> str:
    """Return the label of an arrow: the kind of relation and its id, marked if it is the reviewer's."""
    return f"{relation.kind} {relation.id}{' (reviewer)' if relation.voice == 'reviewer' else ''}"


def _label(words: str) -> str:
    """Words in lines of a width that a node can have."""
    return "\\n".join(_text(line) for line in textwrap.wrap(words, _WIDTH))


def _text(words: str) -> str:
    """Graphviz reads escapes (`\\N` is the name of the node) and HTML entities in its labels: here they are words."""
    return " ".join(words.split()).replace("&", "&amp;").replace("\\", "\\\\")


def _quoted(text: str) -> str:
    """Return a DOT string: only the quotation mark ends it."""
    return '"' + text.replace('"', '\\"') + '"'
