"""The bodies that a head prints (tên cơ quan), put together of the lines over which a narrow column breaks them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tongket.reading.form.head_lines import DATELINE, MOTTO, NUMBER_LINE, PARTY_MOTTO, YOUTH_MOTTO, is_of_title, is_type
from tongket.reading.form.lines import PrintedLine

_NO_BODY = re.compile(r"[*\-–—_=.\s]+|[/-].*|(?:V/v|Về việc)\b.*")
_ORGAN = re.compile(r"BAN (?:THƯỜNG TRỰC|THƯỜNG VỤ|CHẤP HÀNH)")
UNIT_KINDS = "tỉnh|thành phố|thị xã|quận|huyện|xã|phường|thị trấn|đặc khu"
_UNIT_LINE = re.compile(rf"(?:{UNIT_KINDS.upper()})\s+(?!ỦY\b|UỶ\b|ĐOÀN\b)")
_BODY_WORDS = (
    r"ỦY BAN|UỶ BAN|UBND|HĐND|HỘI ĐỒNG|UBMTTQ\w*|MẶT TRẬN|SỞ|PHÒNG|BAN|ĐẢNG BỘ|ĐẢNG ỦY|ĐẢNG UỶ|TỈNH ỦY|TỈNH UỶ"
    r"|THÀNH ỦY|THÀNH UỶ|HUYỆN ỦY|HUYỆN UỶ|QUẬN ỦY|THỊ ỦY|HỘI|LIÊN ĐOÀN|CÔNG ĐOÀN|ĐOÀN|TỈNH ĐOÀN|HUYỆN ĐOÀN|BỘ|TỔNG"
    r"|BCĐ|BCH|BQL"
    r"|VĂN PHÒNG|CHI CỤC|CỤC|TRUNG TÂM|TRUNG ƯƠNG|LIÊN HIỆP|LIÊN MINH|THANH TRA|CÔNG AN|CHI BỘ|TRƯỜNG|VIỆN|CHÍNH PHỦ"
    r"|QUỐC HỘI|THỦ TƯỚNG|TÒA ÁN|KHỐI|TRẠM|BỆNH VIỆN|KHO BẠC|NGÂN HÀNG|HẠT|ĐÀI|ĐỒN|HỌC VIỆN|ĐẠI HỌC|BẢO TÀNG|THƯ VIỆN"
    r"|CÔNG TY|CHI NHÁNH|LIÊN ĐỘI|CHI ĐỘI|CHI HỘI|CHI ĐOÀN|LĐLĐ|CĐCS|CĐ|HĐĐ"
)
# With these a title begins, and the name of a body ends above it or before it
_TITLE = r"(?:TỔNG KẾT|SƠ KẾT|KẾT QUẢ|TÌNH HÌNH)\b"
_TITLE_BELOW = re.compile(_TITLE)
_NAMED_BY_WORK = re.compile(r"(?:CHỈ ĐẠO|BAN|TỔ|TRẢ)$")  # 'BAN CHỈ ĐẠO' / 'TỔNG KẾT NGHỊ QUYẾT'
_TITLE_BEHIND = re.compile(rf"(?:^|\s)(?:{UNIT_KINDS.upper()})(?:\s[^\W_]+){{1,4}}?\s+(?={_TITLE})")
_BODY_START = re.compile(rf"(?!HỘI (?:NGHỊ|THẢO|THI|DIỄN)\b)(?:{_BODY_WORDS})\b")  # a meeting is no body
# These begin a name, too, but behind one of the words of ``_KIND_LEFT_OPEN`` they go on it: 'CHI CỤC' / 'THUẾ KHU VỰC'
_OTHER_BODY = re.compile(
    r"(?:BẢO HIỂM|THUẾ|THỐNG KÊ|THI HÀNH ÁN|HẢI QUAN|BƯU ĐIỆN|ĐIỆN LỰC|VIỄN THÔNG|TẬP ĐOÀN|HỢP TÁC XÃ|TOÀ ÁN"
    r"|VƯỜN QUỐC GIA|KHU BẢO TỒN|QUÂN KHU|SƯ ĐOÀN|TRUNG ĐOÀN|TIỂU ĐOÀN|TÒA SOẠN|TOÀ SOẠN|TẠP CHÍ)\b"
)
_KIND_LEFT_OPEN = re.compile(r"(?:^|\s)(?:CỤC|ĐỘI|PHÒNG|SỞ|BỘ|BAN|NGÀNH|TÂM|VỤ|VIỆN|TRƯỜNG|TY|ĐẢNG ỦY|ĐẢNG UỶ|CÁC)$")
_BODY_WITHIN = re.compile(
    r"(?<=\S)\s+(?=(?:(?<!CƠ )SỞ|(?<!VĂN )PHÒNG|ĐẢNG ỦY|ĐẢNG UỶ|TỈNH ỦY|TỈNH UỶ|HUYỆN ỦY|HUYỆN UỶ|THÀNH ỦY|THÀNH UỶ"
    r"|BAN THƯỜNG VỤ|BAN THƯỜNG TRỰC|BAN DÂN VẬN|VĂN PHÒNG|(?<=VIỆT NAM )(?:HỘI|LIÊN ĐOÀN|CÔNG ĐOÀN)"
    r"|CĐCS|CÔNG ĐOÀN CƠ SỞ|LIÊN ĐỘI|CHI HỘI|CHI ĐOÀN)\b)"
)
# A Party committee, a union, an inspectorate is one of the office named behind it: 'ĐẢNG ỦY SỞ NỘI VỤ'
_WITHIN_A_BODY = re.compile(
    r"(?:^|\s)(?:ĐẢNG ỦY|ĐẢNG UỶ|ĐẢNG BỘ|CHI BỘ|CÔNG ĐOÀN|ĐOÀN|ĐOÀN TNCS HỒ CHÍ MINH|THANH TRA|VĂN PHÒNG|BCH"
    r"|BAN (?:CHẤP HÀNH|DÂN VẬN|TỔ CHỨC|TUYÊN GIÁO(?: VÀ DÂN VẬN)?|NỘI CHÍNH|XÂY DỰNG ĐẢNG)|[UỦ][YỶ] BAN KIỂM TRA)$"
)
# Words of two syllables that a narrow cell breaks, whose second names a body by itself ('trường', 'hội'):
# the last syllables of the line above, and the one that goes on.
_BROKEN_WORDS = tuple(
    (re.compile(rf"(?:^|\s)(?:{above})$"), re.compile(rf"{below}(?:,|$|\s+(?:{UNIT_KINDS.upper()})\b)"))
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
# The first syllable of a name that stands alone on its line, as a page of laws prints it: 'ỦY' / 'BAN NHÂN DÂN'
_FIRST_ALONE = frozenset(("ỦY", "UỶ", "HỘI", "BỘ", "SỞ", "VĂN", "ĐẢNG", "THANH"))
_FIRST_JOINED = re.compile(
    r"[ỦU][YỶ] BAN\b|HỘI (?:ĐỒNG|NÔNG DÂN|LIÊN HIỆP|CỰU|CHỮ THẬP)\b|(?:BỘ|SỞ) [^\W\d_]{2}|VĂN PHÒNG\b"
    r"|ĐẢNG (?:ỦY|UỶ|BỘ)\b|THANH TRA\b"
)
LACKS_UNIT = re.compile(r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|VIỆT NAM|MTTQVN|MTTQ VN)$")


def printed_bodies(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The bodies of the left column, the highest first; a name that runs over two lines is one body."""
    found: list[PrintedLine] = []
    for line in _split_bodies(_with_first_syllables(lines)):
        is_title = _TITLE_BELOW.match(line.text) and not (found and _NAMED_BY_WORK.search(found[-1].text))
        if is_title or NUMBER_LINE.match(line.text) or DATELINE.search(line.text):
            if found:
                break
            continue
        text = line.text.strip(" *_-–|")
        if not text.isupper() or len(text) < 3 or _NO_BODY.fullmatch(text) or is_type(text):
            continue
        if (
            MOTTO.search(text)
            or (is_of_title(text) and not (found and _ends_a_name(found[-1].text, text)))
            or PARTY_MOTTO.search(text)
            or (YOUTH_MOTTO.search(text) and line.column > 0)
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


def _with_first_syllables(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines, of which one that is but the first syllable of a name takes the line below it in its column."""
    result: list[PrintedLine] = []
    for line in lines:
        above = result[-1] if result else None
        if above is not None and above.text in _FIRST_ALONE and above.column == line.column:
            joined = f"{above.text} {line.text}"
            if line.text.isupper() and _FIRST_JOINED.match(joined):
                result[-1] = replace(line, text=joined, start=above.start)
                continue
        result.append(line)
    return result


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
        title = _TITLE_BEHIND.search(text) if text.isupper() else None
        if title:
            text = text[: title.end()].rstrip()
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
        return bool(LACKS_UNIT.search(before)) or not _UNIT_LINE.search(before)
    if before.endswith(("VÀ", "-", "–", ",")) or text.startswith(("VIỆT NAM", "VÀ ", "- ")):
        return True
    if _NAMED_BY_ITS_TASK.search(before) or any(one.search(before) and two.match(text) for one, two in _BROKEN_WORDS):
        return True
    if _OTHER_BODY.match(text) and not _KIND_LEFT_OPEN.search(before):
        return False
    return not _BODY_START.match(text) and not before.endswith("*")
