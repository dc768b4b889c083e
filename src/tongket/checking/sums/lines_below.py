"""Totals over items on lines of their own (tổng số và các dòng liệt kê bên dưới): '198 hồ sơ (nộp trực tiếp: 184),
trong đó:' above '- Lĩnh vực A: 78 hồ sơ.', '- Lĩnh vực B: 02 (đang giải quyết)'.

A case of ``sum-mismatch``, whose page stands with the arithmetic. Lists that are read as parts of their total are held
there; these have brackets, wrapped lines or bare numbers between.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from operator import attrgetter

from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import is_hedged, shown, shown_as, single
from tongket.checking.evidence.told import is_people, is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.divisions import overlaps
from tongket.vietnamese.unicode import CAPITALS, folded

_BESIDE = (  # in how many people, and how that is more or less than before: '1.286 lượt/1.412 người, giảm 8,27% so ...'
    r"(?:\s?/\s?\d[\d.]*\s[^\W\d_]+(?:\s[^\W\d_]+)?)?"
    r"(?:,?\s(?:tăng|giảm|đạt|bằng|vượt)\s(?:[^.;:()\n]|\.(?=\d)){1,80}?(?:\([^()\n]{1,80}\))?)?"
)
_OPENS = re.compile(
    rf"{_BESIDE}\s*+(?:\([^()]{{0,160}}\)\s*+)?(?:[,;.]\s*+)?"
    r"(?:(?P<all>[Bb]ao gồm|[Gg]ồm|[Cc]hia (?:ra|theo))|[Tt]rong (?:số )?đó|[Cc]ụ thể)"
    r"(?:\s(?:là|có|gồm|như sau))?(?:\s*:\s*\n+|\s+(?=[-+*•–]\s[^\n]*\n))"
)
_OPENS_AT_ONCE = re.compile(r"(?P<said>(?:[^.;:()\n]|\.(?=\d)){0,80}):[ \t]*\n+(?=[ \t]*[-+*•–])")
_OPENS_UNMARKED = re.compile(r"[^.;:()\d\n]{0,40}[.;]?[ \t]*\n+(?=[ \t]*(?P<mark>[-+*•–])\s?[^\W\d_])")
_OWN_MARK = re.compile(r"(?:^|\n)[ \t]*(?P<mark>[-+*•–])?[^\n]*$")
_OF_ITEMS = re.compile(r"(?<!\w)(?:sau|là|về|như|để|tập trung|cụ thể|nội dung|việc|vụ việc)(?!\w)")
_LINE = re.compile(r"[ \t]*(?:(?P<mark>[-+*•–])[ \t]*)?(?P<said>[^\n]*)(?:\n|$)")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\d]{2,120}):\s*(?P<number>\d{1,3}(?:\.\d{3})+|\d+)(?P<of>/\d[\d.]*)?")
_ENDS = re.compile(r"\s*(?:[.;,(]|$)")
_IS_OVER = re.compile(r"[.;]\s*$")
_NEXT = re.compile(r"(?:Tổng|TỔNG)(?!\w)")  # total, with a list of its own
_WRAPPED = 3  # lines of one item
_FEWEST, _SURE = 2, 3  # items of a list, and of one that may be held to be whole


@dataclass(frozen=True, slots=True)
class _Part:
    """The number of an item, where it stands, and what the item is called."""

    amount: Decimal
    place: Span
    label: str


def check_lines_below(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the items on the lines below a total make more than it, or less where the list says
    that it is whole ('gồm').

    Not flagged: lists that are read as parts of their total, and are held to it so; items of another noun or without a
    number; more items where one may be of two, as people and households may; hedges, rates.
    """
    linked = {link.of for link in report.figure_links if link.kind == "parts" and _is_below(report, link.of, link.by)}
    held = {report.figures[index].start for index in linked}
    for whole in prose_of(report):
        opens = _opens(report.text, whole.end) if whole.start not in held else None
        total = single(whole.value)
        if opens is None or total is None or not whole.unit or not is_plain(whole) or is_hedged(whole):
            continue
        parts, is_all = _parts(report, opens.end(), whole)
        added = sum((one.amount for one in parts), Decimal(0))
        if len(parts) < _FEWEST or added == total:
            continue
        if opens.re is _OPENS_UNMARKED:
            if _tells_all(whole, parts, is_all=is_all, added=added, total=total):
                yield _mismatch(whole, parts, added, "")
            continue
        listed = is_all and opens.re is _OPENS and opens["all"] is not None and len(parts) >= _SURE
        if listed or (added > total and not _may_be_of_two(whole, [one.label for one in parts])):
            yield _mismatch(whole, parts, added, "" if listed else "more")


