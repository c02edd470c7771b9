"""What is being typed is on the disk, and is offered again after any end of the program, once, to one window."""

from __future__ import annotations

import errno
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from store.annotations.drafts import Draft, Drafts, NoteDraftWriter
from store.errors import StoreLockedError, WriteError
from store.storage import atomic_file
from tests.support.processes import Worker

Fail = Callable[[object, str, int], Callable[[], None]]
NEW = Draft(briefing="bridges", target="c001", body="")


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "state" / "drafts")


@pytest.fixture
def pen(drafts: Drafts) -> NoteDraftWriter:
    """Return a draft on a claim, in the hand of this window."""
    return drafts.begin(NEW)


def files(drafts: Drafts) -> list[str]:
    return sorted(path.suffix for path in drafts.folder.iterdir())


def bodies(drafts: Drafts) -> list[str]:
    return [draft.body for draft in drafts.interrupted("bridges")]


def test_what_is_written_is_on_the_disk(drafts: Drafts, pen: NoteDraftWriter) -> None:
    for body in ("Real", "Really?"):
        pen.write(body)
        assert json.loads((drafts.folder / f"{pen.draft.name}.json").read_text("utf-8"))["body"] == body


def test_drafts_are_this_users_alone(drafts: Drafts, pen: NoteDraftWriter) -> None:
    pen.write("Really?")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in drafts.folder.iterdir()}
    assert (modes, stat.S_IMODE(drafts.folder.stat().st_mode)) == ({0o600}, 0o700)


def test_words_that_are_there_are_not_written_again(pen: NoteDraftWriter, monkeypatch: pytest.MonkeyPatch) -> None:
    pen.write("Really?")
    monkeypatch.setattr(atomic_file, "replace", lambda *_: pytest.fail("it was written"))
    pen.write("Really?")


def test_words_that_did_not_reach_the_disk_are_written_when_asked_again(drafts: Drafts, pen: NoteDraftWriter, fail: Fail) -> None:
    pen.write("before")
    again = fail(atomic_file, "sync", errno.ENOSPC)
    with pytest.raises(WriteError):
        pen.write("after")
    again()
    pen.write("after")
    pen.release()
    assert bodies(drafts) == ["after"]


def test_words_that_do_not_reach_the_disk_leave_the_ones_before(drafts: Drafts, pen: NoteDraftWriter, fail: Fail) -> None:
    pen.write("before")
    again = fail(os, "write", errno.ENOSPC)
    with pytest.raises(WriteError):
        pen.suspend("after")
    again()
    pen.release()
    assert bodies(drafts) == ["before"]


def test_a_draft_that_is_being_written_is_not_offered(drafts: Drafts, pen: NoteDraftWriter) -> None:
    pen.write("Really?")
    assert bodies(drafts) == []


def test_a_draft_that_was_let_go_is_offered(drafts: Drafts, pen: NoteDraftWriter) -> None:
    pen.write("Really?")
    pen.release()
    assert drafts.interrupted("bridges") == (pen.draft,)
    assert drafts.interrupted("another") == ()


def test_a_draft_put_aside_says_so(drafts: Drafts, pen: NoteDraftWriter) -> None:
    pen.suspend("later")
    (left,) = drafts.interrupted("bridges")
    assert (left.body, left.put_aside) == ("later", True)


def test_a_draft_that_was_put_aside_and_is_written_on_is_an_interrupted_one_again(drafts: Drafts, pen: NoteDraftWriter) -> None:
    pen.suspend("Really?")
    taken = drafts.begin(drafts.interrupted("bridges")[0])
    taken.write("Really? Yes.")
    taken.release()
    assert not drafts.interrupted("bridges")[0].put_aside


def test_a_draft_that_is_finished_is_gone(drafts: Drafts, pen: NoteDraftWriter) -> None:
    pen.write("Really?")
    pen.finish()
    assert files(drafts) == []


def test_a_finished_draft_that_cannot_be_deleted_is_offered_again(drafts: Drafts, pen: NoteDraftWriter, fail: Fail) -> None:
    pen.write("Really?")
    again = fail(Path, "unlink", errno.EIO)
    pen.finish()
    again()
    assert bodies(drafts) == ["Really?"]


def test_a_draft_taken_up_again_goes_on(drafts: Drafts, pen: NoteDraftWriter) -> None:
    pen.write("Real")
    pen.release()
    taken = drafts.begin(drafts.interrupted("bridges")[0])
    taken.write("Really?")
    taken.release()
    assert bodies(drafts) == ["Really?"]


