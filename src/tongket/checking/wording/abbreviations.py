"""Words that a reader may not know, and names written in two ways (chữ viết tắt, cách viết không thống nhất)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.spans import Spans
from tongket.checking.kinds import Case, Kind
from tongket.checking.wording.place_names import find_misnamed
from tongket.checking.wording.variants import find_variants
from tongket.messages import N_
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bodies import abbreviations
from tongket.vietnamese.unicode import CAPITALS, SMALL, plain

ABBREVIATION_UNDEFINED = Kind(
    name="abbreviation-undefined",
    title=N_("Abbreviation not explained"),
    meaning=N_("An abbreviation is used, and the document nowhere writes it out."),
    example="Toàn xã có 12 BCTMT hoạt động thường xuyên.",
    not_flagged=N_(
        "Abbreviations that every office knows (UBND, HĐND, MTTQ, CT-XH ...), those written out once in the document, "
        "symbols of documents, Roman numbers, words of a heading in capitals."
    ),
    severities=("info",),
    cases={
        "known": Case(
            N_("'{short}' ({long}) is not explained at its first use."),
            N_("Write '{long} ({short})' here."),
        ),
        "": Case(
            N_("'{short}' is not explained anywhere in the document."),
            N_("Write it out here, with the abbreviation in brackets, or correct it."),
        ),
    },
)
MIXED_ORTHOGRAPHY = Kind(
    name="mixed-orthography",
    title=N_("One name written in two ways"),
    meaning=N_("The same name is spelt in different ways in one document, so that a search finds only some places."),
    example="Hai xã Đăk Nua và Khe Lạnh có 17 thôn. UBND xã Đắk Nua họp 02 lần; nhân dân xã Đắk Nua góp ý.",
    not_flagged=N_(
        "The place of the tone mark where every syllable follows one habit (hòa or hoà), names of different "
        "places, names in capitals, quoted titles of documents."
    ),
    severities=("info", "warning"),
    cases={
        "name": Case(
            N_("'{here}' is written '{usual}' in {times} other places."),
            N_("Use one spelling, that of the official list of units: check which."),
        ),
        "official": Case(
            N_("'{here}' ({few}×) is '{usual}' in the official list of units."),
            N_("Write '{usual}' in all places."),
        ),
        "capitals": Case(
            N_("One name has other capitals here than there: '{here}' ({few}×) and '{usual}' ({many}×)."),
            N_("Choose one for the whole document; Decree 30/2020/NĐ-CP, Appendix II, says where capitals stand."),
        ),
        "name-capital": Case(
            N_("'{here}' ({few}×) stands with two capitals in other places: '{usual}' ({many}×)."),
            N_("Write '{usual}' if it is a name: every syllable of it has a capital."),
        ),
        "dash": Case(
            N_("One name is joined in two ways: '{here}' ({few}×) and '{usual}' ({many}×)."),
            N_("Write '{usual}' in all places."),
        ),
        "numeral": Case(
            N_("One name has Roman numerals here and Arabic ones there: '{here}' ({few}×) and '{usual}' ({many}×)."),
            N_("Choose one kind for the whole document."),
        ),
        "tone": Case(
            N_("Tone marks are placed in two ways: '{here}' ({few} times) beside '{usual}' ({many} times)."),
            N_("Choose one way for the whole document."),
        ),
        "i-or-y": Case(
            N_("One word is written in two ways: '{here}' ({few} times) beside '{usual}' ({many} times)."),
            N_("Choose one way for the whole document."),
        ),
        "decimal": Case(
            N_("'{here}' has a point before its decimals; {many} other numbers of the report have a comma."),
            N_("Write '{usual}': decimals stand behind a comma (Luật Kế toán 2015, Article 11)."),
        ),
        "decimal-point": Case(
            N_("'{here}' has a point before its decimals; in {many} other numbers a point stands behind thousands."),
            N_("Write '{usual}': decimals stand behind a comma (Luật Kế toán 2015, Article 11)."),
        ),
        "thousands": Case(
            N_("'{here}' has no point behind its thousands ({few}×), unlike other numbers of the report ({many}×)."),
            N_("Write '{usual}': a point stands behind thousands, millions (Luật Kế toán 2015, Article 11)."),
        ),
        "no-thousands": Case(
            N_("'{here}' has no point behind its thousands, nor has any other number of the report ({few}×)."),
            N_("Write '{usual}': a point stands behind thousands, millions (Luật Kế toán 2015, Article 11)."),
        ),
        "form": Case(
            N_(
                "{count} letters are typed in combined form (base letter and mark apart); search and sorting miss them."
            ),
            N_("Convert the file to precomposed Unicode (TCVN 6909:2001) before issuing it."),
        ),
    },
)
KINDS = (ABBREVIATION_UNDEFINED, MIXED_ORTHOGRAPHY)

# A class of letters comes first and what may not stand before it second: so the engine jumps from capital to capital.
_CAPITALS = re.compile(r"[A-ZĐÂĂÊÔƠƯ](?<![\w/&.-].)[A-ZĐÂĂÊÔƠƯ]+(?:&[A-ZĐ]+)?(?![\w/&]|-[A-ZĐ\d]|\.[A-ZĐ])")
_READ_ALOUD = re.compile(
    r"^(?:NGH|NG|NH|TH|TR|CH|KH|KR|PH|GI|GH|QU|[BCDĐGHKLMNPRSTVX])?[AEIOUYĂÂÊÔƠƯ]{1,3}(?:NG|NH|CH|[CKMNPT])?$"
)
_CAPITALS_BEFORE = re.compile(rf"(?<!\w)[{CAPITALS}]{{2,}}[ \n]$")
_CAPITALS_AFTER = re.compile(rf"[ \n][{CAPITALS}]{{2,}}(?!\w)")
_ROMAN = re.compile(r"^[IVXLC]+$")


def check_abbreviations(report: Report) -> Iterator[Finding]:
    """Yield ``abbreviation-undefined`` where an abbreviation is first used, unless it is written out by then.

    Not flagged: well-known ones (registry), symbols of documents and of the report itself, Roman numbers, lines and
    phrases in capitals, the list of recipients and the signature, which have abbreviations of their own; names and
    codes in brackets or cells behind what they stand for; in a scan, what is read but once or twice.
    """
    text = report.text
    closed = [Span(one.core_start, one.core_end) for one in report.citations]
    closed += [
        one for one in (report.recipients_at, report.letterhead.issuing_body_at, report.letterhead.number_at) if one
    ]
    closed += [Span(*filed.span()) for filed in finds(_FILED, text)]
    if report.signature:
        closed.append(Span(report.signature.start, report.signature.end))
    taken = Spans(closed)
    known = abbreviations()
    seen: set[str] = set()
    explained = _explained(text)
    dirty = is_recognised(report)
    for match in _CAPITALS.finditer(text):
        short = match.group()
        entry = known.get(short)
        if short in seen or (entry and entry.well_known) or _ROMAN.match(short) or _is_measure(text, match):
            continue
        place = Span(*match.span())
        if taken.touch(place) or _is_shouted(text, match) or _in_capitals(text, match.start(), match.end()):
            continue
        if _has_own_cell(text, match) or (entry is None and dirty and len(_uses(text, short)) < _SURE):
            continue
        seen.add(short)
        if _is_named_before(text, match):
            continue
        if explained.get(short, len(text)) < place.end + _NEAR:
            continue
        facts = {"short": short, "long": entry.expansion} if entry else {"short": short}
        yield Finding("abbreviation-undefined", "info", place, "known" if entry else "", facts)


_UNITS = frozenset(("MW", "KW", "MVA", "KVA", "KV", "MB", "GB", "TB", "KWH"))
_OF_NUMBER = re.compile(r"\d[\d.,]*\s?$")
_TELEPHONE = re.compile(r"(?<!\w)(?:ĐT|SĐT|DĐ|ĐTDĐ)(?=\s?[:.]|\s?\(?\d)")


def _is_measure(text: str, match: re.Match[str]) -> bool:
    """Whether the letters are a unit behind its number ('300 MW'), or say that a telephone number follows ('ĐT:')."""
    behind = match.group() in _UNITS and _OF_NUMBER.search(text, max(match.start() - 12, 0), match.start())
    return bool(behind) or _TELEPHONE.match(text, match.start()) is not None


_SURE = 3  # times that letters stand in a scan before they are no specks
_END_OF_CELL = re.compile(r"[ ]*(?:[\n\t|]|[ ]{2,}|\Z)|[ ][\s\d.,%()|–-]*(?:\n|\Z)")
_BEGIN_OF_CELL = re.compile(r"(?:[\n\t|]|[ ]{2,}|\A)[ ]*$")
_BEHIND_WORDS = re.compile(rf"[{SMALL}][ \t|]*:?[ \t|]+$")


def _has_own_cell(text: str, match: re.Match[str]) -> bool:
    """Whether the letters stand alone in a cell, as codes do."""
    return bool(
        _END_OF_CELL.match(text, match.end())
        and _BEGIN_OF_CELL.search(text, max(match.start() - _NEAR, 0), match.start())
    )


def _is_named_before(text: str, match: re.Match[str]) -> bool:
    """Whether the letters stand for what is said just before them: in brackets, or at the end of a line that spells
    them ('Chi bộ: CB'); or are a part of an address.
    """
    before = text[max(match.start() - _NEAR, 0) : match.start()]
    if before.endswith("("):
        return text.startswith(")", match.end()) and before[:-1].rstrip()[-1:].islower()
    line = before.rpartition("\n")[2]
    spelled = _END_OF_CELL.match(text, match.end()) and _BEHIND_WORDS.search(line) and _spells(line, match.group())
    return before.endswith("@") or bool(spelled)


def _uses(text: str, short: str) -> list[str]:
    return re.findall(rf"(?<!\w){re.escape(short)}(?!\w)", text)


_NEAR = 120  # characters after the first use in which it may still be explained: 'BGS (Ban Giám sát)'


# What is filed and by which office, named by its initials: 'Lưu: VT, VHXH'.
_FILED = re.compile(r"Lưu(?<!\wLưu)(?:\s?:|(?=\s[A-ZĐ]{2}))[^\n\t|]*")


_LINE = 300  # characters to either side that are looked at, however long the line


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the word stands among other capitals: a heading or a signature, not an abbreviation."""
    line_start = text.rfind("\n", max(0, start - _LINE), start) + 1 or max(0, start - _LINE)
    line_end = text.find("\n", end, end + _LINE)
    line = text[line_start : line_end if line_end >= 0 else end + _LINE]
    return line.isupper() or sum(map(str.isupper, line)) > 0.7 * sum(map(str.isalpha, line))  # the first is far faster


