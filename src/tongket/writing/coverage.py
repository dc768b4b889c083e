"""Whose figures a total holds, in words (độ phủ): a partial total always says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tongket.model.consolidations import Consolidation, CoverageLine
from tongket.model.observations import Rollup
from tongket.vietnamese.unicode import sort_key
from tongket.writing.naming import short_body
from tongket.writing.numerals import count_text

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


def is_partial(rollup: Rollup) -> bool:
    """Whether bodies that were asked are missing from ``rollup``."""
    return rollup.amount is not None and 0 < rollup.reported < rollup.expected


def common_coverage(rollups: Iterable[Rollup]) -> tuple[int, int] | None:
    """The coverage that most of ``rollups`` have, among equals the fuller; None when most of them hold everybody."""
    found = Counter((one.reported, one.expected) for one in rollups if one.amount is not None and one.expected)
    if not found:
        return None
    best = max(found, key=lambda pair: (found[pair], pair[0]))
    return best if 0 < best[0] < best[1] else None


def coverage_sentence(consolidation: Consolidation, scope: str, pair: tuple[int, int], *, others: bool) -> str:
    """Say whose figures ``scope`` ('phần II', 'mục này') holds; ``others``: some figures in it carry their own mark."""
    words = expected_words(consolidation, pair[1])
    sentence = f"Số liệu {scope} tổng hợp từ {pair[0]}/{pair[1]} {words} đã báo cáo"
    return f"{sentence}, trừ số liệu có ghi độ phủ riêng." if others else f"{sentence}."


def coverage_mark(rollup: Rollup, common: tuple[int, int] | None) -> str:
    """The mark of a figure whose coverage is not the section's: '18/24 đơn vị'; "" when it needs none."""
    if (rollup.reported, rollup.expected) == common or rollup.amount is None or not rollup.expected:
        return ""
    return f"{rollup.reported}/{rollup.expected} đơn vị" if common or is_partial(rollup) else ""


def opening_coverage(consolidation: Consolidation) -> str:
    """Who reported and who has not, as the second sentence of the report."""
    asked = [line for line in consolidation.coverage if line.asked]
    reported = [line for line in asked if line.file]
    if not asked:
        number = count_text(len(consolidation.reports))
        return (
            f"Báo cáo được tổng hợp từ {number} báo cáo nhận được; chưa có danh sách đơn vị phải báo cáo để đối chiếu."
        )
    words = asked_words(consolidation)
    missing = [line for line in asked if not line.file]
    if not missing:
        return f"Báo cáo được tổng hợp từ báo cáo của {len(asked)}/{len(asked)} {words}."
    sentence = f"Báo cáo được tổng hợp từ báo cáo của {len(reported)}/{len(asked)} {words}"
    return f"{sentence}; còn {count_text(len(missing))} đơn vị chưa báo cáo: {names_of(missing)}."


def names_of(lines: Iterable[CoverageLine]) -> str:
    """The bodies of ``lines`` in short, in Vietnamese order: 'UBND xã Lũng Ẳng, UBND xã Cốc Lùng'."""
    return ", ".join(sorted({short_body(line.body) for line in lines}, key=sort_key))
