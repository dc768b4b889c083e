"""Harm, floods and epidemics denied as a whole, and told at another place (nói không có thiệt hại, chỗ khác lại kể).

    'Mưa lớn làm sạt lở 03 điểm, ngập 12 nhà', then 'Thiệt hại: Không có'; 'Dịch tả lợn châu Phi xảy ra tại thôn 2',
    then 'không phát sinh dịch bệnh trên đàn vật nuôi'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables. Which harm is of people, of goods
or of beasts is general knowledge; what a table of words counts is in ``denied_in_other_words``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from tongket.checking.evidence.clauses import Sentence, sentences, told_otherwise
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report

_NUMBER = r"(?<![\d./,])(?!0+\s)\d{1,5}(?:[.,]\d+)?"
_THINGS = r"(?:điểm|vị trí|chỗ|nhà|căn|hộ|ha|hecta|m|km|mét|tuyến|công trình|cột|cây|chiếc|con|phòng|trường)(?!\w)"
_WORDS = r"(?: [^\W\d_]+){0,4}"
_HARMED = r"(?:sạt lở|ngập(?: lụt| úng)?|tốc mái|sập|cuốn trôi|hư hỏng|vỡ|gãy đổ|đổ ngã|chìm|vùi lấp)"
_OF_GOODS = rf"{_HARMED}{_WORDS} {_NUMBER}\s?{_THINGS}|{_NUMBER}\s?{_THINGS}{_WORDS} (?:bị )?{_HARMED}"
_OF_PEOPLE = rf"{_NUMBER} (?:người|cháu|em)(?: [^\W\d_]+){{0,2}}? (?:bị )?(?:chết|tử vong|mất tích|thương|đuối nước)"
_WATER = (
    rf"(?:ngập(?: lụt| úng)?|sạt lở)(?: [^\W\d_]+){{0,6}} {_NUMBER}\s?{_THINGS}"
    rf"|{_NUMBER}\s?{_THINGS}{_WORDS} (?:bị )?(?:ngập|sạt lở)|nước lũ{_WORDS} (?:tràn|chia cắt)"
)
_BEASTS = (
    r"(?:(?:dịch )?tả lợn(?: châu phi)?|lở mồm long móng|cúm gia cầm|viêm da nổi cục|tai xanh|tụ huyết trùng|newcastle)"
)
_ARISES = r"(?:xảy ra|xuất hiện|bùng phát|tái phát|phát sinh|làm chết)"
_EPIDEMIC = (
    rf"{_BEASTS}(?: [^\W\d_]+){{0,3}} (?:đã |tiếp tục )?{_ARISES}|tiêu (?:hủy|huỷ) {_NUMBER} con"
    rf"|(?:phát hiện|xảy ra|xuất hiện|ghi nhận) (?:\d+ )?(?:ổ )?(?:dịch |bệnh )*{_BEASTS}"
)
_HAVE = r"(?: có| để phát sinh| ghi nhận| phát sinh| xảy ra| phát hiện| để xảy ra| xuất hiện)"
_NO = rf"(?:không|chưa){_HAVE}*"
_NONE = rf"(?:không|chưa){_HAVE}+"
_END = r"(?= ?(?:[.;,)]|$|\n| do ))"
_LIVESTOCK = r"(?: (?:trên|ở) (?:đàn )?(?:vật nuôi|gia súc, gia cầm|gia súc và gia cầm))?"


@dataclass(frozen=True, slots=True)
class _Harm:
    """How harm of one kind is denied as a whole, the word that each such denial holds, and how it is told."""

    sign: str
    denied: re.Pattern[str]
    told: re.Pattern[str]
    severity: Severity


def _harm(sign: str, denied: str, told: str, severity: Severity = "warning") -> _Harm:
    as_told = re.compile(rf"(?<!\w)(?:{told})", re.IGNORECASE)
    return _Harm(sign, re.compile(denied + _END, re.IGNORECASE), as_told, severity)


_HARMS = (
    _harm("thiệt hại", rf"(?:thiệt hại: {_NO}|{_NONE} thiệt hại(?: nào)?)", f"{_OF_GOODS}|{_OF_PEOPLE}"),
    _harm(
        "về người",
        rf"(?:thiệt hại về người: {_NO}|{_NONE} thiệt hại về người(?: và tài sản)?(?: xảy ra)?)",
        _OF_PEOPLE,
    ),
    _harm(
        "tài sản",
        rf"(?:thiệt hại về tài sản: {_NO}|{_NONE} thiệt hại về (?:người (?:và|,) )?tài sản(?: xảy ra)?)",
        _OF_GOODS,
    ),
    _harm(
        "ngập", rf"(?:ngập|sạt lở)[^.;:\n]{{0,30}}:(?:[^.;:\n]{{0,60}},)? ?{_NO}", _WATER, "info"
    ),  # nothing new, perhaps
    _harm(
        "dịch bệnh", rf"{_NONE} (?:các )?(?:ổ )?dịch bệnh(?: nguy hiểm)?(?: nào)?(?: xảy ra)?{_LIVESTOCK}", _EPIDEMIC
    ),
    _harm("ổ dịch", rf"{_NONE} (?:các )?ổ dịch(?: bệnh)?(?: nào)?(?: xảy ra)?{_LIVESTOCK}", _EPIDEMIC),
)
_FOR_SOME = re.compile(  # a denial for a time, a place or a kind of its own
    r"(?<!\w)(?:trong ngày|hôm nay|thêm|mới|đến nay|hiện nay|hiện tại|sau đó|từ ngày|riêng|cùng kỳ|năm trước|nên|nhờ"
    r"|nhưng|đàn|trâu|bò|gia cầm|lợn|heo|thủy sản|cây trồng|lúa)(?!\w)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(  # of another place or time, a plan, what is guarded against
    r"(?<!\w)(?:địa phận|xã bạn|lân cận|tỉnh bạn|nguy cơ|phòng,? chống|phương án|nếu|khi có|có thể|dự báo|cùng kỳ"
    r"|năm trước|những năm|đợt trước|diễn tập|tập huấn|nạn nhân|thuộc xã)(?!\w)",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?<!\w)(?:không|chưa)(?!\w)[^.,;]{0,40}$", re.IGNORECASE)
_CONTEXT = 200  # letters before a sentence that may say of what place it is


def check_harm_denied(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where harm, water or an epidemic is denied as a whole, and another sentence of
    the report's own time tells of it.

    Not flagged: denials for a day or a place, of another kind of harm or of other events ('04 vụ cháy'); what is told
    of other places, of risks and plans; scans with dirt.
    """
    if is_dirty(report):
        return
    small = report.text.lower()
    for harm in _HARMS:
        if harm.sign not in small:
            continue
        told = [one for one in sentences(report) if one.now]
        denials = [(one, found) for one in told if harm.sign in one.small and (found := harm.denied.search(one.text))]
        denials = [(one, found) for one, found in denials if not _FOR_SOME.search(one.text[: found.start()])]
        if not denials:
            continue
        places = ((one, _told(report.text, harm, one)) for one in told)
        first = list(islice(((one, at) for one, at in places if at is not None), _ENOUGH))
        for one, found in denials:
            events = _EVENTS.findall(one.small[: found.start()]) + _CAUSE.findall(one.small[found.end() :])
            other = next(
                (place for there, place in first if there is not one and all(it in there.small for it in events)), None
            )
            if other is not None:
                told_so = told_otherwise(report.text, one.place_of(found), other)
                yield replace(told_so, severity=harm.severity)
                break


_EVENTS = re.compile(r"\d (?:vụ|đợt|trận|cơn) (?!việc)([^\W\d_]+)")  # 'xảy ra 04 vụ cháy, không có thiệt hại về người'
_CAUSE = re.compile(r"^ do (cháy|tai nạn|đuối nước|ngộ độc|dịch bệnh)")  # of one kind: 'thiệt hại về người do cháy'
_ENOUGH = 2  # tellings of which one at least stands in another sentence than a denial


def _told(text: str, harm: _Harm, one: Sentence) -> Span | None:
    """Where a sentence tells of harm of a kind, here and as a thing that happened."""
    found = harm.told.search(one.text)
    if found is None or _ELSEWHERE.search(one.text) or _NOT.search(one.text, 0, found.start()):
        return None
    before = text[max(one.place.start - _CONTEXT, 0) : one.place.start]
    return None if "địa phận" in before or "thuộc xã" in before else one.place_of(found)


CHECKS = (check_harm_denied,)