def _is_shouted(text: str, match: re.Match[str]) -> bool:
    """Whether it is a syllable that is read aloud beside another word in capitals: 'xã ĐĂK PƠ', not 'UBND'."""
    around = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
    return bool(
        _READ_ALOUD.match(match.group()) and (_CAPITALS_BEFORE.search(around[0]) or _CAPITALS_AFTER.match(around[1]))
    )


_SHORT = r"([A-ZĐÂĂÊÔƠƯ][\wĐÂĂÊÔƠƯ&.-]*)"
_CALLED = re.compile(rf"(?:gọi|viết) (?:chung )?tắt là:? ?[\"“(]?{_SHORT}")
_IN_BRACKETS = re.compile(rf"\({_SHORT}\)")
_SEVERAL = re.compile(r"\(((?:[A-ZĐ]{2,8} ){1,3}[A-ZĐ]{2,8})\)")
_BEFORE_BRACKETS = re.compile(rf"(?<!\w){_SHORT} \([{CAPITALS}{SMALL}][^()\d]{{6,80}}\)")


def _explained(text: str) -> dict[str, int]:
    """Where each abbreviation is written out first: 'Ban Giám sát (BGS)', '(gọi tắt là BGS)', 'BGS (Ban Giám sát)'."""
    found: dict[str, int] = {}
    if "tắt là" in text:
        for match in finds(_CALLED, text):
            found.setdefault(match.group(1).rstrip(".-"), match.start())
    for match in _IN_BRACKETS.finditer(text):
        short = match.group(1)
        if found.get(short, len(text)) > match.start() and _spells(
            text[max(0, match.start() - 120) : match.start()], short
        ):
            found[short] = match.start()
    for match in _SEVERAL.finditer(text):  # 'Ban Quản lý Khu bảo tồn (BQL KBT)'
        if _spells(text[max(0, match.start() - 120) : match.start()], match.group(1).replace(" ", "")):
            for short in match.group(1).split(" "):
                found[short] = min(match.start(), found.get(short, len(text)))
    for match in _BEFORE_BRACKETS.finditer(text):
        found[match.group(1)] = min(match.start(), found.get(match.group(1), len(text)))
    return found


