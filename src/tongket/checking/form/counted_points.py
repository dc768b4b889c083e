"""Points of a list against the number that announces them (nêu số ý rồi kể thiếu): 'ba khâu đột phá: A; B', '04 việc:
(1) ... (3) ...', '03 đợt: đợt 1 ..., đợt 2 ...', rows of dashes below a colon, and rows of marks for anything.

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.events_counted import days_in, events_counted
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import line_end, line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.numbers import counted
from tongket.vietnamese.unicode import CAPITALS, SMALL

_GROUPS = "đoàn|cụm|tổ|nhóm|khối|đội|mũi|tiểu ban|gói thầu|hợp phần|tiểu dự án|tuyến"
_ORDERED = f"đợt|giai đoạn|bước|vòng|phần|chặng|kỳ|{_GROUPS}"
_NOUNS = (
    "nhóm (?:nguyên nhân|giải pháp|nhiệm vụ|vấn đề|nội dung|chỉ tiêu)|nguyên nhân|hạn chế|tồn tại|khó khăn"
    "|thuận lợi|mặt|vấn đề"
    "|việc|khâu đột phá|nội dung đột phá|đột phá|bài học kinh nghiệm|bài học|kiến nghị|đề xuất|nhiệm vụ trọng tâm"
    "|nhiệm vụ"
    f"|giải pháp|nội dung|yêu cầu|lý do|yếu tố|mục tiêu|điểm nghẽn|trọng tâm|khâu|phương châm|{_ORDERED}"
)
_ANNOUNCED = re.compile(
    rf"(?<![\w.,/%-])(?P<number>[0-9][0-9]?|hai|ba|bốn|năm|sáu|bảy|tám"
    rf"|chín) (?P<noun>{_NOUNS})(?!\w)(?P<more>[^.;:()\n\d]{{0,70}}?)"
    r"\s?:(?P<gap>[ \t]*)",
    re.IGNORECASE,
)
_AS_FOLLOWS = re.compile(r", (?:cụ thể )?như sau$")
_PICKS = re.compile(
    r"(?<!\w)(?:trong đó|như(?! sau)|gồm cả|tiêu biểu|điển hình|nhất là|đặc biệt|kết quả|đạt|trên|còn lại|khác|nêu trên"
    r"|đã nêu|nói trên"
    r"|đều|theo|năm \d)(?!\w)|\.\.\.|…|v\.v",
    re.IGNORECASE,
)
_OPEN_END = re.compile(  # of points that semicolons part, each may say how, where and by what rule
    r"\.\.\.|…|v\.v|(?<!\w)(?:trong đó|gồm cả|tiêu biểu|điển hình|nhất là|đặc biệt|còn lại|nêu trên|đã nêu"
    r"|nói trên)(?!\w)|;\s(?:và )?(?:kết quả (?:đạt|là|có|đã)|đạt|theo|trên|trong|qua|như|đến nay)(?!\w)",
    re.IGNORECASE,
)
_MARKS = (
    re.compile(r"(?<![\w/])\((?P<at>\d{1,2})\)"),
    re.compile(r"(?<![\w/(.])(?P<at>\d{1,2})\)"),
    re.compile(r"(?<![\w/])\(?(?P<at>[a-eghikđ])\)"),
)
_LETTERS = "abcdđeghik"
_DASH = re.compile(r"\s*(?P<mark>[-–+•*])\s*\S")
_HEADING = re.compile(r"\s*(?:[IVX]+|\d+(?:\.\d+)*|[a-zđ])[.)]")
_STOP = re.compile(r"\.(?=\s|$)|\n")
_FAR = 4000  # letters in which the points of a list stand
_LEAST, _MOST = 2, 15
_OFF = 2  # groups that are left out of those that are told by their numbers; where more are, some were picked out
_SHORT = 400  # letters of a list within one sentence


def check_counted_points(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where fewer points follow a colon than the words before it announce, or more.

    Not flagged: lists that pick some out, scans with dirt; lists in commas alone, of which a point may hold several.
    """
    if is_dirty(report):
        return
    for found in finds(_ANNOUNCED, report.text):
        number = counted(found["number"]) or 0
        if not _LEAST <= number <= _MOST or _PICKS.search(found["more"]):
            continue
        if "," in _AS_FOLLOWS.sub("", found["more"]) and found["more"].endswith("như sau"):
            continue  # 'in hai mặt, mặt sau trình bày như sau': of the last thing that is named
        told = _told(report.text, found, number)
        if told is not None and told != number:
            facts = {"total": f"{found['number']} {found['noun']}", "named": str(told)}
            place = Span(found.start("number"), found.end("noun"))
            yield Finding("sum-mismatch", "warning", place, "named", facts)


