"""A whole with the items of a list that may make it (số nêu trước và các phần của nó): those that count what it counts,
or kinds of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import takewhile

from tongket.checking.evidence.near_numbers import amount
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.told import is_plain
from tongket.checking.sums.listed_items import Item, Listed, alike
from tongket.model.figures import Figure
from tongket.model.quantities import Share
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.divisions import are_closed

REST = re.compile(r"(?<!\w)(?:khác|còn lại)(?!\w)")
"""What the last item of a list that leaves nothing out is called."""
BESIDE = re.compile(r"[^.,;:()\d\n]{0,40}")
"""The words between a number and a bracket that tells of it alone."""
_FEWEST = 2  # items of a list


@dataclass(frozen=True)
class Divided:
    """Items of a list, with the whole that they may make."""

    whole: Figure
    items: tuple[Item, ...]

    @cached_property
    def of(self) -> Decimal:
        """The amount of the whole."""
        return amount(self.whole)

    @cached_property
    def parts(self) -> tuple[Figure, ...]:
        """The items as numbers in the whole's unit: bare ones are printed in it."""
        value, base = single(self.whole.value), single(self.whole.base_value)
        scale = base / value if value and base else Decimal(1)
        return tuple(
            replace(one.figure, base_value=(single(one.figure.value) or Decimal(0)) * scale)
            if one.is_bare
            else one.figure
            for one in self.items
        )

    @cached_property
    def labels(self) -> list[str]:
        """What the items are called."""
        return [one.label for one in self.items]

    @cached_property
    def is_closed(self) -> bool:
        """Whether nothing is left out, by the names of the items."""
        return are_closed([one.name for one in self.items])

    @cached_property
    def added(self) -> Decimal:
        """What the items make."""
        return sum((amount(one) for one in self.parts), Decimal(0))


def divided_by(whole: Figure, listed: Listed) -> Divided | None:
    """The items of a list that count what a number counts."""
    if not _may_be_divided(whole) and not _is_change_by_ways(whole, listed):
        return None
    items = tuple(one for one in _of_one_total(listed.items) if one.is_bare or alike(one.figure, whole))
    if len(items) < _FEWEST or any(one.is_bare and not one.label.strip() for one in items):
        return None
    return Divided(whole, items)


_A_TOTAL = re.compile(r"[\s,;]*(?:và )?[Tt]ổng\s(?!phụ trách|công ty|cục|giám đốc|biên tập|thầu|bí thư|đài)")


def _of_one_total(items: Sequence[Item]) -> Sequence[Item]:
    """The items up to one that is a total of its own: 'tổng đàn lợn 472 con, trong đó lợn thịt 409 con; tổng đàn gia
    cầm 6.537 con'.
    """
    if not items or _A_TOTAL.match(items[0].before):
        return items
    return list(takewhile(lambda one: not _A_TOTAL.match(one.before), items))


def _may_be_divided(whole: Figure) -> bool:
    plain = isinstance(whole.value, Share) or is_plain(whole)
    return plain and not is_hedged(whole) and "/" not in whole.unit and amount(whole) > 1


_WAYS = {
    "up": re.compile(r"(?<!\w)(?:[Kk]ết nạp|chuyển (?:đến|vào)|tiếp nhận|thành lập|tuyển|nhập|sinh|đón|mới)(?!\w)"),
    "down": re.compile(
        r"(?<!\w)(?:[Cc]huyển (?!đến|vào)|(?:[Bb]ỏ (?:học|sinh hoạt)|chết|mất|từ trần|qua đời|nghỉ|thôi|khai trừ"
        r"|xóa tên|giải thể|sáp nhập|ra khỏi|xin ra|thoát|hết tuổi|trưởng thành)(?!\w))"
    ),
}


def _is_change_by_ways(whole: Figure, listed: Listed) -> bool:
    """Whether a number tells by how many they grew or fell, and each item a way in which some came, or went: 'giảm 14
    em (chuyển trường 12 em, bỏ học 2 em)'.
    """
    ways = _WAYS.get(whole.change or "")
    if ways is None or is_hedged(whole) or whole.unit == "%" or single(whole.base_value) is None:
        return False
    ways_told = [ways.search(one.label) is not None for one in listed.items]
    ways_told[-1] |= len(ways_told) > 1 and REST.search(listed.items[-1].label) is not None  # 'lý do khác'
    return all(ways_told)


def kinds_of(text: str, whole: Figure, listed: Listed) -> Divided | None:
    """Items with nouns of their own that are kinds of the whole: '36 tổ chức cơ sở đảng, gồm 12 đảng bộ và 24 chi bộ';
    or that it names: '749 trang trại, gia trại, trong đó 14 trang trại và 735 gia trại'.
    """
    if not _may_be_divided(whole) or any(one.is_bare or one.figure.base_unit == "đồng" for one in listed.items):
        return None
    if whole.base_unit in _EVENTS:
        return None  # 'kết luận 225 cuộc. Qua đó phát hiện 523 cá nhân và 389 tổ chức'
    one = Divided(whole, listed.items)
    of_kinds = names_all(text, listed, one) or one.is_closed or are_letters(text, listed, one) or are_documents(one)
    return one if of_kinds else None


def are_documents(one: Divided) -> bool:
    """Whether each item is of another type of documents: '115 văn bản, chia ra: 12 kế hoạch, 34 công văn'."""
    types = [item.figure.base_unit for item in one.items]
    of_all = one.whole.base_unit in _OF_ANY_TYPE and not {*types[:-1]} & _OF_ANY_TYPE
    return of_all and len(set(types)) == len(types) and all(map(_is_document, types))


_OF_ANY_TYPE = frozenset(("văn bản", "văn bản chỉ đạo", "VB", "tài liệu"))


def _is_document(unit: str) -> bool:
    matched = match_unit(unit.split())
    return matched is not None and matched[0].kind == "document"


_EVENTS = frozenset(("cuộc", "hội nghị", "buổi", "lớp", "đợt", "lần", "phiên", "kỳ", "chuyến"))
_LETTERS = frozenset(("khiếu nại", "tố cáo", "kiến nghị", "phản ánh", "kiến nghị, phản ánh", "đề nghị"))


def are_letters(text: str, listed: Listed, one: Divided) -> bool:
    """Whether a bracket right behind letters tells of what kinds they are: '176 đơn (160 khiếu nại, 16 tố cáo)'."""
    behind = text[listed.start] == "(" and BESIDE.fullmatch(text, one.whole.end, listed.start) is not None
    letters = one.whole.base_unit.startswith(("đơn", "vụ", "lượt đơn")) and listed.claim == "listed"
    return behind and letters and all(item.figure.base_unit.removeprefix("đơn ") in _LETTERS for item in one.items)


def names_all(text: str, listed: Listed, one: Divided) -> bool:
    """Whether the whole names the nouns of all items, each another one: '749 trang trại, gia trại, trong đó ...'."""
    units = [item.figure.base_unit for item in one.items]
    named = text[one.whole.number_end : listed.start].lower()
    return "" not in units and len(set(units)) == len(units) and all(unit in named for unit in units)
