"""Wholes that are of two kinds or more by nature (chia theo loại): 'tổ chức cơ sở đảng, gồm đảng bộ và chi bộ'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.numbers import shown, single
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.told import is_plain, neighbours
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
_AUTHORITIES = re.compile(r"(?:đơn vị|cơ quan, đơn vị|cơ quan)(?!\w)")
_OF_AUTHORITIES = re.compile(
    r"(?:sở|ngành|ban|phòng|cơ quan|đơn vị|UBND|Ủy ban|HĐND|huyện|thị xã|thành phố|xã|phường|thị trấn|doanh nghiệp"
    r"|công ty|trường|bệnh viện|trung tâm)(?!\w)"
)
_OPENS = re.compile(r"[^\d.;:(\n]{0,60}?(?:\s?[:(]\s?(?:gồm\s)?|,?\s\(?(?:bao gồm|gồm có|gồm|chia ra)\s?:?\s?)(?=\d)")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+\s|\d{1,4}\s")
_JOINT = re.compile(r"[^\d.;:\n]{0,50}?(?:,|;| và| cùng)\s(?:[^\d.;:,\n]{0,20}\s)?(?=\d)")
_CLOSES = re.compile(r"[^\d.;,:()\n]{0,40}(?:,\s[^\d.;,:()\n]{1,20})?(?:[.;)\n]|$)")
_GOES_ON = re.compile(
    r"[^\d.;:\n]{0,60}?(?:,|(?<!\w)(?:và|cùng|với))\s(?:một số|các|nhiều|những|vài)(?!\w)"
    r"|[^\d.;:\n]{0,40}(?:\.\.\.|…|v\.v)"
)
_MOST = 8


@dataclass(frozen=True, slots=True)
class _Part:
    """A number of a kind: its amount, what it counts, where it stands."""

    amount: Decimal
    kind: str
    at: Span


def check_kinds_of_a_whole(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the kinds that a whole is made of by nature do not make it: '41 tổ chức cơ sở đảng,
    gồm 24 đảng bộ và 14 chi bộ cơ sở'.

    Not flagged: lists that only pick some out ('trong đó'), that go on with something else, or of one kind alone.
    """
    text = report.text
    for figures, index in neighbours(report):
        whole = figures[index]
        total = single(whole.base_value)
        if not total or not is_plain(whole) or whole.target:
            continue
        opened = _OPENS.match(text, whole.end)
        if opened is None:
            continue
        told = {one.number_start: one for one in figures[index + 1 : index + 1 + _MOST]}
        for of, kinds in (*_KINDS, (_AUTHORITIES, _OF_AUTHORITIES)):
            picked = of is _AUTHORITIES and "gồm" not in opened[0]  # which may leave some out, but count none twice
            if of.match(text, whole.number_end + 1) and (not picked or "trong đó" in opened[0]):
                parts = _parts(text, opened.end(), kinds, told)
                added = sum((one.amount for one in parts), Decimal(0))
                if len({one.kind for one in parts}) > 1 and (added > total if picked else added != total):
                    yield _finding(text, Span(whole.start, whole.end), total, parts)
                    break


def _parts(text: str, at: int, kinds: re.Pattern[str], told: Mapping[int, Figure]) -> list[_Part]:
    """The numbers of kinds right behind one another, to the end of their list; none where it goes on otherwise."""
    parts: list[_Part] = []
    while len(parts) < _MOST:
        number = _NUMBER.match(text, at)
        kind = kinds.match(text, number.end()) if number else None
        if number is None or kind is None or (at in told and not is_plain(told[at])):
            return []
        parts.append(_Part(_value(number[0]), kind[0], Span(at, kind.end())))
        if _GOES_ON.match(text, kind.end()):
            return []
        if _CLOSES.match(text, kind.end()):
            return parts
        joint = _JOINT.match(text, kind.end())
        if joint is None:
            return []
        at = joint.end()
    return []


def _value(number: str) -> Decimal:
    return Decimal(number.strip().replace(".", ""))


def _finding(text: str, at: Span, total: Decimal, parts: Sequence[_Part]) -> Finding:
    added = sum((one.amount for one in parts), Decimal(0))
    said = (" ".join(text[one.at.start : one.at.end].split()) for one in parts)
    facts = {"parts": " + ".join(said), "sum": shown(added), "total": shown(total)}
    return Finding("sum-mismatch", "error", at, "", facts, tuple(one.at for one in parts))


