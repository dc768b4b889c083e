"""A mean against the lowest and the highest beside it (trung bình, thấp nhất, cao nhất): it lies between them.

A case of ``implausible-magnitude``, whose page stands with the magnitudes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_NUMBER = (
    r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?![\d.,/]*\d)"
    r"(?P<unit>\s?(?:%|[^\W\d_]+[23]?(?:/[^\W\d_]+)?))?"
)
_WORDS = r"(?:\s[^\W\d_.;,:()]+){0,6}?\s?:?\s"
_MEAN = re.compile(rf"(?<!\w)(?:trung bình|bình quân){_WORDS}{_NUMBER}", re.IGNORECASE)
_HIGHEST = re.compile(rf"(?<!\w)(?:cao|lớn|nhiều|đông|dài)(?: tuổi)? nhất{_WORDS}{_NUMBER}", re.IGNORECASE)
_LOWEST = re.compile(rf"(?<!\w)(?:thấp|nhỏ|ít|ngắn|trẻ)(?: tuổi)? nhất{_WORDS}{_NUMBER}", re.IGNORECASE)


def check_means_of_extremes(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where a mean is above the highest or below the lowest that its sentence tells:
    'tuổi bình quân 61 tuổi, cao nhất 58 tuổi'.

    Not flagged: sentences that tell several means or several extremes; numbers of two units.
    """
    end = 0
    for extreme in re.finditer(" nhất", report.text):
        if extreme.start() < end:
            continue
        start, end = sentence_start(report.text, extreme.start()), sentence_end(report.text, extreme.end())
        said = report.text[start:end]
        if "bình" not in said.lower():
            continue
        means = [*_MEAN.finditer(said)]
        highest, lowest = [*_HIGHEST.finditer(said)], [*_LOWEST.finditer(said)]
        if len(means) != 1 or len(highest) > 1 or len(lowest) > 1:
            continue
        for other, is_highest in [*((one, True) for one in highest), *((one, False) for one in lowest)]:
            if _is_outside(means[0], other, is_highest=is_highest):
                yield _finding(start, means[0], other, is_highest=is_highest)
                break


def _is_outside(mean: re.Match[str], other: re.Match[str], *, is_highest: bool) -> bool:
    value, bound = parse_number(mean["number"]), parse_number(other["number"])
    if value is None or bound is None or _unit(mean) != _unit(other):
        return False
    return value > bound if is_highest else value < bound


def _unit(found: re.Match[str]) -> str:
    return (found["unit"] or "").strip().lower()


def _finding(start: int, mean: re.Match[str], other: re.Match[str], *, is_highest: bool) -> Finding:
    place = Span(start + mean.start("number"), start + mean.end())
    related = Span(start + other.start("number"), start + other.end())
    facts = {"mean": mean[0][mean.start("number") - mean.start() :], "other": " ".join(other[0].split())}
    return Finding(
        "implausible-magnitude", "warning", place, "mean-above" if is_highest else "mean-below", facts, (related,)
    )


CHECKS = (check_means_of_extremes,)
