"""Wholes and their parts: 'Kinh phí 640 triệu đồng, gồm: ngân sách tỉnh 400 triệu đồng, ngân sách xã 240 triệu'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from plain.passage import Family, Passage, printed, slipped


@dataclass(frozen=True, slots=True)
class _Matter:
    """What is counted: the sentence of the whole, the unit of each part, their names, the least and the greatest."""

    said: str
    unit: str
    parts: tuple[str, ...]
    least: str
    most: str
    shapes: tuple[str, ...] = ()


_SHAPES = (
    "{name} {number} {unit}",
    "{name}: {number} {unit}",
    "{name} {number}",
    "{name}: {number}",
    "{name} có {number} {unit}",
    "{name} {number} {unit} ({rate}%)",
    "{name} {number} {unit}, chiếm {rate}%",
)
_BEFORE = ("{number} {name}",)
_MATTERS = {
    "members by place": _Matter(
        "Kết nạp {} đảng viên mới", "đảng viên", ("nông thôn", "đường phố", "cơ quan", "trường học"), "8", "60"
    ),
    "members lost": _Matter(
        "Trong nhiệm kỳ giảm {} hội viên",
        "hội viên",
        ("từ trần", "chuyển nơi khác", "xin ra khỏi Hội", "lý do khác"),
        "5",
        "300",
    ),
    "documents": _Matter(
        "Đã ban hành {} văn bản", "", ("kế hoạch", "quyết định", "công văn", "thông báo"), "2", "40", _BEFORE
    ),
    "complaints": _Matter(
        "Trong kỳ giải quyết {} vụ việc", "vụ việc", ("khiếu nại đúng", "khiếu nại sai", "đúng một phần"), "3", "70"
    ),
    "causes": _Matter(
        "Toàn xã còn {} hộ nghèo", "hộ", ("thiếu vốn", "thiếu lao động", "ốm đau", "nguyên nhân khác"), "5", "90"
    ),
    "countries": _Matter(
        "Xuất khẩu lao động {} người", "người", ("Nhật Bản", "Đài Loan", "Hàn Quốc", "thị trường khác"), "5", "90"
    ),
    "children": _Matter(
        "Toàn xã có {} trẻ em có hoàn cảnh đặc biệt",
        "trẻ em",
        ("khuyết tật", "mồ côi", "bị bỏ rơi", "đối tượng khác"),
        "5",
        "60",
    ),
    "houses": _Matter(
        "Mưa lũ làm {} nhà bị thiệt hại", "nhà", ("sập đổ hoàn toàn", "hư hỏng nặng", "tốc mái"), "3", "70"
    ),
    "seats": _Matter(
        "Ủy ban Mặt trận Tổ quốc xã có {} vị ủy viên",
        "",
        (
            "vị là người đứng đầu tổ chức thành viên",
            "vị là Trưởng Ban công tác Mặt trận",
            "vị là cá nhân tiêu biểu",
            "vị chuyên trách",
        ),
        "3",
        "25",
        _BEFORE,
    ),
    "money": _Matter(
        "Kinh phí thực hiện {} triệu đồng",
        "triệu đồng",
        ("ngân sách tỉnh", "ngân sách xã", "Nhân dân đóng góp", "nguồn khác"),
        "40",
        "900",
    ),
    "funds": _Matter(
        "Tổng vốn đầu tư là {} tỷ đồng",
        "tỷ đồng",
        ("ngân sách trung ương", "ngân sách địa phương", "vốn tín dụng", "doanh nghiệp và Nhân dân"),
        "41.2",
        "900.5",
    ),
    "years": _Matter(
        "Giai đoạn 2021 - 2024 kết nạp {} hội viên",
        "hội viên",
        ("năm 2021", "năm 2022", "năm 2023", "năm 2024"),
        "15",
        "90",
    ),
    "areas": _Matter(
        "Tổng diện tích gieo trồng {} ha", "ha", ("lúa", "ngô", "sắn", "rau màu các loại"), "40.5", "900.5"
    ),
    "roads": _Matter(
        "Đã bê tông hóa {} km đường", "km", ("đường trục xã", "đường thôn", "đường ngõ xóm"), "2.5", "40.5"
    ),
    "views": _Matter(
        "Tiếp nhận {} ý kiến của cử tri",
        "ý kiến",
        ("lĩnh vực đất đai", "lĩnh vực giao thông", "chính sách xã hội", "lĩnh vực khác"),
        "4",
        "90",
    ),
    "levels": _Matter("Toàn tỉnh tổ chức {} cuộc giám sát", "cuộc", ("cấp tỉnh", "cấp huyện", "cấp xã"), "5", "300"),
    "grades": _Matter("Có {} học sinh được đánh giá", "em", ("tốt", "khá", "đạt", "chưa đạt"), "5", "200"),
    "cells": _Matter(
        "Đảng bộ có {} chi bộ trực thuộc",
        "",
        ("chi bộ thôn", "chi bộ cơ quan", "chi bộ trường học", "chi bộ doanh nghiệp"),
        "2",
        "30",
        _BEFORE,
    ),
    "votes": _Matter("Thu về {} phiếu", "phiếu", ("tín nhiệm cao", "tín nhiệm", "tín nhiệm thấp"), "3", "90"),
}
_OPENERS = (
    "{whole}, gồm: {parts}",
    "{whole}, gồm {parts}",
    "{whole} ({parts})",
    "{whole}, trong đó: {parts}",
    "{whole}, trong đó {parts}",
    "{whole}. Trong đó: {parts}",
    "{whole}: {parts}",
    "{whole}, chia ra: {parts}",
    "{whole}, cụ thể: {parts}",
    "{whole}. Cụ thể: {parts}",
    "{whole}, bao gồm {parts}",
    "{whole}, tăng 5,3% so với cùng kỳ năm trước, gồm: {parts}",
)
_MARKS = (", ", "; ", " và ")
_AHEAD = ("", "Các cấp Hội đã chủ động triển khai nhiều giải pháp. ")
_BEHIND = ("", " Công tác chỉ đạo được duy trì thường xuyên.")


def whole_and_parts(random: Random) -> Passage | None:
    """A whole and all its parts in one sentence or two; the slip is in the whole, or in one part."""
    name = random.choice(sorted(_MATTERS))
    matter = _MATTERS[name]
    shape, opener = random.choice(matter.shapes or _SHAPES), random.choice(_OPENERS)
    mark, zero = random.choice(_MARKS), random.random() < _EVEN
    parts = [_between(Decimal(matter.least), Decimal(matter.most), random) for _ in matter.parts]
    whole = sum(parts, Decimal(0))
    ahead, behind = random.choice(_AHEAD), random.choice(_BEHIND)

    def say(stated: Decimal, numbers: Sequence[Decimal]) -> str:
        items = [
            " ".join(
                shape.format(
                    name=part, number=printed(number, zero=zero), unit=matter.unit, rate=_rate(true, whole)
                ).split()
            )
            for part, number, true in zip(matter.parts, numbers, parts, strict=True)
        ]
        listed = f"{', '.join(items[:-1])} và {items[-1]}" if mark == " và " else mark.join(items)
        return f"{ahead}{opener.format(whole=matter.said.format(printed(stated)), parts=listed)}.{behind}"

    where = random.choice(("whole", "part"))
    numbers, stated = list(parts), whole
    if where == "whole":
        stated = slipped(whole, random)
    else:
        at = random.randrange(len(parts))
        numbers[at] = slipped(parts[at], random)
    picked = "trong đó" in opener.lower() and "khác" not in matter.parts[-1]
    if picked and sum(numbers) < stated:
        return None  # of some that are picked out nobody can tell
    choices = {"matter": name, "opener": opener, "shape": shape, "mark": mark, "slip": where}
    return Passage(choices, say(whole, parts), say(stated, numbers))


_EVEN = 0.5


def _between(least: Decimal, most: Decimal, random: Random) -> Decimal:
    step = Decimal(1).scaleb(int(least.as_tuple().exponent))
    return least + step * random.randrange(int((most - least) / step))


def _rate(part: Decimal, whole: Decimal) -> str:
    return printed(round(100 * part / whole, 1))


FAMILIES: dict[str, Family] = {"sums: a whole and its parts": whole_and_parts}
