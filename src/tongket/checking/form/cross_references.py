"""Parts of the report that its own text names (dẫn chiếu nội bộ): a section, so many parts, a list attached.

Cases of ``missing-part``, whose page stands with the form of reports.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from tongket.checking.evidence.extracts import breaks_off
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.recognition import is_dirty, is_recognised
from tongket.checking.form.appendices import is_of_another
from tongket.checking.form.numbering import ordinal
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.vietnamese.numbers import counted
from tongket.vietnamese.unicode import key

_NUMBER = r"(?:[IVX]{1,5}|[A-HĐ]|\d{1,2}(?:\.\d{1,2}){0,2}|thứ (?:nhất|hai|ba|tư|năm|sáu))"
_REFERS = re.compile(
    rf"(?:(?P<verb>nêu|nói|trình bày|phân tích|đề cập|báo cáo|đánh giá)(?: rõ| cụ thể| chi tiết| kỹ| trên| ở trên)*"
    rf" (?:tại|ở|trong)) (?:mục|Mục|phần|Phần) (?P<number>{_NUMBER})(?!\w)"
    rf"(?P<title> ?\([^()\d\n]{{6,90}}\))?(?:,? (?:phần|Phần|mục|Mục) (?P<above>{_NUMBER}))?(?!\w)"
)
_OWN = re.compile(r"[^.;\n]{0,12}(?:báo cáo(?: này)?|nêu trên|ở trên|dưới đây|[.;,)]|$)")
_OF_ANOTHER = re.compile(
    r"[^.;\n]{0,20}(?:Luật|Nghị|Quyết|Chỉ thị|Kế hoạch|Thông|Công văn|Đề án|Đề cương|Hướng dẫn|[Pp]hụ lục|Điều|Quy"
    r"|Chương trình)"
)


def check_references(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where the text sends the reader to a section of the report that it does not have, or that
    has another title: 'đã nêu tại mục V, Phần thứ hai'.

    Not flagged: sections of other documents; numbers in a style that no heading of the report has; dirty scans.
    """
    sections = [one for one in report.walk_sections() if one.number]
    if len(sections) < _SOME or is_dirty(report):
        return
    for found in _references(report.text):
        if _OF_ANOTHER.match(report.text, found.end()) or not _OWN.match(report.text, found.end()):
            continue
        wanted = ordinal(_full(found["number"]))
        same = [one for one in sections if wanted and (held := ordinal(one.number or "")) and held[0] == wanted[0]]
        if wanted is None or not same:
            continue
        named = [one for one in same if ordinal(one.number or "") == wanted]
        if found["above"] and (above := ordinal(_full(found["above"]))):
            named = [one for one in named if _is_below(report.sections, one, above[2])]
        if not named or (found["title"] and not any(_alike(found["title"], one.title or "") for one in named)):
            facts = {"name": " ".join(found[0].split(" ", 1)[1].split())}
            yield Finding("missing-part", "warning", Span(*found.span()), "section", facts)


_NAMED = tuple(map(re.compile, (rf"ục(?<=[Mm]ục) (?={_NUMBER})", rf"hần(?<=[Pp]hần) (?={_NUMBER})")))
_VERB = 50  # letters before the name of a section, in which it is said to be where something stands


def _references(text: str) -> Iterator[re.Match[str]]:
    """Each match of ``_REFERS``, looked for where a section is named."""
    last = 0
    for at in sorted(named.end() for pattern in _NAMED for named in finds(pattern, text)):
        found = _REFERS.search(text, max(at - _VERB, last), at + 200) if at > last else None
        if found is not None and found.start() <= at <= found.end():
            last = found.end()
            yield found


_SOME = 3  # headings of a report that has sections


def _full(number: str) -> str:
    return f"Phần {number}" if number.startswith("thứ ") else number


def _is_below(sections: tuple[Section, ...], one: Section, above: int) -> bool:
    tops = [top for top in sections if top.start <= one.start < top.end]
    return any((held := ordinal(top.number or "")) is not None and held[2] == above for top in tops)


def _alike(said: str, title: str) -> bool:
    """Whether two titles share a third of the words of the shorter one."""
    words, others = set(re.findall(r"\w+", key(said))), set(re.findall(r"\w+", key(title)))
    return len(words & others) * 3 >= min(len(words), len(others))


