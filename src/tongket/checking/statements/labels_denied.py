"""Events denied behind their label, and counted in another place (mục ghi "không", nơi khác có số vụ).

    '- Cháy rừng: không xảy ra', then 'Xảy ra 02 vụ cháy rừng tại bản ...'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables. What is denied in a sentence
('không có hộ nào ...') is in ``denials``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tongket.checking.evidence.clauses import sentences, told_otherwise
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

_LABEL = re.compile(
    r"^[ \t\u00a0*+•–-]*(?:(?:\d+(?:\.\d+)*|[a-zđ])[.)/]\s)?(?P<label>[^\W\d_][^.;:\n]{3,60}?)\s?:\s"
    r"(?:[Kk]hông(?:\s(?:có|xảy\sra|phát\ssinh|ghi\snhận))?|[Cc]hưa(?:\scó)?\s(?:xảy\sra|phát\ssinh|ghi\snhận)|0+"
    r"(?:\s(?:vụ|đơn|ca|trường\shợp))?)\s?(?=[.;/]|$)",
    re.MULTILINE,
)
_GENERAL = re.compile(
    r"^(?:(?:tình\shình|số|các|về|những|công\stác|khu\svực|điểm|vụ|việc|vụ\sviệc|trường\shợp|tổng|thiệt\shại\svề)\s)+",
    re.IGNORECASE,
)
_SHORT = {"tngt": "tai nạn giao thông", "tnlđ": "tai nạn lao động", "bldg": "bạo lực gia đình"}
_FORMS = re.compile(r"(?:đề nghị|kiến nghị|đề xuất|khó khăn|vướng mắc|tồn tại|hạn chế|ghi chú|phụ lục)", re.IGNORECASE)
_CASES = r"(?:vụ(?:\sviệc)?|trường\shợp|ca|điểm|đám|ổ|đơn|cuộc|em|người|hộ)"
_COUNT = r"(?<![\d.,/])(?!0+\s)\d{1,3}"
_LONGER = re.compile(
    r"(?<!\w)(?:từ đầu|lũy kế|luỹ kế|cộng dồn|quý|cùng kỳ|so với|diễn tập|nguy cơ|tập huấn|tuyên truyền|phòng,? chống"
    r"|phòng ngừa|chữa|nghi|giảm|đã hết|không|chưa)(?!\w)"
)
_ELSEWHERE = re.compile(rf"(?<!\w)(?:xã|phường|thị trấn|huyện|tỉnh) (?P<name>[{CAPITALS}]\w*(?: [{CAPITALS}]\w*)*)")
_LEAST = 2  # words that name an event
_MOST = 200  # labels that are held against all sentences


def check_labels_denied(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a label is answered with 'không', and another sentence counts cases of
    what it names, in the same words.

    Not flagged: other times and longer ones, dangers, drills and work against it; what happened in another unit.
    """
    own = (report.letterhead.issuing_body or "").lower()
    for found in islice(_LABEL.finditer(report.text), _MOST):
        event = _event(found["label"])
        if len(event.split()) < _LEAST or _FORMS.match(event):
            continue
        told = next(_tells(report, event, own, found), None)
        if told is not None:
            yield told_otherwise(report.text, Span(found.start("label"), found.end()), told)


def _event(label: str) -> str:
    """What a label names, small and without the words that stand before any label."""
    words = _GENERAL.sub("", " ".join(label.lower().split()))
    return _SHORT.get(words, words)


def _tells(report: Report, event: str, own: str, label: re.Match[str]) -> Iterator[Span]:
    """Where other sentences than that of the label count an event, in the report's own time and place."""
    counted = re.compile(
        rf"{_COUNT}\s(?:{_CASES}\s)?(?:(?:xảy\sra|bị|về|có)\s)?{re.escape(event)}(?!\w|\s(?:nghiêm|lớn|đông))"
    )
    for one in sentences(report):
        if event not in one.small or not one.now or one.place.touches(Span(*label.span())):
            continue
        found = None if _LONGER.search(one.small) else counted.search(one.small)
        if found and all(unit["name"].lower() in own for unit in _ELSEWHERE.finditer(one.text)):
            yield one.place_of(found)


CHECKS = (check_labels_denied,)
