"""The parts of a document around its outline (khung văn bản): head, title, opening, closing, tail, appendices."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongket.reading.running.flow import Flow, FlowParagraph
from tongket.reading.running.joining import AUTHORITY, PART_OF_TEXT
from tongket.reading.running.type_lines import read_type_line
from tongket.vietnamese.unicode import CAPITALS, SMALL

_RECIPIENTS_WORDS = r"(?:\*\s?)?(?:Nơi nhận|NƠI NHẬN|Nơi gửi|NƠI GỬI)"
_RECIPIENTS = re.compile(rf"{_RECIPIENTS_WORDS}\s*(?:[:;,.|/]|$|\s{{2}}|[-–]\s)")
_RECIPIENTS_IN_ROW = re.compile(rf"(?:^|[\t|])[^\S\t]*{_RECIPIENTS_WORDS}\s*(?:[:;,.\t|]|$|[-–]\s)")
_AUTHORITY = re.compile(AUTHORITY)
_AUTHORITY_IN_ROW = re.compile(rf"(?:^|[\t|])[^\S\t]*{AUTHORITY}")
# Place and date on a line of their own: above the signature or below the title, where the head has none.
PLACE_AND_DAY = re.compile(r"[^\n:;.]{2,50},\s*ngày\s*+[\d.…/ ]*+\s*+(?:tháng\s*+[\d.… ]*+\s*+năm\s*+[\d.…]*+)?\s*+\.?")
NUMBER_ALONE = re.compile(r"(?:Số|SỐ)\s?:[ .…\d]{0,12}[/-]\s?[^\s]{2,30}")
_POST = re.compile(
    r"(?:QUYỀN |Q\. ?)?(?:PHÓ )?(?:CHỦ TỊCH|BÍ THƯ|(?:TỔNG )?GIÁM ĐỐC|TRƯỞNG (?:BAN|PHÒNG|CÔNG AN)"
    r"|(?:HIỆU|VIỆN|BỘ|(?:CHI )?CỤC|CHỈ HUY|TRẠM|ĐỘI) TRƯỞNG|CHÁNH (?:VĂN PHÒNG|THANH TRA|ÁN)|CHỦ NHIỆM"
    r"|THỐNG ĐỐC|THỦ TƯỚNG)\b|(?:\s*(?:THƯ KÝ|CHỦ TRÌ|CHỦ T[ỌO][ẠA])\b){1,2}[\s/]*$"
)
_APPENDIX = re.compile(
    r"(?:PHỤ LỤC|Phụ lục)\s*(?:(?:SỐ|số)\s*)?(?:[\dIVX]+[A-Za-z]?|[A-Z])?\s*[.:]?\s*$|PHỤ LỤC\b"
    r"|(?:BIỂU SỐ|Biểu số)\s*\d+\b|PHỤ BIỂU\b|(?:CÁC )?BIỂU (?:MẪU )?KÈM THEO\b"
)
_RULE = re.compile(r"[-–—_=*]{3,}")
_HEADING = re.compile(
    rf"(?!V/v)(?:[IVX]{{1,5}}|[A-H])\s?[.\-/)]\s*\S|[IVX]{{1,4}}\s[{CAPITALS}]{{2,}}\s[{CAPITALS}]{{2}}"
    rf"|Đ\s?[.)]\s+\S|[A-HĐ]\s?:\s[{CAPITALS}]{{2}}|\d{{1,2}}\s?(?:[.\-)]\s*\S|/\s|/[{CAPITALS}][{SMALL}])"
    rf"|[A-H]\d{{1,2}}(?:\.\d{{1,2}})*\s?[.):]\s|{PART_OF_TEXT}|(?:Chương|CHƯƠNG)\s+[IVX\d]"
    rf"|(?:Mục|MỤC)\s+[IVX\d]+\s*[.:]|(?:Điều|ĐIỀU)\s+\d+|[-–*•]\s?(?:[IVX]{{1,4}}|[A-H])\s?[.)]\s[{CAPITALS}]{{2}}"
)
# A scan's 'L.' or 'T.' for I, and the later number that shows that a first one stood before.
_GARBLED_ONE = re.compile(rf"[LTJlị1|!Ị](?:\s?[.,]\s+[{CAPITALS}]|\s+[{CAPITALS}]{{2,}}\s)")
_LATER = re.compile(r"(?:I[IVlL1]{1,2}|V|H)\s?[.,]\s")
_OPENING = re.compile(
    r"[-–]?\s*(?:Thực hiện|Căn cứ|Theo|Trên cơ sở|Thi hành|Xét|Nhằm|Để|Tiếp tục|Kính gửi|Trong|Năm|Qua|Ngày|Hưởng ứng"
    r"|Phát huy|Được sự|Tính đến|Sau|Từ|Chấp hành|CĂN CỨ|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG)\b"
)
_DASHED = re.compile(r"(?:^|[:\s])[-–~]\s?\w")
_ATTACHED = re.compile(r"\(?\s*(?:Ban hành (?:kèm )?theo|Kèm theo)\b", re.IGNORECASE)
_CLOSING = re.compile(r"Trên đây\b|Kính (?:báo cáo|trình|đề nghị)\b|Báo cáo đồng chí\b")
BLANKS = " \t\u00a0"


@dataclass(frozen=True, slots=True)
class Frame:
    """Which paragraphs of a flow make which part: indexes, each part a range that may be empty.

    ``type_at`` is the paragraph that names the type of document; ``opening`` and ``closing`` are the sentences around
    the outline; ``body`` holds the outline; ``tail`` recipients and signature; ``attached`` is the text of a document
    that this one promulgates (a plan, rules), from its own type line on.
    """

    type_at: int | None
    head: range
    title: range
    opening: range
    body: range
    closing: int | None
    tail: range
    appendices: range
    notes: range
    attached: range = range(0)

    def paragraphs(self, flow: Flow, part: range) -> Iterator[tuple[int, FlowParagraph, str]]:
        """Index, paragraph and text of a part."""
        for index in part:
            paragraph = flow.paragraphs[index]
            yield index, paragraph, flow.text[paragraph.start : paragraph.end]


def find_frame(flow: Flow) -> Frame:
    """The frame of a document; parts that are not printed are empty."""
    texts = [flow.text[paragraph.start : paragraph.end] for paragraph in flow.paragraphs]
    kinds = [paragraph.kind for paragraph in flow.paragraphs]
    last = next((index for index, kind in enumerate(kinds) if kind == "note"), len(kinds))
    type_at = _find_type(texts, [at for at in range(min(40, last)) if kinds[at] == "body" and _is_type(texts[at])])
    after = 0 if type_at is None else type_at + 1
    tail_at = _find_tail(texts, kinds, after, last)
    attached_at = _find_attached(texts, kinds, tail_at, last)
    if attached_at == last and not any(_HEADING.match(text) for text in texts[after:tail_at]):
        attached_at = _find_sent(texts, kinds, tail_at, last)
    appendix_at = _find_appendix(texts, kinds, after, last, tail_at)
    if appendix_at < attached_at:
        attached_at = appendix_at
    tail_end = attached_at if tail_at < last else last
    if tail_at > after and kinds[tail_at - 1] == "body" and PLACE_AND_DAY.fullmatch(texts[tail_at - 1]):
        tail_at -= 1
    body_end = min(tail_at, appendix_at)
    head_end = type_at if type_at is not None else _head_without_type(texts, body_end)
    comma = _first_before_a_comma(texts, after, body_end)
    title = _find_title(texts, kinds, after, comma or body_end) if type_at is not None else range(after, after)
    start = max(title.stop, head_end)
    while start < body_end and _RULE.fullmatch(texts[start]):
        start += 1
    opening = _find_opening(texts, kinds, start, body_end) if comma is None else range(start, max(start, comma))
    closing = _find_closing(texts, kinds, opening.stop, body_end)
    return Frame(
        type_at=type_at,
        head=range(head_end),
        title=title,
        opening=opening,
        body=range(opening.stop, body_end if closing is None else closing),
        closing=closing,
        tail=range(tail_at, max(tail_end, tail_at)),
        appendices=range(appendix_at, last),
        notes=range(last, len(kinds)),
        attached=range(attached_at, appendix_at),
    )


def _is_type(text: str) -> bool:
    """A line of the type's capitals, alone or with a title in capitals or on the same line; no sentence."""
    found = read_type_line(text)
    if found is None:
        return False
    rest = text[found.end :].strip()
    return not rest or rest.isupper() or (len(rest) < 300 and not rest.endswith((";", ":")))


