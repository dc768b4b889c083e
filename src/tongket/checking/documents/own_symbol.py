"""The report's own number and symbol against its type and the body that issues it (số, ký hiệu của chính báo cáo).

Cases of ``citation-conflict``, whose page stands with the documents. A symbol is made of the abbreviation of the type
and that of the body (Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.documents.citing import DEPARTMENT, spells
from tongket.checking.evidence.committees import is_of_committee
from tongket.checking.evidence.recognition import is_dirty, is_recognised
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.marks import is_body
from tongket.registry.types import TYPE_BY_ABBREVIATION, abbreviations_of
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import folded
from tongket.vietnamese.years import IS_YEAR

_PARTS = re.compile(r"[-/–]")
_PRINTED = re.compile(
    r"S[ốÔỐ]\s*:?\s*(?P<number>\d{0,5}[a-zđ]?)[\s.…]*(?P<first>[-/])\s*(?P<type>[A-ZĐ][A-Za-zĐđ]{1,4}?)"
    r"(?:\s*(?P<second>[-/])\s*(?P<body>[A-ZĐ][\w&]+(?:-[A-ZĐ][\w&]*)*)|(?P<glued>[A-ZĐ][A-ZĐ&]+))$"
)
_COMMITTEE = re.compile(r"(?:đảng|huyện|tỉnh|thành|quận|thị) [uủ][ỷy](?!\w)|đảng bộ|chi bộ")
_OF_STATE = re.compile(r"[uủ][ỷy] ban nhân dân|ubnd|hội đồng nhân dân|hđnd|(?:sở|phòng|trường|bộ|cục) ")
_BODIES = (
    ("HĐND", re.compile(r"hội đồng nhân dân|hđnd"), re.compile(r"HĐND$")),
    ("UBND", re.compile(r"[uủ][ỷy] ban nhân dân|ubnd"), re.compile(r"UBND$")),
    (
        "MTTQ",
        re.compile(r"(?:[uủ][ỷy] ban )?(?:mặt trận tổ quốc|mttq)|ubmttq"),
        re.compile(r"(?:UB)?(?:MTTQ|UBMT|MT)(?:VN)?$"),
    ),
    ("cấp ủy", re.compile(r"(?:đảng|huyện|tỉnh|thành|quận|thị) [uủ][ỷy](?!\w)|đảng bộ"), re.compile(r"[ĐHTQ]U$|ThU$")),
)
_SEATS = (
    ("xã", re.compile(r"đảng [uủ][ỷy] (?:xã|phường|thị trấn)"), ("ĐU",)),
    ("huyện", re.compile(r"huyện [uủ][ỷy](?!\w)"), ("HU",)),
    ("quận", re.compile(r"quận [uủ][ỷy](?!\w)"), ("QU",)),
    ("tỉnh", re.compile(r"tỉnh [uủ][ỷy](?!\w)"), ("TU",)),
)
_OF_SCHOOLS = re.compile(r"PGD(?:&|-)?ĐT|PGD")  # the offices of districts that all schools report to


def check_own_symbol(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the symbol in the head is that of another type ('BÁO CÁO' above 'Số:
    214/TTr-UBND') or of another body ('142/BC-HĐND' of an Ủy ban nhân dân).

    Not flagged: heads that are not whole, joint reports, scans; the office or a board of the body that is named.
    """
    head = report.letterhead
    place = head.number_at
    if place is None or not head.symbol or {"number", "symbol", "doc_type"} & set(head.inferred) or is_dirty(report):
        return
    parts = [part for part in _PARTS.split(head.symbol) if part and not IS_YEAR.fullmatch(part)]
    facts = {"symbol": head.canonical or head.symbol, "type": head.whole_type or ""}
    by_symbol = _type_of(parts)
    if head.doc_type and head.type_at and by_symbol and not _is_of_type(by_symbol, head.doc_type):
        yield Finding("citation-conflict", "warning", place, "type", facts | {"by_symbol": by_symbol})
    elif head.issuing_body and len(parts) > 1 and (other := _other_body(report, parts[-1])):
        facts |= {"by_symbol": other, "issuer": " ".join(head.issuing_body.split())}
        yield Finding("citation-conflict", "warning", place, "family", facts)


