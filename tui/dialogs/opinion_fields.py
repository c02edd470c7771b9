"""The fields of the Opinion dialog, and the changes that an answer makes to a saved opinion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from store.errors import InvalidInputError
from store.model.opinion import Forecast, ReaderGrade, Resolution, Verdict
from store.model.records import AnyRecord, Claim
from store.opinions.logs import AGREEMENTS, parse_grade, parse_percent
from tui.dialogs.option_row import Option

OUTCOME_LABELS = {"open": "not yet", "yes": "yes", "partly": "partly", "no": "no", "void": "N/A (cannot be resolved)"}
NO_VERDICT = ""


class ChoiceField(NamedTuple):
    """A line with one of a few options."""

    id: str
    label: str
    options: tuple[Option, ...]
    value: str


class TextField(NamedTuple):
    """A line to fill in, with the value that is saved."""

    id: str
    label: str
    value: str
    placeholder: str = ""


Field = ChoiceField | TextField


class SavedOpinion(NamedTuple):
    """The reader's opinion on one record, as it is saved; None for what was not given."""

    verdict: Verdict | None = None
    grade: ReaderGrade | None = None
    forecast: Forecast | None = None
    resolution: Resolution | None = None


class VerdictInput(NamedTuple):
    """A verdict to store; `confidence` in per cent, None if none was given."""

    agreement: str
    because: str = ""
    confidence: int | None = None


class GradeInput(NamedTuple):
    """A grade to store."""

    grade: str
    because: str = ""


class ResolutionInput(NamedTuple):
    """An outcome to store."""

    outcome: str
    evidence: str = ""


class OpinionInput(NamedTuple):
    """The changed parts of an opinion, which are to be stored; None for each part that did not change."""

    verdict: VerdictInput | None = None
    grade: GradeInput | None = None
    probability: int | None = None
    resolution: ResolutionInput | None = None

    @property
    def is_empty(self) -> bool:
        """Return True if nothing changed."""
        return self == OpinionInput()


def agreement_label(agreement: str) -> str:
    """Return an agreement as words: `Strongly disagree`."""
    return agreement.replace("-", " ").capitalize()


def opinion_fields(record: AnyRecord, saved: SavedOpinion) -> tuple[Field, ...]:
    """Return the fields that apply to a claim, recommendation or strategy."""
    fields = verdict_fields(saved.verdict)
    if isinstance(record, Claim):
        fields += _grade_fields(saved.grade)
        fields += _prediction_fields(saved.forecast, saved.resolution) if record.forecast else ()
    return fields


def verdict_fields(verdict: Verdict | None) -> tuple[Field, ...]:
    """Return the fields of a verdict; without a saved one, the first choice is to give none."""
    options = tuple(Option(agreement, agreement_label(agreement)) for agreement in AGREEMENTS)
    if verdict is None:
        options = (Option(NO_VERDICT, "None"), *options)
    return (
        ChoiceField("agreement", "Verdict", options, verdict.agreement if verdict else NO_VERDICT),
        TextField("reason", "Reason", verdict.because if verdict else ""),
        TextField("confidence", "Confidence, %", _number(verdict.confidence if verdict else None), "(optional)"),
    )


def _grade_fields(grade: ReaderGrade | None) -> tuple[Field, ...]:
    return (
        TextField("grade", "Own grade", grade.grade if grade else "", "B2, or 2 for the credibility only"),
        TextField("grade_reason", "Grade reason", grade.because if grade else ""),
    )


def _prediction_fields(forecast: Forecast | None, resolution: Resolution | None) -> tuple[Field, ...]:
    outcome = resolution.outcome if resolution else "open"
    return (
        TextField("forecast", "Forecast, %", _number(forecast.probability if forecast else None), "probability, 0 to 100"),
        ChoiceField("outcome", "Outcome", tuple(Option(*item) for item in OUTCOME_LABELS.items()), outcome),
        TextField("evidence", "Evidence", resolution.evidence if resolution else "", "source of the outcome"),
    )


def read_opinion(values: Mapping[str, str], saved: SavedOpinion) -> OpinionInput:
    """Return what `values` change in a saved opinion: the text of each field by its id.

    An emptied reason, confidence or evidence is stored as empty, in a new version. A grade or forecast is not withdrawn by
    emptying its field: that raises InvalidInputError, as does text that cannot be read.
    """
    return OpinionInput(
        _read_verdict(values, saved.verdict) if "agreement" in values else None,
        _read_grade(values, saved.grade) if "grade" in values else None,
        _read_forecast(values, saved.forecast) if "forecast" in values else None,
        _read_resolution(values, saved.resolution) if "outcome" in values else None,
    )


def _read_verdict(values: Mapping[str, str], saved: Verdict | None) -> VerdictInput | None:
    before = VerdictInput(saved.agreement, saved.because.strip(), saved.confidence) if saved else VerdictInput(NO_VERDICT)
    answer = VerdictInput(values["agreement"], values["reason"], parse_percent("Confidence", values["confidence"]))
    if answer == before:
        return None
    if answer.agreement == NO_VERDICT:
        raise InvalidInputError("A reason and a confidence need a verdict: choose one, or delete the text.")
    return answer


def _read_grade(values: Mapping[str, str], saved: ReaderGrade | None) -> GradeInput | None:
    before = GradeInput(saved.grade, saved.because.strip()) if saved else GradeInput("")
    text, reason = values["grade"], values["grade_reason"]
    if GradeInput(text, reason) == before:
        return None
    if not text:
        cause = f"An empty field does not withdraw your grade {saved.grade}" if saved else "A reason for a grade needs a grade"
        raise InvalidInputError(f"{cause}: type a grade, or cancel.")
    answer = GradeInput(parse_grade(text), reason)
    return None if answer == before else answer


def _read_forecast(values: Mapping[str, str], saved: Forecast | None) -> int | None:
    probability = parse_percent("Forecast", values["forecast"])
    if probability is None and saved:
        raise InvalidInputError(f"An empty field does not withdraw your forecast {saved.probability}%: type a percentage, or cancel.")
    return None if saved and probability == saved.probability else probability


def _read_resolution(values: Mapping[str, str], saved: Resolution | None) -> ResolutionInput | None:
    before = ResolutionInput(saved.outcome, saved.evidence.strip()) if saved else ResolutionInput("open")
    answer = ResolutionInput(values["outcome"], values["evidence"])
    if answer == before:
        return None
    if answer.outcome != "open":
        return answer
    if answer.evidence not in ("", before.evidence):
        raise InvalidInputError("Evidence needs an outcome: choose one, or delete the evidence.")
    return None if before.outcome == "open" else ResolutionInput("open")


def _number(percentage: int | None) -> str:
    return "" if percentage is None else str(percentage)
