"""When reports are due (thời hạn): the closing date and the day of each level, as the letter says, kept in order.

Decree 09/2019/NĐ-CP, articles 8 and 12: a closing date, and a due date for each level with a working day between.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from tongket.errors import ReadError
from tongket.messages import N_
from tongket.model.programmes import Due, Schedule
from tongket.programmes.deadlines import has_a_working_day
from tongket.programmes.drafting.decisions import Decision
from tongket.programmes.drafting.letter import MEND_DAY, Dated, Letter, closings, deadlines, dues
from tongket.registry.working_days import add_working_days

_FROM_BELOW = ("commune", "district", "province")
_APART = 2  # working days between a level and the one above it, where the letter has one day for all


def draft_schedule(
    letter: Letter,
    levels: Sequence[str],
    start: str,
    end: str,
    decisions: list[Decision],
    answers: Mapping[str, str],
) -> Schedule | None:
    """Closing date and due days; None where the letter sets no due day and nobody has decided one.

    Raises:
        ReadError: days contradict each other, or leave no working day between.
    """
    found = _decided(answers["programme.due"]) if "programme.due" in answers else None
    dated = deadlines(letter) if found is None else ()
    days = dues(dated, levels) if found is None else found
    spread = _spread(days)
    closing, closing_words = _closing(letter, answers)
    guessed = bool(spread) and not closing
    if guessed:
        closing = _default_closing(spread, end)
    if spread:
        _refuse_disorder(letter, dated, spread, closing, start)
    words = "; ".join(one.words for one in dated)
    listed = ";".join(f"{one.level}={one.date}" for one in spread)
    why = "letter" if days else "missing"
    sure = bool(days) and spread == tuple(days)
    decisions.append(Decision("programme.due", "due", ("programme", "schedule"), listed, (), why, words, sure))
    why = "letter" if closing_words else "usual" if guessed else "missing"
    target = ("programme", "schedule")
    decisions.append(
        Decision("programme.closing", "closing", target, closing, (), why, closing_words, bool(closing_words))
    )
    return Schedule(closing=closing, dues=spread) if spread else None


def _decided(answer: str) -> tuple[Due, ...]:
    pairs = [part.partition("=") for part in answer.split(";") if "=" in part]
    return tuple(Due(level.strip(), date.strip()) for level, _, date in pairs)


def _closing(letter: Letter, answers: Mapping[str, str]) -> tuple[str, str]:
    """The closing date and the words that set it."""
    if "programme.closing" in answers:
        return answers["programme.closing"], "x"
    found = [one for one in closings(letter) if len(one.date) == 10]
    for first, second in pairwise(found):
        if first.date != second.date:
            raise ReadError(
                N_("two closing dates contradict each other: {first} ({place}) and {second}."),
                N_("Keep one of the two in the letter, or decide it yourself: --decide programme.closing=2026-09-30."),
                where=second.where,
                first=first.date,
                place=first.where,
                second=second.date,
            )
    return (found[0].date, found[0].words) if found else ("", "")


def _spread(days: Sequence[Due]) -> tuple[Due, ...]:
    """The days with room between the levels: where several share one, the lower are due some working days before."""
    ordered = sorted(days, key=lambda due: _rank(due.level))
    if len({due.date for due in ordered}) == len(ordered) or not ordered:
        return tuple(days)
    moved: dict[str, str] = {}
    above = ""
    for due in reversed(ordered):
        date = due.date
        if above and date >= above:
            date = add_working_days(above, -_APART)
        moved[due.level] = above = date
    return tuple(Due(due.level, moved[due.level]) for due in days)


def _rank(level: str) -> int:
    return _FROM_BELOW.index(level) if level in _FROM_BELOW else len(_FROM_BELOW)


def _default_closing(days: Sequence[Due], end: str) -> str:
    """The end of the period where it comes before all due days, else the end of the month before."""
    first = min(due.date for due in days)
    if end and end < first and has_a_working_day(end, first):
        return end
    return add_working_days(f"{first[:7]}-01", -1)


def _refuse_disorder(letter: Letter, dated: Sequence[Dated], days: Sequence[Due], closing: str, start: str) -> None:
    """Refuse a closing date after a due date, without a working day between, or before the period begins."""
    first = min(days, key=lambda due: due.date)
    where = next((one.where for one in dated if one.date == first.date), letter.file)
    if not has_a_working_day(closing, first.date):
        raise ReadError(
            N_("reports are due on {due}, with no working day after the figures close on {closing}."),
            MEND_DAY,
            where=where,
            due=first.date,
            closing=closing,
        )
    if start and closing < start:
        raise ReadError(
            N_("the figures close on {closing}, before the period begins ({start})."),
            MEND_DAY,
            where=where,
            closing=closing,
            start=start,
        )
