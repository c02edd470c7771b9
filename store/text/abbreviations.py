"""Abbreviations, grouped by what may follow their full stop within a sentence."""

from __future__ import annotations

import re


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A name follows. Case counts, because `gen` and `rep` are words too.
TITLES = _set_of(
    "Mr Mrs Ms Mx Messrs Mme Mlle Dr Prof Assoc Asst Gen Col Capt Cmdr Lt Maj Sgt Cpl Pvt Adm Sen Rep Rev Hon Gov Pres Amb Atty"
    " Supt Insp Fr Hr Mt Ft Sra Srta MR MRS MS DR PROF Drs Profs Sens Reps Gens Govs Mmes Mlles"
)
# The sentence goes on, whatever follows. This set and the following ones are compared in lower case.
INTRODUCING = _set_of("e.g i.e vs v cf viz approx incl excl esp resp z.b d.h bzw т.е")
# A number, a numeral or a letter follows.
NUMBERED = _set_of("b d r no nos n° nr núm p pp pág vol vols fig figs eq ca c sec ch art para par app tab ver tel ext op ст")
MONTHS = _set_of("jan feb mar apr jun jul aug sep sept oct nov dec")
DAYS = _set_of("mon tue tues wed thu thur thurs fri sat sun")
TIMES_OF_DAY = _set_of("a.m p.m")
AFTER_TIME_OF_DAY = re.compile("[A-Z]{2,4}|Eastern|Central|Mountain|Pacific|Beijing|London|Hong|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
# The sentence may end here or go on with a name. `etc` is not among these: before a capital letter it ends its sentence.
OPEN = _set_of("inc ltd co corp plc llc bros jr sr al dept univ assn est st ave blvd rd sq hwy rte pt intl natl govt ed eds ibid usw")
DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,4}")
# `Plan B` ends in a label and not in the initial of a name.
LABELLED = re.compile(
    r"\b(?:plan|series|class|type|appendix|group|grade|part|section|vitamin|team|option|category|round|exhibit)\s+$", re.IGNORECASE
)
# Words that, with a capital letter, begin a sentence rather than a name.
BEGINNERS = _set_of(
    "a the an i it its he she they we you my your his her our their this that these those there here then but and or so in on at for from"
    " with by as if when while not yet what who whose why how where which is are was were do does did don doesn didn isn has have had can"
    " could should would must let please most many much more some several few all any every each both none after before since until"
    " unless because although though whether during between among under over through throughout without within despite besides beyond"
    " across into upon like unlike rather however also even only still just instead meanwhile moreover furthermore therefore thus hence"
    " nevertheless nonetheless otherwise today yesterday tomorrow now later soon once first finally next such no one another others other"
    " nobody nothing everyone everything people perhaps maybe indeed again to of about according"
)
