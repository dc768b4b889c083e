"""Whose a reply is: by the cover of an Excel form, or the head of a report; where a name is shared, all it may be of.

Two communes of one country, or of one province, may have one name. What tells them apart is what the reply itself
says of the unit above, then the folder that it lies in; where neither does, the officer chooses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath

from tongket.messages import N_
from tongket.model.consolidations import LeftOut, ReportRead
from tongket.road.folder import read_one
from tongket.road.reading import read
from tongket.site.people.models import Body
from tongket.site.people.units import registry
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.services.errors import SubmissionError, answers_another
from tongket.vietnamese.unicode import key, plain

_HEAD = 600  # letters of a report in which its head stands


class Asked:
    """The submissions of a round, by unit and by the name of the body: read once for all files of a folder."""

    def __init__(self, round_: Round) -> None:
        self.round = round_
        self.by_unit: dict[str, list[Submission]] = {}
        self.by_name: dict[str, list[Submission]] = {}
        for one in Submission.objects.filter(round=round_).select_related("body__superior"):
            one.round = round_
            self.by_unit.setdefault(one.body.unit, []).append(one)
            self.by_name.setdefault(key(one.body.name), []).append(one)


def by_cover(asked: Asked, about: Mapping[str, str], name: str) -> list[Submission]:
    """The submissions of whom the cover of an Excel form names: one, or several of one name.

    Raises:
        SubmissionError: none of them is asked.
    """
    unit, body = about.get("unit", ""), about.get("body", "")
    here = asked.by_unit.get(unit, []) if unit else []
    named = asked.by_name.get(key(body), [])
    named = [one for one in named if one in here] if here else named
    found = _told_apart(named or here, (), name)
    if not found:
        raise _nobody(body or unit, name)
    return found


def by_letterhead(asked: Asked, path: Path, name: str) -> tuple[list[Submission], int, int]:
    """The submissions of whom the head of a report names, how many values it fills in, how many are unsure.

    Raises:
        SubmissionError: it answers another round, or none of them is asked.
    """
    programme = programme_of(asked.round.programme)
    report = read(path, name=name)
    taken = read_one(name, lambda: report, programme, registry(), None)
    if isinstance(taken, LeftOut):
        raise answers_another(taken, N_("Ask the body for the report of this round."), name)
    found = _of_report(asked, taken, name)
    if not found:
        raise _nobody(taken.body, name)
    sure = {(one.indicator, one.cell) for one in taken.matches if one.confidence >= programme.threshold}
    unsure = {(one.indicator, one.cell) for one in taken.matches if one.confidence < programme.threshold} - sure
    return found, len(sure), len(unsure)


def _of_report(asked: Asked, taken: ReportRead, name: str) -> list[Submission]:
    head = taken.report.letterhead
    if taken.unit is not None:
        here = asked.by_unit.get(taken.unit.id, [])
    else:  # nobody, or several of that name in the country
        units = registry().of_body(head.issuing_body or "", asked.round.period_end.isoformat())
        here = [one for unit in {unit.id: unit for unit in units} for one in asked.by_unit.get(unit, [])]
        here = here or asked.by_name.get(key(taken.body), [])
    fit = [one for one in here if one.body.kind == taken.kind] or here
    return _told_apart(fit, (head.parent_body or "", head.place or "", taken.report.text[:_HEAD]), name)


def _told_apart(several: Sequence[Submission], said: Sequence[str], name: str) -> list[Submission]:
    """The one whose unit above the head of the reply names, or the folder that it lies in; else all of them."""
    folder = " ".join(PurePath(name).parts).replace("-", " ").replace("_", " ")
    for text in (" ".join(said), folder):
        if len(several) < 2:
            break
        words = f" {plain(text)} "
        told = [one for one in several if any(f" {above} " in words for above in _above(one.body))]
        several = told if len(told) == 1 else several
    return list(several)


def _above(body: Body) -> set[str]:
    """The units above that of ``body``, by name, without marks: 'tinh phu tho', in the name of a folder 'phu tho'."""
    found = (unit for unit in registry().above(body.unit) if unit.kind != "nation")
    return {plain(name) for unit in found for name in (unit.full_name, unit.name)}


def choices_of(several: Sequence[Submission]) -> list[tuple[int, str]]:
    """What the officer chooses among: (submission, name of the body with the body above, and its code)."""
    return [
        (one.pk, " · ".join((one.body.name, *([one.body.superior.called] if one.body.superior else []), one.body.code)))
        for one in several
    ]


def _nobody(body: str, name: str) -> SubmissionError:
    return SubmissionError(
        N_("this round does not ask “{body}”."),
        N_("Look at the name of the body on the cover or in the head of the report, mend it, and drop it again."),
        where=name,
        body=body,
    )
