"""Dates and periods that cannot all be right (trình tự thời gian, kỳ số liệu), and days that no calendar has."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

DATE_CHRONOLOGY = Kind(
    name="date-chronology",
    title=N_("Dates out of order"),
    meaning=N_(
        "A document is dated before the one it is said to implement, after the report that cites it, on a day that "
        "does not exist; a matter ends before it began, a task is due before the report; or the figures end well "
        "before the period under review."
    ),
    example="UBND xã ban hành Kế hoạch số 09/KH-UBND ngày 18/6/2021 thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021.",
    not_flagged=N_(
        "Older documents that are merely cited, continued or based on; a report written some months before the "
        "period ends; dates of which only the year is known."
    ),
    severities=("error", "warning", "info"),
    cases={
        "before": Case(
            N_("{document} ({date}) is said to implement {directive}, which is later ({directive_date})."),
            N_("Check the date; if it is right, cite the document as an earlier one."),
        ),
        "under": Case(
            N_("{document} ({date}) is told among the steps taken on {directive}, which is later ({directive_date})."),
            N_("Check the date; if it is right, say that the document was there before."),
        ),
        "after": Case(
            N_("{document} is dated {date}, after the report itself ({report_date})."), N_("Check both dates.")
        ),
        "steps": Case(
            N_("'{last}' ({date}) is before '{first}' ({first_date})."), N_("Check both days of the matter.")
        ),
        "two-days": Case(N_("'{event}' is told on {date}, and here on {other}."), N_("Check on which day it was.")),
        "same-day": Case(
            N_("'{printed}': what was sent in after the opening cannot have been judged on that day."),
            N_("Check on which day the prizes were given."),
        ),
        "backwards": Case(N_("The days run backwards: from {start} to {end}."), N_("Exchange or correct the two.")),
        "past-term": Case(
            N_("A task is to be done '{printed}', and the document is of {report_date}."),
            N_("Set a day that is to come."),
        ),
        "not-yet": Case(N_("{printed} is told as past, and the report is of {report_date}."), N_("Check both dates.")),
        "rests-on": Case(
            N_("{document} ({date}) is said to rest on a meeting of {printed}, which is later."),
            N_("Check both dates."),
        ),
        "told-before": Case(
            N_("{document} ({date}) is said to report on what was on {printed}, which is later."),
            N_("Check both dates."),
        ),
        "carried-out": Case(
            N_("{printed} is told of what carries out {document}, which is of {date}."), N_("Check both dates.")
        ),
        "to-come": Case(
            N_("{printed} is told as still to come, and the report is of {report_date}."),
            N_("Tell it as done, or correct the day."),
        ),
        "item-order": Case(
            N_("The item of {here} stands behind that of {before}; the others are in the order of their days."),
            N_("Move it to its place, or check its day."),
        ),
        "expected": Case(
            N_("'{printed}' is told as expected, and the report is of {report_date}."),
            N_("Tell what became of it, or set a new day."),
        ),
        "expected-then": Case(
            N_("'{printed}' is told as expected, while something of {done_date} is told as done."),
            N_("Tell what became of it, or set a new day."),
        ),
        "number": Case(
            N_("{document} is of {date}, and {other} of {other_date}: numbers and days are not in one order."),
            N_("Check number and day of both."),
        ),
        "passed": Case(N_("It says that it was passed on {day}, and its head is of {date}."), N_("Check both dates.")),
        "in-force": Case(N_("It takes force on {day}, and is of {date} itself."), N_("Check both dates.")),
        "number-beside": Case(
            N_("{document} is of {date}, and its neighbour {other} of {other_date}."),
            N_("Check number and day of both."),
        ),
        "long-before": Case(
            N_("{document}, on which this rests, is of {date}, and this is of {report_date}."),
            N_("Check the year of both dates."),
        ),
        "too-early": Case(
            N_("{years} years of {document} are reviewed; it is of {date}, and the report of {report_date}."),
            N_("Correct the number of years, or the day."),
        ),
        "lunar": Case(N_("{printed}: {year} was the year {true}."), N_("Check the name and the number of the year.")),
        "known-year": Case(
            N_("{printed}: there was no such thing before {true}."), N_("Check the year, and what is named.")
        ),
        "months-of": Case(N_("{printed}: {what} is not in that month."), N_("Check the month, and what is named.")),
        "named-day": Case(N_("{printed}: the day of that name is {true}."), N_("Check the day.")),
        "weekday": Case(
            N_("{printed} is said to be {said}; that day was {true}."), N_("Check both against a calendar.")
        ),
        "no-time": Case(N_("There is no such month or quarter: {printed}."), N_("Check the document and correct it.")),
        "day-as-month": Case(N_("'{printed}' calls a day a month."), N_("Write 'ngày', or the month and the year.")),
        "no-year": Case(N_("No document means such a year: {printed}."), N_("Check it and correct the year.")),
        "impossible": Case(N_("There is no such day: {printed}."), N_("Check the document and correct the date.")),
        "as-of": Case(
            N_("The figures end in {as_of}: {years} years after {directive}, but the report reviews {reviewed}."),
            N_("Bring the figures up to date, or say in the report which period they cover."),
        ),
    },
)
PERIOD_MISMATCH = Kind(
    name="period-mismatch",
    title=N_("Periods disagree"),
    meaning=N_(
        "The report names two different lengths for the review of one directive, headings or appendices speak of "
        "another period than the title, or a period runs backwards."
    ),
    example=(
        "BÁO CÁO\nSơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021 của Tỉnh ủy\n\n"
        "Qua 03 năm thực hiện Chỉ thị số 06-CT/TU, nhận thức của Nhân dân được nâng lên."
    ),
    not_flagged=N_(
        "Reviews of other campaigns within the period ('sơ kết 02 năm Cuộc vận động'), parts of the period."
    ),
    severities=("warning", "error", "info"),
    cases={
        "years": Case(
            N_("The title reviews {title_years} years, this sentence speaks of {years} years of the same document."),
            N_("Use one length throughout."),
        ),
        "as-of": Case(
            N_("The figures end in {as_of}, before {directive} was issued ({date})."),
            N_("Check the date up to which the figures were counted."),
        ),
        "ahead": Case(
            N_("{period} is told as past, yet the report is dated {date}."),
            N_("Check the period, or say that it is a plan."),
        ),
        "opening": Case(
            N_("The report opens with {period}, its title says {title}."), N_("Use one period throughout.")
        ),
        "heading": Case(
            N_("'{period}' stands here; the title of the report says '{title}'."), N_("Use one period throughout.")
        ),
        "ground": Case(
            N_("The ground is on '{period}', and the title of the report says '{title}'."),
            N_("Check the ground; it may have been copied from the report of the year before."),
        ),
        "tasks": Case(
            N_("Tasks for '{period}' in a report on '{title}': that time is over."),
            N_("Name the period that comes next."),
        ),
        "means": Case(
            N_("The plan of {title} is to be paid for out of '{period}'."),
            N_("Check the year; it may have been copied from the plan before."),
        ),
        "counted": Case(
            N_("The figures are counted over {period}, and the title says '{title}'."),
            N_("Use the days on which the period closes, or correct the title."),
        ),
        "week": Case(
            N_("'{period}' is longer than the one week that the report is on."),
            N_("Correct the days, or say what time the report is on."),
        ),
        "frame": Case(
            N_("'{period}' stands here, and the report is on one week: '{title}'."),
            N_("Say 'in the week', or name the month that is meant."),
        ),
        "stale": Case(
            N_("The figures are counted up to {as_of}, long before the report ({date})."),
            N_("Bring the figures up to date, or say in the report which period they cover."),
        ),
        "event": Case(
            N_("'{printed}' is of {year} here, and of {other} elsewhere in the report."),
            N_("Use the year of the event."),
        ),
        "done-ahead": Case(
            N_("'{when}' is still to come, and this is told as done."),
            N_("Say that it is to be done, or move it to the results."),
        ),
        "programme": Case(
            N_("'{printed}': the national programme '{title}' runs over {right}."),
            N_("Write the years of the programme; those printed are of a term of the Party."),
        ),
        "event-over": Case(
            N_("'{period}' is to be prepared, and the report is of {date}: it is over."),
            N_("Take it out of the tasks, or correct its years."),
        ),
        "season": Case(
            N_("'{printed}' is told of here, and the report is on '{title}': it belongs to another time of the year."),
            N_("Bring the sentence up to date; it may have been copied from the report before."),
        ),
        "quarter": Case(
            N_("The title says '{title}', and the text speaks of '{period}' only."),
            N_("Name the period that the figures are of."),
        ),
        "same-time": Case(
            N_("'{period}' is compared with, and the report is on '{title}' itself."), N_("Name the year before.")
        ),
        "due": Case(
            N_("The results of {period} are due by {due}, before that time begins."),
            N_("Correct the period or the day."),
        ),
        "months": Case(
            N_("{months} months are named, and the figures are counted up to month {until}."),
            N_("Correct one of the two."),
        ),
        "outside": Case(N_("'{period}' is told of, and {day} lies before it."), N_("Correct the period or the day.")),
        "months-beside": Case(
            N_("'{period}' is told of, and '{range}' goes beyond it."), N_("Correct the period or the months.")
        ),
        "school-year": Case(
            N_("'{printed}': a school year ends in the year after the one in which it begins."),
            N_("Correct the years."),
        ),
        "days-between": Case(
            N_("'{printed}': {count} are named, and from the first to the last there are {right}."),
            N_("Check both days, and correct the number or one of them."),
        ),
        "term-ahead": Case(
            N_("'{printed}': there has been no such term yet; the latest one on the day of the report is {right}."),
            N_("Correct the number of the term."),
        ),
        "term": Case(
            N_("'{printed}': this body has no such term; it may be {right}."), N_("Check the years of the term.")
        ),
        "title-day": Case(
            N_("The title says '{title}', and the report is of {date}."), N_("Check the period and the date.")
        ),
        "title-years": Case(
            N_("The title reviews '{title}' and sets tasks for '{period}', which is not the next year."),
            N_("Correct one of the two years."),
        ),
        "turned": Case(
            N_("'{printed}' is no period of a plan; it may be '{right}'."), N_("Check the last year of the period.")
        ),
        "length": Case(
            N_("{years} years are named, and {range} is another number of years."), N_("Correct one of the two.")
        ),
        "month-beside": Case(
            N_("'{printed}': another month closes that time."), N_("Correct the month, or the time beside it.")
        ),
        "compared": Case(
            N_("'{printed}' here; elsewhere the report compares with {other}."),
            N_("Check the year that is compared with."),
        ),
        "days": Case(N_("{days} days are told, and {range} is another number of days."), N_("Correct one of the two.")),
        "backwards": Case(N_("The period runs from {start} to {end}."), N_("Exchange or correct the two.")),
    },
)
KINDS = (DATE_CHRONOLOGY, PERIOD_MISMATCH)


_NUMERIC_DATE = re.compile(r"(\d(?<![\d/.-].)\d?)([/.-])(\d{1,2})\2((?:19|20)\d{2})(?!-)(?!/)(?!\d{3})")
_WORD_DATE = re.compile(r"gày\s(?<=[Nn]gày\s)(\d{1,2})\stháng\s(\d{1,2})\snăm\s((?:19|20)\d{2})")
_OF_ANY_YEAR = re.compile(
    r"gày\s(?<=[Nn]gày\s)(?<!số ngày\s)(?<!mỗi ngày\s)(?<!một ngày\s)"
    r"(\d{1,2})(?:\s?/\s?|\stháng\s)(0?[1-9]|1[0-2])(?![\d/-]|\.\d)(?!\s?(?:/|năm\s(?:19|20)\d\d))"
)
_IN_A_LIST = re.compile(r"(\d(?<![\d/.,-]\d)\d?)/(0?[1-9]|1[0-2])(?![\d/-]|\.\d)")
_DAYS_BEFORE = re.compile(
    r"[Nn]gày\s(?:\d{1,2}/\d{1,2}(?:/(?:19|20)\d\d)?(?:,\s(?:và\s)?|;\s|\svà\s(?:ngày\s)?)){1,9}$"
)
_LIST = 100  # letters of such a list
_LUNAR = re.compile(r"[^.;\n\d]{0,12}(?:âm lịch|ÂL|[Ââ]l)(?!\w)")
_LEAP_YEAR = 2000


def check_impossible_dates(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a day that no calendar has: 31/9/2023, 'ngày 31/6' of any year.

    Not flagged: month first (5/15/2016 is flagged), dates of which a part is blank; the lunar calendar.
    """
    text = report.text
    marks = {note.anchor for note in report.footnotes}
    for pattern, places in (
        (_NUMERIC_DATE, (1, 3, 4)),
        (_WORD_DATE, (1, 2, 3)),
        (_OF_ANY_YEAR, (1, 2)),
        (_IN_A_LIST, (1, 2)),
    ):
        for match in finds(pattern, text):
            if pattern is _IN_A_LIST and not _DAYS_BEFORE.search(text, max(match.start() - _LIST, 0), match.start()):
                continue
            goes_on = text[match.end() : match.end() + 1].isdigit() and match.end() not in marks
            if goes_on or _LUNAR.match(text, match.end()):
                continue
            day, month, *year = (int(match.group(index)) for index in places)
            try:
                datetime.date(year[0] if year else _LEAP_YEAR, month, day)
            except ValueError:
                start = match.start() - (not match[0][0].isdigit())  # 'ngày' is found by its second letter
                place = Span(start, match.end())
                printed = " ".join(text[start : match.end()].split())
                yield Finding("date-chronology", "error", place, "impossible", {"printed": printed})


