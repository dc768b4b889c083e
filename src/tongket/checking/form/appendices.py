"""Appendices that the text promises and the report does not have (phụ lục kèm theo).

Cases of ``missing-part`` and ``numbering``, whose pages stand with the form of reports and with the numbering.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import islice, takewhile
from operator import attrgetter

from tongket.checking.evidence.extracts import breaks_off
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.recognition import is_dirty, is_recognised
from tongket.checking.form.numbering import ordinal
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Table

_PROMISE = re.compile(
    r"(?:[Cc]ó|[Kk]èm theo|[Gg]ửi kèm(?: theo)?|[Đđ]ính kèm|[Xx]em|[Cc]hi tiết(?: tại| ở)?|theo|tại)\s+"
    r"(?:(?:các|\d{1,2})\s+)?(?:[Pp]hụ lục|[Pp]hụ biểu|[Bb]iểu(?= số(?: \d| liệu))"
    r"|[Bb]iểu mẫu(?! (?:quy định|của|do|ban hành|thống nhất)(?!\w)))"
    r"(?:\s+số(?: liệu)?)?"
    r"(?:\s*(?:\d+|[IVX]+))?(?:\s*(?:đính kèm|gửi kèm|kèm theo))?"
    r"|(?:[Pp]hụ lục|[Bb]iểu số liệu|[Pp]hụ biểu)(?:\s*(?:\d+|[IVX]+))?(?:\s*(?:chi tiết|số liệu|tổng"
    r" hợp))?\s*(?:đính kèm|gửi kèm|kèm theo)"
    r"|(?<=\()(?:[Pp]hụ lục|[Pp]hụ biểu)(?:\s+số)?\s*(?:\d{1,2}|[IVX]+)(?=\))"
)
_ATTACHED = re.compile(
    r"(?P<named>(?:[Pp]hụ lục|[Pp]hụ biểu)(?:\s+số)?(?:\s*(?P<number>\d{1,2}|[IVX]+)(?!\w))?)\s*(?:\(?(?:được )?"
    r"(?:đính kèm|gửi kèm|kèm theo)|(?<=[Cc]ó phụ lục )(?:chi tiết|số liệu|tổng hợp)(?=\s?[.;,)]))(?!\w)"
)
_WORDS = ("hụ lục", "hụ biểu", "iểu mẫu", "iểu số")  # one of which each of these holds
_KINDS = ("PHỤ", "Phụ", "BIỂU", "Biểu", "BẢNG", "Bảng")
_AND = re.compile(r"(?:\s?(?:,|;|và)\s?(?:(?:[Pp]hụ lục|[Pp]hụ biểu|[Bb]iểu|[Bb]ảng)(?: số)? [\dIVX]{1,4})?)+")
_LED = re.compile(r"(?:(?:tại|theo|ở|xem|như|trong)(?: các)? |\((?:ô số \w{1,4}, |[Cc]hi tiết )?)$")
_NUMBER = r"(?:\s+số)?\s*(?P<number>\d{1,2}|[IVX]+)(?!\w)(?![./-]\d)(?!\)? (?:và|-|đến) )"
_TITLED = re.compile(
    r"(?P<kind>PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU|Biểu|BẢNG|Bảng)(?:\s+(?:SỐ|số))?\s*:?\s*"
    r"(?P<number>\d{1,2}|[IVX]+)?(?=\W|$)"
)
_LABELLED = re.compile(r"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu)(?:\s+(?:SỐ|số))?\s*:?\s*(\d{1,2}|[IVX]+)(?!\w)")
_OF_ANOTHER = re.compile(
    r"\s*(?:của|ban hành|Công văn|Kế hoạch|Quyết định|Thông tư|Nghị định|Hướng dẫn|[Vv]ăn bản|Nghị quyết|Chỉ thị"
    r"|[Tt]ờ trình|Báo cáo số|Đề án|Chương trình|Công điện|Luật|[Hh]ồ sơ|[Hh]ợp đồng|[Dd]ự toán|[Đđ]ơn (?:đề nghị|xin))"
)
_JUST_BELOW = 600  # letters


def is_of_another(text: str, at: int) -> bool:
    """Whether the words that begin at ``at`` name another document, to which an appendix belongs."""
    return _OF_ANOTHER.match(text, at) is not None


def check_appendices(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where the text sends the reader to an appendix and the report has none, or not that one:
    'có Phụ lục II kèm theo' in a report without it.

    Each is told once, by its number; one without a number where none has one.

    Not flagged: an appendix of another document ('Phụ lục ban hành kèm theo Thông tư ...'), or of what the text amends;
    where a table stands below the words or behind the signature, an appendix that does not say so; a form that the body
    above numbered; texts that break off before their end.
    """
    if _AMENDS.search(report.letterhead.title or "") or breaks_off(report):
        return
    pattern = _ATTACHED if report.appendices or report.tables else _PROMISE
    told: set[int | None] = set()
    for match in finds(pattern, report.text) if any(word in report.text for word in _WORDS) else ():
        if is_of_another(report.text, match.end()) or (pattern is _ATTACHED and not _is_not_attached(report, match)):
            continue
        named = _WITH_NUMBER.search(match[0])
        number = _value(named[1]) if named else None
        is_form = named is not None and named[0][:1] in "Bb"
        if is_form and (_BY_SYMBOL.match(report.text, match.end()) or number in _numbers_titled(report)):
            continue
        if number in told or (told and number is None) or (number is None and _is_titled_behind(report)):
            continue
        told.add(number)
        facts = {"name": " ".join(named[0].split())} if named else {}
        yield Finding("missing-part", "warning", Span(*match.span()), "appendix-named" if facts else "appendix", facts)
    yield from _numbered(report) if not told else ()


