"""Rises and falls in one sentence, and the two numbers of the same matter in the next (tăng, giảm trái số liệu sau nó).

    'Tình hình đơn thư có chiều hướng tăng. Trong kỳ tiếp nhận 22 đơn, cùng kỳ năm trước 31 đơn'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables. ``ways_apart`` holds what is
told of the very same thing anywhere; here the sentences stand beside each other, and may name the thing in part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import Sentence, are_of_one_kind, sentences, told_otherwise
from tongket.checking.evidence.same_matter import matter_of, which_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_UP = r"(?:tăng(?! cường| gia| ca| tốc)|cao hơn|mở rộng hơn|được mở rộng|nhiều hơn|nhích lên)"
_DOWN = r"(?:giảm(?! nghèo| thiểu| nhẹ| tải| biên)|thấp hơn|ít hơn|thu hẹp|được kéo giảm|kéo giảm)"
_WAY = re.compile(rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?!\w)")
_N = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_THEN = (
    r"(?:cùng kỳ(?: năm (?:trước|ngoái|20\d\d))?|năm (?:trước|ngoái|học trước|20\d\d)|kỳ trước|quý trước|tháng trước)"
)
_PAIR = re.compile(
    rf"(?<![\d.,/])(?P<now>{_N}) (?P<unit>[^\W\d_]+)(?P<of>(?: [^\W\d_]+){{0,5}}?)\s?[,(;]\s?(?:trong khi |so với"
    rf" )?{_THEN}(?: là| có| tiếp| đạt| xảy ra)?:? "
    rf"(?P<then>{_N}) (?P=unit)(?!\w)"
)
_CHANGE = re.compile(
    rf"(?<![\d.,/])(?P<now>{_N}) (?P<unit>[^\W\d_]+)(?P<of>(?: [^\W\d_]+){{0,5}}?),? \(?(?P<way>tăng|giảm)"
    rf" (?:0*[1-9]\d*) (?P=unit)(?: so với {_THEN})?"
)
_SEVERAL = re.compile(
    r"\d|(?<!\w)(?:nhưng|song|riêng|trong khi|một số|tuy|tỷ lệ|mức|kế hoạch|chỉ tiêu|nguy cơ|nhằm|để|mỗi|bình"
    r" quân)(?!\w)"
)
_NEXT = 3
_LEAST, _MORE = 2, 2


def check_ways_beside(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a sentence without numbers tells of a rise or fall, and one of the next
    few gives two numbers of its matter that go the other way.

    Not flagged: sentences of several things; numbers whose words share less than the name of the thing, or tell more.
    """
    told = sentences(report)
    for at, one in enumerate(told):
        way = one.search(_WAY) if one.now else None
        if way is None or one.search(_SEVERAL) or len(_WAY.findall(one.text)) > 1:
            continue
        matter = matter_of(one.text[: way.start()])
        for other in told[at + 1 : at + 1 + _NEXT]:
            against = _against(other, matter, bool(way["up"]), one)
            if against is not None:
                yield told_otherwise(report.text, Span(one.place.start, one.place.start + way.end()), against)
                break


def _against(other: Sentence, matter: frozenset[str], up: bool, one: Sentence) -> Span | None:
    for pattern in (_PAIR, _CHANGE):
        for found in other.finds(pattern):
            said = other.text[: found.end("of")]
            words = matter_of(said)
            shared = matter & words
            named = bool(matter_of(found["unit"]) & matter)  # 'đơn thư', then '22 đơn'
            few = len(shared) < min(_LEAST, len(matter)) and not named
            if not shared or few or which_of(one.text) != which_of(other.text):
                continue
            if len(matter - words) > len(shared) or len(words - matter) > _MORE:
                continue
            if not are_of_one_kind(matter, words) or (_NEW.search(said) and not _NEW.search(one.text)):
                continue
            if pattern is _PAIR and _is_in_order(said, found):
                continue
            if pattern is _PAIR:
                now, then = parse_number(found["now"]), parse_number(found["then"])
                against = now is not None and then is not None and now != then and (now > then) != up
            else:
                against = (found["way"] == "tăng") != up
            if against:
                return other.place_of(found)
    return None


_NEW = re.compile(r"(?<!\w)(?:mới|kết nạp|thành lập)(?!\w)")
_YEAR = re.compile(r"[Nn]ăm (20\d\d)(?!\d)")


def _is_in_order(said: str, found: re.Match[str]) -> bool:
    """Whether the earlier year comes first, and so the second number is that of now: 'năm 2024 là 8, năm 2025 là 5'."""
    first, second = _YEAR.findall(said), _YEAR.findall(found[0])
    return bool(first and second) and first[-1] < second[-1]


CHECKS = (check_ways_beside,)
