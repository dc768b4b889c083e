"""Numbers of a row that runs inside a text (đánh số trong câu): '(1) ...; (2) ...; (4) ...', 'Bước 1', 'Bước 2',
'Bước 4'.

Cases of ``numbering``, whose page stands with the headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_IN_BRACKETS = re.compile(r"(?:(?<=[:;,.] )|(?<= và )|(?<=gồm )|(?m:^)[-+*•]? ?)\((?P<value>\d{1,2})\) (?=[^\W\d_(])")
_STEP = re.compile(
    r"(?m)^[ \t]*+(?:[-–+*•][ \t]*+)?(?P<word>Bước|BƯỚC|Giai đoạn|Đợt|Vòng|Câu|Câu hỏi|Bài|Bài học|Nhóm"
    r"|Nhiệm vụ|Nội dung|Giải pháp|Mục tiêu|Chỉ tiêu|Chuyên đề|Hạng mục|Kiến nghị|Ý kiến) (?P<value>\d{1,2})[ \t]?[:.]"
)
_LEAST = 2  # numbers in order that make a row
_FEWEST = 3  # numbers of a row in which one is left out
_FAR = 3000  # letters between two of them


def check_runs_in_text(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` for a number that a row inside a text leaves out or has twice.

    Not flagged: rows of fewer than two in order before it, or of three with those behind; numbers that stand
    elsewhere in the paragraph; a row that begins anew; marks of columns and notes, which no text follows;
    recognised text with dirt.
    """
    if is_dirty(report):
        return
    for paragraph in report.paragraphs:
        text = report.text
        for span in paragraph.spans if "(2) " in paragraph.text or "(3) " in paragraph.text else ():
            row = [one for one in _IN_BRACKETS.finditer(text, span.start, span.end) if one["value"] != "0"]
            yield from _slips(row, [f"({one['value']})" for one in row], text[span.start : span.end], "({})")
    steps: dict[str, list[re.Match[str]]] = {}
    for one in finds(_STEP, report.text):
        steps.setdefault(one["word"], []).append(one)
    for word, row in steps.items():
        yield from _slips(row, [f"{word} {one['value']}" for one in row], report.text, f"{word} {{}}")


def _slips(row: Sequence[re.Match[str]], names: Sequence[str], said: str, form: str) -> Iterator[Finding]:
    """The first slip of each row that begins with 1 and counts up."""
    last, length = 0, 0
    held = cache(said.__contains__)
    for index, one in enumerate(row):
        value = int(one["value"])
        near = index > 0 and one.start() - row[index - 1].end() <= _FAR
        if value == last + 1 and (near or value == 1):
            last, length = value, length + 1
            continue
        enough = length >= _LEAST or (value == last + 2 and length + _in_order(row, index) >= _FEWEST)
        if enough and near and value in (last, last + 2) and value > 1:
            facts = {"number": names[index], "before": names[index - 1]}
            place, related = Span(one.start("value"), one.end("value")), (Span(*row[index - 1].span()),)
            missing = form.format(last + 1)
            if value == last:
                yield Finding("numbering", "warning", place, "repeated", facts, related)
            elif not held(missing):
                yield Finding("numbering", "warning", place, "skipped", {**facts, "missing": missing}, related)
        elif near and value == last and _begins_twice(row, index):
            facts = {"number": names[index], "before": names[index - 1]}
            place, related = Span(one.start("value"), one.end("value")), (Span(*row[index - 1].span()),)
            yield Finding("numbering", "warning", place, "repeated", facts, related)
        last, length = (1, 1) if value == 1 else (0, 0)


def _in_order(row: Sequence[re.Match[str]], index: int) -> int:
    """How many numbers count up from one of a row on, itself among them; two are enough to know."""
    goes_on = index + 1 < len(row) and int(row[index + 1]["value"]) == int(row[index]["value"]) + 1
    return 1 + goes_on


_PARTED = re.compile(r"[.:]\s")


def _begins_twice(row: Sequence[re.Match[str]], index: int) -> bool:
    """Whether the first number of a row in brackets stands twice, both in one sentence: '(1) ...; (1) ...; (2) ...'."""
    one, before = row[index], row[index - 1]
    return _in_order(row, index) > 1 and _PARTED.search(one.string, before.end(), one.start()) is None


CHECKS = (check_runs_in_text,)
