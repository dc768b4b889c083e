"""Matters of administration that a heading names, and of which the text below has no word (tiêu đề có, nội dung không).

    'Phòng, chống dịch bệnh, khám, chữa bệnh' over vaccines and sprays alone.

A case of ``missing-part``, whose page stands with the form. What each matter is told with stands in a table of the
registry. Matters with documents or names of their own are in ``form.headings_answered``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongket.checking.evidence.pieces import pieces_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.registry.matters import matters_of_headings


@dataclass(frozen=True, slots=True)
class _Matter:
    """How a heading names a matter, and the words of which one stands wherever it is told of."""

    name: re.Pattern[str]
    told: re.Pattern[str]


@cache
def _matters() -> tuple[_Matter, ...]:
    """The matters of the table; a matter is told of by its own name, too."""
    return tuple(
        _Matter(
            re.compile(rf"(?<!\w)(?:{name})(?!\w)", re.IGNORECASE),
            re.compile(rf"(?<!\w)(?:{name}|{told})", re.IGNORECASE),
        )
        for name, told in matters_of_headings()
    )


_JOINT = re.compile(r",\s|;\s|\svà\s|\s[-–]\s")
_ENDS = (".", ";", ":", ")", "/", "”", "%", "!", "|", "…")
_LEAST = 70  # letters of a text that could have spoken of both


def check_matters_of_headings(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a heading names two or more matters, and of one of them no word that it could be
    told with stands in the section, while another is told of.

    Not flagged: short texts; tasks; matters that no table of words knows; scans with dirt.
    """
    if report.letterhead.doc_type != "Báo cáo" or is_dirty(report):
        return
    tasks = tasks_of(report)
    for section in report.walk_sections():
        end = section.head_end or section.start
        if section.kind == "heading" and section.end - end >= _LEAST and not tasks.touch(Span(section.start, end)):
            yield from _check(report.text, section, end)


def _check(text: str, section: Section, head_end: int) -> Iterator[Finding]:
    heading = text[section.start : head_end]
    small = " ".join(heading.lower().split())
    if not _JOINT.search(heading) or sum(sign in small for sign in _signs()) <= 1:
        return
    named = [(one, found) for one in _matters() if (found := one.name.search(text, section.start, head_end))]
    if len(named) <= 1:
        return
    below = text[head_end : section.end].rstrip()
    if not below.endswith(_ENDS):
        return  # what else there was may have been cut off
    missing = [found for one, found in named if not one.told.search(below)]
    if 0 < len(missing) < len(named):
        facts = {"matter": " ".join(missing[0].group().split()), "title": section.title or ""}
        yield Finding("missing-part", "warning", Span(*missing[0].span()), "matter", facts)


@cache
def _signs() -> tuple[str, ...]:
    """Pieces, in small letters, of which one stands in each name of a matter; one that two share is told twice."""
    return tuple(piece for one in _matters() for pieces in pieces_of(one.name)[:1] for piece in pieces)


_DIFFICULT = re.compile(r"khó khăn|vướng mắc|tồn tại|hạn chế", re.IGNORECASE)
_ASKING = re.compile(r"kiến nghị|đề nghị|đề xuất|giải pháp|khắc phục|tháo gỡ|nhiệm vụ", re.IGNORECASE)
_ASKS = re.compile(r"[\s\d.)*+–-]*(?:[a-zđ]\)\s*)?(?:Kính )?(?:đề nghị|kiến nghị|đề xuất)(?!\w)", re.IGNORECASE)


def check_difficulties_asked(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` (a note) where a section of difficulties holds requests and nothing else.

    Not flagged: headings that name requests too; sections of which one paragraph opens in other words; scans with dirt.
    """
    if report.letterhead.doc_type != "Báo cáo" or is_dirty(report):
        return
    for section in report.walk_sections():
        title = section.title or ""
        if section.kind != "heading" or not _DIFFICULT.search(title) or _ASKING.search(title):
            continue
        lines = [one for one in report.text[section.head_end : section.end].split("\n") if one.strip()]
        if lines and section.head_end and all(map(_ASKS.match, lines)):
            at = Span(section.start, section.head_end)
            matter = " ".join((_DIFFICULT.search(title) or [""])[0].split())
            yield Finding("missing-part", "info", at, "matter", {"matter": matter, "title": title})


CHECKS = (check_matters_of_headings, check_difficulties_asked)
