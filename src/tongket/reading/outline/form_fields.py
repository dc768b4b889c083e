"""Labels before a colon that fill in a form or a price list, and are no headings (trường của biểu mẫu).

'- Thời gian: ngày 11/9/2026.', '- Địa điểm: Hội trường xã.' under each of several activities, '- Tiền ăn: 150.000
đồng/người/ngày;', '- Đất giao thông: 11,28 ha': a label and its value, where '- Thuận lợi: Cấp ủy quan tâm ...' begins
a part of the text. Told by the label, which comes again under one number after another, or by the value: a measure, a
price, a day, or a count before any sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from tongket.reading.outline.heading_words import FINITE
from tongket.reading.outline.headings import Head
from tongket.reading.running.flow import Flow
from tongket.registry.unit_words import match_unit

Placed = tuple[int, Head, bool]
"""The paragraph of a heading, the heading, and whether its number is doubtful."""

_LONGEST_VALUE, _LONGEST_COUNT, _LONGEST_AGAIN = 90, 110, 160  # characters of a value, a count, one that comes again
_MOST_WORDS = 5  # behind a rate: '20 m3/ha đất xây dựng'
_LEAST_AGAIN = 3  # numbers under which a label comes again
# Parts of a report that come again under each of its matters and are headings there
_PART = re.compile(
    r"(?:Về |Những |Một số |Các |Mặt |Đánh giá )?(?:thuận lợi|khó khăn|ưu điểm|ưu, khuyết điểm|khuyết điểm|hạn chế"
    r"|tồn tại|nguyên nhân|kết quả|vướng mắc|bất cập|bài học|kinh nghiệm|kiến nghị|đề xuất|nhiệm vụ|giải pháp"
    r"|phương hướng|mục tiêu|công tác|tình hình|việc)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s\d{1,2}$")  # 'Phân khu 1': one of several of a name
_NUMBER = r"\d[\d.,]*"
_AMOUNT = re.compile(
    rf"(?:từ\s|[<>≥≤~±]\s?)?{_NUMBER}(?:\s?[-–+÷~]\s?{_NUMBER})?\s?(?P<unit>%|[^\W\d_][^\s.;:]*)(?P<more>.*)"
)
_COUNT = re.compile(
    r"(?:[Kk]hông quá|[Tt]ối (?:đa|thiểu)|[ÍIíi]t nhất|[Kk]hoảng|[Tt]rên|[Dd]ưới|[Gg]ần|[Hh]ơn)\s\d"
    r"|(?:[^\W\d_]+\s){0,2}[Tt]rước (?:ngày|tháng) \d|\d|[Ll]úc \d|[Nn]gày \d|[Tt]ừ (?:ngày )?\d"
)  # 'Lĩnh vực Tư pháp: 116 hồ sơ', 'Bắt đầu: lúc 15 giờ'
_DOTS = re.compile(r"…|\.\s?\.")
_QUANTITY = re.compile(r"(?:Số|Số lượng|Tổng số)\s(?!liệu)")
_GRADE = re.compile(r"[^\W\d_]+\s(?:\d{1,2}|[IVX]{1,4})\.?")  # 'Cấp độ rủi ro thiên tai: Cấp 3'
_INNER_VALUE = re.compile(r":\s?[<>≥≤~±]?\d")  # '... , diện tích: 97 ha', 'Quy mô 6 ha; tầng cao: 2-5 tầng'


def without_fields(flow: Flow, heads: Sequence[Placed]) -> list[Placed]:
    """``heads`` without those that are labels of a form: the label comes again, or most of its sisters hold values."""
    if not any(head.number is None for _, head, _ in heads):
        return list(heads)
    dropped = _come_again(flow, heads)
    for group in _sisters(heads):
        plain = [order for order in group if heads[order][1].plain and not _is_part(heads[order][1])]
        values = sum(1 for order in plain if order in dropped or _is_value(flow, *heads[order][:2]))
        counts = sum(1 for order in plain if _is_counted(flow, *heads[order][:2]))
        if values * 2 >= len(group) or counts * 2 > len(group):
            dropped.update(plain)
    return [one for order, one in enumerate(heads) if order not in dropped]


def _is_part(head: Head) -> bool:
    return _PART.match(head.title or "") is not None


def _sisters(heads: Sequence[Placed]) -> Iterable[list[int]]:
    """The unnumbered headings below one number, those with the same mark together, by their order in ``heads``."""
    group: defaultdict[str, list[int]] = defaultdict(list)
    for order, (_, head, _) in enumerate(heads):
        if head.number is None:
            group[head.marker].append(order)
        elif group:
            yield from group.values()
            group = defaultdict(list)
    yield from group.values()


def _come_again(flow: Flow, heads: Sequence[Placed]) -> set[int]:
    """The orders of headings whose title stands under three numbers or more, mostly with a value behind it."""
    under: defaultdict[str, set[int]] = defaultdict(set)
    orders: defaultdict[str, list[int]] = defaultdict(list)
    numbers = 0
    for order, (_, head, _) in enumerate(heads):
        if head.number is not None:
            numbers += 1
        elif head.body is not None and not _is_part(head):
            title = (head.title or "").casefold()
            under[title].add(numbers)
            orders[title].append(order)
    found: set[int] = set()
    for title, places in under.items():
        if len(places) < _LEAST_AGAIN:
            continue
        short = sum(1 for order in orders[title] if _is_phrase(_value(flow, *heads[order][:2]), _LONGEST_AGAIN))
        if short * 2 > len(orders[title]):
            found.update(orders[title])
    return found


def _value(flow: Flow, index: int, head: Head) -> str:
    """What stands behind the colon."""
    return "" if head.body is None else flow.text[head.body : flow.paragraphs[index].end].rstrip()


def _is_phrase(value: str, longest: int) -> bool:
    """Whether a value is one phrase: short, with no sentence in it."""
    return 0 < len(value) <= longest and ". " not in value and FINITE.search(value) is None


def _is_value(flow: Flow, index: int, head: Head) -> bool:
    """Whether a label has a value behind it: one that ends as an item of a list does, a single word ('QĐ'), a measure
    or a price, another label with its number; or is itself one of several of a name ('Phân khu 1').
    """
    value = _value(flow, index, head)
    if not _is_phrase(value, _LONGEST_VALUE):
        return False
    listed = value[-1] in ";:"  # recognition reads ';' as ':'
    return (
        listed
        or " " not in value
        or _NUMBERED.search(head.title or "") is not None
        or _INNER_VALUE.search(value) is not None
        or _GRADE.fullmatch(value) is not None
        or _is_measure(value)
    )


def _is_counted(flow: Flow, index: int, head: Head) -> bool:
    """Whether a label has a count or a moment behind it, or a place for one; of 'Số trường: 38, ...' all."""
    value = _value(flow, index, head)
    if _is_count(value) or _DOTS.match(value) or (value[:1].isdigit() and _QUANTITY.match(head.title or "")):
        return True
    below = flow.paragraphs[index + 1].start if index + 1 < len(flow.paragraphs) else len(flow.text)
    is_blank = head.weak and head.marker != "" and not value  # before the next label of its list
    return is_blank and flow.text.startswith(flow.text[head.start], below)


def _is_count(value: str) -> bool:
    """Whether a value is a count or a moment, with a remark at most: '19 hồ sơ. Đã trả đủ.', 'lúc 15 giờ'."""
    return len(value) <= _LONGEST_COUNT and _COUNT.match(value) is not None


def _is_measure(value: str) -> bool:
    """Whether a value is an amount by measure or rate and no more ('11,28 ha', '300 - 500 kW/ha', '55-65%')."""
    found = _AMOUNT.fullmatch(value.rstrip(" .;:/"))
    if found is None or len(found["more"].split()) > _MOST_WORDS:
        return False
    unit = found["unit"]
    matched = match_unit([unit.split("/")[0]])
    return "/" in unit or unit == "%" or (matched is not None and matched[0].is_measure and not found["more"])
