"""Units that do not exist, or no longer (đơn vị hành chính), judged by the date of the report and never by today."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.spans import Spans
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.findings import Finding, Severity
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
    meaning=N_(
        "The reporting body names a unit that is not in the table of units at the date of the report, or a commune is "
        "called by a kind that is not its own ('phường' for 'xã')."
    ),
    example="ỦY BAN NHÂN DÂN\nXÃ KHE VẮNG\nSố: 12/BC-UBND\nKhe Vắng, ngày 05 tháng 10 năm 2026\n\nBÁO CÁO",
    not_flagged=N_("Other spellings of a known name (Đăk, Đắk), names without accents, bodies that name no unit."),
    severities=("warning",),
    cases={
        "": Case(
            N_("The table of units knows no '{unit}' at that date."),
            N_("Check the name, or add the unit to the round's units file."),
        ),
        "kind": Case(
            N_("'{unit}': at that date the table of units knows '{known}' there, and no other of that name."),
            N_("Correct the kind of the unit, or say that the sentence is about the time before."),
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
        "A unit, level, ministry or department is named as if it still acted, or reports itself, after the day on "
        "which it was abolished or merged; or a report of before is to be consolidated after that day."
    ),
    example="(Báo cáo tháng 9/2026) Phối hợp với UBND huyện Phja Mạ tổ chức 02 hội nghị.",
    not_flagged=N_(
        "Old names in history ('trước đây', 'cũ', 'nay là'), issuers and titles of older documents, periods that end "
        "before the change."
    ),
    severities=("warning", "info"),
    cases={
        "level": Case(
            N_("'{unit}': the district level ended on 30/6/2025 (Luật 72/2025/QH15); places: {times}."),
            N_("Name the commune or province that acts now, or say that the sentence is about the time before."),
        ),
        "town": Case(
            N_(
                "'{unit}': there are no thị trấn since 01/7/2025, only xã, phường and đặc khu (Luật 72/2025/QH15); "
                "places: {times}."
            ),
            N_("Use the name of now, or say that the sentence is about the time before."),
        ),
        "merged": Case(
            N_("'{unit}' ended on {on}; since then: {successors}; places: {times}."),
            N_("Use the name of now, or add 'cũ' or 'nay là ...' where the sentence is about the time before."),
        ),
        "told": Case(
            N_("'{unit}' is named as if it acted; the report itself says: '{said}'."),
            N_("Use the name of now, or add 'cũ' or 'nay là ...' where the sentence is about the time before."),
        ),
        "body": Case(
            N_("'{unit}' ended ({on}); its tasks have gone to: {successors}; places: {times}."),
            N_("Name the body of now, or say that the sentence is about the time before."),
        ),
        "body-gone": Case(
            N_("'{unit}' ended on {on}; places: {times}."),
            N_("Name the body of now, or say that the sentence is about the time before."),
        ),
        "term": Case(
            N_("'{unit}' held until {on}; the law now speaks of: {now}; places: {times}."),
            N_("Use the word of now, or say that the sentence is about the time before."),
        ),
        "term-gone": Case(
            N_("'{unit}' held until {on}; places: {times}."),
            N_("Strike it, or say that the sentence is about the time before."),
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

DISTRICT_ENDED = next_day(DISTRICT_LAST_DAY)
_DISTRICT = re.compile(
    r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|[Ủủ]y ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?|Đảng bộ|Công an"
    r"|(?:Phòng|phòng(?= [A-ZĐ])|Ban|Hội|Đoàn|Liên đoàn|Thanh tra|Trung tâm Chính trị|Tòa án nhân dân"
    r"|Viện kiểm sát nhân dân)"
    r"(?: (?!huyện|quận|xã|tỉnh|các|(?:đã|sẽ|đi|đến|về|tại|ở) )[^\s,.;:()\d]+){0,6}"  # a name, no sentence
    r"|[Pp]hòng(?= [A-ZĐ])(?: (?!huyện|quận|xã|tỉnh|các|và)[^\s,.;:()\d]+){2,5} và"
    r"(?: (?!huyện|quận|xã|tỉnh|các)[^\s,.;:()\d]+){2,4})"  # a name in two parts: 'Lao động - ... và Xã hội'
    rf" (?:các |cấp )?(?:huyện|quận)(?: [{CAPITALS}][^\s,.;:)]*(?: [{CAPITALS}0-9][^\s,.;:)]*)*)?"
    r"|(?<!Thường trực )(?:Huyện|Quận|Thị) (?:(?:ủy|uỷ)(?!\w)|đoàn(?= [A-ZĐ]))"
)
_UNIT = re.compile(
    r"(?<!\w)(?:(?:[Xx]ã|[Pp]hường|[Tt]hị trấn|[Hh]uyện|[Qq]uận|[Tt]ỉnh|[Tt]hị xã|[Đđ]ặc khu|[Tt]hành phố) "
    rf"(?!(?:Ủy|Uỷ)\b)[{CAPITALS}][^\W\d_¹²³]*(?:['’][A-Za-z]+)?"  # 'Huyện ủy' is a body
    rf"(?: (?:[{CAPITALS}][^\W\d_¹²³]*(?:['’][A-Za-z]+)?|\d{{1,2}}(?![\d/.,%])))*"
    r"|(?<!\d )[Qq]uận (?:[1-9]|1[0-2])(?=[,;)\n]|\. |\.$| và | \())"
)
_MEMBER = re.compile(rf"[{CAPITALS}][^\W\d_]*(?:(?: | ?[-–] ?)[{CAPITALS}][^\W\d_]*)*")
_LISTED = re.compile(
    r"(?<!\w)[Cc]ác (?P<level>tỉnh|xã|phường|thị trấn|huyện|quận)(?:, thành phố)?(?: [^\W\d_]+){0,4}?"
    rf"(?: ?: ?| \(| )(?P<names>{_MEMBER.pattern}(?:(?:, | và ){_MEMBER.pattern})+)"
)
WRAPPED = re.compile(  # a name that may go on in the next line, or behind a dash
    rf"['’]|[ \t]*\n[{CAPITALS}][^\W\d_]*(?<!\n)[ ,.;)]|\s?[-–]\s?[{CAPITALS}]"
)
_PAST = re.compile(  # with 'cụm từ' a rule quotes what it takes out of another
    r"cụm từ|nay là|nay thuộc|[Tt]rước đây|cũ\b|[Tt]rước khi"
    r"|không (?:còn|tổ chức) (?:đơn vị hành chính )?(?:cấp )?huyện|kết thúc hoạt động"
    r"|[Tt]rước ngày(?!\s\d{1,2}/(?:\d{1,2}/20(?:2[6-9]|[3-9])|(?:0?[89]|1[0-2])/2025))"
    r"|trên cơ sở|\bnhập\b|đến 30/6/2025"
    r"|[Gg]iai đoạn 20[012]\d\s*[-–]\s*202[0-5]|[Nn]ăm 20(?:[01]\d|2[0-4])"
)

_DAY_BEFORE = re.compile(  # the first half of 2025, and the years before
    r"(?<![\d/.])(?:[0-3]?\d[/.-])?(?:0?[1-6][/.-]2025|(?:0?\d|1[0-2])[/.-](?:20[01]\d|202[0-4]))(?!\d)"
    r"|áng 0?[1-6] năm 2025|[Qq]uý (?:I|II|1|2)(?:/| năm )2025|(?:6|06|sáu) tháng đầu năm 2025"
)
_EXPLAINED = re.compile(r"[ ,(]{0,3}(?:cũ|nay|trước đây)(?!\w)")  # a name that the report may use from then on
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
    date = written(report)
    cited = Spans(Span(one.start, max(one.end, one.title_end or one.end)) for one in report.citations)
    if date >= DISTRICT_ENDED:
        yield from _district_level(report, cited)
    units = registry or load_units()
    own = _own_units(report, units)
    body = report.letterhead.issuing_body or ""
    seen = {unit.id for unit in units.of_body_before(body, date)} if body and not own else set()
    if date < DISTRICT_ENDED:
        yield from _later(report, own, units)
    told, province = dict[str, Finding | None](), own_province(report, units, date)
    times = Counter[str]()
    bodies = Spans(Span(*one.span()) for one in districts(report.text)) if date >= DISTRICT_ENDED else Spans(())
    for name, place in _mentions(report.text):
        called = folded(name)
        if (called in told and told[called] is None) or cited.touch(place) or WRAPPED.match(report.text, place.end):
            continue
        if bodies.touch(place) or speaks_in_document(report, place):
            continue  # told with the body, or it spoke when it lived
        past = is_history(report.text, place, cited)
        if past and not _EXPLAINED.match(report.text, place.end):
            continue
        times[called] += not past
        if called in told:
            continue
        told[called] = None
        ended = _ended(units, name, date, province)
        if past or ended is None or date <= ended.on or ended.ids & seen:
            continue
        seen |= ended.ids
        severity: Severity = "info" if is_in_a_name(report.text, place) else "warning"
        told[called] = Finding("stale-unit", severity, place, ended.case, {"unit": name, **ended.facts})
    yield from (counted(one, times[called]) for called, one in told.items() if one)


def counted(finding: Finding, times: int) -> Finding:
    """The finding with the number of places that it is true of: it is told at the first of them alone."""
    return replace(finding, facts={**finding.facts, "times": str(times)})


def _mentions(text: str) -> Iterator[tuple[str, Span]]:
    """Each unit that is named with its level, and the further ones of a list of a level: 'các tỉnh: ..., ...'."""
    for match in finds(_UNIT, text):
        yield match.group(), Span(*match.span())
    for listed in finds(_LISTED, text):
        for name in _MEMBER.finditer(text, *listed.span("names")):
            yield f"{listed['level']} {name.group()}", Span(*name.span())


def written(report: Report) -> str:
    """The first day on which the report may have been written: that of its head, as far as it is printed; failing
    that, of the second to last document that it cites, which is older than it.

    What is to hold for the term 2025 - 2030 of the Party is read as of after the reform: districts have no such term
    (Chỉ thị 45-CT/TW, 14/4/2025).
    """
    date = report.letterhead.date or ""
    if len(date) > len("2025"):
        return f"{date}-01"[:10]
    if date == "2025" and _TERM.search(report.letterhead.title or ""):
        return DISTRICT_ENDED
    days = sorted({one.date for one in report.citations if one.date and len(one.date) == _WHOLE_DAY})
    days = [day for day in days if day.startswith(date)]
    return max(date, days[-2] if len(days) > 1 else "")


_TERM = re.compile(r"nhiệm kỳ 2025\s?[-–]\s?2030", re.IGNORECASE)
_WHOLE_DAY = len("2025-07-01")


def _later(report: Report, own: Iterable[str], units: Registry) -> Iterator[Finding]:
    """Notes on what the report rightly names and what ended afterwards: its own unit, those above it."""
    start = report.sections[0].start if report.sections else 0
    date = written(report)
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
    """Ids of the reporting unit and of the units above it, at the date of the report.

    Of units that share the name, the one whose units above the text names ('huyện Lương Tân'); none where it leaves
    that open.
    """
    body, date = report.letterhead.issuing_body, report.letterhead.date
    found = units.of_body(body, date if date and len(date) == 10 else None) if body else ()
    lines = [(unit, *units.above(unit.id)) for unit in found]
    if len({unit.kind for unit in found}) == 1 < len(found):
        said = plain(report.text)
        named = [sum(plain(above.full_name) in said for above in line[1:]) for line in lines]
        lines = [line for line, times in zip(lines, named, strict=True) if times == max(named)]
        lines = lines if len(lines) == 1 else []
    return {unit.id for line in lines for unit in line}


def is_of_earlier_years(report: Report) -> bool:
    """Whether a report tells of years in which the units and bodies of before may have acted."""
    title = report.letterhead.title or ""
    if report.letterhead.doc_type != "Báo cáo":
        return False
    return bool(_YEARS_REVIEWED.search(title)) or any(year < "2026" for year in _YEAR.findall(title))


_YEAR = re.compile(r"(?<!\d)20[012]\d(?!\d)")
_YEARS_REVIEWED = re.compile(r"(?:sơ|tổng) kết|nhiệm kỳ|giai đoạn|\d\s?năm(?!\s20\d\d)", re.IGNORECASE)


def own_province(report: Report, units: Registry, date: str) -> str:
    """The id of the province in which the reporting body sits, "" where that is not known."""
    on = date if len(date) == _WHOLE_DAY else None
    found = units.of_body(report.letterhead.issuing_body or "", on)
    lines = {above.id for unit in found for above in (unit, *units.above(unit.id)) if above.kind == "province"}
    return lines.pop() if len(lines) == 1 else ""


_LEVEL = re.compile(r"huyện|quận|Huyện|Quận|Thị (?:ủy|uỷ|đoàn)")


def _district_level(report: Report, cited: Spans) -> Iterator[Finding]:
    told: dict[str, list[Span]] = {}
    for match in districts(report.text):
        place = Span(*match.span())
        if cited.touch(place) or is_history(report.text, place, cited) or speaks_in_document(report, place):
            continue
        told.setdefault(match.group(), []).append(place)
    for unit, places in told.items():
        yield counted(Finding("stale-unit", "warning", places[0], "level", {"unit": unit}), len(places))


def districts(text: str) -> Iterator[re.Match[str]]:
    """Each match of ``_DISTRICT``, looked for in the lines that name the level."""
    end = -1
    for word in _LEVEL.finditer(text):
        if word.start() >= end:
            start, end = text.rfind("\n", 0, word.start()) + 1, text.find("\n", word.end())
            end = len(text) if end < 0 else end
            yield from _DISTRICT.finditer(text, start, end)


def is_history(text: str, place: Span, cited: Spans) -> bool:
    """Whether the sentence of a unit is about the time before; the days of documents that it cites say nothing."""
    low, high = max(place.start - _SENTENCE, 0), min(place.end + _SENTENCE, len(text))
    start = max(low, text.rfind(". ", low, place.start) + 1, text.rfind("\n", low, place.start) + 1)
    ends = [end for end in (text.find(". ", place.end, high), text.find("\n", place.end, high)) if end >= 0]
    end = min(ends, default=high)
    clause = max(start, text.rfind("; ", low, place.start))
    if _PAST.search(text, start, end) or _REFORM.search(text, clause, end):
        return True
    days = _DAY_BEFORE.finditer(text, start, end)
    return any(not cited.touch(Span(*day.span())) for day in days)


def speaks_in_document(report: Report, place: Span) -> bool:
    """Whether a body is told to have spoken in a document of before: 'đề nghị của Sở ... tại Tờ trình số ...'."""
    found = _IN_DOCUMENT.match(report.text, place.end)
    return found is not None and found.end() in _old_documents(report)


@of_last_report
def _old_documents(report: Report) -> frozenset[int]:
    """Where citations of documents of before the reform begin."""
    return frozenset(one.start for one in report.citations if one.date and one.date < DISTRICT_ENDED)


_IN_DOCUMENT = re.compile(rf"(?:\s[{CAPITALS}][^\W\d_]*){{0,4}}\s(?:tại|trong)\s(?:các\s)?")


def is_in_a_name(text: str, place: Span) -> bool:
    """Whether a unit belongs to the name of a work or an institution, which may well have kept it."""
    start = max(text.rfind(mark, max(place.start - _NAME_LENGTH, 0), place.start) for mark in ",.;:(\n")
    return bool(_NAMED_AFTER.search(text, max(start, place.start - _NAME_LENGTH, 0), place.start))


_SENTENCE = 600  # letters of a sentence that are read on either side
_NAME_LENGTH = 120  # letters of a name before the unit
_NAMED_AFTER = re.compile(
    r"(?<!\w)(?:[Dd]ự án|[Cc]ông trình|[Đđ]ồ án|[Đđ]ề án|[Qq]uy hoạch|[Tt]iểu dự án|[Gg]ói thầu|[Xx]ây dựng|[Cc]ải tạo"
    r"|[Nn]âng cấp|[Tt]rường|[Bb]ệnh viện|Trung tâm|[Cc]ông ty|[Cc]hi nhánh|[Hh]ợp tác xã|Hạt|[Nn]ghĩa trang|[Dd]i tích"
    r"|[Đđ]ịa chí|[Ll]ịch sử)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Ended:
    """The units that a name may mean, which have all ended; what is said of them."""

    ids: frozenset[str]
    on: str
    case: str
    facts: dict[str, str]


def _ended(units: Registry, name: str, date: str, province: str) -> _Ended | None:
    """What that name means, if it has ended; None while a unit of the name is valid, or several are known.

    Of several communes the one whose area lies in the province of the report is meant; of districts, and of towns, that
    share a name each has ended.
    """
    known = units.find(name)
    if not known or any(not unit.valid_to for unit in known):
        return None
    if date >= DISTRICT_ENDED and units.find(name, date):
        return None
    if len(known) > 1 and province:
        known = tuple(unit for unit in known if units.lies_in(unit.id, province, date)) or known
    ids = frozenset(unit.id for unit in known)
    if len(ids) == 1:
        facts = {"on": printed_day(known[-1].valid_to), "successors": _followers(units, known[-1]) or "-"}
        return _Ended(ids, known[-1].valid_to, "merged", facts)
    if all(unit.kind == "district" for unit in known):
        return _Ended(ids, max(unit.valid_to for unit in known), "level", {})
    if all(unit.prefix == "thị trấn" for unit in known) and date >= DISTRICT_ENDED:
        return _Ended(ids, max(unit.valid_to for unit in known), "town", {})
    return None


def _followers(units: Registry, unit: Unit) -> str:
    """The units that a unit became; of a level that ceased, those in which its area lies."""
    links = [link.successor for link in units.successors(unit.id)]
    ids = links or [piece.unit for piece in units.place(unit.id, next_day(unit.valid_to)).pieces]
    followers = [units.unit(one) for one in ids]
    return ", ".join(dict.fromkeys(one.full_name for one in followers if one))
