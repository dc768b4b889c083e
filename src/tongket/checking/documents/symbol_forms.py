"""Symbols of cited documents against what the family of their type asks (ký hiệu văn bản).

Sources: Decree 30/2020/NĐ-CP, Appendix I, part II; Law 80/2015/QH13 and Decree 34/2016/NĐ-CP, article 60; the Party's
guide 36-HD/VPTW.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.documents import Citation
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.marks import MINISTRIES, is_abbreviation, is_body
from tongket.registry.types import abbreviations_of

CITATION_MALFORMED = Kind(
    name="citation-malformed",
    title=N_("Document number in the wrong form"),
    meaning=N_(
        "The number and symbol of a cited document break the form of its family: order, separator, spacing, "
        "or a part that is missing."
    ),
    example="Kết luận số 62/KL-TW của Bộ Chính trị.",
    not_flagged=N_(
        "The Front's own style (01/KL-ĐCT), official letters without a type, older families, a comma before the date."
    ),
    severities=("warning", "info"),
    cases={
        "order": Case(
            N_("'{printed}' does not follow the form of its family."),
            N_("Write '{symbol}', after checking the document."),
        ),
        "spacing": Case(N_("'{printed}' has spaces inside the symbol."), N_("Write '{symbol}'.")),
        "blank": Case(N_("'{here}': a blank is missing."), N_("Write '{right}'.")),
        "day-word": Case(
            N_("'{here}': 'ngày' stands without its day."), N_("Leave out the word, or enter the day of the document.")
        ),
        "two-days": Case(N_("'{here}': two days stand behind one document."), N_("Leave the one that is its day.")),
        "no-body": Case(
            N_("'{printed}' does not say which body issued it."),
            N_("Add the mark of the body, after checking the document."),
        ),
        "mark": Case(
            N_("'{printed}': no body has the mark '{mark}'; it may be '{right}'."),
            N_("Write the mark of the body that issued it, after checking the document."),
        ),
        "no-type": Case(
            N_("'{printed}' does not say what type of document it is."),
            N_("Add the mark of the type, after checking the document."),
        ),
        "no-year": Case(
            N_("'{printed}' has no year, which the numbers of decrees and circulars have."),
            N_("Add the year, after checking the document."),
        ),
        "letter": Case(
            N_("'{printed}': the number of an official letter names no type."),
            N_("Write the body and the office that drafted it, after checking the letter."),
        ),
        "no-term": Case(
            N_("'{printed}' does not say of which National Assembly it is."),
            N_("Add the number of the term, after checking the document."),
        ),
    },
)
KINDS = (CITATION_MALFORMED,)


def check_symbols(report: Report) -> Iterator[Finding]:
    """Yield ``citation-malformed``, or ``citation-conflict`` where the report writes the symbol rightly time and again.

    Not flagged: forms that the grammar of symbols admits; a scan, or text made from one: the slips are the machine's.
    Where the report's own number is written in the same way it is the custom of its offices, and no more than info.
    """
    if report.source.scanned or any(_MISREAD.search(one.number or "") for one in report.citations):
        return
    right = Counter(one.symbol for one in report.citations if one.symbol and not one.repaired)
    own = _own_marks(report)
    for one in report.citations:
        if not one.repaired or not one.symbol or not one.number:
            continue
        place = Span(one.core_start, one.core_end)
        same = _squeezed(one.number) == _squeezed(one.symbol)
        facts = {"printed": one.number, "symbol": one.symbol}
        if same and not _BLANK.search(one.number):
            yield Finding("citation-malformed", "info", place, "order", facts)
        elif same:
            yield Finding("citation-malformed", "info", place, "spacing", facts)
        elif right[one.symbol] >= _USAGE:
            yield Finding("citation-conflict", "warning", place, "symbol", {"here": one.number, "there": one.symbol})
        else:
            severity: Severity = "info" if own == _marks(one.number) else "warning"
            yield Finding("citation-malformed", severity, place, "order", facts)


_OWN_NUMBER = re.compile(r"S[ốÔỐ]\s*:?\s*([0-9]{1,5}[a-zđ]?[ \u00a0/-](?:[A-ZĐ]\w*)(?:[-/][A-ZĐ]\w*)+)")
_HEAD = 1500  # characters, where nothing says how long it is
_OFFICIAL = ("/-", "-/")


def _own_marks(report: Report) -> str:
    """How the report's own number parts number, type and body where that is not official ('15 BC-ĐTN': ' -'); or ""."""
    type_at = report.letterhead.type_at
    found = _OWN_NUMBER.search(report.text, 0, type_at.start if type_at else _HEAD)
    marks = _marks(found[1]) if found else ""
    return "" if marks in _OFFICIAL else marks