def _opens(text: str, at: int) -> re.Match[str] | None:
    """What opens a list on the lines below a number: 'trong đó:', or a colon behind the words of the number."""
    found = _OPENS.match(text, at)
    if found is not None:
        return found
    found = _OPENS_AT_ONCE.match(text, at)
    if found is not None:
        return None if _OF_ITEMS.search(found["said"]) else found
    found = _OPENS_UNMARKED.match(text, at)
    own = _own_mark(text, at) if found else ""
    return found if found and own and own != found["mark"] else None


def _own_mark(text: str, at: int) -> str:
    """The mark of the line in which a number ends; "" where it has none."""
    own = _OWN_MARK.search(text, max(at - _LINE_BEFORE, 0), at)
    return (own["mark"] or "") if own else ""


_LINE_BEFORE = 120  # letters of the line that ends with a number
_NEAR = 8  # what is off by more than that part of a number is no slip


def _tells_all(whole: Figure, parts: list[_Part], *, is_all: bool, added: Decimal, total: Decimal) -> bool:
    """Whether items of a lower mark, below a line that opens no list in words, are all of its number: of places, or
    more than it by little, where one can be of one item only.
    """
    labels = [one.label for one in parts]
    if not is_all or any(map(_BALANCE.match, labels)):
        return False
    if all(map(_PLACE.fullmatch, labels)):
        return True
    near = abs(added - total) * _NEAR <= total
    return added > total and near and len(parts) >= _SURE and not _may_be_of_two(whole, labels)


_BALANCE = re.compile(r"(?:[Ss]ố dư|[Kk]ết dư|[Dd]ư|[Tt]ồn)(?!\w)")  # what is left of a fund is no part of it
_PLACE = re.compile(
    rf"(?:(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Tt]hị xã|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Tt]hôn|[Bb]ản|[Ấấ]p)\s)?"
    rf"[{CAPITALS}][^\W\d_]*(?:\s[{CAPITALS}][^\W\d_]*){{1,3}}"
)


_DOES = re.compile(
    r"(?:có|được|do|đạt|đã|đang|chưa|không|là|bị|vay|nhận|hưởng|tham gia|hoàn thành|hoạt động|thực hiện|tổ chức|sử dụng"
    r"|áp dụng|đăng ký|duy trì|liên kết|cam kết|hiệu quả|tiêu biểu|điển hình)(?!\w)",
    re.IGNORECASE,
)


_OF_A_CLASS = re.compile(r"(?<!\w)(?:khối|cấp|bậc|ngạch|loại|hạng)\s[^\W\d_]", re.IGNORECASE)  # nobody is of two


def _may_be_of_two(whole: Figure, labels: list[str]) -> bool:
    """Whether one that is counted may be of two items: people and households may, and what the items have or do."""
    people = (is_people(whole) or whole.unit.startswith("hộ")) and not all(map(_OF_A_CLASS.search, labels))
    return people or overlaps(labels) or any(map(_DOES.match, labels))


def _is_below(report: Report, of: int, by: tuple[int, ...]) -> bool:
    """Whether parts that are read stand on the lines below their whole."""
    whole, last = report.figures[of], report.figures[by[-1]]
    return "\n" in report.text[whole.end : last.start] and len(by) > 1 and last.start > whole.end


