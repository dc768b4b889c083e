"""Who is said to have the most, the least, or to be the only one, and others that the report tells of elsewhere (cao
nhất, duy nhất, mà chỗ khác có nơi bằng hoặc hơn).

    'Thôn Nà Pằn thu hoạch 46 tấn, cao nhất toàn xã', then 'Thôn Khuổi Lịa thu hoạch 52 tấn'; 'lớp 5A có 12 học sinh
    xuất sắc, cao nhất trường', then 'lớp 5A và lớp 5C cùng có 12 học sinh xuất sắc'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. Lists beside their verdict are in
``most_of_list``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from tongket.checking.evidence.clauses import Sentence, sentences, told_otherwise
from tongket.checking.evidence.expressions import NUMBER
from tongket.checking.evidence.same_matter import keys_of
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import CAPITALS

_NOUN = (
    r"(?:thôn|bản|ấp|làng|khu phố|tổ dân phố|tổ hợp tác|hợp tác xã|HTX|xã|phường|thị trấn|huyện|lớp|khối|trường"
    r"|chi bộ(?: thôn| bản| ấp| khu phố| trường| cơ quan)?|chi hội(?: thôn| bản| ấp)?|chi đoàn(?: thôn| bản| ấp)?"
    r"|đảng bộ|câu lạc bộ)"
)
_NAME = (
    rf"(?:\d{{1,2}}[A-Z]\d?(?!\w)|\d{{1,2}}(?![\d.,%/]| [^\W\d_])|[{CAPITALS}][^\W\d_]*(?: (?:[{CAPITALS}][^\W\d_]*"
    r"|\d{1,2}(?![\d.,%/])))*)"
)
_NAMED = re.compile(rf"(?<!\w)(?P<noun>(?i:{_NOUN})) (?P<name>{_NAME})")
_MOST = re.compile(
    r"(?<!\w)(?:(?P<more>cao|nhiều|lớn|đông|dài)|(?P<less>thấp|ít|nhỏ|ngắn)) nhất"
    r"(?: (?:trong|của|so với))?(?: (?:toàn|các|cả))? (?P<of>xã|phường|huyện|tỉnh|trường|Đảng bộ|đảng bộ|khối|thôn"
    r"|hợp tác xã|thị trấn|thành phố|hội|khu vực)(?!\w)"
)
_VALUE = re.compile(rf"(?<![\d./,\w])(?P<number>{NUMBER})(?P<unit>\s?%|(?: [^\W\d_]+)+)?(?![\d/])")
_EQUAL = re.compile(r"(?<!\w)(?:cùng|bằng nhau|đều|như nhau)(?!\w)")
_FILLING = keys_of(
    "là có đạt với được còn chỉ cùng đều bằng nhau của và các trong toàn nhất cao nhiều lớn đông dài thấp ít nhỏ ngắn"
    " số tỷ lệ đã ước lên tới đến nay năm hiện khoảng trên hơn gần thứ hai xã trường phường huyện đây mức nào khác"
    " cả so thôn bản lớp chi bộ hội đoàn riêng tại ở"
)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:quý|tháng|đợt|kỳ|vụ|giai đoạn|năm (?:trước|ngoái|học trước|20\d\d|19\d\d)|cùng kỳ|phấn đấu|chỉ tiêu"
    r"|kế hoạch|mục tiêu|tăng|giảm|thêm|mỗi)(?!\w)",
    re.IGNORECASE,
)
_LONGEST = 60  # sentences with a superlative
_SHORTEST_MATTER = 1


@dataclass(frozen=True, slots=True)
class _Value:
    """What a sentence tells of places or groups: their noun, names, number with unit, and the words that name it."""

    sentence: Sentence
    noun: str
    names: frozenset[str]
    number: Decimal
    words: frozenset[str]


def check_most_apart(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where one that is named is said to have the most or the least of something, and
    another sentence tells of another of its kind that passes it, or is told to have just as much.

    Not flagged: values named in other words, of another time or unit; sentences with several numbers.
    """
    told = sentences(report)
    claims = ((one, found) for one in told if one.now and (found := one.search(_MOST)))
    values: list[_Value] | None = None
    for one, found in islice(claims, _LONGEST):
        own = _value(one, one.text[: found.start()] + " " + one.text[found.end() :])
        if own is None or len(own.names) != 1:
            continue
        if values is None:
            values = [it for other in told if other.now and (it := _value(other, other.text)) is not None]
        for other in values:
            if other.sentence is one or not _are_one(own, other):
                continue
            passes = other.number > own.number if found["more"] else other.number < own.number
            ties = other.number == own.number and other.sentence.search(_EQUAL) and len(other.names) > 1
            if (passes and not own.names & other.names) or ties:
                yield told_otherwise(report.text, one.place, other.sentence.place)
                break


def _are_one(own: _Value, other: _Value) -> bool:
    of_a_kind = own.noun.split()[0] == other.noun.split()[0]
    return of_a_kind and own.words == other.words and bool(other.names - own.names)


def _value(one: Sentence, said: str) -> _Value | None:
    """The one number that a sentence tells of those that it names; None where it tells more, or of another time."""
    named = list(islice(_NAMED.finditer(said), 5))
    if not named or _OTHER_TIME.search(said):
        return None
    bare = _NAMED.sub(" ", said)
    numbers = list(islice(_VALUE.finditer(bare), 2))
    number = parse_number(numbers[0]["number"]) if len(numbers) == 1 else None
    if number is None or len({it["noun"].lower() for it in named}) != 1:
        return None
    words = keys_of(bare) - _FILLING
    unit = (numbers[0]["unit"] or "").strip()
    if unit == "%":
        words |= {"%"}
    names = frozenset(it["name"] for it in named)
    return _Value(one, named[0]["noun"].lower(), names, number, words) if len(words) >= _SHORTEST_MATTER else None


_SOLE = re.compile(
    rf"(?<!\w)là (?P<noun>{_NOUN}|đơn vị|địa phương|cơ sở|sản phẩm|mô hình) duy nhất (?P<act>[^.,;:()\d\n]{{6,80}})"
)
_WHERE = re.compile(
    r" (?:trên địa bàn|của (?:xã|huyện|tỉnh)|trong (?:xã|huyện|tỉnh|toàn)|toàn (?:xã|huyện|tỉnh))(?!\w).*$"
)


def check_sole_apart(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where one is called the only one of its kind to have or do something, and
    another sentence counts several that have: 'chi bộ duy nhất hoàn thành xuất sắc nhiệm vụ', 'có 03 chi bộ hoàn thành
    xuất sắc nhiệm vụ'.
    """
    told = sentences(report)
    soles = ((one, found) for one in told if one.now and (found := one.search(_SOLE)))
    for one, found in islice(soles, _LONGEST):
        act = " ".join(_WHERE.sub("", found["act"]).split())
        several = re.compile(
            rf"(?<![\d./,])(?!0?1 )(?!0+ )(?P<number>\d{{1,3}}) {found['noun'].split()[0]}(?: [^\W\d_]+){{0,2}}?"
            rf"(?: (?:được|đã|đạt))? {re.escape(act)}(?=\s?(?:[.,;:()]|$)| (?:là|gồm|trong|trên|của))"
        )
        for other in told:
            more = several.search(other.text) if other.now and other is not one and act in other.text else None
            if more is not None and not _OTHER_TIME.search(other.text, 0, more.start()):
                yield told_otherwise(report.text, one.place_of(found), other.place_of(more))
                break


CHECKS = (check_most_apart, check_sole_apart)