def _told(text: str, found: re.Match[str], number: int) -> int | None:
    """How many points follow; None where they cannot be counted."""
    line = line_end(text, found.end(), _FAR)
    said = text[found.end() : line].strip()
    if not said:
        return _numbered(text, line) or _headed(text, found.start(), line, number) or _dashes(text, line, found["noun"])
    for mark in _MARKS:
        first = mark.search(text, found.end(), min(line, found.end() + _BEGINS))
        if first is not None and first["at"] in ("1", "a") and first.start() - found.end() < _OPENS:
            return _marked(text, mark, first.start())
    if found["noun"].lower() in _ORDERED.split("|"):
        turns = _turns(text, found, line)
        near = turns is None or abs(turns - number) <= _OFF or found["noun"].lower() not in _GROUPS.split("|")
        return turns if near else None  # '12 tổ: tổ 1 và tổ 2 đạt xuất sắc'
    return _listed(text, found, line, number)


_OPENS, _BEGINS = 3, 40  # letters between the colon and the first mark, and to the end of its first words


def _marked(text: str, mark: re.Pattern[str], start: int) -> int:
    """How many marks follow on in a row: (1), (2), (3)."""
    last = 0
    for found in mark.finditer(text, start, start + _FAR):
        at = _place(found)
        if at == last + 1:
            last = at
        elif at == 1:
            break
    return last


def _place(found: re.Match[str]) -> int:
    """The place in its row of a mark: 3 of '(3)' and of 'c)'."""
    return int(found["at"]) if found["at"].isdigit() else _LETTERS.index(found["at"]) + 1


_TURNS = {"nhất": 1, "hai": 2, "ba": 3, "tư": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}


def _turns(text: str, found: re.Match[str], line: int) -> int | None:
    """How many turns are told one after the other: 'đợt 1 vào tháng 3, đợt 2 vào tháng 9'."""
    turn = re.compile(
        rf"(?<!\w){found['noun']} (?:thứ |số )?(?P<at>\d|nhất|hai|ba|tư|I{{1,3}}|IV)(?!\w)", re.IGNORECASE
    )
    if turn.search(text, found.end(), min(line, found.end() + _BEGINS)) is None:
        return None  # the first stands right behind the colon
    told = [one["at"] for one in turn.finditer(text, found.end(), line)]
    order = [_TURNS.get(at.lower()) or int(at) for at in told]
    return len(order) if len(order) >= _LEAST and order == list(range(1, len(order) + 1)) else None


def _listed(text: str, found: re.Match[str], line: int, number: int) -> int | None:
    """How many points a sentence lists: parted by semicolons where it has them; one, where nothing parts it."""
    stop = _STOP.search(text, found.end(), line)
    end = stop.start() if stop else line
    said = text[found.end() : end]
    picks = _OPEN_END if said.count(";") >= _LEAST else _PICKS
    if len(said) > _SHORT or ":" in said or "(" in said or picks.search(said) or re.search(r"\d", said):
        return None
    if end < line and text[end:line].strip(" .;") and not said.count(";"):
        return None  # the points may be sentences
    parts = len(re.split(r"[;,]|(?<!\w)(?:và|cùng|với)(?!\w)", said))
    if parts == 1:
        return None if text[line : line + 3].strip().startswith(("-", "+", "•", "*")) else 1
    items = [one.strip().lower() for one in said.strip(" ;").split(";")]
    semicolons = len(items) - 1
    if not semicolons:
        return None
    if all(one.startswith(found["noun"].lower()) for one in items):
        return len(items)  # 'nhóm giải pháp về nhân lực; nhóm giải pháp về cơ sở vật chất, trang thiết bị'
    if semicolons >= _SEVERAL:  # commas and 'và' stand within the points, but for one 'và' before the last
        ends = semicolons + 2 if re.search(r"\svà\s", items[-1]) else semicolons + 1
        return number if number == ends else semicolons + 1
    return semicolons + 1 if parts < number or semicolons + 1 > number else None


_SEVERAL = 3