def _marks(printed: str) -> str:
    return re.sub(r"[\w&]+", "", printed).replace("\u00a0", " ")


_BLANK = re.compile(r"\s")
_USAGE = 4  # of the right form elsewhere: from here on the report has a usage that one place leaves
_MISREAD = re.compile(r"^[lIOo]|[0-9][lIOo]+[0-9]*[-/]")  # digits that a machine read as letters


def _squeezed(symbol: str) -> str:
    return re.sub(r"\s", "", symbol.replace("–", "-")).upper().replace("Ð", "Đ").replace("ĐĐ", "Đ")  # a scanner's 'QĐÐ'


_PARTS = re.compile(r"(?P<number>\d+[a-dđ]?)(?P<mark>[-/])(?:(?P<year>(?:19|20)\d\d)/)?(?P<rest>[^\W\d_].*)$")
_MARKS = re.compile(r"[-/]")
_LETTERS = ("Công văn", "Văn bản", "Thư", "Công điện")  # whose symbol names no type, or any
_OF_STATUTES = ("Nghị định", "Thông tư", "Thông tư liên tịch")
_FORMS_SINCE, _YEAR_SINCE, _TERM_SINCE = 2000, 1998, 2003  # years from which on the forms of today hold
_NO_TERM = re.compile(r"(?:[^\W\d_]+-)?(?:UBTVQH|QH)$")
_NO_TYPE_IN_LETTERS = re.compile(r"(?:UBND|HĐND|VP|VPUBND|S[A-ZĐ&]{1,6})$")


class _Parts(NamedTuple):
    number: str
    mark: str
    year: str
    parts: list[str]


def check_forms_of_symbols(report: Report) -> Iterator[Finding]:
    """Yield ``citation-malformed`` for a symbol that lacks its body ('15/KH'), its type ('217-TW'), its year
    ('30/NĐ-CP' of 2020) or the National Assembly's term, or whose letters or parts stand in another order
    ('12/ĐQ-UBND', '1217/STC-KH').

    Not flagged: scans; documents from before these forms; official letters, which name no type.
    """
    if is_recognised(report):
        return
    for one in report.citations:
        taken = _taken_apart(one)
        if taken is None:
            continue
        printed = {"printed": one.number or ""}
        place = Span(one.core_start, one.core_end)
        if case := _what_lacks(one, taken):
            yield Finding("citation-malformed", "warning", place, case, printed)
        elif right_mark := _mistyped_mark(one, taken):
            facts = {**printed, "mark": _MARKS.split(one.number or "")[-1], "right": right_mark}
            yield Finding("citation-malformed", "warning", place, "mark", facts)
        elif one.type == "Hướng dẫn" and _is_of_ministry_and_office(taken):
            yield Finding("citation-malformed", "info", place, "no-type", printed)
        elif _is_letter_with_type(one, taken):
            yield Finding("citation-malformed", "info", place, "letter", printed)
        elif (right := _in_order(one, taken)) is not None:
            symbol, severity = right
            yield Finding("citation-malformed", severity, place, "order", {**printed, "symbol": symbol})


def _taken_apart(one: Citation) -> _Parts | None:
    """The parts of the symbol of a document that is cited in full, and as its writer put it."""
    if one.kind != "full" or one.repaired or one.misread or not one.symbol or not one.number:
        return None
    found = _PARTS.match(one.symbol)
    if found is None:
        return None
    return _Parts(found["number"], found["mark"], found["year"] or "", _MARKS.split(found["rest"]))


def _year_of(one: Citation, taken: _Parts) -> int | None:
    said = taken.year or (one.date or "")[:4]
    return int(said) if said else None


