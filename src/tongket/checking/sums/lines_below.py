"""Totals over items on lines of their own (tổng số và các dòng liệt kê bên dưới): '198 hồ sơ (nộp trực tiếp: 184),
trong đó:' above '- Lĩnh vực A: 78 hồ sơ.', '- Lĩnh vực B: 02 (đang giải quyết)'; 'Cộng: 80 hồ sơ' below them.

A case of ``sum-mismatch``, whose page stands with the arithmetic. Lists that are read as parts of their total are held
there, too; these have brackets, wrapped lines or bare numbers between, letters or numbers for marks, or none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile
from operator import attrgetter

from tongket.checking.evidence.cells import TOTAL
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import is_pen_slip, prose_of
from tongket.checking.evidence.numbers import is_hedged, shown, shown_as, single
from tongket.checking.evidence.told import is_people, is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.divisions import overlaps
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import CAPITALS, folded

_BESIDE = (  # in how many people, and how that is more or less than before: '1.286 lượt/1.412 người, giảm 8,27% so ...'
    r"(?:\s?/\s?\d[\d.]*\s[^\W\d_]+(?:\s[^\W\d_]+)?)?"
    r"(?:,?\s(?:tăng|giảm|đạt|bằng|vượt)\s(?:[^.;:()\n]|\.(?=\d)){1,80}?(?:\([^()\n]{1,80}\))?)?"
)
_OPENS = re.compile(
    rf"{_BESIDE}\s*+(?:\([^()]{{0,160}}\)\s*+)?(?:[,;.]\s*+)?"
    r"(?:(?P<all>[Bb]ao gồm|[Gg]ồm|[Cc]hia (?:ra|theo))|(?P<some>[Tt]rong (?:số )?đó)|[Cc]ụ thể)"
    r"(?:\s(?:là|có|gồm|như sau))?(?:\s*:\s*\n+|\s+(?=[-+*•–]\s[^\n]*\n))"
)
_OPENS_AT_ONCE = re.compile(r"(?P<said>(?:[^.;:()\n]|\.(?=\d)){0,80}):[ \t]*\n+")
_OPENS_UNMARKED = re.compile(r"[^.;:()\d\n]{0,40}[.;]?[ \t]*\n+")
_MARK = r"(?P<mark>[-+*•–]|[a-zđ]\)|\(?\d{1,2}\)|\d{1,2}(?:\.\d{1,2}){0,2}\.(?=\s))"
_OWN_LINE = re.compile(rf"(?:^|\n)[ \t]*{_MARK}?[ \t]*(?P<said>[^\n]*)$")
_OF_ITEMS = re.compile(r"(?<!\w)(?:sau|là|về|như|để|tập trung|cụ thể|nội dung|việc|vụ việc)(?!\w)")
_LINE = re.compile(rf"[ \t]*(?:{_MARK}[ \t]*)?(?P<said>[^\n]*)(?:\n|$)")
_CLASS = r"(?:[Kk]hối|[Ll]ớp|[Nn]ăm|[Qq]uý|[Tt]háng|[Đđ]ợt|[Ll]oại|[Nn]hóm|[Kk]hóa)\s(?:lớp\s)?\d{1,4}"
_LABEL = re.compile(
    rf"(?P<label>(?:[^\W\d_][^:\d]{{0,60}}?\s)?{_CLASS}(?:\s[^:\d]{{1,20}}?)?|[^\W\d_][^:\d]{{1,80}}?)"
    r"(?::\s*|\s(?:có |là )?)(?P<number>(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?)(?![.,]?\d)(?P<of>/\d[\d.]*)?"
)
_CLOSES = re.compile(
    rf"\n[ \t]*(?:{_MARK}[ \t]*)?(?:Tổng(?: cộng| số)?|Cộng|TỔNG(?: CỘNG| SỐ)?|CỘNG)(?:\s*:|\s)\s*(?P<number>\d)"
)
_ENDS = re.compile(r"\s*(?:[.;,(]|$)")
_NOUN = re.compile(r"\s?(?P<noun>[^\W\d_]{1,12})\s*(?:[.;,(]|$)")  # 'nhà' of '80 nhà ở'
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
    """Yield ``sum-mismatch`` where the items on the lines below a total make more than it, or less where they are all
    of it: the list says so ('gồm'), the line is a total ('Tổng số'), or three items make it but for a slip of the pen.

    Not flagged: items of another noun or without a number; items where one may be of two, as people and households
    may; items that are only 'in it' and make less; hedges, rates.
    """
    for whole in prose_of(report):
        total = single(whole.value)
        if total is None or not whole.unit or not is_plain(whole) or is_hedged(whole):
            continue
        opened = _opens(report.text, whole.end)
        if opened is None:
            continue
        parts, is_all = _parts(report, opened.end(), whole)
        case = _case(report, whole, opened, parts) if len(parts) >= _FEWEST and _added(parts) != total else None
        if case is not None and (is_all or case):
            yield _mismatch(whole, parts, case)


def check_lines_above(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a total closes a list on lines that it does not make: '- Lúa: 12 ha', '- Ngô: 9 ha',
    'Cộng: 20 ha'.

    Not flagged: what is off by more than an eighth and no slip of the pen; lists with lines of another unit or mark.
    """
    figures = {one.number_start: one for one in prose_of(report)}
    for found in finds(_CLOSES, report.text):
        whole = figures.get(found.start("number"))
        total = single(whole.value) if whole is not None else None
        if whole is None or total is None or not is_plain(whole):
            continue
        parts = _parts_above(report.text, found.start(), whole)
        off = abs(_added(parts) - total)
        near = len(parts) >= _SURE and off * _NEAR <= total
        if len(parts) >= _FEWEST and off and (near or _is_slip(whole, total, parts)):
            yield _mismatch(whole, parts, "")


