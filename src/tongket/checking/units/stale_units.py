"""Units that do not exist, or no longer (đơn vị hành chính), judged by the date of the report and never by today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tongket.checking.evidence.spans import Spans
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.model.units import Unit
from tongket.registry.history import DISTRICT_LAST_DAY, next_day
from tongket.registry.units import Registry, load_units
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import CAPITALS, folded, key, plain

UNIT_UNKNOWN = Kind(
    name="unit-unknown",
    title=N_("Unit not known"),
    meaning=N_("The reporting body names a unit that is not in the table of units at the date of the report."),
    example="ỦY BAN NHÂN DÂN\nXÃ KHE VẮNG\nSố: 12/BC-UBND\nKhe Vắng, ngày 05 tháng 10 năm 2026\n\nBÁO CÁO",
    not_flagged=N_("Other spellings of a known name (Đăk, Đắk), names without accents, bodies that name no unit."),
    severities=("warning",),
    cases={
        "": Case(
            N_("The table of units knows no '{unit}' at that date."),
            N_("Check the name, or add the unit to the round's units file."),
        ),
        "not-asked": Case(
            N_("'{unit}' was not asked in this round."),
            N_("Check the folder, or add the body to the round's list."),
        ),
    },
)
STALE_UNIT = Kind(
    name="stale-unit",
    title=N_("Unit that no longer exists"),
    meaning=N_(
        "A unit or level is named as if it still acted, or reports itself, after the day on which it was abolished or "
        "merged; or a report of before is to be consolidated after that day."
    ),
    example="(Báo cáo tháng 9/2026) Phối hợp với UBND huyện Phja Mạ tổ chức 02 hội nghị.",
    not_flagged=N_(
        "Old names in history ('trước đây', 'cũ', 'nay là'), issuers and titles of older documents, periods that end "
        "before the change."
    ),
    severities=("warning", "info"),
    cases={
        "level": Case(
            N_("'{unit}': the district level ended on 30/6/2025 (Luật 72/2025/QH15)."),
            N_("Name the commune or province that acts now, or say that the sentence is about the time before."),
        ),
        "merged": Case(
            N_("'{unit}' ended on {on}; since then: {successors}."),
            N_("Use the name of now, or add 'cũ' or 'nay là ...' where the sentence is about the time before."),
        ),
        "told": Case(
            N_("'{unit}' is named as if it acted; the report itself says: '{said}'."),
            N_("Use the name of now, or add 'cũ' or 'nay là ...' where the sentence is about the time before."),
        ),
        "issuer": Case(
            N_("The report is dated {date}, but '{unit}', which issues it, ended on {on}; since then: {successors}."),
            N_(
                "Check the date and the name of the body. The figures are kept at '{unit}' and counted where its area "
                "lies on the map that is asked for."
            ),
        ),
        "values": Case(
            N_("{body} gives figures up to {date} for '{unit}', which ended on {on}; since then: {successors}."),
            N_("Check the period and the unit. The figures are kept at '{unit}' and counted where its area lies now."),
        ),
        "renamed": Case(
            N_("The report is dated {date}, but '{unit}', which issues it, is called '{now}' since {on}."),
            N_("Use the name of now, or check the date of the report."),
        ),
        "later": Case(
            N_("Right when written; '{unit}' ended on {on} ({successors})."),
            N_("When consolidating later, its figures are carried to its successors; nothing to mend here."),
        ),
    },
)
KINDS = (UNIT_UNKNOWN, STALE_UNIT)

_DISTRICT_ENDED = next_day(DISTRICT_LAST_DAY)
_DISTRICT = re.compile(
    r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|[Ủủ]y ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?|Đảng bộ|Công an"
    r"|(?:Phòng|phòng(?= [A-ZĐ])|Ban|Hội|Đoàn|Liên đoàn|Thanh tra|Trung tâm Chính trị|Tòa án nhân dân"
    r"|Viện kiểm sát nhân dân)"
    r"(?: (?!huyện|quận|xã|tỉnh|các)[^\s,.;:()\d]+){0,6}"
    r"|[Pp]hòng(?= [A-ZĐ])(?: (?!huyện|quận|xã|tỉnh|các|và)[^\s,.;:()\d]+){2,5} và"
    r"(?: (?!huyện|quận|xã|tỉnh|các)[^\s,.;:()\d]+){2,4})"  # a name in two parts: 'Lao động - ... và Xã hội'
    rf" (?:các )?(?:huyện|quận)(?: [{CAPITALS}][^\s,.;:)]*(?: [{CAPITALS}0-9][^\s,.;:)]*)*)?"
    r"|(?<!Thường trực )Huyện (?:ủy|uỷ)"
)
_UNIT = re.compile(
    r"(?<!\w)(?:xã|phường|thị trấn|huyện|tỉnh|thị xã|đặc khu|thành phố) "
    rf"(?!(?:Ủy|Uỷ)\b)[{CAPITALS}][^\W\d_¹²³]*(?:['’][A-Za-z]+)?"  # 'Huyện ủy' is a body
    rf"(?: (?:[{CAPITALS}][^\W\d_¹²³]*(?:['’][A-Za-z]+)?|\d{{1,2}}(?![\d/.,%])))*"
)
_WRAPPED = re.compile(rf"['’]|[ \t]*\n[{CAPITALS}][^\W\d_]*(?<!\n)[ ,.;)]")  # a name that may go on in the next line
_PAST = re.compile(
    r"nay là|nay thuộc|[Tt]rước đây|cũ\b|[Tt]rước khi"
    r"|[Tt]rước ngày(?!\s\d{1,2}/(?:\d{1,2}/20(?:2[6-9]|[3-9])|(?:0?[89]|1[0-2])/2025))"
    r"|trên cơ sở|\bnhập\b|đến 30/6/2025"
    r"|[Gg]iai đoạn 20[012]\d\s*[-–]\s*202[0-5]|[Nn]ăm 20(?:[01]\d|2[0-4])"
)

_REFORM = re.compile(r"được thành lập|sáp nhập|hợp nhất|giải thể|sắp xếp")  # of its own clause: 'Sau sắp xếp ...; ...'


def check_issuing_unit(report: Report, registry: Registry | None = None) -> Iterator[Finding]:
    """Yield ``unit-unknown`` where the issuing body names a unit that the table of units does not know at that date,
    and ``stale-unit`` where that unit had ended before it.

    Not flagged: bodies that name no unit; other spellings. ``registry`` None: the built-in table.
    """
    body, date = report.letterhead.issuing_body, report.letterhead.date or ""
    if not body:
        return
    named = _UNIT.search(_title_case(body))
    if not named:
        return
    units = registry or load_units()
    if units.of_body(body, date or None):
        return
    ended = tuple(unit for unit in units.of_body_before(body, date) if key(unit.name) in key(named.group()))
    if ended:  # of that very name: without its accents it may be another's
        yield _issuer(report, named.group(), ended, units)
    else:
        yield Finding("unit-unknown", "warning", _issuer_at(report), "", {"unit": named.group()})


def check_reporting_unit(report: Report, unit: Unit, registry: Registry) -> Iterator[Finding]:
    """Yield ``stale-unit`` where the unit at which a report was seated had ended before the report's date.

    Not flagged: reports without a date. It says what ``check_issuing_unit`` cannot know by a name that another unit,
    elsewhere, still has.
    """
    date = report.letterhead.date or ""
    if date and unit.valid_to and not registry.alive(unit.id, date) and unit.valid_to < date:
        yield _issuer(report, unit.full_name, (unit,), registry)


def _issuer(report: Report, name: str, ended: tuple[Unit, ...], units: Registry) -> Finding:
    date = report.letterhead.date or ""
    facts = {"unit": name, "on": printed_day(ended[-1].valid_to), "date": printed_day(date)}
    now = units.unit(ended[0].id, date) if len(ended) == 1 else None
    if now:
        facts |= {"on": printed_day(next_day(ended[0].valid_to)), "now": now.full_name}
        return Finding("stale-unit", "warning", _issuer_at(report), "renamed", facts)
    followers = _followers(units, ended[0]) if len(ended) == 1 else ""
    return Finding("stale-unit", "warning", _issuer_at(report), "issuer", {**facts, "successors": followers or "-"})


def _issuer_at(report: Report) -> Span:
    return report.letterhead.issuing_body_at or report.letterhead.type_at or Span(0, 1)


def _title_case(body: str) -> str:
    """The name with capitals only where names have them, for letterheads in capitals."""
    if not body.isupper():
        return body
    lower = body.lower()
    match = re.search(r"\b(xã|phường|thị trấn|huyện|tỉnh|thị xã|đặc khu|thành phố) (.+)$", lower)
    return f"{lower[: match.start(2)]}{match[2].title()}" if match else lower


def check_stale_units(report: Report, registry: Registry | None = None) -> Iterator[Finding]:
    """Yield ``stale-unit`` for units and levels named as acting after their end, once a name.

    For a report dated before the change the finding is a note, at the first mention in the text of the reporting unit
    and of each unit above it. Not flagged: history, titles and issuers of documents.
    """
    date = report.letterhead.date or ""
    cited = Spans(Span(one.start, max(one.end, one.title_end or one.end)) for one in report.citations)
    if date >= _DISTRICT_ENDED:
        yield from _district_level(report, cited)
    units = registry or load_units()
    own = _own_units(report, units)
    body = report.letterhead.issuing_body or ""
    seen = {unit.id for unit in units.of_body_before(body, date)} if body and not own else set()
    if date < _DISTRICT_ENDED:
        yield from _later(report, own, units)
    for match in _UNIT.finditer(report.text):
        name, place = match.group(), Span(*match.span())
        if folded(name) in seen or cited.touch(place) or _WRAPPED.match(report.text, place.end):
            continue
        seen.add(folded(name))
        ended = _ended(units, name, date)
        if ended is None or ended[0].id in seen:
            continue
        unit, successors = ended
        seen.add(unit.id)
        facts = {"unit": name, "on": printed_day(unit.valid_to), "successors": successors or "-"}
        if date > unit.valid_to and not _is_history(report.text, place):
            yield Finding("stale-unit", "warning", place, "merged", facts)


def _later(report: Report, own: Iterable[str], units: Registry) -> Iterator[Finding]:
    """Notes on what the report rightly names and what ended afterwards: its own unit, those above it."""
    start = report.sections[0].start if report.sections else 0
    date = report.letterhead.date or ""
    body = plain(report.letterhead.issuing_body or "")
    seen: set[str] = set()
    for unit in filter(None, map(units.unit, sorted(own))):
        if not unit.valid_to or unit.valid_to < date or unit.full_name in seen or _name_lives_on(units, unit):
            continue
        seen.add(unit.full_name)
        at = _first_mention(report.text, unit, start, bare=plain(unit.full_name) in body)
        if at is not None:
            facts = {
                "unit": unit.full_name,
                "on": printed_day(unit.valid_to),
                "successors": _followers(units, unit) or "-",
            }
            yield Finding("stale-unit", "info", at, "later", facts)


def _name_lives_on(units: Registry, unit: Unit) -> bool:
    """Whether a unit of the same name and level took over the day after: the name is right then and now."""
    after = {link.successor for link in units.successors(unit.id)}
    return any(one.id in after for one in units.find(unit.full_name, next_day(unit.valid_to)))


def _first_mention(text: str, unit: Unit, start: int, *, bare: bool) -> Span | None:
    """Where the outline first names the unit, in any spelling of its vowels; failing that, where the text does.

    ``bare``: also without 'xã', 'huyện' before it.
    """
    if not bare and unit.full_name not in text:
        return None  # most of the units that share a name with the reporting one are not meant
    name = "".join(
        _SPELT.get(plain(char), re.escape(char)) if char.islower() else re.escape(char) for char in unit.name
    )
    pattern = re.compile(rf"(?<!\w)(?:{unit.prefix} ){'?' if bare else ''}{name}(?!\w)")
    found = pattern.search(text, start) or pattern.search(text)
    return Span(*found.span()) if found else None


_SPELT = {
    "a": "[aáàảãạăắằẳẵặâấầẩẫậ]",
    "e": "[eéèẻẽẹêếềểễệ]",
    "i": "[iíìỉĩịyýỳỷỹỵ]",
    "o": "[oóòỏõọôốồổỗộơớờởỡợ]",
    "u": "[uúùủũụưứừửữự]",
    "y": "[iíìỉĩịyýỳỷỹỵ]",
}


def _own_units(report: Report, units: Registry) -> set[str]:
    """Ids of the reporting unit and of the units above it, at the date of the report."""
    body, date = report.letterhead.issuing_body, report.letterhead.date
    found = units.of_body(body, date if date and len(date) == 10 else None) if body else ()
    return {above.id for unit in found for above in (unit, *units.above(unit.id))}


_LEVEL = re.compile(r"huyện|quận|Huyện")


def _district_level(report: Report, cited: Spans) -> Iterator[Finding]:
    seen: set[str] = set()
    for match in _districts(report.text):
        place = Span(*match.span())
        if match.group() in seen or cited.touch(place) or _is_history(report.text, place):
            continue
        seen.add(match.group())
        yield Finding("stale-unit", "warning", place, "level", {"unit": match.group()})


def _districts(text: str) -> Iterator[re.Match[str]]:
    """Each match of ``_DISTRICT``, looked for in the lines that name the level."""
    end = -1
    for word in _LEVEL.finditer(text):
        if word.start() >= end:
            start, end = text.rfind("\n", 0, word.start()) + 1, text.find("\n", word.end())
            end = len(text) if end < 0 else end
            yield from _DISTRICT.finditer(text, start, end)


def _is_history(text: str, place: Span) -> bool:
    start = max(text.rfind(". ", 0, place.start), text.rfind("\n", 0, place.start)) + 1
    ends = [end for end in (text.find(". ", place.end), text.find("\n", place.end)) if end >= 0]
    end = min(ends, default=len(text))
    clause = max(start, text.rfind("; ", 0, place.start))
    return bool(_PAST.search(text, start, end) or _REFORM.search(text, clause, end))


def _ended(units: Registry, name: str, date: str) -> tuple[Unit, str] | None:
    """The unit of that name that has ended, and what follows it; None while one is valid, or several are known."""
    known = units.find(name)
    if not known or any(not unit.valid_to for unit in known) or len({unit.id for unit in known}) != 1:
        return None
    if len(date) == 10 and date >= _DISTRICT_ENDED and units.find(name, date):
        return None
    return known[-1], _followers(units, known[-1])


def _followers(units: Registry, unit: Unit) -> str:
    """The units that a unit became; of a level that ceased, those in which its area lies."""
    links = [link.successor for link in units.successors(unit.id)]
    ids = links or [piece.unit for piece in units.place(unit.id, next_day(unit.valid_to)).pieces]
    followers = [units.unit(one) for one in ids]
    return ", ".join(dict.fromkeys(one.full_name for one in followers if one))
