"""Numbers of a list that were not filled in (số lượng để trống): '+ Giáo viên:' among '+ Cán bộ quản lý: 03', 'Tổng số
trường: trường'.

A case of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.stops import line_end, line_start, lines_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_ROW = re.compile(r"[ \t]*(?P<mark>[-–+*•✓])[ \t]*(?P<label>[^\W\d_][^:\n\d]{1,60}:)[ \t]*(?P<value>[^\n]*)")
_MARK = re.compile(r"[ \t]*([-–+*•✓])")
_NUMBER = re.compile(r"\d[\d.,/]*(?!\w|/)")
_OPEN_ROW = re.compile(r":[ \t]*\n")
_UNIT = re.compile(
    r":(?<=[^\W\d_]:)[ \t]{1,6}(?P<unit>trường|lớp|hộ|người|đồng chí|đ/c|học sinh|em|cháu|thôn|vụ|cuộc|buổi|lượt"
    r"|hồ sơ|đơn|con|ha|tấn|km|m2|(?:triệu )?đồng|%)(?=[ \t]*(?:[-–;,.(\n]|$))"
)
_COUNTS = re.compile(r"(?<!\w)(?:[Tt]ổng(?: số)?|[Ss]ố(?: lượng)?) (?!liệu|hiệu)(?P<rest>[^:;,.\n\d]{1,60})$")
_COUNTED = (
    r"trường|lớp|hộ|người|đồng chí|đ/c|học sinh|em|cháu|thôn|vụ|cuộc|buổi|lượt|hồ sơ|đơn|con|ha|tấn|km|trường hợp"
    r"|hội viên|đoàn viên|đảng viên|mô hình|(?:triệu |tỷ )?đồng"
)
_DOTS = re.compile(  # 'giỏi ... em, khá 44 em'
    rf"[ \t](?P<dots>\.{{3}}|…)[ \t](?P<unit>{_COUNTED})(?=[,;.)]|[ \t]*\n|\Z)"
)
_VERB_DOTS = re.compile(
    rf"(?<!\w)(?:xử lý|hỗ trợ|cấp|có|được|với|cho|thu hút|tổ chức|trao|tặng|giải quyết|tiếp nhận|phát hiện|xử phạt|mở"
    rf"|gồm|còn|đạt|khoảng|trên) (?P<dots>\.{{3}}) (?P<unit>trường hợp|{_COUNTED}|gia đình|suất|mũi)"
    r"(?!\w)(?=[^\W\d_ ]* [^\W\d_])"
)
_DONE = re.compile(  # 'khám được lượt người', 'tiêm được mũi cho trẻ'
    r"(?:đạt|được) (?:lượt(?= (?:người|khách|hội viên|đoàn viên|cán bộ|bệnh nhân)|[,.;])|mũi(?= cho|[,.;])"
    r"|(?:tấn|km|m2|m3|kg)(?=[,.;]| (?:đường|lúa|thóc|rau|kênh|mương|rác|gạo)(?!\w)))"
)
_AFTER_COLON = re.compile(rf":[ \t]*(?P<dots>\.{{3,}}|…+)[ \t]*(?P<unit>{_COUNTED}|ca)(?=[,;.)]|[ \t]*\n|\Z)")
_ENDS = re.compile(
    r"(?m)^[ \t]*+(?:[-–+*•][ \t]*+)?(?P<label>(?:Tổng số|Số(?: lượng)?) (?!liệu|hiệu|:)[^:;\n]{3,80}?)"
    r"[ \t]*(?:\.{4,}|…{2,})[ \t]*$"
)
_LINE = 1000  # letters of a line that are looked at to either side
_LABEL = 70  # letters before a colon that name what is counted
_FORM = 12  # more of them, and the text is a form to be filled in


def check_blank_counts(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for a row without its number among rows of one list that have theirs, and for a unit that no
    number stands before: 'Tổng số trường: trường'.

    Not flagged: rows that lower ones or a text follow; lists in which most rows say something else; answers in words
    ('Thành phần: học sinh'); forms; recognised text.
    """
    if is_recognised(report):
        return
    found = [*_rows_left_out(report.text), *_units_alone(report.text), *_numbers_left_out(report.text)]
    for place in found if len(found) <= _FORM else ():
        facts = {"printed": " ".join(report.text[place.start : place.end].split())}
        yield Finding("incomplete", "warning", place, "dots", facts)


def _rows_left_out(text: str) -> Iterator[Span]:
    if not _OPEN_ROW.search(text):
        return
    lines = [(at, line) for at, line in lines_of(text) if line.strip()]
    marks = [found[1] if (found := _MARK.match(line)) else "" for _, line in lines]
    at = 0
    for mark, group in groupby(marks):
        size = len(list(group))
        if mark and size > _FEW:
            behind = marks[at + size] if at + size < len(marks) else ""
            is_over = behind != "" and marks.index(behind) < marks.index(mark)  # the list above goes on
            yield from _open_of_list(lines[at : at + size], last_is_led=not is_over)
        at += size


_FEW = 2  # rows of a list


def _open_of_list(rows: Sequence[tuple[int, str]], *, last_is_led: bool) -> Iterator[Span]:
    """The rows of a list without a value, where most have a number; the last may lead to what follows the list."""
    read = [(at, _ROW.fullmatch(line)) for at, line in rows]
    filled = sum(bool(row and _NUMBER.match(row["value"])) for _, row in read)
    if 2 * filled <= len(read):
        return
    for at, row in read[:-1] if last_is_led else read:
        if row is not None and not row["value"].strip():
            yield Span(at + row.start("label"), at + row.end("label"))


def _units_alone(text: str) -> Iterator[Span]:
    found = list(_UNIT.finditer(text))
    lines = [(line_start(text, one.start(), _LINE), one["unit"]) for one in found]
    times = Counter(lines)
    for one, line in zip(found, lines, strict=True):
        counted = _COUNTS.search(text, max(line[0], one.start() - _LABEL), one.start())
        if counted or times[line] > 1:
            start = counted.start() if counted else text.rfind(" ", 0, one.start()) + 1
            yield Span(start, one.end())


def _numbers_left_out(text: str) -> Iterator[Span]:
    """Dots in the place of a number, a unit without one behind a verb that needs it, a label that ends in dots."""
    for one in finds(_DONE, text):
        yield Span(*one.span())
    if "..." not in text and "…" not in text:
        return
    for one in _AFTER_COLON.finditer(text):
        yield Span(one.start("dots"), one.end())
    for one in _DOTS.finditer(text):
        line = text[line_start(text, one.start(), _LINE) : one.start()]
        rest = text[one.end() : line_end(text, one.end(), _LINE)]
        if re.search(rf"\d {re.escape(one['unit'])}(?!\w)", f"{line}\n{rest}"):  # counted elsewhere in the line
            yield Span(one.start("dots"), one.end())
    for one in finds(_VERB_DOTS, text):
        yield Span(one.start("dots"), one.end())
    for one in _ENDS.finditer(text):
        yield Span(one.start("label"), one.end())


CHECKS = (check_blank_counts,)