def _spells(before: str, short: str) -> bool:
    """Whether the words just before begin, in order, with the letters of ``short``."""
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]+", before))
    wanted = plain(short).replace("&", "")
    found = plain(initials)
    at = len(found)
    for letter in reversed(wanted):
        at = found.rfind(letter, 0, at)
        if at < 0:
            return False
    return True


def check_orthography(report: Report) -> Iterator[Finding]:
    """Yield ``mixed-orthography`` for names in two spellings, tone marks in two habits, letters in combined form.

    Not flagged: a second habit that is rare beyond doubt (a quoted title), names inside document symbols.
    """
    text = report.text
    yield from find_misnamed(text, recognised=is_recognised(report))
    yield from find_variants(text)
    yield from _decimal_marks(report)
    yield from _thousands(report)
    if not unicodedata.is_normalized("NFC", text):
        first = next(i for i, char in enumerate(text) if unicodedata.combining(char))
        count = str(sum(1 for char in text if unicodedata.combining(char)))
        yield Finding("mixed-orthography", "info", Span(max(0, first - 1), first + 1), "form", {"count": count})


_WITH_POINT = re.compile(r"\d{1,3}\.\d{1,2}(?![\d.,/])")
_MOSTLY = 3  # numbers with a decimal comma beside one with a point
_POINTED = 2  # numbers with points behind their thousands beside one with a point before its decimals