def _added(parts: Sequence[_Part]) -> Decimal:
    return sum((one.amount for one in parts), Decimal(0))


def _opens(text: str, at: int) -> re.Match[str] | None:
    """What opens a list on the lines below a number: 'trong đó:', a colon behind the words of the number, or nothing
    where its line has a mark of its own, or is that of a total.
    """
    found = _OPENS.match(text, at)
    if found is not None:
        return found
    found = _OPENS_AT_ONCE.match(text, at)
    if found is not None:
        return None if _OF_ITEMS.search(found["said"]) else found
    found = _OPENS_UNMARKED.match(text, at)
    if found is None:
        return None
    line, first = _own_line(text, at), _LINE.match(text, found.end())
    mark = _kind(first["mark"]) if first else ""
    lower = line is not None and line["mark"] and mark and _kind(line["mark"]) != mark
    return found if lower or (line is not None and _is_total(line)) else None


def _own_line(text: str, at: int) -> re.Match[str] | None:
    """The line in which a number ends, up to there."""
    return _OWN_LINE.search(text, max(at - _LINE_BEFORE, 0), at)


def _is_total(line: re.Match[str]) -> bool:
    return TOTAL.match(folded(line["said"])) is not None


def _kind(mark: str | None) -> str:
    """What a mark is, whatever its number or letter: '1.' of '2.', 'a)' of 'b)'."""
    return _LETTER.sub("a", _DIGITS.sub("1", mark or ""))


_DIGITS, _LETTER = re.compile(r"\d+"), re.compile(r"[a-zđ]")
_LINE_BEFORE = 160  # letters of the line that ends with a number
_NEAR = 8  # what is off by more than that part of a number is no slip


def _case(report: Report, whole: Figure, opened: re.Match[str], parts: Sequence[_Part]) -> str | None:
    """Of what case it is that some items do not make their total; None where they need not."""
    total, added, labels = single(whole.value) or Decimal(0), _added(parts), [one.label for one in parts]
    if any(map(_BALANCE.match, labels)):
        return None
    groups, line = opened.groupdict(), _own_line(report.text, whole.end)
    slip, many = _is_slip(whole, total, parts), len(parts) >= _SURE
    apart = not _may_be_of_two(whole, labels, is_slip=slip and many and not groups.get("some"))
    is_total = line is not None and _is_total(line) and not groups.get("some")
    if groups.get("all") and (many or (slip and apart)):
        return ""
    if opened.re is _OPENS_UNMARKED and not is_total:
        if all(map(_PLACE.fullmatch, labels)):
            return ""
        near = abs(added - total) * _NEAR <= total
        return "" if added > total and (near or slip) and many and apart else None
    if is_total and apart and (slip or (many and abs(added - total) * _NEAR <= total)):
        return ""
    if added > total and (groups.get("some") or not (slip and many)):
        return "more" if apart else None
    ended = labels[-1].rstrip().endswith("khác")
    return "" if apart and slip and many and (ended or not groups.get("some")) else None


def _is_slip(whole: Figure, total: Decimal, parts: Sequence[_Part]) -> bool:
    """Whether a total, or one of its parts, is what the others make but for a slip of the pen."""
    off = total - _added(parts)
    exponents = (one.amount.as_tuple().exponent for one in parts)
    places = max(whole.decimals, *(-exponent for exponent in exponents if isinstance(exponent, int)))
    return is_pen_slip(total, total - off, places) or any(
        one.amount + off > 0 and is_pen_slip(one.amount, one.amount + off, places) for one in parts
    )


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


_OF_A_CLASS = re.compile(  # nobody is of two
    rf"(?<!\w)(?:(?:khối|cấp|bậc|ngạch|loại|hạng)\s[^\W\d_]|{_CLASS})", re.IGNORECASE
)
_BODY = re.compile(
    r"(?:Văn phòng|Phòng|Ban|Sở|Trung tâm|Trạm|Trường|Khoa|Đội|Chi (?:bộ|hội|đoàn|cục)|Đảng (?:bộ|ủy)|Khối|Tổ)(?!\w)"
)
_DENIES = re.compile(r"(?:không|chưa)\s(?P<what>.+)", re.IGNORECASE)


