"""Sentence boundaries set by hand: each `|` is one, and there is no other."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.text.sentences import STOPS, split_sentences

BOUNDARIES = (
    # titles, names, initials
    "Mr. Lee met Dr. Wu in Jan. 2016. |They spoke of tolls.",
    "Drs. Wu and Ho met Profs. Ma and Xu, Sens. Li and Bo, and Reps. Ray and Lee. |All call Tel. 123 Ext. 5. |They wait.",
    "Mrs. Ray, Ms. He and Prof. So agree. |So does Gen. Ng.",
    "J. K. Rowling and John F. Kennedy never met. |J.-P. Sartre did.",
    "My name is Jonas E. Smith. |Please turn to p. 55.",
    "You and I. |Did you see Albert I. Jones yesterday?",
    "St. Michael's is on Main St. |The shop is at 5th st. near the light.",
    "I can see Mt. Fuji. |That is Lee Jr.'s book. |Ask Lee Sr. about it.",
    "Take plan B. |Ann takes vitamin C. |The rest wait for series A. |Bob waits too.",
    "А. С. Пушкин писал стихи. |Он жил в России.",
    # companies, countries, acronyms with stops
    "They closed with Pitt, Briggs & Co. at noon. |It closed with Ray & Co. |It was late.",
    "Lee Inc. bought Ray Ltd. and Bo Corp. |The price is secret.",
    "Ray Inc. Chairman Bob Bo left. |Who follows?",
    "I live in the U.S. |How about you? |She left the E.U. |They stayed.",
    "I work for the U.S. Government in Virginia. |The U.S. IT sector grows.",
    "I visited the U.S.A. last year. |Bob has a Ph.D. |He also has an M.B.A. |It helps.",
    "Yahoo! Japan grew. |She works at Yahoo! in the back office.",
    # abbreviations before more of the sentence
    "Some pay, e.g. Ann, i.e. The Ann Lee. |Others do not.",
    "Lee vs. Ray was heard, as was Roe v. Wade. |Cf. Ray (approx. Five hundred pages).",
    "Tolls, fares, etc. rise. |They pay tolls, fares, etc. |Bob pays nothing.",
    "See No. 5, Nos. 7 and 8, and fig. 3. |He said no. |Bob left.",
    "See vol. II, sec. B and art. 12. |It is all there.",
    "Dr. Wu of the Dept. of Tolls et al. (2010) disagree. |So does Lee et al. |They said so.",
    # times and dates
    "It opened in Jan. |Tolls came in Feb. |In Mar. Bob paid.",
    "On Mon. Jan. 4 it rained. |On Tue. 5 it did not. |We sat in the sun. |It was warm.",
    "At 5 a.m. Mr. Smith went to the bank. |He left the bank at 6 P.M. |Mr. Smith then went home.",
    "It starts at 9 a.m. Eastern time. |It ends at 5 p.m. on Friday.",
    # numbers
    "It costs $3.50. |That is 2.5 % more. |$5 is little.",
    "It began in 2016. |20 firms left. |Version 2.0 came.",
    "1. First point. |2. Second point.",
    "N°. 1026.253.553 is there. |That is where it is.",
    # quotation marks and brackets
    "He asks “Why?” |Then he goes.",
    "“Who pays?” Ann asks. |“I do!” said Bob. |“Well.” |Ann left.",
    '"It is over." |Nobody moved. |"Who goes?" Dr. Wu asked.',
    "He teaches (He once built bridges.) at school. |(It fell.) |Then he left.",
    "It is kept.” |‘Is it?’ |Yes.",
    "It fell.[12] |It rose again.[3][4] |It stayed.",
    # ellipses and several signs
    "Wait... |What?! |No!! |Yes…",
    "I was ... well, what I mean … see . . . I did not mean it. |She left.",
    "I never meant that.... |She left the store. |And so on . . . . |Next sentence.",
    # addresses, names in lower case
    "See https://a.b/c?d=e. |Write to Jane.Doe@example.com. |eBay and iPhone are words. |iPhone is one.",
    "He uses Node.js and ASP.NET daily. |It works.",
    # lines
    "wrapped by an\neditor. |So it was.\n\n|A new\nparagraph",
    "Tolls\n|Fares\n|Bridges",
    "ask legal.\n|then go",
    "He met Mr.\nLee today.\n|It rained.",
    # other scripts
    "桥是承诺。|谁付钱？|李安说：“我付。”|然后走。",
    "“谁付钱？”他问。|没人回答！|真的?|不。",
    "彼は「行くか？」と言った。|はい。|価格は3.5億円です。",
    "كيف حالك؟ |أنا بخير. |شكرا!",
    "یہ پل ہے۔ |وہ کہاں ہے؟ |یہاں۔",
    "यह पुल है। |वह कहाँ है? |यहाँ।",
    "¿Quién paga? |¡Nadie! |El Sr. García no. |Él se fue.",
    "Das gilt z.B. für Brücken, d.h. für alle. |Dr. Wu kam im Mai.",
)


@pytest.mark.parametrize("marked", BOUNDARIES)
def test_sentences_end_at_the_boundaries_set_by_hand(marked: str) -> None:
    assert "|".join(split_sentences(marked.replace("|", ""))) == marked


@given(st.text() | st.lists(st.sampled_from([*STOPS, *"”’)] \n", "Ann", "said", "U.S", "Mr", "5", "桥", "I", "\u00a0"])).map("".join))
def test_the_sentences_joined_are_the_text(text: str) -> None:
    sentences = split_sentences(text)
    assert "".join(sentences) == text
    assert all(sentences)


ENORMOUS = {
    "stops": ".",
    "lines": "a\n",
    "short": "e.g. ",
    "quotes": '."',
    "wide": "。",
    "initials": "X. ",
    "signs": ". ",
    "dots": " .",
    "one": "x",
}


@pytest.mark.parametrize("end", ["", "x"])
@pytest.mark.parametrize("part", ENORMOUS.values(), ids=ENORMOUS)
def test_an_enormous_text_is_split_in_linear_time(part: str, end: str) -> None:
    start = time.perf_counter()
    split_sentences(part * 50_000 + end)
    assert time.perf_counter() - start < 5  # seconds; quadratic time would be minutes
