"""Changes and what is left: 'giảm 45 hộ so với năm 2022 (312 hộ)', 'nhận 120 đơn, đã giải quyết 112 đơn, còn 8'."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from plain.passage import Family, Passage, printed, slipped

_COUNTED = (
    ("hộ nghèo", "hộ"),
    ("vụ việc", "vụ"),
    ("đơn thư", "đơn"),
    ("hội viên", "hội viên"),
    ("học sinh", "học sinh"),
)
_CHANGES = (
    "Số {noun} là {now} {unit}, {way} {moved} {unit} so với năm trước ({then} {unit}).",
    "Số {noun} {way} từ {then} {unit} năm 2024 {turn} {now} {unit} năm 2025, {way} {moved} {unit}.",
    "Năm 2025 có {now} {unit}, {way} {moved} {unit} so với năm 2024 ({then} {unit}).",
    "Số {noun} {way} {moved} {unit} (từ {then} {unit} {turn} {now} {unit}).",
)


def changes(random: Random) -> Passage | None:
    """Two values and by how much they differ; the slip is in any of the three."""
    (noun, unit), said = random.choice(_COUNTED), random.choice(_CHANGES)
    then, now = random.sample(range(110, 980), 2)
    right = {"now": Decimal(now), "then": Decimal(then), "moved": Decimal(abs(now - then))}
    if right["moved"] < _LEAST:
        return None
    where = random.choice(sorted(right))
    wrong = right | {where: slipped(right[where], random)}
    up = now > then
    words = {"noun": noun, "unit": unit, "way": "tăng" if up else "giảm", "turn": "lên" if up else "xuống còn"}
    told = (said.format(**words, **_printed(numbers)) for numbers in (right, wrong))
    return Passage({"said": said, "slip": where, "noun": noun}, *told)


_LEAST = 12
_GROWTHS = (
    "Số {noun} là {now} {unit}, {way} {rate}% so với cùng kỳ năm trước ({then} {unit}).",
    "Năm 2025 có {now} {unit}, {way} {rate}% so với năm 2024 ({then} {unit}).",
    "Số {noun} {way} từ {then} {unit} năm 2024 {turn} {now} {unit} năm 2025, {way} {rate}%.",
)
_TELLING = 2  # points by which a slip moves the growth at least


def growth(random: Random) -> Passage | None:
    """Two values and the growth between them; the slip is in any of the three."""
    (noun, unit), said = random.choice(_COUNTED), random.choice(_GROWTHS)
    then, now = random.sample(range(210, 880), 2)
    right = {"now": Decimal(now), "then": Decimal(then), "rate": round(abs(Decimal(100 * now) / then - 100), 1)}
    if right["rate"] < _LEAST:
        return None
    where = random.choice(sorted(right))
    wrong = right | {where: slipped(right[where], random)}
    if abs(abs(100 * wrong["now"] / wrong["then"] - 100) - wrong["rate"]) < _TELLING:
        return None
    up = now > then
    words = {"noun": noun, "unit": unit, "way": "tăng" if up else "giảm", "turn": "lên" if up else "xuống còn"}
    told = (said.format(**words, **_printed(numbers)) for numbers in (right, wrong))
    return Passage({"said": said, "slip": where, "noun": noun}, *told)


_RESTS = (
    "Tiếp nhận {all} {unit}, đã giải quyết {done} {unit}, còn {left} {unit}.",
    "Tổng số {all} {unit}; đã giải quyết {done} {unit}, đang giải quyết {left} {unit}.",
    "Trong kỳ nhận {all} {unit}; đã giải quyết {done} {unit}, còn lại {left} {unit} chuyển kỳ sau.",
    "Đã giải quyết {done}/{all} {unit}, còn {left} {unit} đang xem xét.",
)


def rests(random: Random) -> Passage:
    """What came in, what was done and what is left; the slip is in any of the three."""
    said, unit = random.choice(_RESTS), random.choice(("đơn", "vụ việc", "hồ sơ", "ý kiến", "kiến nghị"))
    done, left = random.randint(60, 900), random.randint(11, 60)
    right = {"all": Decimal(done + left), "done": Decimal(done), "left": Decimal(left)}
    where = random.choice(sorted(right))
    wrong = right | {where: slipped(right[where], random)}
    told = (said.format(unit=unit, **_printed(numbers)) for numbers in (right, wrong))
    return Passage({"said": said, "slip": where, "unit": unit}, *told)


def _printed(numbers: dict[str, Decimal]) -> dict[str, str]:
    return {name: printed(number) for name, number in numbers.items()}


FAMILIES: dict[str, Family] = {"changes: by a number": changes, "changes: growth": growth, "changes: rests": rests}