_BY_SYMBOL = re.compile(r"[\s,\d]{0,20}(?:và \d{1,3})?/[A-ZĐ]")  # 'Biểu số 59/CK-NSNN', a form of a circular


@of_last_report
def _numbers_titled(report: Report) -> frozenset[int | None]:
    """The numbers with which lines are titled as forms and appendices."""
    return frozenset(_value(found["number"]) for found in _titles(_TITLED, report.text) if found["number"])


@of_last_report
def _is_titled_behind(report: Report) -> bool:
    """Whether a line behind the signature is the title of an appendix: 'Phụ lục: MẪU BÁO CÁO'."""
    return any(_is_behind_signature(report, title) for title in _titles(_APPENDIX, report.text))


_APPENDIX = re.compile(r"PHỤ LỤC(?!\w)|PHỤ BIỂU(?!\w)|(?:Phụ lục|Phụ biểu)(?=\s*(?:[:.]|$|\n| [\dIVX]))")
_AMENDS = re.compile(r"(?:sửa đổi|thay thế|bãi bỏ)(?!\w)", re.IGNORECASE)
_WITH_NUMBER = re.compile(
    r"(?:[Pp]hụ lục|[Pp]hụ biểu|[Bb]iểu mẫu|[Bb]iểu số liệu|[Bb]iểu)(?:\s+số)?\s*(\d{1,2}|[IVX]+)(?!\w)"
)