def _decimal_marks(report: Report) -> Iterator[Finding]:
    """The first number with a decimal point in a report whose decimals stand behind a comma ('465.4' beside '77,6'), or
    which has points behind its thousands and so means nothing else by them.
    """
    decimals = [one for one in report.figures if one.decimals]
    points = [one for one in decimals if _WITH_POINT.fullmatch(report.text, one.number_start, one.number_end)]
    commas = sum("," in report.text[one.number_start : one.number_end] for one in decimals)
    printed = (report.text[one.number_start : one.number_end] for one in report.figures) if points else ()
    thousands = sum(_WITH_POINTS.fullmatch(number) is not None for number in printed)
    of_commas = commas >= _MOSTLY * len(points)
    if points and (of_commas or thousands >= _POINTED * len(points)):
        loud = next((one for one in points if one.unit), None) if of_commas else None  # '1.8' alone may be a heading's
        first = loud or points[0]
        place = Span(first.number_start, first.number_end)
        here = report.text[place.start : place.end]
        facts = {"here": here, "usual": here.replace(".", ","), "many": str(commas if of_commas else thousands)}
        severity: Severity = "warning" if loud else "info"
        yield Finding("mixed-orthography", severity, place, "decimal" if of_commas else "decimal-point", facts)


_FOUR_DIGITS = re.compile(r"[1-9]\d{3}(?:,\d+)?")
_WITH_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_YEARS = range(1900, 2051)
_OF_MACHINES = frozenset({"mm", "v", "kv", "w", "kw", "mw", "kva"})  # sizes and types are written without points
_FEW_BARE = 2  # bare numbers that show a fault where none of the report has a point


def _thousands(report: Report) -> Iterator[Finding]:
    """The numbers of four digits without the point behind their thousands, once: '1096' beside '3.004'.

    Not flagged: what may be a year, sizes of machines, cells, whose columns have their own manner; recognised text.
    """
    if is_recognised(report):
        return
    printed = [(one, report.text[one.number_start : one.number_end]) for one in report.figures if not one.in_table]
    pointed = sum(_WITH_POINTS.fullmatch(number) is not None for _, number in printed)
    bare = [
        Span(one.number_start, one.number_end)
        for one, number in printed
        if _FOUR_DIGITS.fullmatch(number)
        and int(number[:4]) not in _YEARS
        and one.unit.strip().lower() not in _OF_MACHINES
    ]
    if bare and (pointed >= len(bare) or (not pointed and len(bare) >= _FEW_BARE)):
        here = report.text[bare[0].start : bare[0].end]
        facts = {"here": here, "usual": f"{here[0]}.{here[1:]}", "few": str(len(bare)), "many": str(pointed)}
        case = "thousands" if pointed else "no-thousands"
        yield Finding("mixed-orthography", "info", bare[0], case, facts, tuple(bare[1:]))