def test_one_draft_is_in_one_hand(drafts: Drafts, pen: NoteDraftWriter) -> None:
    with pytest.raises(StoreLockedError):
        drafts.begin(pen.draft)


def test_two_editors_have_two_drafts(drafts: Drafts, pen: NoteDraftWriter) -> None:
    other = drafts.begin(NEW)
    for one, body in ((pen, "one"), (other, "two")):
        one.write(body)
        one.release()
    assert sorted(bodies(drafts)) == ["one", "two"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"briefing": 5}', b"\xff", b'{"briefing":"bridges","target":"c001","body":5}'])
def test_a_damaged_draft_is_left_alone(drafts: Drafts, content: bytes) -> None:
    drafts.folder.mkdir(parents=True)
    (drafts.folder / "d-aaaaaa.json").write_bytes(content)
    assert drafts.interrupted("bridges") == ()
    assert (drafts.folder / "d-aaaaaa.json").read_bytes() == content


def test_a_draft_is_cleaned_on_its_way_back(drafts: Drafts) -> None:
    drafts.folder.mkdir(parents=True)
    (drafts.folder / "d-aaaaaa.json").write_text('{"briefing":"bridges","target":"c001","body":"ring\\u0007"}', "utf-8")
    assert bodies(drafts) == ["ring␇"]


def test_where_there_are_no_drafts_nothing_is_made(drafts: Drafts) -> None:
    assert drafts.interrupted("bridges") == ()
    assert not drafts.folder.exists()


def test_the_draft_of_a_killed_window_is_offered(drafts: Drafts) -> None:
    with Worker("draft", drafts.folder, "typed just now") as window:
        window.read_line()
        assert bodies(drafts) == []
        window.kill()
    (left,) = drafts.interrupted("bridges")
    assert (left.body, left.put_aside) == ("typed just now", False)
    taken = drafts.begin(left)
    taken.finish()
    assert files(drafts) == []


def test_a_pen_that_was_put_down_writes_no_more(drafts: Drafts, pen: NoteDraftWriter) -> None:
    pen.write("words")
    pen.finish()
    pen.write("words")
    assert not list(drafts.folder.glob("*.json"))


@pytest.mark.parametrize("name", ["junk.json", "d-aaaaaa.jsoo", "d-aaaaaa"])
def test_a_file_that_is_not_a_draft_is_reported(drafts: Drafts, name: str) -> None:
    drafts.begin(NEW).write("typed")
    (drafts.folder / name).write_text("{", "utf-8")
    (problem,) = drafts.problems(("bridges",))
    assert problem.startswith(f"{drafts.folder / name} is not a draft this program can read; it is kept.")


def test_a_draft_that_names_no_briefing_is_reported_as_such(drafts: Drafts) -> None:
    drafts.begin(Draft(briefing="", target="c001", body="")).suspend("typed")
    (problem,) = drafts.problems(("bridges",))
    assert "is a draft that names no briefing; it is kept. It may be: bridges." in problem


def test_a_draft_with_a_damaged_id_is_reported(drafts: Drafts) -> None:
    for draft in (NEW, Draft(briefing="bridged", target="c001", body=""), Draft(briefing="bridges", target="c00q", body="")):
        drafts.begin(draft).suspend("typed")
    drafts.begin(Draft(briefing="bridges", target="c001", body="", note="n-gone22", revision=1)).suspend("typed")
    (problem,) = drafts.problems(("bridges", "tunnels"))
    assert "is a draft for the briefing bridged, which is not in the library; it is kept. Did you mean bridges?" in problem
    problems = " ".join((*drafts.misplaced("bridges", {"c001"}), *drafts.without_note("bridges", {"n-here22"})))
    assert "is a draft on c00q, which bridges does not have; it is kept." in problems
    assert "is a draft of the note n-gone22, which bridges does not have; it is kept." in problems
    assert problems.count("is a draft") == 2


def test_a_draft_that_another_window_is_writing_is_not_reported(drafts: Drafts) -> None:
    pen = drafts.begin(Draft(briefing="new", target="c001", body=""))
    pen.write("typed")
    assert list(drafts.problems(("bridges",))) == []


def test_what_dead_writers_left_is_swept_by_the_next(drafts: Drafts) -> None:
    drafts.folder.mkdir(parents=True, exist_ok=True)
    left = drafts.folder / f"d-aaaaaa.json.tmp-{2**22 + 1}"
    left.touch()
    drafts.begin(Draft(briefing="bridges", target="c001", body="")).release()
    assert not left.exists()