def _what_lacks(one: Citation, taken: _Parts) -> str:
    """The case of what a symbol lacks, "" where it is whole."""
    year = _year_of(one, taken)
    first = taken.parts[0]
    if len(taken.parts) == 1 and one.type not in _LETTERS and (year is None or year >= _FORMS_SINCE):
        if first in abbreviations_of(one.type):
            return "no-body"
        if is_body(first) and first not in _OF_GOVERNMENT and not first.startswith(("QH", "UBTVQH")):
            return "no-type"
        if first in _OF_GOVERNMENT and year is not None:
            return "no-type"
    if _has_the_form_of_a_letter(one, taken) and (year is None or year >= _FORMS_SINCE):
        return "no-type"
    if taken.year and int(taken.year) >= _TERM_SINCE and _NO_TERM.match("-".join(taken.parts)):
        return "no-term"
    if one.type in _OF_STATUTES and not taken.year and year is not None and year >= _YEAR_SINCE:
        return "no-year" if len(taken.parts) > 1 and is_abbreviation(first) and is_body(taken.parts[-1]) else ""
    return ""


_OF_GOVERNMENT = ("CP", "TTg")  # which stood alone before the forms of today: '327/TTg'
_OF_THE_STATE = ("Quyết định", "Chỉ thị", "Nghị định", "Thông tư", "Kế hoạch", "Báo cáo", "Tờ trình")


def _has_the_form_of_a_letter(one: Citation, taken: _Parts) -> bool:
    """Whether a document that has a type is numbered as a letter, by body and office: 'Quyết định số 15/SNV-TCCB'."""
    if one.type not in _OF_THE_STATE or taken.mark != "/" or taken.year or len(taken.parts) != len(("body", "office")):
        return False
    body, office = taken.parts
    return is_body(body) and not (is_abbreviation(body) or is_abbreviation(office) or is_body(office))


def _is_of_ministry_and_office(taken: _Parts) -> bool:
    """Whether a number is that of a letter of a ministry: '5937/BGDĐT-GDTH', which many call a guide."""
    body, *office = taken.parts
    return taken.mark == "/" and not taken.year and len(office) == 1 and body in MINISTRIES and not is_body(office[0])


_OF_MINISTRIES = tuple(mark for mark in MINISTRIES if len(mark) > len("BCA"))
_OF_COUNCILS = ("UBND", "HĐND")


def _mistyped_mark(one: Citation, taken: _Parts) -> str:
    """The mark of a body of which the last part of a symbol is a slip; "" where it is none.

    Of a circular that is one of the ministries, which alone issue them; else 'UBND' or 'HĐND' with its letters in
    another order, one twice or one left out.
    """
    mark, printed = taken.parts[-1], _MARKS.split(one.number or "")[-1]
    if one.type == "Thông tư" and "&" in mark and mark.replace("&", "") in _OF_MINISTRIES:
        return mark.replace("&", "")  # only the offices of districts and provinces write 'GD&ĐT'
    if printed != mark and is_body(mark) and _is_slip_of(printed, mark):
        return mark  # which the reader mended
    if len(taken.parts) != len(("type", "body")) or is_body(mark) or not is_abbreviation(taken.parts[0]):
        return ""
    if one.type == "Thông tư":
        near = [right for right in _OF_MINISTRIES if right[0] == mark[0] and _is_slip_of(mark, right)]
        return near[0] if len(near) == 1 and mark not in _OF_OLD else ""
    return next((right for right in _OF_COUNCILS if _has_its_letters(mark, right)), "")


_OF_OLD = ("BGD-ĐT", "BVHTT", "BKHCNMT", "BLĐTB", "BTS", "BTM", "BCN", "BBCVT", "BKH")  # ministries of former days


def _is_slip_of(mark: str, right: str) -> bool:
    """Whether one letter is left out, typed twice, changed with its neighbour, or without its stroke or '&'."""
    bare, good = (said.replace("&", "") for said in (mark, right))
    if bare == good or mark == right or "&" in right:
        return False
    left_out = any(good[:at] + good[at + 1 :] == bare for at in range(len(good)))
    doubled = any(good[: at + 1] + good[at:] == bare for at in range(len(good)))
    return left_out or doubled or _is_turned(bare, good) or bare.replace("Đ", "D") == good.replace("Đ", "D")


def _is_turned(mark: str, right: str) -> bool:
    return any(right[:at] + right[at + 1] + right[at] + right[at + 2 :] == mark for at in range(len(right) - 1))


def _has_its_letters(mark: str, right: str) -> bool:
    if mark[:1] != right[:1] or mark == right:
        return False
    doubled = any(right[: at + 1] + right[at:] == mark for at in range(len(right)))
    return doubled or sorted(mark) == sorted(right)