_COUNTS = re.compile(
    r"áo cáo(?<=[Bb]áo cáo)(?: này)? (?:gồm|gồm có|có|bố cục|được chia thành|chia làm|được bố cục thành)"
    r" (?P<count>\d{1,2}|hai|ba|bốn|năm|sáu) phần(?! (?:mềm|trăm|lớn|việc))"
)


def check_parts_counted(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where the report says of how many parts it is, and has another number of main sections.

    Not flagged: reports whose main sections are not numbered in one row.
    """
    found = _COUNTS.search(report.text)
    if found is None or is_dirty(report):
        return
    numbers = [held for one in report.sections if (held := ordinal(one.number or ""))]
    in_a_row = len(numbers) > 1 and [(numbers[0][0], at) for at in range(1, len(numbers) + 1)]
    said = counted(found["count"])
    if in_a_row == [(style, value) for style, _, value in numbers] and said != len(numbers):
        facts = {"said": str(said), "parts": str(len(numbers))}
        yield Finding("missing-part", "warning", Span(found.start() - 1, found.end()), "parts", facts)


_ATTACHED = re.compile(
    r"(?:kèm|đính|gửi)(?: theo| kèm)(?!\w)(?<!ban hành kèm theo)"
    r"(?! (?:theo|Quyết|Nghị|Thông|Công|Kế|Tờ|Luật|Hướng|Văn|văn))"
)
_LIST = re.compile(
    r"(?<!\w)(?:[Cc]ó )?(?:[Bb]ảng|[Bb]iểu|[Dd]anh sách|[Dd]anh mục|[Bb]iểu mẫu|[Ss]ơ đồ|[Bb]ảng tổng hợp)(?! phân)"
    r"(?:(?! của | tại |[.;\n()]).){0,40}$"
)


def check_lists_attached(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a list or table is said to be attached, and the report has neither table nor
    appendix: 'có bảng chi tiết kèm theo'.

    Not flagged: what is attached to other documents; appendices, which are looked for by name; texts that break off
    before their end; dirty scans, whose tables may be lost.
    """
    below = report.signature.end if report.signature else 0
    if report.appendices or any(table.start > below for table in report.tables) or is_dirty(report):
        return
    if breaks_off(report):
        return
    end = report.recipients_at.start if report.recipients_at else len(report.text)
    for found in _WITH_LIST.finditer(report.text, 0, end):
        if not is_of_another(report.text, found.end()) and not _is_just_below(report, found):
            name = " ".join(found[0].strip("()").split())
            yield Finding("missing-part", "warning", Span(*found.span()), "appendix-named", {"name": name})
            return
    for found in _ATTACHED.finditer(report.text, 0, end):
        low = max(found.start() - 60, 0)
        said = _LIST.search(report.text, low, found.start())
        if (
            said is None
            or is_of_another(report.text, found.end())
            or _PHU_LUC.search(report.text, low, found.end() + 30)
            or _OF_ANOTHER.search(report.text, low, said.start())
            or (_TABLE.search(report.text, said.start(), said.end()) and _is_just_below(report, found))
        ):
            continue
        facts = {"name": " ".join(report.text[said.start() : found.end()].split())}
        yield Finding("missing-part", "warning", Span(said.start(), found.end()), "appendix-named", facts)
        return


_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:hồ sơ|[Tt]ờ trình|[Qq]uyết định|[Cc]ông văn|[Vv]ăn bản|[Kk]ế hoạch|[Đđ]ơn|gửi|nộp|trình)(?!\w)"
    r"[^.,;:\n]{0,25}$"
)  # what bears the list that is attached to it


def _is_just_below(report: Report, found: re.Match[str]) -> bool:
    begun = _begun(report)
    at = bisect_left(begun, found.end())
    return at < len(begun) and begun[at] - found.end() < _JUST_BELOW


@of_last_report
def _begun(report: Report) -> list[int]:
    """Where the tables begin, in order."""
    return sorted(table.start for table in report.tables)