def _dashes(text: str, line: int, noun: str) -> int | None:
    """How many lines below begin with the mark of the first; None where other text may go on with them."""
    lines = _RECIPIENTS.split(text[line + 1 : line + 1 + _FAR])[0].split("\n")
    lines = [one for one in lines if one.strip()]
    first = _DASH.match(lines[0]) if lines else None
    if first is None:
        return None
    marks = [dash["mark"] if (dash := _DASH.match(one)) else "" for one in lines]
    end = next((at for at, mark in enumerate(marks) if not mark), len(marks))
    if end == len(marks) or first["mark"] in marks[end + 1 : end + 3]:
        return None  # the list may go on
    ended = end > _LEAST and noun.lower() not in _ORDERED.split("|") and _is_beyond(lines[end - 1], lines[end])
    if not (ended or _HEADING.match(lines[end])):
        return None
    told = marks[:end].count(first["mark"])
    return told if told >= _LEAST else None


def _is_beyond(last: str, line: str) -> bool:
    """Whether a line begins a new sentence behind a list of which the last line ends as one, and adds no point."""
    return last.rstrip().endswith(".") and _OPENS_LARGE.match(line) is not None and not _ADDS.match(line)


_RECIPIENTS = re.compile(r"\n\s*N[ơƠ][iI] nh[ậẬ]n|\nNƠI NHẬN")  # whose dashes are of no list of points
_OPENS_LARGE = re.compile(rf"\s*[{CAPITALS}]")
_ADDS = re.compile(r"\s*(?:Ngoài ra|Bên cạnh|Đồng thời|Cùng với|Riêng|Cuối cùng)(?!\w)")
_OPENED = re.compile(r":\s*\(?1\)\s")
_FIVE = r"(?:(?<=\A)|(?<=\n)|(?<=[.;]\s)|(?<=\scó\s)|(?<=\scả\s)|(?<=\sgồm\s))[Nn]ăm"
_OF_ANYTHING = re.compile(
    rf"(?P<number>\d(?<![\w.,/%-]\d)\d?|(?<!\w)(?:[Hh]ai|[Bb]a|[Bb]ốn|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|{_FIVE})) "
    rf"(?P<noun>(?!(?:học|nay|qua|tới|sau|trước|công tác)\b)(?!(?:năm|tháng|ngày|giờ|lần|tuần|quý|gồm)\b)[{SMALL}]+"
    r"(?: [^\W\d_]+){0,24}?)"
    r"(?:,? (?:bao gồm|gồm|cụ thể như sau|cụ thể|như sau|sau đây|sau|là|đó là))?\s?$"
)
_BETWEEN = re.compile(
    r"(?<!\w)(?:các|những|một số|nhiều|mọi|nội dung|nhiệm vụ|giải pháp|việc|vấn đề|gồm cả|trong đó|như|tiêu biểu"
    r"|điển hình|thực hiện|triển khai|phát hiện|đề nghị|yêu cầu|kiến nghị|tập trung|chỉ đạo|phân công|giao|cần|phải|đều"
    r"|cùng|tổ chức|ban hành|kết quả|đạt|được|với|năm|để|nhằm|khi|nếu|thì|chưa|đã|sẽ)(?!\w)"
)
_ITS_NAME = 4  # words of the thing that a finding repeats