_NOUN = r"[^\W\d_]+(?:\s[^\W\d_]+){0,3}?"
_NOUNS = rf"(?P<nouns>{_NOUN}(?:(?:,\s|\svà\s){_NOUN}){{1,4}})"
_COUNT = r"(?P<total>\d{1,3}(?:\.\d{3})+|\d{1,4})"
_NAMED = (
    re.compile(rf"(?<!\w)[Tt]ổng số {_NOUNS}(?:\s(?:là|có|hiện|của|trường|đơn vị)){{0,4}}:?\s{_COUNT}(?:\s{_NOUN})?$"),
    re.compile(rf"(?<![\d.,/])(?<!trên )(?<!hơn )(?<!gần )(?<!khoảng ){_COUNT}\s{_NOUNS}$"),
)
_CHUNKS = re.compile(r"(?:\scó)?:?\s(?P<told>(?:[^.;:()\n]|\.(?=\d)){1,600})(?:[.;)\n]|$)")
_AND = re.compile(r",\s|\svà\s")
_ONE_NUMBER = re.compile(
    r"(?P<before>[^\d%/]*)(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,4})(?!\d|[.,/]\d|\s?%)(?P<behind>[^\d%/]*)"
)
_OFFICERS = frozenset(("quản lý", "cbql", "lãnh đạo", "ban giám hiệu", "bgh"))  # 'cán bộ' of a school


def check_nouns_of_a_whole(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a whole that several nouns name is not made by the numbers of these nouns: 'Tổng số
    cán bộ, giáo viên, nhân viên là 26 người; trong đó quản lý 02, giáo viên 18, nhân viên 05'.

    Not flagged: lists that leave a noun out, name them in another order, or go on.
    """
    text = report.text
    for word in ("trong đó", "gồm"):
        for at in places_of(text, word):
            chunks = _CHUNKS.match(text, at + len(word)) if text[at - 2 : at - 1] in _MARKS else None
            if chunks is not None:
                yield from _check_nouns(text, at - 2, chunks)


_MARKS = (",", ";")


def _check_nouns(text: str, end: int, chunks: re.Match[str]) -> Iterator[Finding]:
    low = text.rfind("\n", max(end - 120, 0), end) + 1
    named = next((found for one in _NAMED if (found := one.search(text, max(low, end - 120), end))), None)
    if named is None:
        return
    nouns = [noun.lower() for noun in _AND.split(named["nouns"])]
    starts = [0, *(one.end() for one in _AND.finditer(chunks["told"]))]
    told = _AND.split(chunks["told"])
    counts = [_ONE_NUMBER.fullmatch(one) for one in told]
    if len(told) != len(nouns):
        return
    parts = [
        _Part(_value(one["number"]), noun, Span(chunks.start("told") + low, chunks.start("told") + low + len(one[0])))
        for low, one, noun in zip(starts, counts, nouns, strict=True)
        if one is not None and _is_of(noun, one)
    ]
    total = _value(named["total"])
    if len(parts) == len(nouns) and sum((one.amount for one in parts), Decimal(0)) != total:
        yield _finding(text, Span(named.start("total"), end), total, parts)


def _is_of(noun: str, one: re.Match[str]) -> bool:
    """Whether a number is told under a noun, before it or behind it."""
    label = f" {one['before'].strip()} {one['behind'].strip()} ".lower()
    return f" {noun} " in label or (noun == "cán bộ" and any(f" {name} " in label for name in _OFFICERS))


_LISTS = re.compile(
    r"[^.;:()\d\n]{0,60}?(?:, | \(|: )(?:trong đó|gồm|bao gồm|gồm có)(?: có)?:? (?:[^.;:()\d\n]{1,20} )?"
)
_IN_LIST = re.compile(r"[^.()\d\n]{0,60}?(?:,|;| và| cùng) (?:[^.;()\d\n]{1,20} )?")
_LEAST_KINDS = 3


def check_kinds_and_others(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where kinds that close with all others do not make their whole: '26 văn bản, trong đó 09
    kế hoạch, 06 báo cáo, 04 công văn và 09 văn bản khác'.

    Not flagged: lists of fewer than three kinds, or that go on; what is so far off that it is of another whole.
    """
    for figures, index in neighbours(report):
        whole = figures[index]
        total = single(whole.base_value)
        if not total or not is_plain(whole) or whole.target or not whole.unit:
            continue
        parts: list[Figure] = []
        for one in figures[index + 1 : index + 1 + _MOST]:
            joint = _IN_LIST if parts else _LISTS
            if not is_plain(one) or not joint.fullmatch(report.text, (parts or [whole])[-1].end, one.number_start):
                break
            parts.append(one)
        if len(parts) < _LEAST_KINDS or not _are_others(report.text, parts[-1], whole):
            continue
        added = sum((single(one.base_value) or total for one in parts), Decimal(0))
        if added != total and abs(added - total) * 2 <= total and not any(one.decimals for one in (whole, *parts)):
            yield sum_mismatch(whole, total, parts, added)


def _are_others(text: str, last: Figure, whole: Figure) -> bool:
    """Whether the last of a list is all the rest of its whole: '09 văn bản khác', and nothing follows."""
    return (
        re.match(rf" {re.escape(whole.unit)} khác\s?(?:[.;)\n]|$)", text[last.number_end : last.number_end + 60])
        is not None
    )
