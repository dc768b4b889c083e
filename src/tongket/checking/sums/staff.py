"""The staff of a school against its kinds (đội ngũ nhà trường): 'Tổng số CB, GV, NV: 22. CBQL: 02; GV: 15; NV: 03'.

Who works at a school manages, teaches or serves it, and is of one kind alone: circulars 20/2023/TT-BGDĐT (general
schools) and 19/2023/TT-BGDĐT (kindergartens) on posts of work. A case of ``sum-mismatch``, whose page stands with the
arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.places import with_unit
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_AND = r"(?:\s?[,;&–-]\s?|\s?và\s|\s)?"
_MANAGERS = r"(?:[Cc]án bộ(?: quản l[ýí])?|CBQL|CB|QL)"
_TEACHERS = r"(?:[Gg]iáo viên|GV)"
_SERVANTS = r"(?:(?:công )?nhân viên|CNV|NV)"
_STAFF = rf"{_MANAGERS}{_AND}{_TEACHERS}{_AND}{_SERVANTS}(?!\w)"
_NUMBER = r"(?<![\d.,/])\d{1,3}(?![\d/%]|[.,]\d|\s?%)"
_WHOLE = (
    re.compile(
        rf"(?:[Tt]ổng (?:số )?|[Đđ]ội ngũ |[Ss]ố lượng ){_STAFF}(?: (?:hiện có|toàn trường|của trường))?"
        rf"\s?(?::|là|có)\s?(?P<whole>{_NUMBER})"
    ),
    re.compile(
        rf"(?:[Tt]oàn trường|[Nn]hà trường|[Tt]rường)(?: hiện)?(?: nay)?\s?(?:có|:)\s?(?:tổng số )?"
        rf"(?P<whole>{_NUMBER}) {_STAFF}"
    ),
)
_KINDS = {
    "managers": r"(?:CBQL|[Cc]án bộ quản l[ýí]|BGH|[Bb]an [Gg]iám hiệu|QL|[Qq]uản l[ýí])",
    "teachers": r"(?:GV|[Gg]iáo viên)",
    "servants": r"(?:CNV|NV|(?:[Cc]ông )?[Nn]hân viên)",
}
_LED = {
    kind: re.compile(
        rf"(?:^|[\s:;,(+*•–-]){name}\s?(?::|là|có|gồm)?(?:\s{{0,3}}|[ \u00a0]{{4,12}})(?P<count>{_NUMBER})"
    )
    for kind, name in _KINDS.items()
}
_FOLLOWED = {kind: re.compile(rf"(?P<count>{_NUMBER}) {name}(?!\w)") for kind, name in _KINDS.items()}
_OTHERS = re.compile(
    r"TPT|[Tt]ổng phụ trách|[Bb]ảo vệ|[Hh]ợp đồng|HĐ(?!\w)|[Hh]iệu trưởng|HT(?!\w)|[Cc]ô nuôi|[Cc]ấp dưỡng|[Nn]ấu ăn"
    r"|[Kk]iêm|[Bb]iệt phái|nghỉ|thiếu|tăng cường"
)
_OF_SOME = re.compile(r"[Tt]rình độ|[Đđ]ạt chuẩn|[Đđ]ảng viên|[Nn]ữ(?!\w)|[Dd]ân tộc")  # what only some of a kind are
_STOP = re.compile(r"\n|\.\s")
_FAR = 260  # letters among which the kinds are told
_BRACKET = re.compile(r"\([^()\n]*\)")
_TAUGHT, _SERVED = re.compile(_KINDS["teachers"]), re.compile(_KINDS["servants"])


def check_staff(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where managers, teachers and servants of a school do not make its staff.

    Not flagged: staff of which one kind is not told, or told twice; other kinds told beside them ('Tổng phụ trách'),
    those who are lent or missing; kinds of which some are told ('Trình độ: CBQL 02 đại học'); recognised text with
    dirt.
    """
    if is_dirty(report) or not ("NV" in report.text or "ân viên" in report.text):
        return
    for pattern in _WHOLE:
        for whole in finds(pattern, report.text):
            told = _told(report.text, whole.end())
            if told is None:
                continue
            counts = [Decimal(report.text[one.start : one.end]) for one in told]
            made, of = sum(counts, Decimal(0)), Decimal(whole["whole"])
            if made != of:
                facts = {"parts": " + ".join(map(shown, counts)), "sum": shown(made), "total": shown(of)}
                yield Finding("sum-mismatch", "error", with_unit(report, *whole.span("whole")), "", facts, told)


def _told(text: str, at: int) -> tuple[Span, ...] | None:
    """Where the count of each kind stands behind the staff; None where that is not sure."""
    end = min((found.start() for one in _WHOLE for found in one.finditer(text, at, at + _FAR)), default=at + _FAR)
    text = text[:at] + _BRACKET.sub(_left_out, text[at:end])
    for patterns in (_LED, _FOLLOWED):
        found = {kind: list(one.finditer(text, at, end)) for kind, one in patterns.items()}
        if all(len(places) == 1 for places in found.values()):
            told = sorted(Span(*places[0].span("count")) for places in found.values())
            stop = _STOP.search(text, told[-1].end)
            others = _OTHERS.search(text, at, stop.start() if stop else len(text))
            return None if others or _OF_SOME.search(text, at, told[0].start) else tuple(told)
    return None


def _left_out(bracket: re.Match[str]) -> str:
    """Blanks for a bracket that divides one kind: '37 giáo viên (biên chế 32, hợp đồng 5)'."""
    inner = bracket[0]
    return inner if _TAUGHT.search(inner) and _SERVED.search(inner) else " " * len(inner)


CHECKS = (check_staff,)
