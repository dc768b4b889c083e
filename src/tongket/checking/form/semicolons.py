"""Semicolons after which nothing of the list comes (dấu chấm phẩy ở chỗ hết ý): at the end of a section, and behind a
paragraph among others that end in full stops.

A case of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.form.norms import TYPES_OF_NORMS
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_BEHIND = ' \t\r\n”"*_'
_MAIN = re.compile(r"(?:[IVXL]+|\d{1,2}(?:\.\d{1,2})*|(?:Phần|Chương|Mục|Điều) \w+(?: \w+)?)$")
_MARKED = re.compile(
    r"[\s*_]*(?:[-–—+*•~]|\(?(?:\w{1,2}|\d{1,2}(?:\.\d{1,2})+|[IVX]{1,5})[.)/]|Căn cứ|Xét|Theo đề nghị)"
)
_AMENDS = re.compile(r"sửa đổi|bổ sung|bãi bỏ", re.IGNORECASE)
_SHORTEST = 40  # letters of a paragraph that is a sentence, and no line of a list
_OTHERS = 2  # paragraphs of a section that end in a full stop, beside each that does not


def check_semicolons(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) where a part ends in a semicolon, as if another item were to come.

    Not flagged: items that others of their list follow; provisions and what amends them, which quote; sections whose
    paragraphs end in semicolons throughout; scans with dirt.
    """
    head = report.letterhead
    if head.doc_type in (None, *TYPES_OF_NORMS) or _AMENDS.search(head.title or "") or is_dirty(report):
        return
    places = {*_ends_of_sections(report), *_lone_paragraphs(report)}
    for at in sorted(places):
        start = report.text.rfind(" ", 0, at) + 1
        yield Finding("incomplete", "info", Span(start, at + 1), "semicolon", {})


def _ends_of_sections(report: Report) -> Iterator[int]:
    """Semicolons that close a section before a heading of its level or of a higher one."""
    for one, after in pairwise(report.walk_sections()):
        if after.kind != "heading" or after.level > one.level or not _MAIN.match(after.number or ""):
            continue
        end = len(report.text[one.start : after.start].rstrip(_BEHIND)) + one.start
        has_text = one.kind == "heading" and report.text.find("\n", one.start, end) > 0
        if report.text[end - 1] == ";" and (after.level < one.level or has_text):
            yield end - 1


def _lone_paragraphs(report: Report) -> Iterator[int]:
    """Semicolons behind single paragraphs of a section, where twice as many end in full stops."""
    starts = [one.start for one in report.walk_sections()]
    ends: dict[int, list[int]] = defaultdict(list)
    for one in report.paragraphs:
        said = one.text.rstrip(_BEHIND)
        if one.kind == "body" and one.spans and len(said) >= _SHORTEST and not _MARKED.match(said):
            low, high = one.spans[-1].start, one.spans[-1].end
            ends[bisect_right(starts, one.spans[0].start)].append(low + len(report.text[low:high].rstrip(_BEHIND)) - 1)
    for row in ends.values():
        marks = "".join(report.text[at] for at in row)
        if ";;" not in marks and marks.count(".") >= _OTHERS * marks.count(";"):
            yield from (at for at, mark in zip(row, marks, strict=True) if mark == ";")


_GROUND = re.compile(r"[\s*_–-]*(?:Căn cứ|Xét|Theo đề nghị|Thực hiện)\s")
_FIRST_PART = re.compile(r"\s*(?:(?i:phần|chương|điều)\s+(?:thứ\s|[\dIVX])|[IVX]{1,4}\.\s|1\.\s)")


def check_grounds_left_open(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where the grounds of a document end in a comma or semicolon, and its first part follows at
    once: the sentence that resolves or issues ('..., Ủy ban nhân dân xã ban hành kế hoạch như sau') is missing.

    Not flagged: scans with dirt, which lose lines.
    """
    if is_dirty(report) or not report.sections:
        return
    first = report.sections[0].start
    end = len(report.text[:first].rstrip())
    above = next((one for one in report.paragraphs if any(part.start < end <= part.end for part in one.spans)), None)
    if above and _GROUND.match(above.text) and report.text[end - 1] in ",;" and _FIRST_PART.match(report.text, first):
        place = Span(report.text.rfind(" ", 0, end) + 1, end)
        yield Finding("incomplete", "warning", place, "sentence", {"mark": report.text[end - 1]})


CHECKS = (check_semicolons, check_grounds_left_open)
