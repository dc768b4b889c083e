"""Documents that a text rests on by their type and issuer alone ('theo Nghị quyết của Tỉnh ủy'), those without the
word 'số' before their number, and decrees without the end of theirs.

Cases of ``citation-incomplete``, whose page stands in ``conflicts``. Decree 30/2020/NĐ-CP, annex I, section II, and the
Party's guide 36-HD/VPTW: type, number, day, issuer and subject at the first mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.documents.mentions import check_days_left_out, check_numbers_of_any_year
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.spans import in_tables
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_TYPE = r"(?:Nghị quyết|Chỉ thị|Quyết định|Kế hoạch|Kết luận|Công văn|Thông báo|Hướng dẫn|Chương trình hành động)"
_BODY = (
    r"(?:(?:Ban Thường vụ |Thường trực )?(?:Tỉnh|Thành|Huyện|Đảng) [uủ][ỷy]"
    r"|(?:Thường trực |Chủ tịch )?(?:UBND|HĐND|[UỦ][ỷy] ban nhân dân|Hội đồng nhân dân)|Chính phủ|Thủ tướng Chính phủ)"
)
_RESTS_ON = re.compile(
    rf"(?<!\w)(?:theo|thực hiện|quán triệt|triển khai|căn cứ)(?: (?:nội dung|tinh thần|tốt|nghiêm))?"
    rf" (?P<printed>(?P<type>{_TYPE}) của (?P<body>{_BODY})(?: (?:tỉnh|thành phố|huyện|thị xã|xã|phường))?)"
    r"(?=[.;,)]|\n|\s?$| khóa| nhiệm kỳ)",
    re.IGNORECASE,
)
_MARKS = (
    ("tỉnh ủy", re.compile(r"/TU$")),
    ("thành ủy", re.compile(r"/T[HU]?U$")),
    ("huyện ủy", re.compile(r"/HU$")),
    ("đảng ủy", re.compile(r"/ĐU")),
    ("ubnd", re.compile(r"UBND")),
    ("ủy ban", re.compile(r"UBND")),
    ("hđnd", re.compile(r"HĐND")),
    ("hội đồng", re.compile(r"HĐND")),
    ("", re.compile(r"-(?:CP|TTg)$")),
)  # by which the symbols of a body's documents end
_NAMES_IT = re.compile(r"[^.;\n]{0,60}?(?<!\w)(?:về|ngày|số|quy định|phê duyệt|ban hành)(?!\w)")


def check_documents_by_issuer(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` (a note) where a text rests on one document that it tells by type and issuer alone,
    and has no other of that type and issuer: 'theo Nghị quyết của Tỉnh ủy.'

    Not flagged: several ('các nghị quyết'); types in small letters, which are none in particular; what goes on with its
    subject or day; rows of tables; recognised text.
    """
    if is_recognised(report):
        return
    told = [(key(one.type), one.symbol) for one in report.citations if one.symbol]
    tables = in_tables(report)
    for found in finds(_RESTS_ON, report.text):
        printed = found["printed"]
        mark = next(mark for words, mark in _MARKS if key(words) in key(found["body"]))
        known = any(kind == key(found["type"]) and mark.search(symbol) for kind, symbol in told)
        if known or not printed[0].isupper() or printed.isupper():
            continue
        place = Span(*found.span("printed"))
        if not tables.touch(place) and not _NAMES_IT.match(report.text, found.end()):
            yield Finding("citation-incomplete", "info", place, "by-issuer", {"printed": " ".join(printed.split())})


_FEWEST = 3  # documents with 'số' for each without it, that show the habit
_MOST = 3  # documents that are told; more of them are a habit
_BARE = re.compile(r"(?P<type>[^\W\d]+(?: [^\W\d]+){0,4})\s(?=\d)")


def check_word_before_numbers(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` (a note) once for documents that are never cited with the word 'số' before their
    number ('Kết luận 226-KL/TW'), where nearly all others are.

    Not flagged: mentions in capitals, quotation marks, tables and lists; documents of which the day is missing, too,
    which is told; recognised text.
    """
    if is_recognised(report):
        return
    full = [one for one in report.citations if one.kind == "full" and one.symbol and not one.shared]
    with_word = {one.symbol for one in report.citations if one.symbol and _WORD.search(_around(report, one))}
    bare: dict[str, Citation] = {}
    tables = in_tables(report)
    for one in full:
        if one.symbol not in with_word and _is_bare(report.text, one) and not tables.touch(Span(one.start, one.end)):
            bare.setdefault(one.symbol or "", one)
    if not bare or len(bare) > _MOST or len(with_word) < _FEWEST * len(bare):
        return
    undated = {one.place for check in (check_days_left_out, check_numbers_of_any_year) for one in check(report)}
    places = [Span(one.core_start, one.core_end) for one in bare.values() if Span(one.start, one.end) not in undated]
    if places:
        printed = " ".join(report.text[places[0].start : places[0].end].split())
        facts = {"printed": printed, "right": _BARE.sub(r"\g<type> số ", printed, count=1), "times": str(len(places))}
        yield Finding("citation-incomplete", "info", places[0], "no-number-word", facts, tuple(places[1:]))


def _around(report: Report, one: Citation) -> str:
    return report.text[max(one.start - _BEFORE, 0) : one.end].lower()


_WORD = re.compile(r"(?<!\w)s[ốôồổ](?!\w)")
_BEFORE = 12  # letters before a citation in which 'các văn bản số' ends


def _is_bare(text: str, one: Citation) -> bool:
    said = text[one.core_start : one.core_end]
    return not said.isupper() and _BARE.match(said) is not None


_NUMBER_AND_YEAR = re.compile(r"\d{1,4}/(?:19|20)\d\d")


def check_symbols_cut(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` (a note) for a decree that is told by number and year, never with the rest of its
    symbol, its day or its subject: 'theo Nghị định số 178/2024'.

    Not flagged: second mentions; rows of tables; documents of which nothing is known, which are told otherwise.
    """
    if is_recognised(report):
        return
    told = {one.symbol for one in report.citations if one.kind == "full" or one.date or one.title}
    tables = in_tables(report)
    for one in report.citations:
        cut = one.kind == "short" and one.symbol and _NUMBER_AND_YEAR.fullmatch(one.number or "")
        if not cut or one.symbol in told or tables.touch(Span(one.start, one.end)):
            continue
        told.add(one.symbol)
        if not _NAMES_IT.match(report.text, one.end):
            facts = {"printed": " ".join(report.text[one.start : one.end].split()), "symbol": one.symbol or ""}
            yield Finding("citation-incomplete", "info", Span(one.start, one.end), "cut", facts)


CHECKS = (check_documents_by_issuer, check_word_before_numbers, check_symbols_cut)
