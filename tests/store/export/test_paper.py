"""The page as Chromium prints it: on one sheet for a minute, with every word on the paper, and nothing fetched or run."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from store.export.html import export
from store.export.options import Options
from store.model.briefing import Briefing
from store.model.opinion import NO_OPINIONS
from store.model.records import BriefingFile
from tests.store.export.meeting.test_content import SHIPPED
from tests.support.generated import HARMFUL, full_of
from tests.support.sample import judged, note, whole

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "headless_shell", "chrome-headless-shell")
A4, LETTER = ("210mm 297mm", (595, 842)), ("8.5in 11in", (612, 792))
MINE = (note(target="r10", body="Ask legal; then decide."),), judged("c149")


@pytest.fixture(scope="module")
def browser() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), "")
    if not found:
        pytest.skip("there is no Chromium here to open the page in")
    return found


def run(program: str, folder: Path, page: str, *flags: str) -> str:
    """Open the page as a reader's browser would; what it says on standard output."""
    (folder / "page.html").write_text(page, "utf-8")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", f"--user-data-dir={folder / 'home'}")
    done = subprocess.run([program, *quiet, *flags, (folder / "page.html").as_uri()], timeout=120, capture_output=True, check=True)
    return done.stdout.decode()


def printed(program: str, folder: Path, page: str, paper: str) -> bytes:
    """Return the page on paper of this size, which a printer would choose."""
    sized = page.replace("@page {", f"@page {{ size: {paper};", 1)
    run(program, folder, sized, "--no-pdf-header-footer", f"--print-to-pdf={folder / 'page.pdf'}")
    return (folder / "page.pdf").read_bytes()


def sheets(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def words_on(folder: Path) -> str:
    """All words that stand on the paper, without the blanks between them."""
    program = shutil.which("pdftotext")
    if not program:
        pytest.skip("there is no pdftotext here to read the paper with")
    text = subprocess.run([program, "-raw", str(folder / "page.pdf"), "-"], capture_output=True, check=True, timeout=60).stdout.decode()
    return re.sub(r"\d+ / \d+|\s", "", text)


def words_of(page: str) -> str:
    body = page.split("<body>")[1]
    text = re.sub(r"<[^>]*>", "", body)
    for entity, sign in {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&nbsp;": " ", "&amp;": "&"}.items():
        text = text.replace(entity, sign)
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize(("minutes", "most"), [(1, 1), (5, 2), (15, 7)])
def test_a_minute_is_one_sheet_and_five_are_two(
    browser: str, tmp_path: Path, minutes: int, most: int, paper: tuple[str, tuple[int, int]]
) -> None:
    pdf = printed(browser, tmp_path, export(SHIPPED, *MINE, Options(minutes, audience="the board")), paper[0])
    found = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    assert found
    assert [abs(float(found[number]) - paper[1][number - 1]) < 2 for number in (1, 2)] == [True, True]
    assert 1 <= sheets(pdf) <= most


@pytest.mark.parametrize("paper", [A4, LETTER], ids=["A4", "Letter"])
def test_no_word_is_cut_off(browser: str, tmp_path: Path, paper: tuple[str, tuple[int, int]]) -> None:
    page = export(SHIPPED, *MINE, Options(5))
    printed(browser, tmp_path, page, paper[0])
    shown = words_on(tmp_path)
    for sentence in re.findall(r"<bdi>(.*?)</bdi>", page):
        # a heading is set in capitals, and a sheet may end within a sentence: its halves are there all the same
        half = words_of(f"<body>{sentence}")
        assert half[: len(half) // 2] in shown, sentence
        assert half[len(half) // 2 :] in shown, sentence


@pytest.mark.parametrize("words", ["x" * 3_000, "é" * 2_000, "W" * 200 + " " + "i" * 500], ids=["letters", "accents", "wide"])
def test_what_is_long_is_broken_and_stays_on_the_paper(browser: str, tmp_path: Path, words: str) -> None:
    printed(
        browser,
        tmp_path,
        export(Briefing(whole(title=words[:300], source=whole().source)), (note(body=words),), NO_OPINIONS, Options(15)),
        A4[0],
    )
    assert words[:300].split()[0] in words_on(tmp_path)
    assert words_on(tmp_path).count(words[-1]) >= 500


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """Return a server that notes who calls."""
    calls: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        is_over = threading.Event()

        def answer() -> None:
            while not is_over.is_set():
                try:
                    caller, _ = server.accept()
                except TimeoutError:
                    continue
                with caller:
                    calls.append(caller.recv(200))

        thread = threading.Thread(target=answer)
        thread.start()
        try:
            yield server.getsockname()[1], calls
        finally:
            is_over.set()
            thread.join()


def reaching_out(port: int) -> list[str]:
    there = f"http://127.0.0.1:{port}/x"
    return [
        f'<img src="{there}">', f'"><script src="{there}"></script>', f"</style><style>@import url({there});</style>",
        f'</title><link rel="stylesheet" href="{there}">', f'<iframe src="{there}">',
        f'<meta http-equiv="refresh" content="0;url={there}">',
        f"<script>fetch('{there}')</script>", f"<svg onload=\"fetch('{there}')\">", f"@import url({there});",
    ]  # fmt: skip


def test_the_server_of_the_next_test_would_notice(browser: str, tmp_path: Path) -> None:
    with listening() as (port, calls):
        run(browser, tmp_path, f'<img src="http://127.0.0.1:{port}/x">', "--dump-dom")
        assert calls


def test_nothing_is_fetched_and_nothing_runs_whatever_is_written(browser: str, tmp_path: Path) -> None:
    with listening() as (port, calls):
        words = " ".join((*reaching_out(port), *HARMFUL[-20:], "<script>document.title = 'run'</script>"))
        file, mine = full_of(words)
        dom = run(browser, tmp_path, export(Briefing(file), mine, judged(words=words), Options(15)), "--dump-dom")
        assert calls == []
    assert not re.search(r"<(script|img|iframe|link|svg)\b", dom)
    assert "<title>run" not in dom


@pytest.mark.parametrize("file", [whole(claims=whole().claims, recommendations=(), questions=(), strategies=(), events=(), relations=())])
def test_little_makes_a_page_too(browser: str, tmp_path: Path, file: BriefingFile) -> None:
    assert sheets(printed(browser, tmp_path, export(Briefing(file), (), NO_OPINIONS, Options(1)), A4[0])) == 1