_PART_ALONE = re.compile(r"(?:Phần|PHẦN|Chương|CHƯƠNG)\s+(?:(?:thứ|THỨ)\s+\w+|[IVX]{1,4}|[A-H]|\d{1,2})\s*[.:]?")
_OF_LETTERHEAD = re.compile(
    r"\W*(?:Số\s*[:.]?\s*[\d./]|CỘNG H(?:ÒA|OÀ) X|ĐẢNG CỘNG SẢN|Độc lập\W+Tự do"
    rf"|[{CAPITALS}][^\d:;]{{1,40}},?\s+ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+\d{{4}}$)"
)


def _find_type(texts: Sequence[str], named: Sequence[int]) -> int | None:
    """The paragraph that names the type: of the lines that may, the first below the letterhead, whose bodies may have a
    type in their name: 'BAN CHỈ ĐẠO THỰC HIỆN / QUY CHẾ DÂN CHỦ'. None is the title of a part: 'Phần II / KẾ HOẠCH'.
    """
    named = [at for at in named if at == 0 or not _PART_ALONE.fullmatch(texts[at - 1])]
    for one, other in pairwise(named):
        if not any(_OF_LETTERHEAD.match(texts[at]) for at in range(one + 1, other)):
            return one
    return named[-1] if named else None


def _find_tail(texts: Sequence[str], kinds: Sequence[str], after: int, last: int) -> int:
    """Where recipients and signature begin: at 'Nơi nhận', or at the signature just above it.

    Without 'Nơi nhận' at an authority ('TM.') after which the text does not go on: a guide shows many of them.
    """
    goes_on = _Going(texts, kinds, last)
    for index in range(after, last):
        is_row = kinds[index] == "row"
        found = _RECIPIENTS_IN_ROW.search(texts[index]) if is_row else _RECIPIENTS.match(texts[index])
        if found and (_lists(texts, index, last) or not goes_on.after(index)):
            return _signature_above(texts, kinds, index, after)
    signing = [index for index in range(after, last) if _signs(texts[index], kinds[index])]
    for index in signing:
        if not goes_on.after(index):
            return index
    if signing:
        return signing[-1]
    # Neither recipients nor 'TM.': a post in capitals among the last lines signs alone.
    for index in range(max(after, last - 12), last):
        if _is_post(texts[index], kinds[index]) and not _enacts_below(texts, index, last):
            return index
    return last


