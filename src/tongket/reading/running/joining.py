"""Which lines make one paragraph, and which are notes (nối dòng, tách chú thích).

A line is what stands between two line ends of the source. A paragraph is several lines where the text was wrapped by
hand or by a converter, where a page ended in the middle of a sentence, or where a block of notes was thrown into it.
Grammar decides: end marks, the case of the next letter, list marks, and whether the next word would still have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tongket.model.sources import Source
from tongket.reading.running.source_lines import Line
from tongket.reading.running.type_lines import DOCUMENT_TYPES
from tongket.vietnamese.unicode import BULLETS, CAPITALS, SMALL

ORDINALS = "Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười"
_COUNTED = "|".join((ORDINALS.lower(), ORDINALS.upper()))
PARTS_WITHOUT_NUMBER = "mở đầu|nội dung|kết luận|MỞ ĐẦU|NỘI DUNG|KẾT LUẬN"
PART_OF_TEXT = rf"(?:Phần|PHẦN)\s+(?:thứ|THỨ|[IVX\d]+\b|(?:[A-H]|{_COUNTED}|{PARTS_WITHOUT_NUMBER})\s*(?:[.:\-–]|$))"
AUTHORITY = rf"(?:T\s?/\s?M|TM|K\s?/\s?T|KT|T\s?/\s?L|TL|TUQ|T\s?/\s?UQ)\b\s*\.?\s*[{CAPITALS}]{{2}}"

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"

TYPE_LINE = re.compile(rf"(?:{DOCUMENT_TYPES})(?=\s*$|\s+\S)")
APPENDIX = re.compile(r"(?:PHỤ LỤC|Phụ lục(?=\s*(?:số\s*)?[\dIVX]*\s*[.:]?\s*$)|BIỂU MẪU|Biểu số\s+\d+|BIỂU SỐ)\b")
LIST_MARK = re.compile(
    rf"[-–—+{BULLETS}*]+\s*(?=\S)|o\s+(?=[{CAPITALS}])"
    rf"|(?:\d{{1,2}}|[a-zđ])[./)][-–]\s+[{CAPITALS}]"
    rf"|\(?[a-zđ]\)\s*(?=\S)|[a-gđ]\.[{CAPITALS}][{SMALL}]|[a-zđ][.\-]\s+[{CAPITALS}]|[a-zđ]/(?:\s+\w|[{CAPITALS}][a-zà-ỹđ])"
    r"|\(?\d{1,2}\)\.?\s"
    r"|\d{1,2}\s?\.(?:\s?\d{1,2}(?!\d)\.?){0,4}\s*[^\W\d_“\"]"
    rf"|\d{{1,2}}\s?(?:-\s+[^\W\d_“\"]|/\s*[{CAPITALS}][{SMALL}])"
    r"|\d{1,2}(?:\.\d{1,2})+\.?\s+[^\W\d_“\"]"
    r"|(?!V/v)[IVX]{1,5}\s*[.\-)/]\s*\S"
    rf"|[a-eghikđ]\s?,\s+[{CAPITALS}][{SMALL}\s]"
    rf"|[a-eghikđ]\s?\.?\d{{1,2}}(?:\.\d{{1,2}})?\s?[.)]?\s+[{CAPITALS}]"
    r"|[A-HĐ](?:\s*[./):]|(?:\.\d{1,2}){1,3}\.?|\d{1,2}(?:\.\d{1,2}){0,2}\s?[.):])\s"
    rf"|{PART_OF_TEXT}"
    r"|(?:Chương|CHƯƠNG|Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+[IVXLCA-D\d]+\s*(?:[.:]|$)"
    r"|(?:Điều|ĐIỀU)\s+\d+[a-zđ]?\s*(?:[.:]|$)|TIÊU (?:CHUẨN|CHÍ)\s+(?:SỐ\s+)?\d{1,2}(?:\.\d{1,2})?\s*(?:[.:]|$)"
    rf"|(?:{ORDINALS})\s+là\b"
    r"|(?:Căn cứ|Xét|Theo đề nghị|Trên đây là)\b"
)
# Dirt of a scan before a number ('._ 8. Hội'): the line begins with the number.
_DIRTY_MARK = re.compile(rf"[,;.][\W_]{{0,2}}\s(?:\d{{1,2}}|[IVX]{{1,4}})\s?[.)]\s+[{CAPITALS}]")
_GLUED = re.compile(r"[^\W_][-–/]$")  # '2016-' before '2020', 'QĐ-' before 'UBND'
_DASH = re.compile(r"[-–]\s+[^\W\d_]")
_INNER_DASH = re.compile(r"[-–]\s+[a-zà-ỹđ]")
# A phrase never ends with one of these: the next line goes on with it, whatever its first letter.
_LINK_WORDS = frozenset(
    re.findall(
        r"\S+",
        "của và các là với cho trong tại về theo từ đến do bởi những cùng hoặc để khi nhằm giữa số ngày một như trên"
        " thuộc đối bằng qua tháng năm được đã",
    )
)
# A number goes with one of these, and does not begin a list behind a line that has no room for it: 'tiểu dự án 2.'
_BEARS_NUMBER = re.compile(
    r"(?<!\w)(?:dự ?án|hợp phần|điều|khoản|điểm|mục|tiêu ?chí|nội dung|nhóm|lớp|khối|hạng|loại|vùng|khóa|khoá|lần|quý"
    r"|thứ|phụ ?lục|bảng|biểu|tổ|khu ?phố|giai ?đoạn|kỳ|đợt)$",
    re.IGNORECASE,
)
_FIRST_OF_A_TABLE = frozenset({"STT", "TT", "Stt", "Số TT"})  # alone on its line: the first cell of its head
_DOTS = re.compile(r"\.\s?\.\s?\.")  # a blank to fill in
_NUMBER_ALONE = re.compile(r"\d{1,2}\.\s")
# Nor does a line end here before a list: the number below belongs to the word ('... và khoản' '2. Điều này').
_BEFORE_A_NUMBER = re.compile(r"(?:\b(?:tại|theo)|(?:\b(?:tại|theo|và|hoặc)|,)\s(?:điểm|khoản|[Đđ]iều|[Mm]ục))$")
_LEAST_BROKEN = 40  # characters of a line that breaks off
# With these, a word of linking closes the phrase that it stands in: a title or a heading ends there.
_CLOSED = re.compile(
    r"(?<!\w)(?:(?:đầu|giữa|cuối|hằng|hàng|cả|trong|từng|mỗi|nhiều|các|những|mấy|suốt)\s(?:năm|tháng|ngày)"
    r"|(?:năm|tháng|ngày|quý|tuần|kỳ|thời gian|giai đoạn|khóa|khoá|vừa|đã) qua|(?:nêu|nói|kể|ở|bên|trở|cấp) trên"
    r"|thời gian đến|(?:kèm|tiếp|kế) theo|(?:cuối|sau) cùng)$"
)
_UNIT_WORDS = frozenset({"tỉnh", "huyện", "xã", "phường", "quận", "phố", "trấn", "thôn", "Sở", "Ban", "Bộ", "Hội"})


def joins(last: Line, line: Line, *, wrapped: bool, width: int, cut: bool = False) -> bool:
    """Whether ``line`` goes on the paragraph that ``last`` ended so far.

    ``wrapped``: lines end where the page's width ends; ``width`` is then the usual length of a full line.
    ``cut``: notes or a page number stood between the two.
    """
    if last.is_capitals and len(last.text) > 3 and not line.is_capitals:
        return False
    if line.text[:1] in ",;.)”»" and not _DOTS.match(line.text):
        return not (last.is_ended and _DIRTY_MARK.match(line.text))
    if last.text[-1] in "-–/" and line.text[0].isalnum() and _GLUED.search(last.text[-2:]):
        return True
    full = wrapped and fills(last, line, width)
    if LIST_MARK.match(line.text):
        if _names_what_follows(last, line):
            return True
        # Items follow an end mark: a dash after a full line without one stands in the middle of a name or phrase.
        # So does one with a small letter behind it where a page or a block of notes cut the sentence.
        near_full = wrapped and not last.is_ended and len(last.text) >= width * 0.75
        if near_full and _NUMBER_ALONE.match(line.text) and _BEARS_NUMBER.search(last.text):
            return True
        cut_phrase = cut and len(last.text) >= 40 and bool(_INNER_DASH.match(line.text))
        return not last.is_ended and (cut_phrase or (full and bool(_DASH.match(line.text))))
    if APPENDIX.match(line.text) or TYPE_LINE.fullmatch(line.text) or line.text in _FIRST_OF_A_TABLE:
        return False
    if line.begins_lower:
        return not last.is_ended or last.ends == "…" or last.text.endswith("...") or full
    if line.is_capitals and last.is_capitals:
        goes_on = bool(LIST_MARK.match(last.text)) or len(last.text) >= width * 0.6
        return wrapped and not line.blank_before and not last.is_ended and goes_on
    if line.is_capitals and len(line.text) > 12:
        return False
    return _goes_on_with_a_capital(last, line, full=full, wrapped=wrapped, cut=cut)


def _names_what_follows(last: Line, line: Line) -> bool:
    """Whether a number begins ``line`` because the line above breaks off before it: 'quy định tại', 'Điều 5. ...'."""
    if line.blank_before or len(last.text) < _LEAST_BROKEN or not (line.text[0].isdigit() or line.text[0] in "ĐM"):
        return False
    return _BEFORE_A_NUMBER.search(last.text, len(last.text) - 12) is not None


def _goes_on_with_a_capital(last: Line, line: Line, *, full: bool, wrapped: bool, cut: bool) -> bool:
    if last.text.count("“") > last.text.count("”") and not last.is_ended:
        return True
    word = last.text.rsplit(None, 1)[-1]
    links = word in _LINK_WORDS and (line.text[0].isdigit() or not _CLOSED.search(last.text))
    if wrapped and not line.blank_before:
        if full:
            return last.ends != ":"
        if last.is_ended or len(last.text) <= 30:
            return False
        return last.ends in ",-" or links or (word in _UNIT_WORDS and not LIST_MARK.match(last.text))
    if last.is_ended:
        return False
    if len(last.text) >= 40 and links:
        return True
    return (cut or full) and last.ends == "," and len(last.text) >= 60


def fills(last: Line, line: Line, width: int) -> bool:
    """Whether the first word of ``line`` would no longer have fitted at the end of ``last``.

    Letters differ in width, so a line counts as full from nine tenths of the usual length.
    """
    first = line.text.split(None, 1)[0]
    return len(last.text) + 1 + len(first) >= width * 0.9


_LONE_NUMBER = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-HĐ])\s?[.)/]|\d{1,2}(?:\.\d{1,2}){1,3}|[a-zđ][)/]"
)
_LONGEST_NUMBER = 10  # characters
_LONGEST_BELOW = 200  # characters of a title
_LONGEST_CELL = 25
_MORE_OF_ITS_LIST = 2  # lines below the title that may tell a heading from a row of a table


def titles_of_lone_numbers(lines: Sequence[Line]) -> frozenset[int]:
    """Where the lines start that are titles of numbers alone on the lines above: '1.1.', then 'Công tác tuyên truyền:'.

    None of a table, below whose numbers short cells follow one another.
    """
    found = set()
    for order, (number, title) in enumerate(pairwise(lines), 1):
        if len(number.text) > _LONGEST_NUMBER or not _LONE_NUMBER.fullmatch(number.text):
            continue
        if not title.text[0].isupper() or len(title.text) > _LONGEST_BELOW or LIST_MARK.match(title.text):
            continue
        below = lines[order + 1 : order + 1 + _MORE_OF_ITS_LIST]
        if title.ends == ":" or not any(_is_cell(one) for one in below):
            found.add(title.start)
    return frozenset(found)


def _is_cell(line: Line) -> bool:
    """Whether a line is so short that it may be a cell, and is neither a point of a list nor another lone number."""
    text = line.text
    short = len(text) <= _LONGEST_CELL and not line.is_ended
    return short and not LIST_MARK.match(text) and not _LONE_NUMBER.fullmatch(text)


_OFFICE = frozenset({"docx", "doc", "odt", "rtf", "html"})
_LINES_OF_PAGES = 20  # that a file needs to show that each of its paragraphs is a line of a page
_DOUBLED = 2  # line ends between lines where a blank line stands after each
_WIDEST = 140  # characters of a line that was wrapped by hand or by a converter


def of_paragraphs(source: Source, lines: Sequence[Line]) -> list[Line]:
    """Those of ``lines`` that belong to no row, note or text box."""
    blocks = source.blocks
    return [line for line in lines if blocks[line.index].kind == "paragraph"]


def has_doubled_ends(source: Source, texts: Sequence[Line]) -> bool:
    """Whether a text has a blank line after every line: ``texts`` are those of its paragraphs.

    As a page of a PDF file is copied into a mail, or put through a converter: one line in five goes on the one above.
    """
    if source.format != "txt" or len(texts) < _LINES_OF_PAGES:
        return False
    if sum(1 for line in texts if not line.blank_before) * 50 > len(texts):
        return False
    return sum(1 for one, two in pairwise(texts) if not one.is_ended and two.begins_lower) * 5 >= len(texts)


def without_doubled_ends(source: Source, lines: Sequence[Line]) -> list[Line]:
    """``lines`` without the blank line after each."""
    ends = [0, *(line.end for line in lines)]
    return [
        line._replace(blank_before=source.text.count("\n", end, line.start) > _DOUBLED)
        for end, line in zip(ends, lines, strict=False)
    ]


def measure(source: Source, texts: Sequence[Line]) -> tuple[bool, int]:
    """Whether the text is wrapped by line ends, and the length that nine tenths of the lines of its paragraphs,
    ``texts``, do not pass.

    Wrapped: lines are short, and one in five goes on: the next begins with a small letter, or has no room above. In a
    Word file, whose paragraphs are lines where it was made from a page, one in four begins with a small letter.
    """
    is_page = source.format == "txt"
    if not is_page and source.format not in _OFFICE:
        return False, 0
    if len(texts) < 4:
        return False, 0
    lengths = sorted(len(line.text) for line in texts)
    width = lengths[len(lengths) * 9 // 10]
    if width > _WIDEST:
        return False, width
    pairs = [(one, two) for one, two in pairwise(texts) if not one.is_ended]
    lower = sum(1 for one, two in pairs if two.begins_lower)
    if not is_page:
        return lower * 4 >= len(texts) >= _LINES_OF_PAGES, width
    full = sum(
        1
        for one, two in pairs
        if not two.blank_before and fills(one, two, width) and not LIST_MARK.match(two.text) and not one.is_capitals
    )
    return max(lower, full) * 5 >= len(texts), width
