"""Kinds, status, tags, quotes and links of notes, without the screen; versions and the trash as well."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from store.library.library import Library
from store.model.note import NoteLink
from tests.tui.cli.conftest import Briefing
from tests.tui.cli.test_note_editor import Teletype


def add(briefing: Briefing, *arguments: str) -> str:
    said = briefing("note", "add", *arguments)
    assert said.code == 0, said.err
    return said.out.strip()


def test_a_note_has_a_kind_and_what_is_to_be_done_can_be_done(briefing: Briefing, library: Library) -> None:
    note = add(briefing, "c001", "Who says?", "--kind", "question")
    assert briefing("note", "list").out.split()[:4] == [note, "c001", "question,", "open"]
    assert briefing("note", "edit", note, "--status", "done") == (0, f"{note}\n", "")
    (told,) = briefing("note", "list", "--json").json
    assert (told["motivation"], told["status"], told["body"]) == ("questioning", "done", "Who says?")
    assert briefing("note", "edit", note, "-k", "todo").code == 0
    assert library.notes("bridges").get(note).motivation == "todo"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("add", "c001", "hm", "--kind", "questoin"), "Did you mean question"),
        (("edit", "NOTE", "--status", "done"), "neither open nor done"),
        (("edit", "NOTE", "--status", "shut"), "not a status"),
        (("add", "c001", "hm", "--quote", "a promise"), "no paragraph"),
        (("add", "p1", "hm", "--quote", "a promise"), "briefing import"),
        (("link", "c001", "contradict", "c003"), "contradicts"),
        (("link", "c001", "contradicts", "c001"), "two records"),
        (("link", "c001", "contradicts", "c999"), "c999"),
        (("tag", "rename", "lwa", "law"), "lwa"),
        (("restore", "NOTE", "--revision", "7"), "no version 7"),
        (("revisions", "n-zzzzzz"), "n-zzzzzz"),
        (("list", "--where", "kind:qestion"), "kind:qestion"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(briefing: Briefing, library: Library, arguments: tuple[str, ...], why: str) -> None:
    note = add(briefing, "c001", "Really?", "-t", "doubt")
    before = library.notes("bridges").all()
    said = briefing("note", *(note if word == "NOTE" else word for word in arguments))
    assert said.code in (1, 2)
    assert why in said.err
    assert library.notes("bridges").all() == before


def test_notes_are_filtered_by_kind_status_tag_and_what_they_are_about(briefing: Briefing) -> None:
    asked = add(briefing, "c001", "Who says?", "-k", "question", "-t", "law")
    todo = add(briefing, "ann", "Call her.", "-k", "to do")
    for words, found in (("kind:question", asked), ("kind:todo", todo), ("tag:law", asked), ("about:c001", asked), ("about:ann", todo)):
        assert [note["id"] for note in briefing("note", "list", "--where", words, "--json").json] == [found], words
        assert [note["id"] for note in briefing("table", "notes", "--where", words, "--json").json] == [found], words
    assert [claim["id"] for claim in briefing("table", "claims", "--where", "mine:question", "--json").json] == ["c001"]


def test_a_note_on_words_of_the_article_keeps_them(briefing: Briefing, library: Library, article: Path) -> None:
    assert briefing("import", str(article)).code == 0
    note = add(briefing, "p1", "Is it?", "--quote", "A PROMISE")
    kept = library.notes("bridges").get(note)
    assert kept.quote and (kept.quote.exact, kept.quote.prefix, kept.quote.suffix) == ("a promise", "Every bridge is ", ".")
    assert "“a promise”" in briefing("note", "list").out
    assert "“a promise”" in briefing("show", "p1").out
    quoted = add(briefing, "p1", "", "--quote", "Every bridge")
    assert (library.notes("bridges").get(quoted).motivation, library.notes("bridges").get(quoted).body) == ("highlighting", "Every bridge")
    assert "does not say" in briefing("note", "add", "p1", "x", "--quote", "a threat").err


def test_two_records_are_linked_once_and_both_show_it(briefing: Briefing, library: Library) -> None:
    said = briefing("note", "link", "c001", "contradicts", "c003", "--because", "Both cannot be.")
    assert said.code == 0
    (link,) = library.notes("bridges").all()
    assert (link.id, link.link, link.body) == (said.out.strip(), NoteLink(word="contradicts", id="c003"), "Both cannot be.")
    for record in ("c001", "c003"):
        assert "c001 contradicts c003" in briefing("show", record).out
        assert [note["id"] for note in briefing("table", "notes", "-w", f"about:{record}", "--json").json] == [link.id]
    assert [claim["id"] for claim in briefing("table", "claims", "-w", "mine:contradicts", "--json").json] == ["c001", "c003"]
    assert "already" in briefing("note", "link", "c001", "contradicts", "c003").err
    assert briefing("note", "link", "Annie", "see-also", "bob").code == 0
    assert "already" in briefing("note", "link", "bob", "see-also", "ann").err


def test_tags_are_listed_renamed_and_made_one(briefing: Briefing, library: Library) -> None:
    for body, tags in (("One.", ("law", "legal")), ("Two.", ("legal",)), ("Three.", ("law",))):
        add(briefing, "c001", body, *(word for tag in tags for word in ("-t", tag)))
    assert briefing("note", "tag").out.splitlines() == ["#law  2", "#legal  2"]
    said = briefing("note", "tag", "rename", "legal", "#law")
    assert (said.code, said.out) == (0, "")
    assert "#legal is #law now, on 2 notes, and one with the 2 notes that had it." in said.err
    assert briefing("note", "tag", "--json").json == {"law": 3}
    assert [note.tags for note in library.notes("bridges").all()] == [("law",)] * 3


def test_all_tags_of_a_note_can_be_taken_away(briefing: Briefing, library: Library) -> None:
    note = add(briefing, "c001", "One.", "-t", "law")
    assert briefing("note", "edit", note, "--tag", "").code == 0
    assert (library.notes("bridges").get(note).tags, library.notes("bridges").get(note).body) == ((), "One.")


def test_what_a_note_said_before_can_be_read_and_brought_back(briefing: Briefing, library: Library) -> None:
    note = add(briefing, "c001", "First.")
    briefing("note", "edit", note, "Second.", "-t", "law")
    briefing("note", "remove", note)
    assert [(old["revision"], old["body"]) for old in briefing("note", "revisions", note, "--json").json] == [(1, "First."), (2, "Second.")]
    said = briefing("note", "revisions", note).out
    assert said.index("First.") < said.index("Second.")
    assert briefing("note", "restore", note, "--revision", "1") == (0, f"{note}\n", "")
    kept = library.notes("bridges")
    assert (kept.get(note).body, kept.get(note).tags, kept.trash()) == ("First.", (), ())
    assert "Second." in [old.body for old in kept.revisions(note)]


def test_the_trash_is_emptied_when_that_is_said_and_for_good(briefing: Briefing, library: Library) -> None:
    note = add(briefing, "c001", "A secret.")
    briefing("note", "remove", note)
    said = briefing("note", "empty-trash")
    assert (said.code, "--yes" in said.err) == (2, True)
    said = briefing("note", "empty-trash", "--yes")
    assert (said.code, said.out) == (0, "")
    assert "1 note deleted for good." in said.err
    assert "secret" not in library.notes("bridges").journal.path.read_text("utf-8")
    assert "The trash is empty." in briefing("note", "empty-trash").err


@pytest.mark.parametrize(("answer", "left"), [("y\n", 0), ("n\n", 1), ("\n", 1)])
def test_on_a_terminal_it_asks(briefing: Briefing, library: Library, monkeypatch: pytest.MonkeyPatch, answer: str, left: int) -> None:
    briefing("note", "remove", add(briefing, "c001", "A secret."))
    monkeypatch.setattr(sys, "stdin", Teletype(answer))
    said = briefing("note", "empty-trash")
    assert (said.code, said.out, "cannot be undone" in said.err) == (0, "", True)
    assert len(library.notes("bridges").trash()) == left
