"""The fixed lines of the head (quốc hiệu, tiêu ngữ, số, địa danh): their words, marks and blanks.

Cases of ``layout`` and ``missing-part``, whose pages stand with the other small things of form. Sources: Decree
30/2020/NĐ-CP, annex I, section II.1 to II.4 (the motto has hyphens between blanks; 'Số' has a colon behind it, and
the parts of a symbol no blanks; the date has the name of the place before it); the Party's guide 36-HD/VPTW.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.committees import is_of_committee
from tongket.checking.evidence.recognition import is_recognised
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.types import TYPE_BY_ABBREVIATION
from tongket.vietnamese.unicode import CAPITALS, SMALL, folded, key, plain

_HEAD = 1200  # letters in which the head stands where the type of document was not recognised
_MOTTO = re.compile(r"Độc lập(?P<one>\W{1,5})Tự do(?P<two>\W{1,5})Hạnh phúc")
_RIGHT_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_HYPHEN = re.compile(r"[-–—‐‑]")


def check_motto(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) where the motto of the head lacks a hyphen ('Tự do Hạnh phúc'), or has no blanks at
    both sides of one ('Độc lập-Tự do').

    Not flagged: a dash for the hyphen, which word processors put; a blank that is missing at one side, which is told
    of with the other blanks; recognised text.
    """
    if is_recognised(report):
        return
    found = _MOTTO.search(report.text, 0, _end_of_head(report))
    if found is None or all(_HYPHEN.search(mark) and mark != mark.strip() for mark in found.group("one", "two")):
        return
    here = " ".join(found[0].split())
    yield Finding("layout", "info", Span(*found.span()), "motto", {"here": here, "right": _RIGHT_MOTTO})


_FIXED = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam",
    "Đảng Cộng sản Việt Nam",
    *sorted({name for name in TYPE_BY_ABBREVIATION.values() if " " in name}),
)
_LINE = re.compile(r"[^\n\t|]+")
_MOST_WORDS = 8


