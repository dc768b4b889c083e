"""The head of a document (thể thức đầu): who, number and symbol, where and when, type and title.

What the head does not print but the opening sentence, the closing, or the signature says is given, and named in
``inferred``. The lines stand in two columns that come over in many ways; see ``printed_lines``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from tongket.model.documents import Regime
from tongket.model.places import Span
from tongket.model.reports import Letterhead, Signature
from tongket.model.sources import Source
from tongket.reading.flow import Flow, FlowParagraph
from tongket.reading.frame import Frame
from tongket.reading.joining import NATION
from tongket.reading.lines import PrintedLine, printed_lines
from tongket.reading.type_lines import read_type_line
from tongket.vietnamese.unicode import CAPITALS

_SYMBOL_TAIL = r"(?:\s?[-–/&]\s?[\w&]+)*"
# A scan prints 'Só' for 'Số'.
_STATE_NUMBER = re.compile(
    rf"S[ốóôồo]\s*[:.]?([^/\n\t]{{0,12}}?)/\s*((?:(?:19|20)\d\d\s*/\s*)?[{CAPITALS}][\w&.]*{_SYMBOL_TAIL})"
)
_PARTY_NUMBER = re.compile(
    rf"S[ốóôồo]\s*[:.]?([^/\n\t\-–]{{0,12}}?)[-–]\s*([{CAPITALS}]\w{{0,5}})\s*/\s*([{CAPITALS}][\w&]*{_SYMBOL_TAIL})"
)
# What stands beside the digits of a day or month is the noise of a scan: then the day is not known.
_DATELINE = re.compile(r"ngày\s*([^\n]{0,12}?)\s*tháng\s*([^\n]{0,8}?)\s*năm[ .…_]*(\d{4})?")
_PLACED = re.compile(rf"[{CAPITALS}][^,\n]{{1,40}},\s*ngày\s")
_SHORT_DATE = re.compile(r"ngày\s*(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})")
_MOTTO = re.compile(r"C\wNG\s+H\w\w\s+X\w\s+H\wI|Đ\wc\s+l\wp\s*[-–]")
_PARTY_MOTTO = re.compile(r"ĐẢNG CỘNG SẢN VIỆT NAM")
_YOUTH_MOTTO = re.compile(r"ĐOÀN TNCS HỒ CHÍ MINH$|ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH$")
# Behind the type on its line, these tell how it was made or how often: they begin no title.
_MANNER = re.compile(
    r"LIÊN TỊCH|LIÊN NGÀNH|TUẦN|THÁNG|QUÝ|NĂM|NHANH|TÓM TẮT|CHUYÊN ĐỀ|ĐỊNH K[ỲÌ]|ĐỘT XUẤT|TỔNG HỢP|BỔ SUNG"
)
_ABOUT = re.compile(r"(?:V/[vV]|v/v|Về việc|Vv)\s*[:.]?\s*(?=\S)")
_NO_BODY = re.compile(r"[*\-–—_=.\s]+|[/-].*|(?:V/v|Về việc)\b.*")
_NUMBER_LINE = re.compile(r"(?:Số|SỐ|số)\s*[:.\d/\-–…]|(?:Số|SỐ)$|Số\s{2,}")
_ORGAN = re.compile(r"BAN (?:THƯỜNG TRỰC|THƯỜNG VỤ|CHẤP HÀNH)")
_UNIT_KINDS = "tỉnh|thành phố|thị xã|quận|huyện|xã|phường|thị trấn|đặc khu"
_UNIT_LINE = re.compile(rf"(?:{_UNIT_KINDS.upper()})\s+(?!ỦY\b|UỶ\b|ĐOÀN\b)")
_BODY_WORDS = (
    r"ỦY BAN|UỶ BAN|UBND|HĐND|HỘI ĐỒNG|UBMTTQ\w*|MẶT TRẬN|SỞ|PHÒNG|BAN|ĐẢNG BỘ|ĐẢNG ỦY|ĐẢNG UỶ|TỈNH ỦY|TỈNH UỶ"
    r"|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|HUYỆN UỶ|QUẬN ỦY|THỊ ỦY|HỘI|LIÊN ĐOÀN|CÔNG ĐOÀN|ĐOÀN|TỈNH ĐOÀN|HUYỆN ĐOÀN|BỘ|TỔNG"
    r"|VĂN PHÒNG|CHI CỤC|CỤC|TRUNG TÂM|TRUNG ƯƠNG|LIÊN HIỆP|LIÊN MINH|THANH TRA|CÔNG AN|CHI BỘ|TRƯỜNG|VIỆN|CHÍNH PHỦ"
    r"|QUỐC HỘI|THỦ TƯỚNG|TÒA ÁN|KHỐI|TRẠM|BỆNH VIỆN|KHO BẠC|NGÂN HÀNG|HẠT|ĐÀI|ĐỒN|HỌC VIỆN|ĐẠI HỌC|BẢO TÀNG|THƯ VIỆN"
    r"|CÔNG TY|CHI NHÁNH"
)
_BODY_START = re.compile(rf"(?:{_BODY_WORDS})\b")
# These begin a name, too, but behind one of the words of ``_KIND_LEFT_OPEN`` they go on it: 'CHI CỤC' / 'THUẾ KHU VỰC'
_OTHER_BODY = re.compile(
    r"(?:BẢO HIỂM|THUẾ|THỐNG KÊ|THI HÀNH ÁN|HẢI QUAN|BƯU ĐIỆN|ĐIỆN LỰC|VIỄN THÔNG|TẬP ĐOÀN|HỢP TÁC XÃ|TOÀ ÁN"
    r"|VƯỜN QUỐC GIA|KHU BẢO TỒN|QUÂN KHU|SƯ ĐOÀN|TRUNG ĐOÀN|TIỂU ĐOÀN|TÒA SOẠN|TOÀ SOẠN|TẠP CHÍ)\b"
)
_KIND_LEFT_OPEN = re.compile(r"(?:^|\s)(?:CỤC|ĐỘI|PHÒNG|SỞ|BỘ|BAN|NGÀNH|TÂM|VỤ|VIỆN|TRƯỜNG|TY|ĐẢNG ỦY|ĐẢNG UỶ|CÁC)$")
_BODY_WITHIN = re.compile(
    r"(?<=\S)\s+(?=(?:(?<!CƠ )SỞ|(?<!VĂN )PHÒNG|ĐẢNG ỦY|ĐẢNG UỶ|TỈNH ỦY|TỈNH UỶ|HUYỆN ỦY|HUYỆN UỶ|THÀNH ỦY|THÀNH UỶ"
    r"|BAN THƯỜNG VỤ|BAN THƯỜNG TRỰC|BAN DÂN VẬN|VĂN PHÒNG|(?<=VIỆT NAM )(?:HỘI|LIÊN ĐOÀN|CÔNG ĐOÀN))\b)"
)
# A Party committee, a union, an inspectorate is one of the office named behind it: 'ĐẢNG ỦY SỞ NỘI VỤ'
_WITHIN_A_BODY = re.compile(
    r"(?:^|\s)(?:ĐẢNG ỦY|ĐẢNG UỶ|ĐẢNG BỘ|CHI BỘ|CÔNG ĐOÀN|ĐOÀN|ĐOÀN TNCS HỒ CHÍ MINH|THANH TRA|VĂN PHÒNG"
    r"|BAN (?:DÂN VẬN|TỔ CHỨC|TUYÊN GIÁO(?: VÀ DÂN VẬN)?|NỘI CHÍNH|XÂY DỰNG ĐẢNG)|[UỦ][YỶ] BAN KIỂM TRA)$"
)
# Words of two syllables that a narrow cell breaks, whose second names a body by itself ('trường', 'hội'):
# the last syllables of the line above, and the one that goes on.
_BROKEN_WORDS = tuple(
    (re.compile(rf"(?:^|\s)(?:{above})$"), re.compile(rf"{below}(?:,|$|\s+(?:{_UNIT_KINDS.upper()})\b)"))
    for above, below in (
        ("MÔI|THỊ", "TRƯỜNG"),
        ("XÃ|QUỐC", "HỘI"),
        ("BIÊN|QUỐC|VĂN", "PHÒNG"),
        ("CÁN|NỘI|ĐẢNG|TIẾN", "BỘ"),
        ("BỆNH|HỌC|THƯ", "VIỆN"),
        ("CÔNG|LIÊN", "ĐOÀN"),
    )
)
_NAMED_BY_ITS_TASK = re.compile(r"BAN CHỈ (?:ĐẠO|HUY)$")  # 'BAN CHỈ HUY' / 'PHÒNG THỦ DÂN SỰ'
_LACKS_UNIT = re.compile(r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|VIỆT NAM|MTTQVN|MTTQ VN)$")
_SPOKEN_BODY = (
    r"(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Ủy ban|Uỷ ban|UBMTTQ|Ban Thường trực|Ban Thường vụ|Ban Chấp hành"
    r"|Ban Dân vận|Ban [A-ZĐ]\w+|Tỉnh ủy|Tỉnh uỷ|Thành ủy|Thành uỷ|Huyện ủy|Huyện uỷ|Quận ủy|Thị ủy|Đảng ủy|Đảng uỷ"
    r"|Chi bộ|Sở|Phòng|Văn phòng|Mặt trận Tổ quốc|MTTQ|Hội [A-ZĐ]\w+|Liên đoàn Lao động|Công đoàn|Đoàn [A-ZĐ]\w+"
    r"|Tỉnh đoàn|Huyện đoàn|Công an|Thanh tra|Trung tâm|Chi cục|Cục|Hội đồng nhân dân|HĐND|Đảng bộ|Thường trực)"
)
_REPORTING = re.compile(
    rf"({_SPOKEN_BODY}(?:(?!{_SPOKEN_BODY})[^,;.:()“”\"])*?)\s*,?\s*(?:xin\s+|trân trọng\s+|kính\s+|đã\s+)?"
    r"(?:báo cáo|tổng hợp|xây dựng [Bb]áo cáo|ban hành|thông báo|đánh giá)\b"
)
_CLOSING_BODY = re.compile(rf"của\s+({_SPOKEN_BODY}[^,;.:()“”\"]*?)\s*(?:[,;.]|$)")
_CLOSING_UNIT = re.compile(rf"(?:của|trên địa bàn|tại)\s+((?:{_UNIT_KINDS})\s+[{CAPITALS}][^,;.:()]*?)\s*\.?/?\.?\s*$")
_BARE_KIND = re.compile(rf"(?:^|\s)({_UNIT_KINDS})$")
_AUTHORITY_MARK = re.compile(r"^(?:T\s?/\s?M|TM)\s*\.?\s*")
# The Front and the organisations write under the national title, too, but number and sign in their own way.
_ORGANISATION = re.compile(
    r"(?:^|\s)(?:ỦY BAN|UỶ BAN|UB|BAN)?\s?(?:MẶT TRẬN TỔ QUỐC|MTTQ|HỘI (?!ĐỒNG\b|NGHỊ\b|THẨM\b)|LIÊN ĐOÀN LAO ĐỘNG"
    r"|LIÊN HIỆP CÁC|CÔNG ĐOÀN)"
)
_FRONT = re.compile(r"MẶT TRẬN|MTTQ|Mặt trận")
_YOUTH = re.compile(r"ĐOÀN TNCS|TỈNH ĐOÀN|HUYỆN ĐOÀN|THÀNH ĐOÀN|ĐTN")
_PARTY_BODY = re.compile(r"[UỦ][YỶ]$|ỦY\b|UỶ\b|ĐẢNG BỘ|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|CHI BỘ|BAN DÂN VẬN")


@dataclass(frozen=True, slots=True)
class _Number:
    number: str | None
    symbol: str
    canonical: str | None
    at: Span
    party: bool


def read_letterhead(source: Source, flow: Flow, frame: Frame, signature: Signature | None) -> Letterhead:
    """The head as printed, completed from the rest of the document where it lacks a part."""
    head = [flow.paragraphs[index] for index in frame.head]
    lines = printed_lines(source, head, head=True, blanks=flow.blanks)
    number = _number(flow, head)
    place, date, date_at = _dateline(flow, head)
    bodies = _bodies(lines)
    doc_type, manner, type_at, inline = _type(flow, frame)
    title, title_at = _title(flow, frame, inline)
    if manner and manner.startswith("liên") and len(bodies) == 2 and " - " not in bodies[-1].text:
        bodies = [replace(bodies[0], text=" - ".join(body.text for body in bodies))]  # the columns lie between them
    issuing = bodies[-1] if bodies else None
    inferred: list[str] = []
    about = _about(lines) if doc_type is None and number else None
    if about:
        doc_type, title, title_at = "Công văn", about.text, about.span
        inferred.append("doc_type")
    if date is None and place is None:
        place, date, date_at = _dateline(flow, [flow.paragraphs[index] for index in frame.tail[:1]])
        inferred += [name for name, value in (("place", place), ("date", date)) if value]
    printed = issuing.text if issuing else None
    issuing_body = _whole_body(printed, flow, frame, signature, place)
    if issuing_body != printed:
        inferred.append("issuing_body")
    regime, follows = _regime(lines, number, issuing_body, signature)
    if follows:
        inferred.append("regime")
    motto = any(_MOTTO.search(line.text) or _PARTY_MOTTO.search(line.text) for line in lines)
    return Letterhead(
        regime=regime,
        parent_body=bodies[-2].text if len(bodies) > 1 else None,
        issuing_body=issuing_body,
        number=number.number if number else None,
        symbol=number.symbol if number else None,
        canonical=number.canonical if number else None,
        place=place,
        date=date,
        doc_type=doc_type,
        title=title,
        inferred=tuple(inferred),
        motto=motto,
        number_at=number.at if number else None,
        date_at=date_at,
        type_at=type_at,
        title_at=title_at,
        issuing_body_at=issuing.span if issuing else None,
        manner=manner,
    )


def _whole_body(
    printed: str | None, flow: Flow, frame: Frame, signature: Signature | None, place: str | None
) -> str | None:
    """The issuing body with the unit that its line leaves out; where none is printed, the one that speaks or signs."""
    if printed is None:
        return _spoken_body(flow, frame, signature, place)
    return _complete(printed, flow, frame, place) if _LACKS_UNIT.search(printed) else printed


def _number(flow: Flow, head: Sequence[FlowParagraph]) -> _Number | None:
    for paragraph in head:
        text = flow.text[paragraph.start : paragraph.end]
        for pattern, party in ((_PARTY_NUMBER, True), (_STATE_NUMBER, False)):
            found = pattern.search(text)
            if not found:
                continue
            digits = _digits(found.group(1))
            if party:
                symbol = f"{found.group(2)}/{_closed(found.group(3))}"
                canonical = f"{digits}-{symbol}" if digits else None
            else:
                symbol = _closed(found.group(2))
                canonical = f"{digits}/{symbol}" if digits else None
            at = flow.span(paragraph.start + found.start(), paragraph.start + found.end())
            return _Number(digits, symbol, canonical, at, party)
    return None


def _digits(printed: str) -> str | None:
    """The number where it is printed clearly; None where it is blank or unreadable."""
    bare = printed.strip(" \u00a0.…_")
    return bare if re.fullmatch(r"\d{1,5}[a-z]?", bare) else None


def _closed(symbol: str) -> str:
    """A symbol without the blanks that a wide line put around its marks."""
    return re.sub(r"\s*([-/&])\s*", r"\1", symbol.replace("–", "-")).rstrip(".")


def _dateline(flow: Flow, head: Sequence[FlowParagraph]) -> tuple[str | None, str | None, Span | None]:
    """Place, date in ISO 8601 cut where unknown, and where the date stands; a date without a place before it only where
    no other has one, for the notes of a page may stand above its head, and these name documents with their dates.
    """
    found = list(_datelines(flow, head))
    return next((one for one in found if one[0]), found[0] if found else (None, None, None))


def _datelines(flow: Flow, head: Sequence[FlowParagraph]) -> Iterator[tuple[str | None, str | None, Span | None]]:
    for paragraph, below in zip_longest(head, head[1:]):
        # A narrow cell breaks the line: 'ngày 17 tháng', and below it '10 năm 2013'
        text = flow.text[paragraph.start : below.end if below else paragraph.end]
        found = _DATELINE.search(text) or _SHORT_DATE.search(text)
        if not found or paragraph.start + found.start() >= paragraph.end:
            continue
        numbers = [one for pattern in (_PARTY_NUMBER, _STATE_NUMBER) for one in pattern.finditer(text)]
        since = max([number.end() for number in numbers if number.end() <= found.start()], default=0)
        since = max(since, text.rfind("\t", 0, found.start()) + 1, text.rfind("|", 0, found.start()) + 1)
        place = _place(text[since : found.start()])
        at = flow.span(paragraph.start + found.start(), paragraph.start + found.end())
        yield place, _iso(*found.groups()), at


def _place(before: str) -> str | None:
    """The name that ends in the comma before a date: capitalised words, without the symbol or title that precedes."""
    if not before.rstrip().endswith(","):
        return None
    kept: list[str] = []
    for word in reversed(before.rstrip().rstrip(",").split()):
        in_capitals = len(word) > 1 and word[:2].isupper()
        if in_capitals or not (word[0].isupper() or word in ("-", "–")):
            break
        kept.insert(0, word)
    return " ".join(kept).strip(" -–") or None


def _iso(day: str, month: str, year: str | None) -> str | None:
    """The date as far as it is printed clearly: '2024-02' where the day is blank or unreadable."""
    day, month = (part.strip(" .…_/") for part in (day, month))
    if not year:
        return None
    if not (month.isascii() and month.isdigit() and 1 <= int(month) <= 12):
        return year
    if not (day.isascii() and day.isdigit() and 1 <= int(day) <= 31):
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _bodies(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The bodies of the left column, the highest first; a name that runs over two lines is one body."""
    found: list[PrintedLine] = []
    for line in _split_bodies(lines):
        if _NUMBER_LINE.match(line.text) or _DATELINE.search(line.text):
            if found:
                break
            continue
        text = line.text.strip(" *_-–|")
        if not text.isupper() or len(text) < 3 or _NO_BODY.fullmatch(text) or _is_type(text):
            continue
        if (
            _MOTTO.search(text)
            or (_is_of_title(text) and not (found and _ends_a_name(found[-1].text, text)))
            or _PARTY_MOTTO.search(text)
            or (_YOUTH_MOTTO.search(text) and line.column > 0)
        ):
            continue
        fresh = PrintedLine(text, line.start, line.end, line.column, line.bold)
        if found and _goes_on(found[-1].text, text):
            last = found[-1]
            found[-1] = PrintedLine(f"{last.text} {text}", last.start, line.end, last.column, line.bold)
        elif _BODY_START.match(text) or _OTHER_BODY.match(text) or (found and not _UNIT_LINE.match(text)):
            found.append(fresh)
    if len(found) > 1 and _ORGAN.fullmatch(found[-1].text):
        # The Standing Board writes on the letterhead of its committee, which has the unit's name.
        organ, whole = found.pop(), found.pop()
        found.append(replace(whole, text=f"{organ.text} {whole.text}", end=organ.end))
    return found[:3]


