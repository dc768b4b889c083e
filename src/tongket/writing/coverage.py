"""Whose figures a total holds, in words (độ phủ): a partial total always says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tongket.model.consolidations import Consolidation, CoverageLine
from tongket.model.observations import Rollup
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import sort_key
from tongket.writing.naming import short_body, written_name
from tongket.writing.numerals import count_text

OWN_MARK = re.compile(r"\((?:\d+(?: - \d+)?/\d+ đơn vị|theo báo cáo của |(?:tỷ lệ )?tính trên )")
_PREFIX_ORDER = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu", "thôn")


def kind_words(consolidation: Consolidation, units: Iterable[str]) -> str:
    """What the bodies at ``units`` are called together: 'xã, phường', or 'cơ quan, đơn vị' when levels are mixed."""
    found = [consolidation.unit_named(identifier) for identifier in units]
    known = [unit for unit in found if unit is not None]
    if len(known) < len(found) or not known or len({unit.kind for unit in known}) > 1:
        return "cơ quan, đơn vị"
    prefixes = {unit.prefix for unit in known}
    if not all(prefixes) or any(unit.id == consolidation.unit.id for unit in known):
        return "cơ quan, đơn vị"
    rank = {prefix: place for place, prefix in enumerate(_PREFIX_ORDER)}
    return ", ".join(sorted(prefixes, key=lambda prefix: rank.get(prefix, 99)))


def asked_words(consolidation: Consolidation) -> str:
    """What those that were asked are called together; when nobody is known to be asked, those that reported."""
    lines = [line for line in consolidation.coverage if line.asked] or list(consolidation.coverage)
    return kind_words(consolidation, [line.unit for line in lines])


def expected_words(consolidation: Consolidation, expected: int) -> str:
    """What the ``expected`` bodies of a rollup are called: the units below alone when just they are that many."""
    lines = [line for line in consolidation.coverage if line.asked]
    below = [line for line in lines if line.unit != consolidation.unit.id]
    if expected == len({line.unit for line in below}) and below:
        return kind_words(consolidation, [line.unit for line in below])
    return asked_words(consolidation)


class Ground(NamedTuple):
    """What a total stands on: ``reported`` of ``expected`` bodies; ``body`` where it is one single report's word."""

    reported: int
    expected: int
    body: str = ""

    @property
    def partial(self) -> bool:
        """Whether somebody is missing."""
        return 0 < self.reported < self.expected


def ground_of(consolidation: Consolidation, rollup: Rollup) -> Ground:
    """The ground of ``rollup``: of those that were asked, or, where nobody knows who was, of the reports received."""
    if rollup.expected:
        return Ground(rollup.reported, rollup.expected)
    received = _received(consolidation)
    whole = Ground(rollup.reported, max(received, rollup.reported))
    if not rollup.reported == 1 < received:
        return whole
    said = [consolidation.observations[source] for source in rollup.sources]
    bodies = {written_name(one.body, consolidation.unit_named(one.unit)) for one in said}
    return whole._replace(body=short_body(bodies.pop())) if len(bodies) == 1 else whole


def _received(consolidation: Consolidation) -> int:
    """How many bodies have answered: by a report, a template, or facts."""
    return max(len(consolidation.reports), sum(bool(line.file) for line in consolidation.coverage))


def common_ground(grounds: Iterable[Ground]) -> Ground | None:
    """The ground that most of ``grounds`` are, among equals the fuller; None when most of them hold everybody."""
    found = Counter(one for one in grounds if one.expected)
    if not found:
        return None
    best = max(found, key=lambda one: (found[one], one.reported))
    return best if best.partial else None


def coverage_sentence(consolidation: Consolidation, scope: str, ground: Ground, *, others: bool) -> str:
    """Say whose figures ``scope`` ('phần II', 'mục này') holds; ``others``: some figures in it carry their own mark."""
    if ground.body:
        sentence = f"Số liệu {scope} theo báo cáo của {ground.body}"
    elif not any(line.asked for line in consolidation.coverage):
        source = "báo cáo nhận được" if consolidation.reports else "cơ quan, đơn vị có số liệu"
        sentence = f"Số liệu {scope} lấy từ {ground.reported}/{ground.expected} {source}"
    else:
        words = expected_words(consolidation, ground.expected)
        sentence = f"Số liệu {scope} tổng hợp từ {ground.reported}/{ground.expected} {words} có báo cáo nội dung này"
    return f"{sentence}, trừ số liệu có ghi nguồn riêng." if others else f"{sentence}."


def coverage_mark(grounds: Iterable[Ground], common: Ground | None) -> str:
    """The mark of figures that do not stand on the section's ground: '18/24 đơn vị', '17 - 18/24 đơn vị'.

    "" when they need none: they stand on the section's, or hold everybody in a section that says nothing.
    """
    found = sorted(set(grounds))
    if all(one == common or not one.expected or (common is None and not one.partial) for one in found):
        return ""
    named = dict.fromkeys(one.body for one in found if one.body)
    if named:
        return f"theo báo cáo của {' và '.join(named)}"
    low, high = found[0], found[-1]
    if low.expected != high.expected:
        return "; ".join(f"{one.reported}/{one.expected} đơn vị" for one in found)
    span = f"{low.reported} - {high.reported}" if low.reported < high.reported else f"{low.reported}"
    return f"{span}/{high.expected} đơn vị"


def opening_coverage(consolidation: Consolidation) -> str:
    """Who reported and who has not, as the second sentence of the report."""
    asked = [line for line in consolidation.coverage if line.asked]
    reported = [line for line in asked if line.file]
    if not asked:
        number, reports = _received(consolidation), len(consolidation.reports)
        what = f"{count_text(number)} báo cáo nhận được"
        if number > reports:
            what = f"số liệu của {count_text(number)} cơ quan, đơn vị"
        return f"Báo cáo được tổng hợp từ {what}; chưa có danh sách đơn vị phải báo cáo để đối chiếu."
    words = asked_words(consolidation)
    missing = [line for line in asked if not line.file]
    if not missing:
        return f"Báo cáo được tổng hợp từ báo cáo của {len(asked)}/{len(asked)} {words}."
    sentence = f"Báo cáo được tổng hợp từ báo cáo của {len(reported)}/{len(asked)} {words}"
    return f"{sentence}; còn {count_text(len(missing))} đơn vị chưa báo cáo: {names_of(missing)}."


def map_sentence(consolidation: Consolidation) -> str:
    """On which map the figures stand; "" when every unit is shown as it was when it reported."""
    whole = consolidation.round
    if whole.view == "reported":
        return ""
    day = printed_day(whole.as_of)
    opening = f"Số liệu trình bày theo đơn vị hành chính tại ngày {day}; số liệu của đơn vị đã chia tách"
    if whole.view == "map":
        return f"{opening} chỉ cộng vào cấp có đủ các phần."
    key = {"people": "dân số", "households": "số hộ", "area": "diện tích"}[whole.shared_by]
    return f"{opening} được phân bổ theo tỷ lệ {key} (số có chữ “ước”)."


def names_of(lines: Iterable[CoverageLine]) -> str:
    """The bodies of ``lines`` in short, in Vietnamese order: 'UBND xã Lũng Ẳng, UBND xã Cốc Lùng'."""
    return ", ".join(sorted({short_body(line.body) for line in lines}, key=sort_key))
