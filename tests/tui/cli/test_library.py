"""What goes out comes back the same, what comes in is checked first, and a dry run changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from store.library.library import Library
from store.model.source_text import digest
from store.storage.paths import Paths
from tests.support import sample
from tests.tui.cli.conftest import Briefing

HOSTILE = "evil\x1b]0;PWN\x07\x1b[31m"


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"}


def test_a_briefing_in_toml_is_put_in(briefing: Briefing, library: Library, toml: Path) -> None:
    said = briefing("import", str(toml))
    assert (said.code, said.out) == (0, "tunnels\n")
    assert library.open("tunnels").file == sample.briefing(id="tunnels")


def test_a_dry_run_says_what_would_happen_and_changes_nothing(briefing: Briefing, home: Paths, toml: Path, article: Path) -> None:
    before = files(home.library)
    for file in (toml, article):
        said = briefing("import", str(file), "--dry-run")
        assert (said.code, said.out) == (0, "")
        assert "Nothing was changed." in said.err
    assert files(home.library) == before


def test_what_is_exported_comes_back_in_an_empty_home(
    briefing: Briefing, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: object
) -> None:
    library.notes("bridges").add("c001", "Really? 桥", ["doubt"])
    page = tmp_path / "page.json"
    assert briefing("export", "json", "-o", str(page)).code == 0
    told = briefing("export", "json").out
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "elsewhere"))
    assert briefing("import", str(page)).code == 0
    assert briefing("export", "json", "-b", "bridges").out == told


def test_importing_an_export_again_adds_no_note(briefing: Briefing, library: Library, tmp_path: Path) -> None:
    library.notes("bridges").add("c001", "Really?")
    page = tmp_path / "page.json"
    briefing("export", "json", "-o", str(page))
    assert "put version 1 in place of version 1 of bridges" in briefing("import", str(page)).err
    assert [note.body for note in library.notes("bridges").all()] == ["Really?"]


def test_a_note_in_the_trash_does_not_come_back_with_an_import(briefing: Briefing, library: Library, tmp_path: Path) -> None:
    note = library.notes("bridges").add("c001", "Really?")
    assert note
    page = tmp_path / "page.json"
    briefing("export", "json", "-o", str(page))
    library.notes("bridges").remove(note.id)
    assert "trash" in briefing("import", str(page)).err
    assert library.notes("bridges").all() == ()


def test_a_text_copy_of_the_source_is_attached(briefing: Briefing, library: Library, article: Path) -> None:
    said = briefing("import", str(article))
    assert (said.code, said.out) == (0, "")
    assert "1 of 1 paragraphs of bridges" in said.err
    assert "Every bridge is a promise." in briefing("show", "p1").out


def test_another_text_is_not_attached(briefing: Briefing, home: Paths, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nothing of the kind.\n")
    said = briefing("import", str(other))
    assert said.code == 1
    assert "was not attached" in said.err
    assert not (home.library / "bridges" / "source.txt").exists()


@pytest.mark.parametrize("name", ["article.txt", "article.md", "article", "article.toml", "article.json"])
def test_an_article_finds_the_briefing_with_its_paragraphs(briefing: Briefing, library: Library, tmp_path: Path, name: str) -> None:
    library.install(sample.briefing(id="tunnels", paragraphs=(sample.paragraph(digest=digest("Every tunnel is dark.")),)))
    path = tmp_path / name
    path.write_text("Tunnels\n\nEvery tunnel is dark.\n")
    said = briefing("import", str(path))
    assert said.code == 0
    assert f"1 of 1 paragraphs of tunnels are in {path}; it is attached." in " ".join(said.err.split())
    assert library.open("tunnels").source_text
    assert not library.open("bridges").source_text


def test_an_article_for_the_wrong_briefing_names_the_right_one(briefing: Briefing, library: Library, article: Path) -> None:
    library.install(sample.briefing(id="tunnels", paragraphs=(sample.paragraph(digest="0" * 16),)))
    said = briefing("import", str(article), "-b", "tunnels")
    assert said.code == 1
    assert "shares no paragraph with the source of tunnels; it is the article of bridges. Attach it with -b bridges." in said.err


def test_a_briefing_in_toml_is_recognised_whatever_its_name(briefing: Briefing, library: Library, toml: Path) -> None:
    assert briefing("import", str(toml.rename(toml.with_suffix(".txt")))).code == 0
    assert "tunnels" in library.ids()


@pytest.mark.parametrize("damage", [("id = ", "ie = "), ('id = "tunnels"', 'id = "Tunnels!"'), ("version = ", "version ")])
def test_a_damaged_briefing_names_the_one_with_its_paragraphs(
    briefing: Briefing, library: Library, toml: Path, damage: tuple[str, str]
) -> None:
    toml.write_text(toml.read_text().replace(*damage, 1))
    said = briefing("import", str(toml))
    assert said.code == 1
    assert "Its paragraphs are those of bridges, which is in the library." in said.err
    assert library.ids() == ("bridges",)


def test_a_briefing_under_another_id_names_the_one_with_its_paragraphs(briefing: Briefing, library: Library, toml: Path) -> None:
    said = briefing("import", str(toml))
    assert said.code == 0
    assert "Its paragraphs are those of bridges, which is in the library. It is not replaced: this file has the id tunnels." in said.err


def test_a_file_with_problems_is_refused_with_all_of_them(briefing: Briefing, home: Paths, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text(json.dumps(sample.tree(id="wrong", reviewed="never", claims=[sample.raw(sample.claim(), speaker="nobody")])))
    said = briefing("import", str(wrong))
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n  ") >= 1
    assert not (home.library / "wrong").exists()


@pytest.mark.parametrize("command", ["import", "check"])
def test_a_file_that_is_not_there_is_told_in_a_sentence(briefing: Briefing, tmp_path: Path, command: str) -> None:
    said = briefing(command, str(tmp_path / "gone.toml"))
    assert (said.code, said.out) == (1, "")
    assert "gone.toml" in said.err


def test_check_finds_nothing_wrong_with_a_sound_file(briefing: Briefing, toml: Path) -> None:
    said = briefing("check", str(toml))
    assert (said.code, said.out) == (0, "")
    assert "is sound: 1 actor, 1 claim" in said.err
    assert briefing("check", str(toml), "--json").json == []


def test_check_reports_every_problem_with_its_place(briefing: Briefing, tmp_path: Path) -> None:
    claims = [sample.raw(sample.claim(), speaker="anne"), sample.raw(sample.claim(id="c002"), about=["bobb"])]
    wrong = tmp_path / "wrong.toml"
    wrong.write_text(sample.as_toml(sample.tree(claims=claims)))
    said = briefing("check", str(wrong))
    assert said.code == 1
    assert [word in said.out for word in ("anne", "bobb", "Did you mean ann?")] == [True] * 3
    problems = briefing("check", str(wrong), "--json")
    assert problems.code == 1
    assert len(problems.json) == len(said.out.splitlines()) == 2
    assert all(set(problem) == {"file", "place", "what", "remedy"} for problem in problems.json)


def test_what_is_no_briefing_at_all_is_one_problem_for_programs_too(briefing: Briefing, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('id = "x')
    said = briefing("check", str(wrong))
    assert (said.code, said.out) == (1, "")
    problems = briefing("check", str(wrong), "--json")
    assert problems.code == 1
    assert [problem["what"] for problem in problems.json] == [said.err.strip()]


def test_everything_has_a_place_under_home(briefing: Briefing, home: Paths) -> None:
    places = briefing("locate", "--json").json
    assert places["library"] == str(home.library)
    assert places["log"] == str(home.log)
    assert Path(places["schema"]).is_file()
    assert [line.split(maxsplit=1) for line in briefing("locate").out.splitlines()] == [[*pair] for pair in places.items()]


@pytest.mark.parametrize(
    "words", ["", "{", sample.as_toml(sample.tree(id="tunnels")), sample.ARTICLE], ids=["none", "brace", "toml", "text"]
)
@pytest.mark.parametrize("ending", ["toml", "json", "txt"])
def test_a_hostile_file_name_commands_no_terminal(briefing: Briefing, tmp_path: Path, words: str, ending: str) -> None:
    file = tmp_path / f"{HOSTILE}.{ending}"
    file.write_text(words)
    for arguments in (["check"], ["check", "--json"], ["import", "--dry-run"], ["import"]):
        said = briefing(*arguments, str(file))
        assert said.code in (0, 1)
        assert not set("\x1b\x07") & set(said.out + said.err)
