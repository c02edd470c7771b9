"""Sentence boundaries in any script; full stops of initials, abbreviations and decimals are not boundaries."""

from __future__ import annotations

import re

from store.text import abbreviations

CLOSING = "\"'”’»)]」』）】〉》"
_CLOSERS = re.escape(CLOSING)
_SPACED = ".!?…‼⁇⁈⁉"
_UNSPACED = "。！？｡؟۔।॥"  # no blank need follow
STOPS = _SPACED + _UNSPACED
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_END = re.compile(
    rf"(?<![{STOPS}])(?P<stop>[{_SPACED}][{STOPS}]*+(?:[ \xa0]\.(?=[\s{_CLOSERS}]))*+)(?P<close>[{_CLOSERS}]*+)"
    rf"(?:(?:\[\d{{1,3}}\])*+\s+|(?<=[!?])(?=[{IDEOGRAPHS}]))"
    rf"|(?<![{_UNSPACED}])(?P<wide>[{_UNSPACED}][{STOPS}]*+)(?P<wide_close>[{_CLOSERS}]*+)\s*"
    r"|(?<!\s)[^\S\n]*+(?P<line>\n\s*)"
)
_WORD = re.compile(r"\w+")
_NEXT_WORD_WITHIN = 80  # characters
_LONGEST_ABBREVIATION = 40
_LAST = re.compile(r"(?:^|[\s(\[{\"“„‘'«—–&])((?:\w+\.-?)*[\w°]+)\.$")
_LABEL = re.compile(r"\d{1,3}|[a-z]|[ivx]{1,4}", re.IGNORECASE)
_NUMERAL = re.compile(r"\d\w*|[IVXLC]{2,}|[B-HJ-Z]")
_OPENING_PHRASE = re.compile(r"\W*(?:As|At|By|In|On|Since|From|Until|Before|After|Around|During|For)(?:\s+[^\s,]+){1,5}")
_REPORTING = re.compile(
    r"(?:[\w.'’-]+\s+){1,3}(?:says?|said|asks?|asked|repl(?:y|ies|ied)|cr(?:y|ies|ied)|wr(?:ote|ites?)|shouted|demanded|exclaimed)\b"
)
_REPORTING_CJK = re.compile(r"と|って|[^。，！？\s]{0,4}[说說问問道答喊叫]")


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of `text`, each with the white space after it; joined, they are `text`."""
    sentences: list[str] = []
    start = 0
    for end in _END.finditer(text):
        following = _WORD.search(text, end.end(), end.end() + _NEXT_WORD_WITHIN)
        if following and _is_boundary(text, start, end, following):
            sentences.append(text[start : end.end()])
            start = end.end()
    return tuple(sentences) if start == len(text) else (*sentences, text[start:])


def _is_boundary(text: str, start: int, end: re.Match[str], following: re.Match[str]) -> bool:
    """Return True if the sentence that begins at `start` ends at `end`, where `following` is the next word."""
    word = following[0]
    if end["line"]:
        return end["line"].count("\n") > 1 or not _is_lower_case(word)
    if end["wide"]:
        return not (end["wide_close"] and _REPORTING_CJK.match(text, end.end()))
    stop = end["stop"]
    if end["close"].strip(")]") and not stop.endswith(".") and _REPORTING.match(text, following.start()):
        return False  # “Why?” Ann asks.
    is_abbreviation = stop == "." and _is_abbreviation(text, start, end.start(), following)
    if _is_lower_case(word):
        return "\n" in end[0] and not is_abbreviation
    if stop in ("...", "…", ". . .") or (stop.startswith(". ") and stop.count(".") == 3):
        return word != "I"  # a speaker who hesitates
    if stop == "!" and text.endswith("Yahoo", start, end.start()):
        return _is_beginner(text, following)
    return not is_abbreviation


def _is_abbreviation(text: str, start: int, stop: int, following: re.Match[str]) -> bool:
    """Return True if the full stop at `stop` belongs to an abbreviation, and `following` is a word of the same sentence."""
    last = _LAST.search(text[max(start, stop - _LONGEST_ABBREVIATION) : stop + 1])
    if last is None:
        return False
    short, word = last[1].lower(), following[0]
    is_digit = word[0].isdigit()
    if last[1] in abbreviations.TITLES or short in abbreviations.INTRODUCING:
        return True
    if _LABEL.fullmatch(short) and not text[start : stop - len(short)].strip(" \t\n([{•*-"):
        return True  # the number of a point
    if short in abbreviations.NUMBERED and _NUMERAL.fullmatch(word):
        return True
    if short in abbreviations.DAYS:
        return last[1][0].isupper() and (is_digit or word.lower().startswith(tuple(abbreviations.MONTHS)))
    if short in abbreviations.MONTHS and is_digit:
        return True
    if short in abbreviations.MONTHS or short in abbreviations.TIMES_OF_DAY:
        is_opening = bool(_OPENING_PHRASE.fullmatch(text[max(start, stop - _NEXT_WORD_WITHIN) : stop]))
        return is_opening or (short in abbreviations.TIMES_OF_DAY and bool(abbreviations.AFTER_TIME_OF_DAY.fullmatch(word)))
    return _may_go_on(last[1], last.string[: last.start(1)]) and not _is_beginner(text, following)


def _may_go_on(short: str, before: str) -> bool:
    """Return True if a sentence may go on with a name after the abbreviation or initial `short`."""
    if len(short) == 1:
        is_initial = short.isalpha() and not short.islower() and not re.match(f"[{IDEOGRAPHS}]", short)
        return is_initial and not abbreviations.LABELLED.search(before)
    return short.lower() in abbreviations.OPEN or abbreviations.DOTTED.fullmatch(short) is not None


def _is_beginner(text: str, following: re.Match[str]) -> bool:
    """Return True if the word begins sentences, and is neither an acronym (`IT`) nor an initial (`A.`)."""
    word = following[0]
    is_initial = len(word) == 1 and text.startswith(".", following.end())
    return word.lower() in abbreviations.BEGINNERS and not is_initial and (len(word) == 1 or not word.isupper())


def _is_lower_case(word: str) -> bool:
    return word[0].islower() and word.islower()  # `eBay` begins a sentence, `bay` does not