def _enacts_below(texts: Sequence[str], at: int, last: int) -> bool:
    """Whether grounds or the word that enacts stand below a post: it enacts a short decision, and does not sign it."""
    return at + 1 < last and bool(_GROUNDS.match(texts[at + 1]) or _WORD_ENACTING.match(texts[at + 1]))


def _lists(texts: Sequence[str], at: int, last: int) -> bool:
    """Whether dashed recipients follow 'Nơi nhận', on its line or the next ones."""
    return any(_DASHED.search(text) for text in (texts[at], *texts[at + 1 : min(at + 4, last)]))


def _signs(text: str, kind: str) -> bool:
    return bool(_AUTHORITY_IN_ROW.search(text) if kind == "row" else _AUTHORITY.match(text))


def _is_post(text: str, kind: str) -> bool:
    cells = text.split("\t") if kind == "row" else [text]
    return any(_POST.match(cell) and cell.isupper() for cell in cells)


_LINES_OF_SIGNATURE = 12
_MORE_HEADINGS = 4  # numbered lines after a signature: the text goes on, and the signature was an example in it


def _signature_above(texts: Sequence[str], kinds: Sequence[str], at: int, after: int) -> int:
    """The first line of the signature where it was printed above the recipients, in a column of its own."""
    first = at
    for index in range(at - 1, max(after, at - _LINES_OF_SIGNATURE) - 1, -1):
        if _HEADING.match(texts[index]) or len(texts[index]) > 120:
            break
        if _signs(texts[index], kinds[index]) or _is_post(texts[index], kinds[index]):
            first = index
    return first


class _Going:
    """Whether numbered text follows a line that looks like a signature, before any appendix or attached document."""

    def __init__(self, texts: Sequence[str], kinds: Sequence[str], last: int) -> None:
        self._texts, self._kinds, self._last = texts, kinds, last
        self._headings: list[int] | None = None
        self._stops: list[int] = []

    def after(self, at: int) -> bool:
        """Whether the text goes on after paragraph ``at``."""
        if self._headings is None:  # a document that nothing signs is not searched
            body = [index for index in range(at + 1, self._last) if self._kinds[index] == "body"]
            self._stops = [one for one in body if _APPENDIX.match(self._texts[one]) or _is_type(self._texts[one])]
            self._headings = [one for one in body if _HEADING.match(self._texts[one])]
        order = bisect_right(self._stops, at)
        stop = self._stops[order] if order < len(self._stops) else self._last
        return bisect_right(self._headings, stop) - bisect_right(self._headings, at) >= _MORE_HEADINGS