def check_rows_of_marks(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a row of marks behind a colon counts another number of anything than is announced:
    'sạt lở tại 05 vị trí: (1) ...; (2) ...; (3) ...; (4) ...'.

    Not flagged: a number behind which another thing is named ('03 xã thực hiện các việc: (1) ...'); one mark alone.
    """
    for opened in () if is_dirty(report) else _OPENED.finditer(report.text):
        found = _OF_ANYTHING.search(report.text, max(opened.start() - _SHORT // 2, 0), opened.start())
        noun = _DONE.sub("", found["noun"]) if found else ""
        if found is None or _BETWEEN.search(noun) or _ANNOUNCED.match(report.text, found.start()):
            continue
        number = counted(found["number"]) or 0
        told = max(_marked(report.text, mark, opened.start()) for mark in _MARKS[:2])
        if _LEAST <= told != number <= _MOST and number:
            thing = f"{found['number']} {' '.join(noun.split()[:_ITS_NAME])}"
            place = Span(found.start(), found.start() + len(thing))
            yield Finding("sum-mismatch", "warning", place, "named", {"total": thing, "named": str(told)})


_DONE = re.compile(
    r" (?:đã |đang |đều )*được (?:tập trung )?(?:triển khai|thực hiện|xác định|nêu|đề ra|lựa chọn|chọn|giao|thông qua)"
    r"(?: thực hiện)?(?: trong [^\W\d_]+(?: [^\W\d_]+)?)?$"
)


_NUMBERED = re.compile(
    r"\s*(?P<opens>\((?=\w{1,2}\)))?(?P<at>\d{1,2}|[a-eghikđ](?=\)))(?P<mark>[.)/])(?:\s*[^\W\d_(]|\s+[\d“\"])"
)
_ENDS_WITH_COLON = re.compile(r":[ \t]*\n+(?=[ \t]*(?:\(?1[.)/]\s|[-+•*]\s))")
_LINE_OF_ANYTHING = re.compile(
    r"(?P<number>\d(?<![\w.,/%-]\d)\d?) (?P<noun>(?!(?:năm|tháng|ngày|giờ|lần|tuần|quý|gồm|phần)\b)"
    r"[^\W\d_]+(?: [^\W\d_]+|, (?:đơn vị|ngành|phường|thị trấn|tổ chức|cơ quan|bản|hội|ban)(?!\w)){0,12}?)"
    r"(?:,? (?:bao gồm|gồm(?: có)?|cụ thể như sau|cụ thể|như sau|sau đây|sau|là))?\s?$"
)


def check_lines_counted(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the lines below a colon are numbered from one on to another number than is
    announced, or each begin with the noun that is counted: '05 đồng chí:' above '1. ...' to '4. ...'.

    Not flagged: a number behind which another thing is named; lines among which others stand.
    """
    for opened in () if is_dirty(report) else _ENDS_WITH_COLON.finditer(report.text):
        line = line_start(report.text, opened.start())
        found = _LINE_OF_ANYTHING.search(report.text, max(opened.start() - _SHORT // 2, line), opened.start())
        if found is None or _BETWEEN.search(_GRADED.sub("", found["noun"])):
            continue
        told = _numbered(report.text, opened.end()) or _of_noun(report.text, opened.end(), found["noun"])
        told = told or _closed(report.text, opened.end(), found["noun"])
        if told is not None and _LEAST <= told != int(found["number"]) and _LEAST <= int(found["number"]) <= _MOST:
            thing = f"{found['number']} {' '.join(found['noun'].split()[:_ITS_NAME])}"
            place = Span(found.start(), found.start() + len(thing))
            yield Finding("sum-mismatch", "warning", place, "named", {"total": thing, "named": str(told)})


def check_events_listed(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the lines below a colon tell the days of fewer events than it announces, or of more:
    '06 hội nghị tại các thôn, cụ thể:' above five lines, each with its day.
    """
    for opened in () if is_dirty(report) else _ENDS_WITH_COLON.finditer(report.text):
        low = line_start(report.text, opened.start(), _SHORT)
        low = max(low, report.text.rfind(". ", low, max(opened.start() - _CLOSES, low)) + 1)
        found = events_counted(report.text, low, opened.start())
        lines = _lines(report.text, opened.end()) if found else []
        mark = _mark(lines[0]) if lines else ""
        told = next((number for number, line in enumerate(lines) if _mark(line) != mark), 0) if mark else 0
        dated = told >= _LEAST and all(days_in(line) == 1 for line in lines[:told])
        if found is None or not dated or mark in map(_mark, lines[told : told + _BESIDE]):
            continue
        if 0 < abs(told - int(found["number"])) <= _OFF:
            facts = {"total": found[0], "named": str(told)}
            yield Finding("sum-mismatch", "warning", Span(*found.span()), "named", facts)


def _lines(text: str, at: int) -> list[str]:
    """The lines from there on that are not blank."""
    return [one for one in text[at : at + _FAR].split("\n") if one.strip()]


def _numbered(text: str, at: int) -> int | None:
    """How many lines in a row are numbered from one on; None where the last may have been cut off."""
    lines = _lines(text, at)
    first = _NUMBERED.match(lines[0]) if lines else None
    told = 0
    for line in lines if first else ():
        number = _NUMBERED.match(line)
        if number is None or first is None or _place(number) != told + 1 or not _are_marked_alike(first, number):
            break
        told += 1
    return told if 0 < told < len(lines) and first and not _goes_on(lines[told:], told + 1, first) else None


def _are_marked_alike(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two numbers of points have the same marks: '(1)' and '(2)', not '(2)' and '3.'."""
    return (one["opens"], one["mark"]) == (other["opens"], other["mark"])


_ABOVE = re.compile(r"\s*(?:\*\*)?(?:[IVX]{1,4}[.)]|PHẦN|Phần|PHỤ LỤC|Phụ lục|Trên đây|Nơi nhận)(?!\w)")


def _headed(text: str, start: int, line: int, number: int) -> int | None:
    """How many headings are numbered from one on below a line, each above its own text; None where that is open."""
    first: re.Match[str] | None = None
    told, ended = 0, False
    for below in _LINE_BELOW.finditer(text, line + 1, line + 1 + _FAR * 2):
        found = _NUMBERED.match(below[0])
        first = first or found
        ended = _ABOVE.match(below[0]) is not None
        if first is None or ended or (found is None and _COUNTS_AND_OPENS.search(below[0])):
            break
        if found is not None and _are_marked_alike(first, found):
            if _place(found) != told + 1:
                return None  # of a list within a list
            told += 1
    if first is None or not ended or told < _LEAST:
        return None
    outer = [one for one in map(_NUMBERED.match, text[max(start - _FAR, 0) : start].split("\n")) if one]
    within = next((_place(one) for one in reversed(outer) if _are_marked_alike(first, one)), 0)
    return None if within and number <= within < told else told


_LINE_BELOW = re.compile(r"(?m)^[^\n]*\S[^\n]*$")
_COUNTS_AND_OPENS = re.compile(r"\d [^\n:]{2,100}:\s*$")  # a line that opens a list of its own


def _goes_on(lines: list[str], number: int, first: re.Match[str]) -> bool:
    """Whether the next number stands farther down: what stands between is of the item before."""
    numbers = (found for line in lines if (found := _NUMBERED.match(line)) is not None)
    return any(_place(found) == number and _are_marked_alike(first, found) for found in numbers)


def _of_noun(text: str, at: int, noun: str) -> int | None:
    """How many lines in a row bear one mark and begin with the noun."""
    lines = _lines(text, at)
    first = _DASH.match(lines[0]) if lines else None
    told = 0
    for line in lines if first else ():
        dash = _DASH.match(line)
        if dash is None or first is None or dash["mark"] != first["mark"]:
            break
        if not line[dash.end() - 1 :].lower().startswith(noun.split()[0].lower() + " "):
            return None
        told += 1
    return (
        told
        if told < len(lines) and (not first or first["mark"] not in map(_mark, lines[told : told + _BESIDE]))
        else None
    )


_GRADED = re.compile(r"(?<!\w)(?:đạt|được) (?:chuẩn|tiêu chuẩn|giải|danh hiệu|chứng nhận|công nhận|xếp hạng|cấp)")
_PARTED = re.compile(r"[;,]\s*$")
_OF_SEVERAL = re.compile(
    r"\s*[-+•*]\s*(?:\d|(?:Các|Những|Một số|Ngoài ra|Trong đó|Tổng|Còn|Riêng|Số)(?!\w))|\w[;,]\s\w"
)


def _closed(text: str, at: int, noun: str) -> int | None:
    """How many lines bear one mark, where semicolons end all of them but the last, which a stop ends; None where one
    may tell of several things or of none.
    """
    matched = match_unit(noun.lower().split())
    if matched is not None and (matched[0].kind == "person" or matched[0].is_measure):
        return None  # of whom each line may name several
    lines = _lines(text, at)
    first = _mark(lines[0]) if lines else ""
    told = next((number for number, line in enumerate(lines) if _mark(line) != first), 0) if first else 0
    row = lines[:told]
    if told < _LEAST or first in map(_mark, lines[told : told + _BESIDE]) or not row[-1].rstrip().endswith("."):
        return None
    counts = re.compile(rf"\d {re.escape(noun.split()[0])}(?!\w)")
    if any(_OF_SEVERAL.match(line) or counts.search(line) for line in row):
        return None
    return told if all(map(_PARTED.search, row[:-1])) else None


_CLOSES = 40  # letters of a sentence that only says that a list follows: 'Cụ thể như sau:'
_BESIDE = 3  # lines behind a list in which it may go on


def _mark(line: str) -> str:
    return dash["mark"] if (dash := _DASH.match(line)) else ""


CHECKS = (check_counted_points, check_rows_of_marks, check_lines_counted, check_events_listed)