def _is_of_title(text: str) -> bool:
    """Whether a line is a piece of the national title, which a narrow cell broke; 'VIỆT NAM' alone ends names."""
    return text != "VIỆT NAM" and text.replace("HOÀ", "HÒA") in NATION


def _ends_a_name(before: str, text: str) -> bool:
    """Whether what is also a piece of the national title ends the name above it: '... QUỐC VIỆT' / 'NAM'."""
    above = before.rsplit(None, 1)[-1]
    return (above, text) in (("VIỆT", "NAM"), ("XÃ", "HỘI"), ("VÀ", "XÃ HỘI"))


def _split_bodies(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Lines of capitals in which a second body begins ('HUYỆN ỦY A ĐẢNG ỦY XÃ B' in a flattened cell), cut there."""
    result = []
    for line in lines:
        text = line.text
        rest = re.search(r"\s+\*\s+|\s+(?=Số\s*[:.\d/-]|Số\s{2,})", text)
        if rest:
            text = text[: rest.start()]
        at = 0
        cuts = list(_BODY_WITHIN.finditer(text)) if text.isupper() else []
        cuts = [cut for cut in cuts if not _WITHIN_A_BODY.search(text, 0, cut.start())]
        for low, high in [*((cut.start(), cut.end()) for cut in cuts), (len(text), len(text))]:
            result.append(PrintedLine(text[at:low], line.start + at, line.start + low, line.column, line.bold))
            at = high
        if rest:
            result.append(
                PrintedLine(line.text[rest.end() :], line.start + rest.end(), line.end, line.column, line.bold)
            )
    return result


def _goes_on(before: str, text: str) -> bool:
    """Whether ``text`` completes the name before it: a unit after a body without one, or no beginning of a body."""
    if _UNIT_LINE.match(text):
        return bool(_LACKS_UNIT.search(before)) or not _UNIT_LINE.search(before)
    if before.endswith(("VÀ", "-", "–", ",")) or text.startswith(("VIỆT NAM", "VÀ ", "- ")):
        return True
    if _NAMED_BY_ITS_TASK.search(before) or any(one.search(before) and two.match(text) for one, two in _BROKEN_WORDS):
        return True
    if _OTHER_BODY.match(text) and not _KIND_LEFT_OPEN.search(before):
        return False
    return not _BODY_START.match(text) and not before.endswith("*")


def _type(flow: Flow, frame: Frame) -> tuple[str | None, str | None, Span | None, tuple[int, int] | None]:
    """Type and manner in ordinary letters, their place, and what of the title stands on the line (flow offsets)."""
    if frame.type_at is None:
        return None, None, None, None
    paragraph = flow.paragraphs[frame.type_at]
    text = flow.text[paragraph.start : paragraph.end]
    found = read_type_line(text)
    if not found:
        return None, None, None, None
    span = flow.span(paragraph.start + found.start, paragraph.start + found.end)
    rest = text[found.end :].lstrip(" :")
    if _MANNER.fullmatch(manner := rest.strip(" .|*_-–")):
        return found.name, manner.lower(), flow.span(paragraph.start + found.start, paragraph.end), None
    inline = (paragraph.end - len(rest), paragraph.end) if manner else None
    return found.name, None, span, inline


def _is_type(text: str) -> bool:
    """Whether a line is nothing but the type of a document."""
    found = read_type_line(text)
    return found is not None and not text[found.end :].strip(" :")


def _title(flow: Flow, frame: Frame, inline: tuple[int, int] | None) -> tuple[str | None, Span | None]:
    ranges = [inline] if inline else []
    ranges += [(flow.paragraphs[index].start, flow.paragraphs[index].end) for index in frame.title]
    if not ranges:
        return None, None
    text = " ".join(flow.text[start:end].strip() for start, end in ranges)
    return re.sub(r"\s+", " ", text), Span(flow.raw(ranges[0][0]), flow.span(*ranges[-1]).end)


def _about(lines: Sequence[PrintedLine]) -> PrintedLine | None:
    """What a letter (công văn) says it is about, behind 'V/v' below its number: it prints no type and no title."""
    about: PrintedLine | None = None
    for line in lines:
        if about is None:
            found = _ABOUT.match(line.text)
            if found:
                about = replace(line, text=line.text[found.end() :], start=line.start + found.end())
        elif line.column == about.column:
            if line.text.isupper() or _NUMBER_LINE.match(line.text) or not line.text.strip(" *_-–|"):
                break
            if _PLACED.match(line.text):  # in a cell of its own, whatever the column
                break
            if not _DATELINE.search(line.text):
                about = replace(about, text=f"{about.text} {line.text}", end=line.end)
    return about and replace(about, text=re.sub(r"\s+", " ", about.text).strip(" *_"))


def _text(flow: Flow, index: int | None) -> str:
    if index is None:
        return ""
    paragraph = flow.paragraphs[index]
    return flow.text[paragraph.start : paragraph.end]


def _spoken_body(flow: Flow, frame: Frame, signature: Signature | None, place: str | None) -> str | None:
    """The body that the opening says reports, else the closing, else the one that the signature stands for."""
    for index in reversed(frame.opening):
        found = list(_REPORTING.finditer(_text(flow, index)))
        if found:
            return _complete(found[-1].group(1).strip(), flow, frame, place)
    closing = _text(flow, frame.closing)
    found = list(_REPORTING.finditer(closing)) or list(_CLOSING_BODY.finditer(closing))
    authority = _AUTHORITY_MARK.sub("", signature.authority) if signature and signature.authority else None
    if authority:
        return _complete(authority.capitalize(), flow, frame, place)
    if found:
        return _complete(found[-1].group(1).strip(), flow, frame, place)
    return None


def _complete(body: str, flow: Flow, frame: Frame, place: str | None) -> str:
    """``body`` with its unit's name where it names only the kind ('Ủy ban nhân dân huyện') or none at all."""
    closing = _text(flow, frame.closing)
    unit = _CLOSING_UNIT.search(closing)
    kind = _BARE_KIND.search(body)
    named = re.search(rf"\b{kind.group(1) if kind else ''}\s+([{CAPITALS}][^,;.:()]*?)\s*(?:\./\.|[,;.]|$)", closing)
    if kind and named:
        return f"{body} {named.group(1)}"
    if kind and place:
        return f"{body} {place}"
    if not kind and unit and body.upper().endswith(("NHÂN DÂN", "UBND", "HĐND", "VIỆT NAM")):
        return f"{body} {unit.group(1)}"
    return body


def _regime(
    lines: Sequence[PrintedLine], number: _Number | None, body: str | None, signature: Signature | None
) -> tuple[Regime | None, bool]:
    """The regime of format, and whether it follows from elsewhere than the printed title."""
    texts = [line.text for line in lines]
    left = " ".join(text for text in texts if text.isupper() and not (_MOTTO.search(text) or _is_of_title(text)))
    if any(_PARTY_MOTTO.search(text) for text in texts):
        return "party", False
    if any(_YOUTH_MOTTO.search(text) for text in texts) and _YOUTH.search(left):
        return "youth", False
    if any(_MOTTO.search(text) for text in texts):
        return ("front" if _ORGANISATION.search(left) else "state"), False
    if _FRONT.search(left):
        return "front", False
    if number:
        if re.search(r"MTTQ|MTTW|-MT\b|/MT", number.symbol):
            return "front", True
        if re.search(r"ĐTN|ĐOÀN", number.symbol):
            return "youth", True
        return ("party" if number.party else "state"), True
    authority = _AUTHORITY_MARK.sub("", signature.authority) if signature and signature.authority else ""
    words = f"{authority} {(body or '').upper()}"
    if "NHÂN DÂN" in authority or "UBND" in words:
        return "state", True
    if "THƯỜNG TRỰC" in authority or _FRONT.search(authority):
        return "front", True
    if _PARTY_BODY.search(authority) or (signature and signature.authority and "/" in signature.authority[:4]):
        return "party", True
    if body:
        if "NHÂN DÂN" in words or re.match(r"(?:SỞ|PHÒNG)\b", body.upper()):
            return "state", True
        if _FRONT.search(words):
            return "front", True
        if _PARTY_BODY.search(words):
            return "party", True
    return None, False