def check_fixed_lines(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a line of the head is the name of the state, of the Party or of a type of document but for
    its marks or its last letter: 'BÁO CÀO', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAN'.

    Not flagged: recognised text; the older place of the tone mark ('CỘNG HOÀ').
    """
    if is_recognised(report):
        return
    rights = {plain(name): name for name in _FIXED}
    for line in _LINE.finditer(report.text, 0, _end_of_head(report)):
        said = line[0].strip(" \xa0\r*_:.")
        if not said.isupper() or len(said.split()) > _MOST_WORDS:
            continue
        bare = plain(said)
        right = rights.get(bare) or next((name for one, name in rights.items() if _is_but_for_its_end(bare, one)), "")
        if right and key(said) != key(right):
            start = line.start() + line[0].index(said)
            facts = {"here": said, "right": right.upper()}
            yield Finding("layout", "warning", Span(start, start + len(said)), "misprint", facts)


def _is_but_for_its_end(said: str, right: str) -> bool:
    """Whether two lines of three words and more differ in the last letter alone, which slips from its key."""
    return len(right.split()) > len(("báo", "cáo")) and len(said) == len(right) and said[:-1] == right[:-1] != said


_NO_COLON = re.compile(r"S[ốỐ](?=[ \t]*\d)")
_OF_STATE = re.compile(r"(?:[uủ][ỷy] ban nhân dân|ubnd|hội đồng nhân dân|hđnd|sở|phòng|trường|bộ|cục|chi cục|công an) ")


def check_number_line(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) for 'Số 31/BC-UBND' in the head of a body of the state, without the colon, and for
    blanks inside the symbol: '24/ BC - THCS'.

    Not flagged: documents of the Party, whose guide has no colon; a blank before the first mark, where the number was
    put in later; recognised text.
    """
    head = report.letterhead
    if head.number_at is None or is_recognised(report):
        return
    start, end = head.number_at.start, head.number_at.end
    found = _NO_COLON.match(report.text, start, end)
    of_state = _OF_STATE.match(folded(head.issuing_body or "")) and not is_of_committee(report)
    if found is not None and of_state and "/" in report.text[start:end]:
        yield Finding("layout", "info", head.number_at, "colon", {"here": report.text[start:end], "right": "Số:"})
    blank = _BLANK_IN_SYMBOL.search(report.text, start, end)
    if blank is not None:
        right = re.sub(r"\s*([-–/])\s*", r"\1", report.text[start:end])
        facts = {"here": " ".join(report.text[start:end].split()), "right": " ".join(right.split())}
        yield Finding("layout", "info", head.number_at, "symbol-blank", facts)


_POINT_IN_SYMBOL = re.compile(r"(?P<number>\d{1,5})\s?\.\s?(?P<type>[A-ZĐ][A-Za-z]{1,3})\s?[-/]\s?(?=[A-ZĐ])")


def check_point_of_number(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a point stands behind the number of the head: 'Số: 10. BC/LĐ' for '10/BC-LĐ'.

    Not flagged: recognised text.
    """
    at = report.letterhead.number_at
    found = _POINT_IN_SYMBOL.search(report.text, at.start, at.end) if at else None
    if at is None or found is None or found["type"] not in TYPE_BY_ABBREVIATION or is_recognised(report):
        return
    here = report.text[found.start() : at.end]
    facts = {"here": here, "right": f"{found['number']}/{found['type']}-{report.text[found.end() : at.end]}"}
    yield Finding("layout", "warning", Span(found.start(), at.end), "misprint", facts)


_BLANK_IN_SYMBOL = re.compile(r"(?<=\d)[ \t]*[-/][ \t]+[A-ZĐ]|[A-ZĐ][ \t]+[-/]|[A-ZĐ][-/][ \t]+[A-ZĐ]")


def check_place(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where the date of the head has no place before it: 'ngày 28 tháng 5 năm 2022' alone.

    Not flagged: a date that a comma, a table or a line read out of place stands before; recognised text.
    """
    head = report.letterhead
    if head.date_at is None or head.place or head.type_at is None or "date" in head.inferred or is_recognised(report):
        return
    line = report.text[report.text.rfind("\n", 0, head.date_at.start) + 1 : head.date_at.start]
    above = report.text[: head.date_at.start].rstrip()
    alone = head.date_at.start < head.type_at.start and not line.strip() and above[-1:] not in (",", "|")
    alone = alone and not _NAME.fullmatch(above.rpartition("\n")[2].strip())
    if alone and _WHOLE_DATE.match(report.text, head.date_at.start):
        yield Finding("missing-part", "warning", head.date_at, "place")


_NAME = re.compile(
    rf"(?:[{CAPITALS}][{SMALL}]*(?:['’][{CAPITALS}{SMALL}]+)?\s?){{1,4}}"
)  # a place in a line of its own
_WHOLE_DATE = re.compile(r"[Nn]gày[\s.…_]*\d{0,2}[\s.…_]*tháng[\s.…_]*\d{0,2}[\s.…_]*năm\s+\d{4}")


_WITHOUT_DAY = re.compile(r"\d{1,2} tháng \d{1,2} năm \d{4}")


def check_day_of_head(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where 'ngày' is left out between place and date: 'Mẫu Sơn 06 tháng 12 năm 2012'.

    Not flagged: recognised text.
    """
    head = report.letterhead
    if head.date_at is None or not head.place or "date" in head.inferred or is_recognised(report):
        return
    date = _WITHOUT_DAY.match(report.text, head.date_at.start)
    start = report.text.rfind(head.place.split()[0], 0, head.date_at.start)
    if date is not None and start >= 0:
        here = " ".join(report.text[start : date.end()].split())
        facts = {"here": here, "right": f"{head.place}, ngày {date[0]}"}
        yield Finding("layout", "warning", Span(start, date.end()), "misprint", facts)


_COMMUNE = re.compile(r"\s(?:xã|phường|thị trấn)\s(?P<name>[^,;()\d\n]+)$")


def check_place_of_commune(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) where a body of a commune dates its document at a place of another name, as a model
    taken from a neighbour has it: 'ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG' beside 'Khe Lạnh, ngày ...'.

    Decree 30/2020/NĐ-CP, annex I, section II.4. Not flagged: the name of the body above; a place that the name of the
    commune holds or that holds it; hamlets and joint bodies; recognised text.
    """
    head = report.letterhead
    if not head.place or head.date_at is None or "issuing_body" in head.inferred or is_recognised(report):
        return
    own = _COMMUNE.search(folded(head.issuing_body or ""))
    if own is None or not _OF_COMMUNE.match(folded(head.issuing_body or "")):
        return
    name, place = plain(own["name"]).replace(" ", ""), plain(head.place).replace(" ", "")
    known = name + plain(head.parent_body or "").replace(" ", "")
    at = report.text.rfind(head.place.split()[0], 0, head.date_at.start)
    if place not in known and name not in place and at >= 0:
        facts = {"here": head.place, "issuer": " ".join((head.issuing_body or "").split())}
        yield Finding("layout", "info", Span(at, head.date_at.start), "place-other", facts)


_OF_COMMUNE = re.compile(r"(?:[uủ][ỷy] ban nhân dân|ubnd|hội đồng nhân dân|hđnd|đảng [uủ][ỷy]) (?:xã|phường|thị trấn) ")
_NATION = re.compile(r"Cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+Việt\s+Nam", re.IGNORECASE)
_PARTY = re.compile(r"Đảng\s+Cộng\s+sản\s+Việt\s+Nam", re.IGNORECASE)
_COMMITTEE = re.compile(r"(?:đảng [uủ][ỷy]|đảng bộ|chi bộ|huyện [uủ][ỷy]|tỉnh [uủ][ỷy]|thành [uủ][ỷy])(?!\w)")


def check_title_of_head(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a committee of the Party issues below the name of the state and its motto, or a body of
    the state below 'ĐẢNG CỘNG SẢN VIỆT NAM'.

    Sources: Decree 30/2020/NĐ-CP, annex I, section II.1; the Party's guide 36-HD/VPTW. Not flagged: heads that print
    both, as joint documents do; committees whose body has a line of its own; bodies that are not printed; recognised
    text.
    """
    head = report.letterhead
    if not head.issuing_body or "issuing_body" in head.inferred or head.type_at is None or is_recognised(report):
        return
    body = folded(head.issuing_body)
    nation, party = (one.search(report.text, 0, head.type_at.start) for one in (_NATION, _PARTY))
    wrong = (
        nation if _COMMITTEE.match(body) else party if _COUNCILS.match(body) and not is_of_committee(report) else None
    )
    if wrong is not None and not (nation and party):
        place = Span(*wrong.span())
        facts = {"here": " ".join(report.text[place.start : place.end].split()), "issuer": head.issuing_body}
        yield Finding("layout", "warning", place, "title-of-head", facts)


_ORGANISATION = re.compile(r"đảng bộ (?:xã|phường|thị trấn|đặc khu|huyện|quận|tỉnh|thành phố)(?!\w)")
_OF_COMMITTEE = re.compile(r"(?:[ĐHTQ]U|ThU)$")


def check_body_of_committee(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where the Party's organisation of a place stands for its committee, which issues: 'ĐẢNG BỘ XÃ
    LŨNG ẲNG' above 'Số 45-BC/ĐU'.

    Source: the Party's guide 36-HD/VPTW, section on who issues. Not flagged: heads in which the committee stands, too;
    congresses; symbols of another body; recognised text.
    """
    head = report.letterhead
    at = head.issuing_body_at
    if at is None or "issuing_body" in head.inferred or is_recognised(report):
        return
    above = folded(report.text[: head.type_at.start]) if head.type_at else folded(head.issuing_body or "")
    named = _ORGANISATION.match(folded(head.issuing_body or "")) is not None
    if named and _OF_COMMITTEE.search(head.symbol or "") and not re.search(r"[uủ][ỷy](?!\w)|ban chấp hành|bch", above):
        facts = {"here": " ".join((head.issuing_body or "").split())}
        yield Finding("layout", "warning", at, "organisation", facts)


_COUNCILS = re.compile(r"(?:[uủ][ỷy] ban nhân dân|ubnd|hội đồng nhân dân|hđnd|sở) ")
_WITH_SUBJECT = ("Báo cáo", "Kế hoạch", "Thông báo", "Tờ trình")


def check_subject(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where no line below the type says what the document is about (trích yếu), and its text
    begins at once.

    Decree 30/2020/NĐ-CP, annex I, section II.5. Not flagged: heads that are not printed; recognised text.
    """
    head = report.letterhead
    if head.type_at is None or head.title or head.doc_type not in _WITH_SUBJECT or is_recognised(report):
        return
    if (head.number_at or head.date_at) and _BEGINS.match(report.text, head.type_at.end):
        yield Finding("missing-part", "warning", head.type_at, "subject")


_BEGINS = re.compile(r"[\s*_-]*(?:Kính gửi|Căn cứ|Thực hiện|Theo|Ngày \d|Thi hành|Để|Trong|I\s?[.\-/]|1\s?[.\-/])")


def _end_of_head(report: Report) -> int:
    """Where the head ends: behind the type of document."""
    at = report.letterhead.type_at
    return at.end if at else min(_HEAD, len(report.text))


CHECKS = (
    check_motto,
    check_fixed_lines,
    check_number_line,
    check_point_of_number,
    check_place,
    check_day_of_head,
    check_place_of_commune,
    check_title_of_head,
    check_body_of_committee,
    check_subject,
)
