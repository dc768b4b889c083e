"""Percentages with their part and whole: of all, of a plan, in a share, in a list."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from plain.passage import Family, Passage, printed, slipped

_MATTERS = (
    ("hộ", "tham gia bảo hiểm y tế"),
    ("hộ", "đạt danh hiệu Gia đình văn hóa"),
    ("hội viên", "được vay vốn"),
    ("đảng viên", "tham gia học tập nghị quyết"),
    ("học sinh", "được khen thưởng"),
    ("hồ sơ", "giải quyết trước hạn"),
)
_OF_ALL = (
    "Toàn xã có {whole} {noun}, trong đó {part} {noun} {act}, chiếm {rate}%.",
    "Có {part}/{whole} {noun} {act}, đạt {rate}%.",
    "Tỷ lệ {noun} {act} đạt {rate}% ({part}/{whole} {noun}).",
    "Có {part} trên tổng số {whole} {noun} {act}, đạt tỷ lệ {rate}%.",
    "Trong tổng số {whole} {noun}, có {part} {noun} {act} ({rate}%).",
    "Toàn xã có {whole} {noun}. Đến nay, {part} {noun} {act}, đạt {rate}%.",
)


def of_all(random: Random) -> Passage:
    """A part of all; the slip is in the percentage, in the part or in the whole."""
    (noun, act), said = random.choice(_MATTERS), random.choice(_OF_ALL)
    whole = random.randint(150, 9000)
    part = random.randint(whole // 5, whole * 9 // 10)
    return _with_slip(random, said, {"noun": noun, "act": act}, part, whole, random.choice((1, 2)))


_WORKS = (
    ("Trồng rừng được", "ha"),
    ("Thu ngân sách được", "triệu đồng"),
    ("Kết nạp được", "đảng viên"),
    ("Giải quyết việc làm cho", "lao động"),
)
_OF_PLANS = (
    "{work} {part} {unit}, đạt {rate}% kế hoạch ({whole} {unit}).",
    "{work} {part} {unit}/kế hoạch {whole} {unit}, đạt {rate}%.",
    "{work} {part} {unit}, bằng {rate}% chỉ tiêu được giao ({whole} {unit}).",
    "Kế hoạch giao {whole} {unit}; {lower} {part} {unit}, đạt {rate}% kế hoạch.",
)


def of_a_plan(random: Random) -> Passage:
    """A result and its plan; the slip is in any of the three."""
    (work, unit), said = random.choice(_WORKS), random.choice(_OF_PLANS)
    whole = random.randint(150, 9000)
    part = random.randint(whole * 6 // 10, whole * 13 // 10)
    words = {"work": work, "lower": work[0].lower() + work[1:], "unit": unit}
    return _with_slip(random, said, words, part, whole, 1)


_TELLING = 1  # a slip moves the percentage by so many points at least


def _with_slip(random: Random, said: str, words: dict[str, str], part: int, whole: int, decimals: int) -> Passage:
    rate = round(Decimal(100 * part) / whole, decimals)
    right = {"part": Decimal(part), "whole": Decimal(whole), "rate": rate}
    while True:
        where = random.choice(sorted(right))
        wrong = right | {where: slipped(right[where], random)}
        if abs(100 * wrong["part"] / wrong["whole"] - wrong["rate"]) >= _TELLING:
            break
    told = (
        said.format(**words, **{name: printed(number) for name, number in numbers.items()})
        for numbers in (right, wrong)
    )
    return Passage({"said": said, "slip": where, **words}, *told)


FAMILIES: dict[str, Family] = {"rates: of all": of_all, "rates: of a plan": of_a_plan}