def _may_be_of_two(whole: Figure, labels: Sequence[str], *, is_slip: bool) -> bool:
    """Whether one that is counted may be of two items: people and households may, what is of groups that overlap, and
    what the items have or do; but not where the items are bodies, places or classes, nor people, or things of such
    groups, where three items are all of it but for a slip of the pen.
    """
    if all(_PLACE.fullmatch(label) or _BODY.match(label) or _OF_A_CLASS.search(label) for label in labels):
        return False
    people = is_people(whole) or whole.unit.startswith("hộ")
    said = {folded(label) for label in labels}
    doing = (label for label in labels if _DOES.match(label))
    if any(not (denied := _DENIES.fullmatch(label)) or folded(denied["what"]) not in said for label in doing):
        return True
    overlap = overlaps(["", *(label[:1].lower() + label[1:] for label in labels)])
    return (overlap and (people or not is_slip)) or (people and not is_slip)


def _mismatch(whole: Figure, parts: Sequence[_Part], case: str) -> Finding:
    value, base = single(whole.value) or Decimal(1), single(whole.base_value) or Decimal(1)
    facts = {
        "parts": " + ".join(shown(one.amount) for one in parts),
        "sum": shown_as(_added(parts) * base / value, whole),
        "total": shown_as(base, whole),
    }
    severity: Severity = "warning" if case else "error"
    places = tuple(one.place for one in parts)
    return Finding("sum-mismatch", severity, Span(whole.start, whole.end), case, facts, places)


def _parts(report: Report, at: int, whole: Figure) -> tuple[list[_Part], bool]:
    """The items on the lines from there on that bear one mark, and whether they are the whole list; none where one is
    no number of the whole's noun, unless a list of two or more had its full stop before it, or has no mark of its own.
    """
    found: list[_Part] = []
    ended = False
    line = _own_line(report.text, whole.end)
    own = _kind(line["mark"]) if line else ""
    for item, mark in _items(report.text, at, own):
        part = None
        if mark is not None:
            part = _part(report.text, item, whole) or _first_of_line(report, item, whole)
        if part is None or TOTAL.match(folded(part.label)):
            if mark in ("", own):  # a line of another matter, or an item of another noun
                counts = part is None and _LABEL.match(report.text, item.start, item.end) is not None
                return found, not counts or len(found) >= _SURE
            return (found, False) if mark is not None and ended and len(found) >= _FEWEST else ([], False)
        found.append(part)
        ended = _IS_OVER.search(report.text, item.start, item.end) is not None
    return found, True


def _items(text: str, at: int, own: str) -> Iterator[tuple[Span, str | None]]:
    """The items of a list that begins there with their mark, each with the lines that it is wrapped in; last one that
    bears another mark, and is none of them, unless it is the mark of the list's ``own`` line. Lines without a mark are
    an item each.
    """
    mark: str | None = None
    item, lines = Span(at, at), 0
    while at < len(text):
        line = _LINE.match(text, at)
        if line is None or not line["said"].strip():
            break
        at = line.end()
        kind = _kind(line["mark"])
        if mark not in (own, None) and own and kind == own:
            break
        if not kind and mark:
            lines += 1
            if lines >= _WRAPPED or _IS_OVER.search(text, item.start, item.end) or _NEXT.match(line["said"]):
                break
            item = Span(item.start, line.end("said"))
            continue
        if mark is not None:
            yield item, mark
        mark, lines = kind if mark is None else mark, 0
        item = Span(*line.span("said"))
        if kind != mark:
            if mark:
                yield item, None  # items have items of their own
            return
    if mark is not None:
        yield item, mark


def _parts_above(text: str, at: int, whole: Figure) -> list[_Part]:
    """The items on the lines above a total, up to one that is none of them, in order."""
    found: list[_Part] = []
    mark: str | None = None
    while at > 0 and len(found) < _MOST_ABOVE:
        start = text.rfind("\n", 0, at) + 1
        line = _LINE.match(text, start)
        if line is None or at - start > _LONGEST or mark not in (None, _kind(line["mark"])):
            break
        part = _part(text, Span(*line.span("said")), whole)
        if part is None or TOTAL.match(folded(part.label)):
            break
        mark = _kind(line["mark"])
        found.append(part)
        at = start - 1
    return found[::-1]


_MOST_ABOVE, _LONGEST = 25, 200  # lines of a list that a total closes, and letters of one


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
    unit = _squeezed(whole.unit)
    amount, noun = parse_number(label["number"]), _NOUN.match(behind)
    shorter = noun is not None and whole.unit.split()[:1] == [noun["noun"].lower()]
    if amount is None or not (shorter or (unit and _squeezed(behind).startswith(unit)) or _ENDS.match(behind)):
        return None
    return _Part(amount, Span(*label.span("number")), label["label"])


def _squeezed(words: str) -> str:
    """Words without their blanks, some of which a file may have lost: 'hồsơ'."""
    return folded(words).replace(" ", "")


CHECKS = (check_lines_below, check_lines_above)
