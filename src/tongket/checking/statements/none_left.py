"""What is said to be no more, or not to have happened, and a sentence elsewhere tells of it (không còn mà vẫn còn).

    'Toàn xã không còn hộ nghèo', then 'hiện xã còn 23 hộ nghèo'; 'không xảy ra cháy rừng', then 'vụ cháy rừng tại thôn
    Nà Pằn'; 'đạt 19/19 tiêu chí', then 'tiêu chí giao thông và tiêu chí môi trường chưa đạt'

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. What stands right beside is in
``contradictions``, numbers of what is denied to have been in ``denied_apart``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from tongket.checking.evidence.clauses import Sentence, is_of_part, sentences, told_otherwise
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_NO_MORE = re.compile(
    r"(?<!\w)[Kk]hông còn(?: (?:tình trạng|trường hợp|hiện tượng))? (?P<what>[^\W\d_]+(?: [^\W\d_]+){1,3}?)"
    r"(?= ?(?:[.;,]|$)| (?:trên địa bàn|ở|tại|theo)(?!\w))"
)
_NEVER = re.compile(
    r"(?<!\w)[Kk]hông (?:để )?(?:xảy ra|có|phát sinh|để)(?: (?:xảy ra|vụ|các vụ|tình trạng|trường hợp))*"
    r" (?P<what>[^\W\d_]+(?: [^\W\d_]+){1,3}?)(?= ?(?:[.;,]|$)| (?:trên địa bàn|nào)(?!\w))"
)
_MORE_CLOSELY = re.compile(r"^(?:phát sinh|mới|tái|thêm|nghiêm trọng|lớn|đáng kể)|(?:mới|lớn|nghiêm trọng|đông người)$")
_SINCE = re.compile(r"(?<!\w)(?:từ (?:tháng|ngày|khi|sau)|sau khi|quý|tháng \d|giai đoạn 2|cuối)(?!\w)", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:đầu (?:năm|kỳ)|năm trước|trước đây|xã bạn|lân cận|toàn (?:tỉnh|quốc|huyện))(?!\w)", re.IGNORECASE
)
_NOT = re.compile(
    r"(?<!\w)(?:không|chưa|nguy cơ|phòng|diễn tập|nếu|giả định|rút kinh nghiệm|tuyên truyền)(?!\w)[^.;]{0,40}$",
    re.IGNORECASE,
)
_MOST = 60  # denials: each is held against all sentences


def check_none_left(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where something is said to be no more in the whole unit, and another sentence of
    the same time counts what is left; where an event is denied, and one is told of with its day or place.

    Not flagged: denials of a part, a place or the time since a month; what was there before; scans with dirt.
    """
    if is_dirty(report):
        return
    told = [one for one in sentences(report) if one.now]
    for pattern, kind in ((_NO_MORE, _left), (_NEVER, _event)):
        denials = ((one, found) for one in told for found in one.finds(pattern))
        for one, denial in islice(denials, _MOST):
            before, what = one.text[: denial.start()], denial["what"]
            if is_of_part(report, before) or _SINCE.search(before) or _MORE_CLOSELY.search(what):
                continue
            others = (place for other in told if other is not one and (place := _told(report, other, kind(what), what)))
            other = next(others, None)
            if other is not None:
                yield told_otherwise(report.text, one.place_of(denial), other)


def _left(what: str) -> str:
    """How what is left is counted: 'còn 23 hộ nghèo', '12 nhà tạm còn lại'."""
    said = re.escape(what)
    number = r"(?!0+ )\d[\d.]*"
    return (
        rf"(?<!\w)còn(?: lại| tới| đến| khoảng| trên| hơn)? {number} {said}(?!\w)"
        rf"|(?<![\d.,/]){number} {said} còn lại(?!\w)"
    )


def _event(what: str) -> str:
    """How an event is told: 'vụ cháy rừng tại thôn ...', 'vụ cháy rừng ngày 03/4'."""
    where = r"(?:tại|ở|ngày|vào ngày|đêm|trên) (?!(?:xã|phường|huyện|tỉnh|địa phận)(?!\w))[^\s,.]+(?: [^\s,.]+)?"
    return rf"(?<!\w)(?:[Vv]ụ|[Tt]rận|ca|[Đđ]ợt) {re.escape(what)}(?: [^\W\d_]+){{0,3}}? {where}"


def _told(report: Report, other: Sentence, pattern: str, what: str) -> Span | None:
    """Where a sentence tells of what is denied, as of the whole unit or as an event; None where it does not."""
    if what.lower() not in other.small:
        return None
    found = re.search(pattern, other.text)
    if found is None or _OF_OTHERS.search(other.text) or _NOT.search(other.text, 0, found.start()):
        return None
    return None if is_of_part(report, other.text[: found.start()]) else other.place_of(found)


_ALL_CRITERIA = re.compile(
    r"(?<!\w)[Đđ]ạt(?: chuẩn)?(?: đủ)? (?P<part>\d{1,2})\s?/\s?(?P<whole>\d{1,2}) tiêu chí(?!\w)"
)
_CRITERION_LACKS = re.compile(
    r"(?<!\w)(?:[Tt]iêu chí [^.;()\d]{3,60}?(?: vẫn| còn)* chưa đạt"
    r"|còn (?!0+ )\d{1,2} tiêu chí(?: [^\W\d_]+){0,2} chưa đạt)"
)
_OTHER_SET = re.compile(
    r"(?<!\w)(?:nâng cao|kiểu mẫu|thông minh|(?<!nông )thôn|bản|ấp|khu dân cư|đô thị"
    r"|giai đoạn (?:20(?:2[6-9]|3\d)|tới|mới)|bộ tiêu chí mới|chi bộ|(?<!môi )trường)(?!\w)",
    re.IGNORECASE,
)


def check_all_criteria(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all criteria are said to be met, and another sentence names some that are
    not.

    Not flagged: other sets of criteria (of model communes, hamlets, towns); other times.
    """
    told = [one for one in sentences(report) if one.now and "tiêu chí" in one.small]
    plain = [one for one in told if not one.search(_OTHER_SET)]
    all_met = ((one, found) for one in plain for found in one.finds(_ALL_CRITERIA) if found["part"] == found["whole"])
    first = next(all_met, None)
    lacks = ((one, found) for one in plain for found in one.finds(_CRITERION_LACKS))
    other = next(((one, found) for one, found in lacks if first is not None and one is not first[0]), None)
    if first is not None and other is not None:
        yield told_otherwise(report.text, first[0].place_of(first[1]), other[0].place_of(other[1]))


CHECKS = (check_none_left, check_all_criteria)