def check_form_of_own_symbol(report: Report) -> Iterator[Finding]:
    """Yield ``citation-malformed`` where the symbol in the head has the marks of the other family ('70/BC-ĐU' of a
    Party committee, '31-BC/UBND' of the state), or type and body without a mark between them ('31/BCUBND').

    Sources as above. Not flagged: the Front and the organisations, whose offices write either way; recognised text.
    """
    head = report.letterhead
    if head.number_at is None or not head.doc_type or "doc_type" in head.inferred or is_recognised(report):
        return
    found = _PRINTED.match(" ".join(report.text[head.number_at.start : head.number_at.end].split()))
    if found is None or found["type"] not in abbreviations_of(head.doc_type):
        return
    body = folded(head.issuing_body or "")
    party, state = is_of_committee(report) or _COMMITTEE.match(body), _OF_STATE.match(body)
    marks = "-/" if party else "/-" if state else f"{found['first']}{'-' if found['first'] == '/' else '/'}"
    printed = found[0].removeprefix("Số").lstrip(" :")
    right = f"{found['number']}{marks[0]}{found['type']}{marks[1]}{found['body'] or found['glued']}"
    if f"{found['first']}{found['second']}" != marks:
        yield Finding("citation-malformed", "warning", head.number_at, "order", {"printed": printed, "symbol": right})


_OF_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)/")


def check_year_of_own_symbol(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` where the symbol in the head has another year than the day below it: 'Số:
    12/2024/QĐ-UBND' of 15/7/2025. It is the year of issue (Nghị định 78/2025/NĐ-CP, Phụ lục).

    Not flagged: heads that are not whole; scans.
    """
    head = report.letterhead
    found = _OF_YEAR.match(head.symbol or "")
    if found is None or head.number_at is None or not head.date or {"symbol", "date"} & set(head.inferred):
        return
    if head.date[:4] != found["year"] and not is_recognised(report):
        facts = {"symbol": head.canonical or head.symbol or "", "date": printed_day(head.date), "year": found["year"]}
        yield Finding("citation-conflict", "error", head.number_at, "year", facts)


_LEGAL_OFFICE = "PC"  # Vụ Pháp chế, and Phiếu chuyển as a type


def _type_of(parts: list[str]) -> str:
    """The type that a symbol names; a letter's symbol begins with who issues it."""
    if not parts:
        return ""
    issuer = is_body(parts[0]) or DEPARTMENT.match(parts[0]) or _OF_SCHOOLS.fullmatch(parts[0])
    if len(parts) > 1 and issuer and (parts[1] not in TYPE_BY_ABBREVIATION or parts[1] == _LEGAL_OFFICE):
        return "Công văn"
    return TYPE_BY_ABBREVIATION.get(parts[0], "")


def _is_of_type(by_symbol: str, said: str) -> bool:
    one, other = folded(by_symbol), folded(said)
    return one.startswith(other) or other.startswith(one)


def _other_body(report: Report, mark: str) -> str:
    """The body whose mark ends the symbol, where the head names another one and not that: of another family, a
    committee of another level, another department.
    """
    head = report.letterhead
    own = folded(head.issuing_body or "")
    seat = next((allowed for _, words, allowed in _SEATS if words.match(own)), ())
    if seat and mark not in seat:
        return next((f"cấp ủy cấp {level}" for level, _, allowed in _SEATS if mark in allowed), "") or _family(
            report, mark
        )
    if own.startswith("sở ") and DEPARTMENT.match(mark):
        return "" if spells(own.title().replace(" Và ", " "), mark) else mark
    return _family(report, mark)


def _family(report: Report, mark: str) -> str:
    head = report.letterhead
    marked = [name for name, _, pattern in _BODIES if pattern.match(mark)]
    printed = folded(f"{head.parent_body or ''} {head.issuing_body or ''}")
    of_own, of_parent = (
        [name for name, words, _ in _BODIES if words.match(folded(body or ""))]
        for body in (head.issuing_body, head.parent_body)
    )
    named = of_own or of_parent  # 'Ban Thường trực' of the Front
    everywhere = [name for name, words, _ in _BODIES if words.search(printed)]
    if len(marked) != 1 or len(named) != 1 or marked[0] in everywhere:
        return ""
    words = next(words for name, words, _ in _BODIES if name == marked[0])
    return "" if words.search(folded(_above(report)).replace(folded(mark), "")) else marked[0]


def _above(report: Report) -> str:
    """What is printed above the type: all bodies of a joint report stand there."""
    at = report.letterhead.type_at or report.letterhead.title_at or Span(0, 0)
    return report.text[: at.start]