def _mismatch(whole: Figure, parts: list[_Part], added: Decimal, case: str) -> Finding:
    value, base = single(whole.value) or Decimal(1), single(whole.base_value) or Decimal(1)
    facts = {
        "parts": " + ".join(shown(one.amount) for one in parts),
        "sum": shown_as(added * base / value, whole),
        "total": shown_as(base, whole),
    }
    severity: Severity = "warning" if case else "error"
    places = tuple(one.place for one in parts)
    return Finding("sum-mismatch", severity, Span(whole.start, whole.end), case, facts, places)


def _parts(report: Report, at: int, whole: Figure) -> tuple[list[_Part], bool]:
    """The items on the lines from there on that bear one mark, and whether they are the whole list; none where one is
    no number of the whole's noun, unless a list of two or more had its full stop before it.
    """
    found: list[_Part] = []
    ended = False
    for item, mark in _items(report.text, at, _own_mark(report.text, whole.end)):
        part = (_part(report.text, item, whole) or _first_of_line(report, item, whole)) if mark else None
        if part is None:
            return (found, False) if mark and ended and len(found) >= _FEWEST else ([], False)
        found.append(part)
        ended = _IS_OVER.search(report.text, item.start, item.end) is not None
    return found, True


def _items(text: str, at: int, own: str) -> Iterator[tuple[Span, bool]]:
    """The items of a list that begins there, each with the lines that it is wrapped in; last one that bears another
    mark, and is none of them, unless it is the mark of the list's ``own`` line.
    """
    mark, item, lines = "", Span(at, at), 0
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None or not line["said"].strip():
            break
        at = line.end()
        if mark != own and own and line["mark"] == own:
            break
        if line["mark"] is None:
            lines += 1
            if not mark or lines >= _WRAPPED or _IS_OVER.search(text, item.start, item.end):
                break
            if _NEXT.match(line["said"]):
                break
            item = Span(item.start, line.end("said"))
            continue
        if mark:
            yield item, True
        mark, lines = mark or line["mark"], 0
        item = Span(*line.span("said"))
        if line["mark"] != mark:
            yield item, False  # items have items of their own
            return
    if mark:
        yield item, True


def _first_of_line(report: Report, item: Span, whole: Figure) -> _Part | None:
    """The one number of an item that counts what the whole counts, where the item says before whose it is."""
    figures = prose_of(report)
    index = bisect_left(figures, item.start, key=attrgetter("start"))
    of_line = list(takewhile(lambda one: one.end <= item.end, figures[index : index + _MOST]))
    alike = [one for one in of_line if one.unit and f"{whole.unit} ".startswith(f"{one.unit} ")]
    value = single(alike[0].value) if len(alike) == 1 else None
    label = report.text[item.start : of_line[0].start].strip(" :") if of_line else ""
    if value is None or len(label) < _SHORTEST or not is_plain(alike[0]) or is_hedged(alike[0]):
        return None
    return _Part(value, Span(alike[0].start, alike[0].end), label)


_SHORTEST = 4  # letters of a label
_MOST = 8  # numbers of a line that are looked at


def _part(text: str, item: Span, whole: Figure) -> _Part | None:
    """The number of an item that counts what the whole counts, or stands bare behind its label."""
    label = _LABEL.match(text, item.start, item.end)
    if label is None or (label["of"] and Decimal(label["of"][1:].replace(".", "")) != single(whole.value)):
        return None
    behind = text[label.end() : item.end]
    same = _squeezed(behind).startswith(_squeezed(whole.unit))
    if not same and not _ENDS.match(behind):
        return None
    return _Part(Decimal(label["number"].replace(".", "")), Span(*label.span("number")), label["label"])


def _squeezed(words: str) -> str:
    """Words without their blanks, some of which a file may have lost: 'hồsơ'."""
    return folded(words).replace(" ", "")


CHECKS = (check_lines_below,)