def _find_attached(texts: Sequence[str], kinds: Sequence[str], tail_at: int, last: int) -> int:
    """Where the document begins that this one promulgates: a line of a type after the signature, said to be attached,
    or followed by an outline. What is said to be attached may print its type in small letters.
    """
    for index in range(tail_at + 1, last):
        text = texts[index]
        if kinds[index] != "body" or not _is_type(text.upper()):
            continue
        near = texts[index + 1 : min(index + 10, last)]
        if any(_ATTACHED.match(one) for one in near):
            return index
        if _is_type(text) and sum(bool(_HEADING.match(one)) for one in near) > 1:
            return index
    return last


def _find_sent(texts: Sequence[str], kinds: Sequence[str], tail_at: int, last: int) -> int:
    """Where the document begins that a letter without an outline of its own sends: a letterhead behind the letter's
    signature, with an outline behind it.
    """
    for index in range(tail_at + 1, last):
        if kinds[index] in ("body", "row") and _SECOND_HEAD.search(texts[index]):
            return index if sum(bool(_HEADING.match(text)) for text in texts[index + 1 : last]) > 2 else last
    return last


_SECOND_HEAD = re.compile(r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN VIỆT NAM")


def _find_appendix(texts: Sequence[str], kinds: Sequence[str], after: int, last: int, tail_at: int) -> int:
    """The first appendix: after the signature, or where there is none, anywhere after the first lines."""
    start = tail_at if tail_at < last else after + 3
    for index in range(start, last):
        if kinds[index] != "body":
            continue
        if _APPENDIX.match(texts[index]) and len(texts[index]) < 200:
            return index
    return last


def _head_without_type(texts: Sequence[str], end: int) -> int:
    """Where a document without a printed type (công văn) ends its head: at the first sentence or heading."""
    for index in range(min(20, end)):
        if _HEADING.match(texts[index]) or len(texts[index]) > 160 or texts[index].startswith("Kính gửi"):
            return index
    return min(20, end) if end > 20 else 0


def _find_title(texts: Sequence[str], kinds: Sequence[str], start: int, end: int) -> range:
    """The lines of the title: to the rule beneath it, else as long as they are no sentence and no heading."""
    stop = start
    while stop < end and stop < start + 8 and kinds[stop] == "body":
        text = texts[stop]
        if _RULE.fullmatch(text) or _HEADING.match(text) or text.startswith(("(", "Kính gửi", "Kính trình")):
            break
        if _FIRST_WORDS.match(text) or PLACE_AND_DAY.fullmatch(text) or NUMBER_ALONE.fullmatch(text):
            break
        begins = bool(_OPENING.match(text)) and (len(text) > 120 or text.endswith((":", ";", ".", ",")))
        if begins or text.endswith((":", "./.")):
            break
        if stop > start and text.isupper() and (not texts[start].isupper() or _enacts(texts, stop)):
            break
        if stop > start and (text.rstrip().endswith((".", ";")) or len(text) > 220):
            break
        stop += 1
    return range(start, stop)


# Who enacts, in capitals between the title and the grounds; the line above leaves a name of a body to the title.
_ENACTING = re.compile(
    r"(?:[UỦ][YỶ] BAN|HỘI ĐỒNG|(?:PHÓ )?CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|(?:TỔNG )?GIÁM ĐỐC|THỐNG ĐỐC"
    r"|BAN (?:THƯỜNG VỤ|CHẤP HÀNH|BÍ THƯ)|(?:TỔNG )?CỤC TRƯỞNG|CHÁNH ÁN|VIỆN TRƯỞNG|HIỆU TRƯỞNG)\b"
)
_NAMES_NEXT = re.compile(r"(?:[-–,]|\b(?:CỦA|VÀ|THUỘC|TẠI|CHO|DO|VỚI|GIỮA|LÀM|CÁC|BẦU|CHỨC DANH|QUYỀN))$")
_WORD_ENACTING = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\s*:?$")
_GROUNDS = re.compile(r"[-–]?\s*(?:Căn cứ|Xét|Theo|CĂN CỨ)\b")


def _enacts(texts: Sequence[str], at: int) -> bool:
    below = texts[at + 1] if at + 1 < len(texts) else ""
    return bool(_ENACTING.match(texts[at]) and _GROUNDS.match(below) and not _NAMES_NEXT.search(texts[at - 1].rstrip()))


def _find_opening(texts: Sequence[str], kinds: Sequence[str], start: int, end: int) -> range:
    """The paragraphs between the title and the first heading."""
    stop = start
    while stop < end and stop < start + 15 and (kinds[stop] == "row" or not _HEADING.match(texts[stop])):
        stop += 1
    if start + 1 < stop < end and _FIRST_NUMBER.match(texts[stop]) and _is_capital_heading(*texts[stop - 2 : stop]):
        return range(start, stop - 1)
    first = next((at for at in range(start, stop - 1) if _opens_in_capitals(texts, start, at)), None)
    if first is not None:
        return range(start, first)
    if stop < end and _LATER.match(texts[stop]):
        return range(start, next((at for at in range(start, stop) if _GARBLED_ONE.match(texts[at])), stop))
    if stop == end or stop == start + 15:
        first = next((at for at in range(start, stop) if texts[at].rstrip().endswith(":")), start - 1)
        return range(start, first if first >= start and _UNMARKED.match(texts[first]) else first + 1)
    return range(start, stop)


_UNMARKED = re.compile(rf"(?:I|1)\s[{CAPITALS}]")  # 'I Thành phần gồm có:'
_LINES_TO_FIRST = 20
_BEFORE_A_COMMA = tuple(re.compile(rf"(?:{first})\s?,\s(?=[{CAPITALS}])") for first in ("I|1", "II|2"))


def _first_before_a_comma(texts: Sequence[str], start: int, end: int) -> int | None:
    """Where an outline begins whose numbers stand before commas: 'I, Đặc điểm tình hình', with 'II, Kết quả' below."""
    one, two = _BEFORE_A_COMMA
    for first in range(start, min(start + _LINES_TO_FIRST, end)):
        if _HEADING.match(texts[first]):
            return None
        if one.match(texts[first]):
            return first if any(two.match(texts[at]) for at in range(first + 1, end)) else None
    return None


_FIRST_NUMBER = re.compile(r"1\s?[.\-/)]\s")
_LONGEST_CAPITALS = 120


def _is_capital_heading(above: str, text: str) -> bool:
    """Whether a line is a heading without a number, in capitals below a sentence: 'LĨNH VỰC KINH TẾ' above '1.'."""
    words = text.split()
    short = len(words) > 1 and len(text) <= _LONGEST_CAPITALS and words[:2] != ["MỤC", "LỤC"]
    return short and text.isupper() and all(map(str.isalpha, words[:2])) and above.endswith((".", ":", ";"))


_FIRST_WORDS = re.compile(r"(?:ĐẶT VẤN ĐỀ|(?:LỜI )?MỞ ĐẦU|LỜI NÓI ĐẦU)\s*:?$")
_LEAST_PROSE = 60  # characters of a sentence below a heading


def _opens_in_capitals(texts: Sequence[str], start: int, at: int) -> bool:
    """Whether the outline begins at a heading in capitals, above the first number, with a sentence below it: 'ĐẶT VẤN
    ĐỀ', 'BỐI CẢNH TÌNH HÌNH'. The body that enacts stands there, too, above the grounds.
    """
    below = texts[at + 1]
    is_prose = len(below) >= _LEAST_PROSE and below.endswith((".", ":")) and not _GROUNDS.match(below)
    if not is_prose or _ENACTING.match(texts[at]):
        return False
    return bool(_FIRST_WORDS.match(texts[at])) or (at > start and _is_capital_heading(texts[at - 1], texts[at]))


_ANSWERED = re.compile(r"[:.]\s*\S+.*[.;]$")  # 'VI. KIẾN NGHỊ: Không.'


def _find_closing(texts: Sequence[str], kinds: Sequence[str], start: int, end: int) -> int | None:
    """The sentence that hands the report in ('Trên đây là báo cáo ...'), or that './.' ends outside the outline."""
    for index in range(end - 1, max(start - 1, end - 4), -1):
        if kinds[index] != "body":
            continue
        text = texts[index]
        if _CLOSING.match(text):
            return index
        ended = text.replace(" ", "").endswith("./.")
        above = texts[index - 1]
        alone = _HEADING.match(above) and not _ANSWERED.search(above)  # it is all that the heading has
        if ended and "báo cáo" in text.lower() and not _HEADING.match(text) and not text.startswith(("-", "–", "+")):
            return None if alone else index
    return None