_NAMED_BELOW = re.compile(
    r"(?:[Tt]heo|[Nn]hư|[Tt]ại|[Tt]rong|[Ởở]|[Qq]ua) (?P<name>(?:các )?(?:bảng|biểu|bảng biểu)"
    r"(?: (?:số liệu|tổng hợp|thống kê|chi tiết|so sánh))* (?:sau|dưới đây|sau đây|bên dưới))\s?(?:[:.;)\n]|đây)"
)
_OF_NUMBER = r"(?P<name>(?P<kind>[Bb]ảng|[Bb]iểu đồ|[Hh]ình|[Ss]ơ đồ) (?:số )?(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}))"
_PICTURED = re.compile(
    r"(?:(?:(?:thể hiện|minh họa|minh hoạ|trình bày|nêu|tổng hợp|thống kê)(?: rõ| cụ thể| chi tiết)?"
    r" (?:ở|tại|trong|qua)"
    rf"|(?<!\w)(?:[Nn]hư|[Tt]heo|[Xx]em|[Qq]ua)) {_OF_NUMBER}"
    rf"|\((?:[Xx]em |[Cc]hi tiết tại |[Tt]heo )?{_OF_NUMBER.replace('<', '<in_')}\)"
    rf"|(?<![^.\n] )(?<!\w){_OF_NUMBER.replace('<', '<by_')} (?:cho thấy|thể hiện|minh họa|phản ánh|chỉ ra))"
    r"(?![\w/]|[.]\d)"
    r"(?!,? (?:của|kèm|ban hành|[Tt]hông tư|[Nn]ghị định|[Qq]uyết định|[Pp]hụ lục|[Bb]áo cáo|[Kk]ế hoạch))"
)
_PICTURES = re.compile(
    r"(?m)^\W{0,3}(?P<kind>HÌNH|Hình|BẢNG|Bảng|BIỂU ĐỒ|Biểu đồ|BIỂU|Biểu|SƠ ĐỒ|Sơ đồ)[^\n\d]{0,12}"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})"
)


def check_pictures(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` for a numbered table or picture that the report does not have: 'Cơ cấu được thể hiện ở
    Hình 1', 'Bảng 6.1'.

    Not flagged: scans and PDF files, which lose them; appendices; whatever a caption has the number of;
    tables of a text with others, of which ``appendices`` looks for what their titles count.
    """
    if report.source.format in _WITHOUT_TABLES or is_recognised(report) or report.appendices:
        return
    captions = {(found["kind"].lower(), found["number"]) for found in finds(_PICTURES, report.text)}
    told: set[str] = set()
    for found in finds(_PICTURED, report.text):
        group = "" if found["name"] else "in_" if found["in_name"] else "by_"
        kind, number, name = (found[f"{group}{part}"] for part in ("kind", "number", "name"))
        numbers = {held for _, held in captions}
        series = any("." in held for held in numbers) if "." in number else False
        in_appendices = kind.lower() == "bảng" and (report.tables or numbers) and not series  # looks for these
        if in_appendices or number in numbers or name in told:
            continue
        told.add(name)
        yield Finding("missing-part", "warning", Span(*found.span(f"{group}name")), "table", {"name": name})


_CELLS = re.compile(r"\S(?:\t|\||\s{3,})\S")
_LINES_BELOW = 6


def check_tables_below(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where the text says that a table follows ('cụ thể như bảng sau:') and none does.

    Not flagged: scans and PDF files, whose tables may be lost, lines that look like rows.
    """
    if report.source.format in _WITHOUT_TABLES or is_recognised(report):
        return
    for found in finds(_NAMED_BELOW, report.text):
        below = report.text[found.end() : found.end() + _JUST_BELOW].split("\n")[1 : _LINES_BELOW + 1]
        if not _is_just_below(report, found) and not any(_CELLS.search(line) for line in below):
            place = Span(found.start("name"), found.end("name"))
            yield Finding("missing-part", "warning", place, "table", {"name": " ".join(found["name"].split())})


_WITHOUT_TABLES = ("pdf", "picture")


_WITH_LIST = re.compile(
    r"\((?:[Cc]ó )?(?:[Kk]èm theo|[Đđ]ính kèm|[Gg]ửi kèm)(?: theo)? (?:các )?(?:bảng|biểu|danh sách|danh mục|sơ đồ)"
    r"(?! phân)(?:(?! của | tại | mẫu )[^()\n]){0,60}\)"
)
_TABLE = re.compile(r"[Bb]ảng|[Bb]iểu")
_JUST_BELOW = 600  # letters
_PHU_LUC = re.compile(r"[Pp]hụ (?:lục|biểu)")
