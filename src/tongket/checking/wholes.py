"""Wholes that are of two kinds or more by nature (chia theo loại): 'tổ chức cơ sở đảng, gồm đảng bộ và chi bộ'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.numbers import shown, single
from tongket.checking.told import is_plain, neighbours
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_KINDS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"(?:{whole})(?!\w)"), re.compile(rf"(?:{parts})(?!\w)"))
    for whole, parts in (
        ("tổ chức (?:cơ sở )?đảng|TCCSĐ", "đảng bộ|chi bộ"),
        ("đơn vị hành chính|xã, phường|phường, xã|đơn vị cấp xã", "xã|phường|thị trấn|đặc khu"),
        ("đơn vị hành chính|đơn vị cấp huyện", "huyện|quận|thị xã|thành phố"),
        (
            "khu dân cư|thôn, (?:tổ|bản|ấp|khu)|bản, tổ|xóm, tổ|ấp, khu",
            "thôn|bản|xóm|ấp|buôn|làng|tổ dân phố|TDP|khu phố|khu",
        ),
        (
            "trường|cơ sở giáo dục|đơn vị trường",
            "trường (?:mầm non|mẫu giáo|tiểu học|THCS|THPT|TH&THCS|trung học|phổ thông|PTDTBT|PTDTNT|liên cấp)",
        ),
        ("huy chương|HC", "huy chương (?:vàng|bạc|đồng)|HC[VBĐ]"),
        ("giải|giải thưởng", "giải (?:nhất|nhì|ba|tư|khuyến khích|đặc biệt|[ABC])"),
        ("cán bộ, công chức|CBCC|cán bộ, đảng viên", "cán bộ|công chức|viên chức|người lao động|lao động hợp đồng"),
        ("hộ nghèo, (?:hộ )?cận nghèo|hộ nghèo và", "hộ nghèo|hộ cận nghèo"),
    )
)
_OPENS = re.compile(r"[^\d.;:(\n]{0,60}?(?:\s?[:(]\s?(?:gồm\s)?|,?\s\(?(?:bao gồm|gồm có|gồm|chia ra)\s?:?\s?)")
_JOINT = re.compile(r"[^\d.;:\n]{0,50}(?:,|;| và| cùng)\s(?:[^\d.;:,\n]{0,20}\s)?")
_CLOSES = re.compile(r"[^\d.;,:()\n]{0,40}(?:[.;)\n]|$)")
_MOST = 8


def check_kinds_of_a_whole(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the kinds that a whole is made of by nature do not make it: '41 tổ chức cơ sở đảng,
    gồm 24 đảng bộ và 14 chi bộ cơ sở'.

    Not flagged: lists that only pick some out ('trong đó'), that go on with something else, or of one kind alone.
    """
    text = report.text
    for figures, index in neighbours(report):
        whole = figures[index]
        total = single(whole.base_value)
        if not total or not is_plain(whole) or whole.target or index + 2 >= len(figures):
            continue
        if not _OPENS.fullmatch(text, whole.end, figures[index + 1].start):
            continue
        for of, kinds in _KINDS:
            if of.match(text, whole.number_end + 1):
                parts = _parts(text, figures[index + 1 : index + 1 + _MOST], kinds)
                added = sum((single(one.base_value) or Decimal(0) for one in parts), Decimal(0))
                if len({one.base_unit for one in parts}) > 1 and added != total:
                    yield _finding(whole, parts, added)
                    break


def _parts(text: str, following: Sequence[Figure], kinds: re.Pattern[str]) -> list[Figure]:
    """The numbers of kinds right behind one another, to the end of their list; none where it goes on otherwise."""
    parts: list[Figure] = []
    for at, one in enumerate(following):
        if not is_plain(one) or not kinds.match(text, one.number_end + 1):
            return []
        parts.append(one)
        if _CLOSES.match(text, one.end):
            return parts
        if at + 1 == len(following) or not _JOINT.fullmatch(text, one.end, following[at + 1].start):
            return []
    return []


def _finding(whole: Figure, parts: Sequence[Figure], added: Decimal) -> Finding:
    total = single(whole.base_value) or Decimal(0)
    facts = {"parts": " + ".join(one.text for one in parts), "sum": shown(added), "total": shown(total)}
    related = tuple(Span(one.start, one.end) for one in parts)
    return Finding("sum-mismatch", "error", Span(whole.start, whole.end), "", facts, related)