def _is_letter_with_type(one: Citation, taken: _Parts) -> bool:
    """Whether a letter of the state is numbered as what has a type: '1432/CV-VP'; the Party's letters are."""
    named = one.type == "Công văn" and taken.parts[0] == "CV" and taken.mark == "/"
    return named and _NO_TYPE_IN_LETTERS.match(taken.parts[-1]) is not None


_OF_ASSEMBLY = re.compile(r"QH\d{2}")  # its laws and resolutions name no type: '193/2025/QH15'


def _in_order(one: Citation, taken: _Parts) -> tuple[str, Severity] | None:
    """The symbol as its family writes it and how sure that is, None where nothing stands in another order."""
    first, last = taken.parts[0], taken.parts[-1]
    head = f"{taken.number}/{taken.year}" if taken.year else taken.number
    marks = abbreviations_of(one.type)
    if taken.year and first == "NQ" and _OF_ASSEMBLY.fullmatch(last):
        return f"{head}/{last}", "warning"
    if one.type in _LETTERS or len(taken.parts) < len(("type", "body")) or is_abbreviation(first):
        return None
    turned = [mark for mark in marks if mark != first and sorted(mark) == sorted(first)]
    if turned:
        other = "-" if taken.mark == "/" else "/"
        return f"{head}{taken.mark}{turned[0]}{other}{'-'.join(taken.parts[1:])}", "warning"
    if last in marks and not is_body(first) and len(taken.parts) == len(("body", "type")):
        return f"{head}/{last}-{first}", "info"
    return None


_DOUBLED = ("//", "--", "/-", "-/")
_BEFORE = re.compile(r"(?<![\w./-])\d{1,5}[a-dđ]?(?:/(?:19|20)\d\d)?(?:[-/][A-ZĐ][A-Za-zĐđ&]*)*$")
_BEHIND = re.compile(r"[A-ZĐ][A-Za-zĐđ&]*(?:[-/][A-ZĐ][A-Za-zĐđ&]*)*")
_LONGEST = 24  # letters of a symbol before a mark that is doubled


def check_doubled_marks(report: Report) -> Iterator[Finding]:
    """Yield ``citation-malformed`` for a mark inside a symbol that is typed twice: '81/2019//NĐ-CP'."""
    if is_recognised(report):
        return
    for at in sorted(places_of(report.text, *_DOUBLED)):
        before = _BEFORE.search(report.text, max(at - _LONGEST, 0), at)
        behind = _BEHIND.match(report.text, at + len("//"))
        if before and behind:
            facts = {
                "printed": report.text[before.start() : behind.end()],
                "symbol": f"{before[0]}{report.text[at]}{behind[0]}",
            }
            place = Span(before.start(), behind.end())
            yield Finding("citation-malformed", "warning", place, "order", facts)


_TIMES_TOLD = 2  # of the mark beside the same office, before another may be a slip of it


def check_marks_of_one_office(report: Report) -> Iterator[Finding]:
    """Yield ``citation-malformed`` for a letter whose mark of the body is one letter off that of the other letters of
    one office: '1242/BND-KTQLXD' where '1655/BXD-KTQLXD' and '1661/BXD-KTQLXD' stand.

    Not flagged: marks told twice; marks of bodies that are known; scans; offices that one letter alone names.
    """
    if is_recognised(report):
        return
    letters = [(one, taken.parts) for one in report.citations if (taken := _taken_apart(one)) is not None]
    offices: dict[str, Counter[str]] = {}
    for _, parts in letters:
        if len(parts) == len(("body", "office")) and not is_abbreviation(parts[0]):
            offices.setdefault(parts[1], Counter())[parts[0]] += 1
    for one, (mark, *office) in letters:
        told = offices.get(office[0]) if len(office) == 1 else None
        if told is None or told[mark] != 1 or is_body(mark) or is_abbreviation(mark):
            continue
        near = [other for other, count in told.items() if count >= _TIMES_TOLD and _is_a_letter_off(mark, other)]
        if len(near) == 1:
            place = Span(one.core_start, one.core_end)
            facts = {"printed": one.number or "", "mark": mark, "right": near[0]}
            yield Finding("citation-malformed", "warning", place, "mark", facts)


def _is_a_letter_off(mark: str, other: str) -> bool:
    """Whether one letter is another, left out or put in."""
    if len(mark) == len(other):
        return sum(a != b for a, b in zip(mark, other, strict=True)) == 1
    short, long = sorted((mark, other), key=len)
    return len(long) - len(short) == 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
