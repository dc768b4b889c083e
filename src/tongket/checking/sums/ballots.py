"""Ballots against one another (phiếu phát ra, thu về, hợp lệ; tín nhiệm cao, tín nhiệm, tín nhiệm thấp; tán thành).

Resolutions 85/2014/QH13 and 96/2023/QH15: each valid ballot of a vote of confidence marks one of three levels for each
person. A case of ``sum-mismatch``, whose page stands with the arithmetic. That no more come back than were given out is
held with the stages of one matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_LABELS = {
    "given": r"phát (?:ra|hành)",
    "back": r"thu (?:về|vào|lại)",
    "invalid": r"không hợp lệ",
    "valid": r"hợp lệ",
    "high": r"tín nhiệm cao",
    "low": r"tín nhiệm thấp",
    "against": r"không (?:đồng ý|tán thành|nhất trí)",
    "for": r"đồng ý|tán thành|nhất trí",
    "none": r"không (?:có )?(?:ý kiến|biểu quyết)|ý kiến khác|phiếu trắng",
    "middle": r"tín nhiệm",
    "all": r"(?:trên|trong) tổng số",
}
_COUNT = r"\d{{1,3}}(?:\.\d{{3}})+|\d{{1,4}}"
_NUMBER = rf"(?P<{{n}}>{_COUNT})(?!\d|[.,]\d|\s?%)(?:/(?P<{{of}}>{_COUNT})(?![\d/]))?"
_VOTERS = r"(?: (?:phiếu|đại biểu|cử tri|vị|người|đồng chí|ý kiến))"
_TOLD = re.compile(
    rf"(?<!\w)(?P<before>{'|'.join(_LABELS.values())})(?!\w)(?:\s(?:là|có|được|đạt|số phiếu|với))*\s?[:(]?\s?"
    rf"{_NUMBER.format(n='one', of='of_one')}(?!\d){_VOTERS}?"
    rf"|(?<![\d.,/-]){_NUMBER.format(n='other', of='of_other')}{_VOTERS}"
    r"(?: (?:có mặt|dự họp|tham dự))?(?: (?:bầu|bỏ|chọn|biểu quyết))?"
    rf" (?P<behind>{'|'.join(_LABELS.values())})(?!\w)",
    re.IGNORECASE,
)
_KINDS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _LABELS.items())
_LEVELS = ("high", "middle", "low")
_VOTES = ("for", "against", "none")


@dataclass(frozen=True, slots=True)
class _Count:
    """How many ballots of a kind, of how many where that is printed (0: it is not), and where."""

    kind: str
    count: int
    of: int
    place: Span


def check_ballots(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the levels of a vote of confidence do not make the valid ballots, valid and invalid
    ones not those that came back, or more vote than there are ballots.

    Not flagged: percentages; votes of which a level is not told; more than one count of a kind, of several persons,
    against anything but the ballots that are told last.
    """
    words = ("phiếu", "Phiếu", "biểu quyết", "tán thành")
    starts = sorted({line_start(report.text, at) for word in words for at in places_of(report.text, word)})
    for start in starts:
        end = line_end(report.text, start)
        counts = [_count(found) for found in _TOLD.finditer(report.text, start, end)]
        if len(counts) > 1:
            yield from _check(counts)


def _count(found: re.Match[str]) -> _Count:
    label = found["before"] or found["behind"]
    kind = next(name for name, words in _KINDS if words.fullmatch(label))
    number, of = (found["one"], found["of_one"]) if found["before"] else (found["other"], found["of_other"])
    return _Count(kind, int(number.replace(".", "")), int((of or "0").replace(".", "")), Span(*found.span()))


def _check(counts: Sequence[_Count]) -> Iterator[Finding]:
    """Each ballot in the order of the text: what begins anew is of another person."""
    now: dict[str, _Count] = {}
    for at, one in enumerate(counts):
        if one.kind == "given":
            now = {}
        for kinds in (_LEVELS, _VOTES):
            if one.kind == kinds[0]:
                now = {kind: held for kind, held in now.items() if kind not in kinds}
        now[one.kind] = one
        behind = counts[at + 1].kind if at + 1 < len(counts) else ""
        if one.kind in ("valid", "invalid") and behind not in ("valid", "invalid"):
            yield from _check_back(now)
        elif one.kind == "all" and "for" in now and "against" in now:
            yield from _check_parts([now[kind] for kind in _VOTES if kind in now], {"given": one}, exhaustive=False)
        elif one.kind in _LEVELS and all(kind in now for kind in _LEVELS) and behind not in _LEVELS[1:]:
            yield from _check_parts([now[kind] for kind in _LEVELS], now, exhaustive=True)
        elif one.kind in _VOTES and "for" in now and behind not in _VOTES[1:]:
            yield from _check_parts([now[kind] for kind in _VOTES if kind in now], now, exhaustive=False)


def _check_back(now: dict[str, _Count]) -> Iterator[Finding]:
    back = now.get("back") or now.get("given")
    if back and "valid" in now and "invalid" in now:
        parts = [now["valid"], now["invalid"]]
        if sum(one.count for one in parts) != back.count:
            yield _finding(back.place, back.count, parts)


def _check_parts(parts: Sequence[_Count], now: dict[str, _Count], *, exhaustive: bool) -> Iterator[Finding]:
    added = sum(one.count for one in parts)
    wholes = {one.of for one in parts if one.of}  # told once: '48/50 đại biểu tán thành; không tán thành 02 đại biểu'
    valid = now.get("valid")
    told = valid or now.get("back") or now.get("given")
    passed = len(wholes) == 1 and (added > max(wholes) or (exhaustive and added < max(wholes)))
    if len(parts) > 1 and passed:
        yield _finding(parts[-1].place, max(wholes), parts)
    elif told and (added > told.count or (exhaustive and valid and added < told.count)):
        yield _finding(told.place, told.count, parts)


def _finding(place: Span, total: int, parts: Sequence[_Count]) -> Finding:
    facts = {
        "parts": " + ".join(str(one.count) for one in parts),
        "sum": str(sum(one.count for one in parts)),
        "total": str(total),
    }
    related = tuple(one.place for one in parts if one.place != place)
    return Finding("sum-mismatch", "error", place, "", facts, related)
