"""Documents counted and then listed (nêu số văn bản rồi kể từng văn bản): 'ban hành 03 kế hoạch: Kế hoạch số 12/KH-UBND
ngày 05/3/2024; Kế hoạch số 15/KH-UBND ngày 12/4/2024'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.citations_at import cited_between
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted
from tongket.vietnamese.unicode import key

_ANY = "văn bản"
_TYPES = (
    "nghị quyết|chỉ thị|quyết định|kế hoạch|công văn|chương trình|thông báo|hướng dẫn|quy chế|kết luận|thông tri"
    "|báo cáo|tờ trình"
)
_COUNTED = re.compile(
    rf"(?P<noun>{_ANY}|{_TYPES})(?P<more>(?:,? [^\W\d_]+){{0,9}}?)"
    r"(?:\s?:|\s?\((?:gồm|cụ thể)?:?|,? (?:bao )?gồm(?: có)?:?|,? (?:cụ thể|đó)(?: là)?:?)\s?"
)
_NUMBER = re.compile(r"(?<![\w.,/-])(?P<number>\d{1,2}|hai|ba|bốn|sáu|bảy|tám|chín) $")
_SOME = re.compile(r"(?<!\w)(?:trong đó|như|tiêu biểu|thực hiện|theo|tại|của|về|từ)(?!\w)")
_ENDS = re.compile(r"[.](?=\s|$)|\n")
_CLOSES = re.compile(r"\)(?=\s?[.,;:]|\s[^\W\d_]|$)|\n")
_MORE = re.compile(
    r"\.\.|…|v\.v|(?<!\w)(?:các|những|một số|nhiều|khác|cùng|đến|kèm theo)(?!\w)"
    rf"|(?<![\w.,/-])\d{{1,3}} (?:{_ANY}|{_TYPES})"
)
_NAMED = re.compile("|".join(one.capitalize() for one in _TYPES.split("|")))
_OPENS_ITEM = re.compile(r"(?:^|[,;]|(?<!\w)và)\s*$")
_LONGEST = 1500  # letters of a list
_BEFORE = 6  # letters of a number with its blank
_FEWEST = 2


def check_documents_counted(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a list holds fewer documents than are counted right before it, or more.

    Not flagged: lists that pick some out or go on; those that hold a document of another type than is counted.
    Documents that an item of the list carries out or is based on may be items or not. Scans with dirt.
    """
    for found in () if is_dirty(report) else finds(_COUNTED, report.text):
        number = _NUMBER.search(report.text, max(found.start() - _BEFORE, 0), found.start())
        if number is None or _SOME.search(found["more"]):
            continue
        total, listed = counted(number["number"]) or 0, _listed(report.text, found)
        cited = cited_between(report, listed.start, listed.end) if listed else ()
        least, most = _items(report.text, listed, cited, found["noun"]) if listed and cited else (0, 0)
        if most >= _FEWEST and not least <= total <= most:
            facts = {"total": f"{number['number']} {found['noun']}", "named": str(least if total < least else most)}
            yield Finding("sum-mismatch", "warning", Span(number.start(), found.end("noun")), "named", facts)


def _listed(text: str, found: re.Match[str]) -> Span | None:
    """Where a list stands that ends with its sentence or its brackets and claims to be whole."""
    bracket = "(" in text[found.end("more") : found.end()]
    stop = (_CLOSES if bracket else _ENDS).search(text, found.end(), found.end() + _LONGEST)
    if stop is None or (bracket and stop[0] == "\n") or _MORE.search(text, found.end(), stop.start()):
        return None
    return Span(found.end(), stop.start())


def _items(text: str, listed: Span, cited: Sequence[Citation], noun: str) -> tuple[int, int]:
    """How many documents a list names at least and at most; none where it does not open with one, or holds another
    type than is counted.
    """
    if text[listed.start : cited[0].start].strip():
        return 0, 0
    least, most, last = 0, 0, listed.start
    apart = _SEMICOLON if ";" in text[listed.start : cited[-1].start] else _COMMA
    for one in cited:
        between = text[last : one.start]
        opens = _OPENS_ITEM.search(between) is not None
        if noun != _ANY and opens and not one.role and key(one.type) != key(noun):
            return 0, 0
        most += opens or not one.role
        least += opens and (last == listed.start or apart.fullmatch(between) is not None)
        last = one.end
    named = len(_NAMED.findall(text, listed.start, listed.end)) - (len(cited) - most)
    return least, max(most, named)


_SEMICOLON, _COMMA = re.compile(r"[^;]*;\s*(?:và )?"), re.compile(r"\s?(?:[,;]| và)\s*(?:và )?")


CHECKS = (check_documents_counted,)