_OF_YEAR = r"(?:\s?/\s?| năm )(?:19|20)\d\d"
_NO_MONTH = (
    re.compile(rf"háng (?<=[Tt]háng )(?<!\d [Tt]háng )(?:0{{1,2}}|1[3-9]|[2-9]\d){_OF_YEAR}"),
    re.compile(rf"uý (?<=[Qq]uý )(?:V|VI{{1,3}}|IX|X|[05-9]){_OF_YEAR}"),
    re.compile(r"uý (?<=[Qq]uý )V(?=[ ,;:)\n]|\.(?!\w))(?!\s?(?:/|năm )\s?\d)"),
)
_MONTH_WITH_A_DAY = re.compile(r"háng (?<=[Tt]háng )(?<!\d [Tt]háng )\d{1,2}/\d{1,2}/(?:19|20)\d\d(?![\d/])")


def check_impossible_months(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` for a month or quarter that no year has: 'tháng 13/2023', 'quý V năm 2023', and for a
    day that is called a month: 'tháng 30/6/2024'.

    Not flagged: months of whole dates, which are said with their day ('6 tháng 30/6/2024'); scans, whose digits may be
    misread.
    """
    if report.source.scanned:
        return
    for pattern in (*_NO_MONTH, _MONTH_WITH_A_DAY):
        for found in finds(pattern, report.text):
            place = Span(found.start() - 1, found.end())
            facts = {"printed": report.text[place.start : place.end]}
            case = "day-as-month" if pattern is _MONTH_WITH_A_DAY else "no-time"
            yield Finding("date-chronology", "warning" if case == "day-as-month" else "error", place, case, facts)