def _titles(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Where ``pattern`` stands with no letter or digit before it in its line, or behind the gap of a column at its end:
    a digital signature may be printed beside the title.
    """
    for found in finds(pattern, text):
        low = max(found.start() - _MARKS, 0)
        line = text.rfind("\n", low, found.start()) + 1
        before = text[line : found.start()]
        beside = before.endswith("   ") and not text[found.end() : found.end() + _MARKS].partition("\n")[0].strip()
        if (line or not low) and (beside or not any(map(str.isalnum, before))):
            yield found


_MARKS = 100  # that may stand before the title of an appendix


def _numbered(report: Report) -> Iterator[Finding]:
    """An appendix that is named by a number alone ('tại Biểu số 02'), where the report has others of that name.

    A single one without a number is the first.
    """
    held: dict[str, set[int | None]] = {}
    if not any(word in report.text for word in _KINDS):
        return
    for found in _titles(_TITLED, report.text):
        held.setdefault(found["kind"].lower(), set()).add(_value(found["number"]) if found["number"] else 1)
    named = [(match, kind) for kind in held for match in _pattern(kind).finditer(report.text)]
    listed: re.Match[str] | None = None  # the lead of the list that goes on: '(kèm theo Phụ lục 1, Phụ lục 2 và ...)'
    until = 0
    for match, kind in sorted(named, key=lambda one: one[0].start()):
        led = _LED.search(report.text, max(match.start() - 12, 0), match.start() - 1)
        if led is None and listed is not None and _AND.fullmatch(report.text, until, match.start() - 1):
            led = listed
        listed, until = led, match.end()
        if led is None or _value(match["number"]) in held[kind] or is_of_another(report.text, match.end()):
            continue
        if _BEHIND_NAMED.match(report.text, match.end()):
            continue
        facts = {"name": " ".join(report.text[match.start() - 1 : match.end()].split())}
        yield Finding("missing-part", "warning", Span(led.start(), match.end()), "appendix-named", facts)
        return


_OF_THIS_REPORT = re.compile(r"[Kk]èm theo\s+Báo\s+cáo(?!\w)")
_OF_OTHERS = re.compile(r"[Kk]èm theo|KÈM THEO|[Mm]ẫu (?:số|biểu)|Thông tư|Nghị định|Quyết định|Công văn|Hướng dẫn")
_CAPTION = 300  # letters below the number of an appendix in which it says to what it belongs


def check_first_appendix(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` where the first of a report's own appendices bears another number than the first: 'Phụ lục 2'
    below the signature of a report that has no other.

    Not flagged: where a line speaks of the one that it follows; appendices of other documents; scans.
    """
    if is_dirty(report):
        return
    first = next(_titles(_LABELLED, report.text), None)
    if first is None or _value(first[1]) in (None, 1):
        return
    below = report.text[first.end() : first.end() + _CAPTION]
    own = _OF_THIS_REPORT.search(below) or (_is_behind_signature(report, first) and not _OF_OTHERS.search(below))
    if not own or re.search(r"[Pp](?:hụ lục|HỤ LỤC)(?:\s+[Ss]ố)?\s*0?(?:1|I)(?!\w)", report.text):
        return
    words = first[0].strip()
    start = first.start() + first[0].index(words)
    facts = {"name": words[: -len(first[1])] + ("I" if first[1].isalpha() else "1".zfill(len(first[1])))}
    place = Span(start, start + len(words))
    yield Finding("numbering", "warning", place, "first-appendix", {"here": words, **facts})


_SAYS_OF_WHAT = re.compile(
    r"[Kk]èm\s+theo|KÈM\s+THEO|[Bb]an\s+hành\s+(?:kèm|theo)|(?:của|CỦA|theo|tại|số)\s+(?:Báo\s+cáo|BÁO\s+CÁO)"
)


def check_what_appendices_belong_to(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` (a note, once) where no line below the number of an appendix says to which document it
    belongs: '(Kèm theo Báo cáo số .../BC-UBND ngày ...)'.

    Decree 30/2020/NĐ-CP, annex I, section III.1, and the Party's guide 36-HD/VPTW. Not flagged: forms ('Biểu số 01');
    appendices of which one says it; recognised text.
    """
    if is_recognised(report):
        return
    own = [one for one in report.appendices if one.label.lower().startswith("phụ")]
    bare = [one for one in own if not _SAYS_OF_WHAT.search(report.text, one.start, min(one.start + _CAPTION, one.end))]
    if bare and len(bare) == len(own):
        at = max(report.text.find(bare[0].label, bare[0].start, bare[0].end), bare[0].start)
        related = tuple(Span(one.start, one.start + len(one.label)) for one in bare[1:])
        facts = {"name": " ".join(bare[0].label.split())}
        yield Finding("missing-part", "info", Span(at, at + len(bare[0].label)), "appendix-of", facts, related)


def _is_behind_signature(report: Report, label: re.Match[str]) -> bool:
    return report.signature is not None and report.signature.start < label.start()


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """A kind of appendix without its first letter, which may be a capital, and the number behind it."""
    return re.compile(re.escape(kind[1:]) + _NUMBER)


_BEHIND_NAMED = re.compile(
    r"[^.;\n]{0,60}(?<!\w)(?:của|ban hành|Công văn|Kế hoạch|Quyết định|Thông tư|Nghị định|Hướng dẫn|Nghị quyết|Đề cương"
    r"|mẫu)(?!\w)"
)


def _is_not_attached(report: Report, promised: re.Match[str]) -> bool:
    """Whether a report with tables or appendices has not the appendix that it promises."""
    if report.appendices:
        held = _numbers_held(report)
        return promised["number"] is not None and bool(held) and _value(promised["number"]) not in held
    end = report.closing.start if report.closing else report.signature.start if report.signature else 0
    tables = _tables_in_order(report)
    if tables and tables[-1].start >= end:
        return False
    behind = islice(tables, bisect_left(tables, promised.end(), key=attrgetter("start")), None)
    just_below = takewhile(lambda one: one.start - promised.end() < _JUST_BELOW, behind)
    return all(_is_of_text(report, one) for one in just_below)


@of_last_report
def _numbers_held(report: Report) -> frozenset[int | None]:
    """The numbers of the appendices that the text has."""
    return frozenset(_value(found[1]) for found in _titles(_LABELLED, report.text))


@of_last_report
def _tables_in_order(report: Report) -> list[Table]:
    return sorted(report.tables, key=attrgetter("start"))


_TABLE_OF_TEXT = re.compile(r"(?:Bảng|BẢNG)(?: (?:số|SỐ))? \d")
_TITLE = 200  # letters above a table in which its title stands


def _is_of_text(report: Report, table: Table) -> bool:
    """Whether a table is numbered among those of the text ('Bảng 1. ...'), which are no appendix."""
    lines = report.text[max(table.start - _TITLE, 0) : table.start].split("\n")
    return any(_TABLE_OF_TEXT.match(line.strip()) for line in (table.title or "", *lines))


def _value(number: str) -> int | None:
    """The place of an appendix that an Arabic or Roman number names."""
    found = ordinal(number)
    return found[2] if found else None
