"""How a heading looks (dấu hiệu đề mục): its number or mark, and where its title ends and its text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tongket.model.reports import SectionKind
from tongket.model.sources import Source
from tongket.reading.flow import Flow, FlowParagraph
from tongket.reading.joining import ORDINALS
from tongket.vietnamese.unicode import CAPITALS

# Ranks: a smaller one stands above a greater one; the level in the tree is the depth that results.
PART, CHAPTER, DIVISION, CAPITAL, ROMAN, ARTICLE, ARABIC = 0, 10, 15, 18, 20, 25, 30
SMALL_LETTER, BRACKETED, ORDINAL, STAR, DASH, PLUS = 70, 80, 85, 90, 100, 110

_BEGINS = rf"[{CAPITALS}“\"'‘(]"
_PART = re.compile(r"((?:Phần|PHẦN)\s+(?:thứ|THỨ)\s+\w+|(?:Phần|PHẦN)\s+(?:[IVX]+|\d{1,2}|[A-H]))\b\s*[.:\-–]*\s*")
_CHAPTER = re.compile(rf"((?:Chương|CHƯƠNG)\s+[IVXL\d]+)\s*(?:[.:\-–]\s*|$|(?=[{CAPITALS}]{{2}}))")
_DIVISION = re.compile(rf"((?:Mục|MỤC|Tiểu mục|TIỂU MỤC)\s+[IVX\d]+)\s*(?:[.:\-–]\s*|$|(?=[{CAPITALS}]{{2}}))")
_ARTICLE = re.compile(r"((?:Điều|ĐIỀU)\s+\d+[a-zđ]?)\s*(?:[.:]\s*|$)")
_ROMAN = re.compile(
    rf"((?:XX?|X?(?:IX|IV|V?I{{0,3}})))(?:\s?[.\-–):]|/(?=\s*[{CAPITALS}])|(?=\s[{CAPITALS}]{{2}}))\s*(?=\S)"
)
_CAPITAL = re.compile(rf"([A-HKĐ])\s?[.\-–)]\s*(?={_BEGINS})")
_DOTTED = re.compile(rf"(\d{{1,2}}(?:\s?\.\s?\d{{1,2}}){{1,4}})(?!\d)\s?([.)\-:]?)\s*(?={_BEGINS})")
_ARABIC = re.compile(
    rf"(\d{{1,2}})\s?([.)]|\)\.|[-–](?=\s)|/(?=\s))"
    rf"(?:\s*(?={_BEGINS}|[a-zà-ỹđ]{{2}})|\s(?=\d{{1,3}}(?:,\d+)?\s?%|0\d\s[a-zà-ỹđ]))"
)
_SMALL_LETTER = re.compile(
    r"([a-ik-vxyđ])\s?(?:([.)\-])\s*(?=[^\W_a-zà-ỹ]|\S{2})|(/)(?:\s+(?=\w)|(?=[^\W_a-zà-ỹđ][a-zà-ỹđ])))"
)
_BRACKETED = re.compile(r"\((\d{1,2}|[a-zđ])\)(\.(?=\s))?\s*(?=\S)")
_ORDINAL = re.compile(
    rf"((?:{ORDINALS})\s+là|Thứ\s+(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười))\s*(?:[:,;.\-–]\s*|\s)(?=\S)"
)
_MARKER = re.compile(r"([-–—+*•●▪])(?:\s*[-–—+*•●▪])*\s*(?=\S)")
_CONTENTS_LINE = re.compile(r"[.…]{4,}\s*\d+\s*$")
_LETTERS = "abcdđeghiklmnopqrstuvxy"
_CAPITAL_LETTERS = "ABCDĐEGHIK"
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_ORDINAL_VALUES = {
    word: value
    for value, words in enumerate(
        (
            ("một", "nhất"),
            ("hai",),
            ("ba",),
            ("bốn", "tư"),
            ("năm",),
            ("sáu",),
            ("bảy",),
            ("tám",),
            ("chín",),
            ("mười",),
        ),
        1,
    )
    for word in words
}

# What a title begins with when it is a phrase about a matter, and not a sentence.
_NOMINAL = re.compile(
    r"(?:Công tác|Việc|Kết quả|Tình hình|Về|Hoạt động|Các hoạt động|Mục tiêu|Nhiệm vụ|Giải pháp|Thuận lợi|Khó khăn"
    r"|Ưu điểm|Nguyên nhân|Tồn tại|Hạn chế|Hiệu quả|Đối với|Đặc điểm|Khái quát|Bài học|Những|Phương hướng|Đánh giá"
    r"|Quan điểm|Yêu cầu|Mục đích|Nội dung|Thời gian|Địa điểm|Kinh phí|Tổ chức thực hiện|Phạm vi|Đối tượng|Nguyên tắc"
    r"|Cơ cấu|Vai trò|Phong trào|Cuộc vận động|Các cuộc vận động|Các phong trào|Lĩnh vực|Trên lĩnh vực|Một số|Kiến nghị"
    r"|Đề xuất|Chủ trương|Số liệu|Chất lượng|Trách nhiệm|Quyền hạn|Ưu, khuyết điểm|Khuyết điểm|Sự lãnh đạo|Nhận thức"
    r"|Cơ quan|Đơn vị|Hình thức|Phương thức|Phương pháp|Thành phần|Chỉ tiêu|Tổng quan|Bối cảnh|Điểm mạnh|Điểm yếu"
    r"|Các|Thực trạng|Dự báo|Kinh nghiệm|Mô hình|Cách làm|Thành tích|Xếp loại|Phân công|Chế độ|Chính sách"
    r"|Danh nghĩa|Chủ đề|Quy mô|Lý do|Cấp|Sự|Lời|Điều kiện|Vướng mắc|Bất cập|Thời hạn|Tiến độ)\b"
    r"|Phối hợp(?=\s*[.:]|\s(?:công tác|hoạt động|liên ngành|thực hiện|giữa)\b)"
)
# Words that only a sentence holds, or that announce a list.
FINITE = re.compile(
    r"\b(?:đã|đang|luôn|phải|sẽ|gồm|như sau|sau đây|trong đó|đó là|đề ra|cụ thể|bao gồm|nhằm|có thể)\b"
    r"|(?<!đạt )(?<!làm )\bđược\b|\b(?:như|sau|là|gồm|có|đạt)\s*$"
    r"|\b(?:có|đạt|được|ước)\s+(?:hơn |trên |gần |khoảng )?\d|(?<!nhất )\blà\b"
)
# A title that ends in a full stop all the same begins with one of these.
_TITLE_WORD = re.compile(
    r"(?:Công tác|Việc|Kết quả|Tình hình|Về|Hoạt động|Mục tiêu|Nhiệm vụ|Giải pháp|Thuận lợi|Khó khăn|Ưu điểm"
    r"|Nguyên nhân|Tồn tại|Hạn chế|Đối với|Đặc điểm|Khái quát|Bài học|Phương hướng|Đánh giá|Quan điểm|Yêu cầu|Mục đích"
    r"|Nội dung|Tổ chức thực hiện|Những kết quả|Những hạn chế|Những tồn tại|Một số kết quả|Thực trạng|Dự báo)\b"
)
# What opens a list or goes on with an argument before a colon, and is no topic.
_LINKING = re.compile(
    r"(?:Trong đó|Ngoài ra|Cụ thể|Ví dụ|Lưu ý|Bên cạnh|Đồng thời|Qua đó|Theo đó|Gồm|Như|Tuy nhiên|Hiện nay|Đến nay"
    r"|Tổng)\b"
)
# Who a numbered task is given to: 'Sở Tài chính, Cục Thuế tỉnh: Phối hợp ...'.
_BODIES = re.compile(
    r"(?:Các|Đề nghị|Giao)?\s?(?:Ủy ban|Uỷ ban|UBND|HĐND|Hội đồng|Ban|Sở|[sS]ở|Cục|Chi cục|Tổng cục|Bộ|Phòng|Văn phòng"
    r"|Công an|Đài|Báo|Hội|Hiệp hội|Liên đoàn|Liên minh|Đoàn|Mặt trận|Trung tâm|Ngân hàng|Kho bạc|Bảo hiểm|Thanh tra"
    r"|Trường|Đảng ủy|Đảng uỷ|Chi bộ|Thường trực|Tòa án|Viện|Bộ Chỉ huy|Trưởng|Giám đốc|Chủ tịch|Thủ trưởng|Quỹ)\b"
)
_LONGEST_NAMES = 160  # characters of a list of bodies before its colon
_LONGEST_RUN_IN = 60  # characters of a title that nothing but its colon tells
_FEW = 7  # words of a title that small letters may follow
# What a sentence begins with that tells what to do or what was done.
_TASK = re.compile(
    r"(?:Tiếp tục|Tăng cường|Đẩy mạnh|Thực hiện|Nâng cao|Chỉ đạo|Phối hợp|Xây dựng|Quan tâm|Chú trọng|Tổ chức"
    r"|Triển khai|Giao|Yêu cầu|Đề nghị|Kiến nghị|Tham mưu|Chủ trì|Chủ động|Rà soát|Ban hành|Đã|Làm|Có|Đến|Trong|Tại|Từ"
    r"|Theo|Hướng dẫn|Phát huy|Củng cố|Đổi mới|Kịp thời|Thường xuyên|Hoàn thành|Bảo đảm|Đảm bảo|Duy trì|Vận động"
    r"|Tập trung)\b"
)
# What an order begins with
_ORDER = re.compile(
    r"(?:Tiếp tục|Tăng cường|Đẩy mạnh|Thực hiện|Nâng cao|Chỉ đạo|Phối hợp|Xây dựng|Quan tâm|Chú trọng|Tổ chức"
    r"|Triển khai|Tham mưu|Chủ trì|Chủ động|Rà soát|Ban hành|Hướng dẫn|Phát huy|Củng cố|Kịp thời|Thường xuyên"
    r"|Hoàn thành|Bảo đảm|Đảm bảo|Duy trì|Vận động|Tập trung|Bố trí|Căn cứ)\b"
)
_LABEL = re.compile(r"[^\W\d_][^\d:]{2,40}\s(?:[Ss]ố\s)?(?:\d{1,2}|[IVX]{1,4})")
_CLAIM = re.compile(r"\b(?:đạt|được|ước|có|tăng|giảm|là)\s+[^,;]{0,12}\d")
# The unit of the table below, the end of a title cut in two, the word that enacts, what is only quoted: no titles
_NO_TITLE = re.compile(
    r"(?:Đơn vị tính|ĐƠN VỊ TÍNH|ĐVT|Đvt)\b|(?:VÀ|CỦA|VỚI|CHO)\s|(?:NAY\s)?QUYẾT (?:ĐỊNH|NGHỊ)\s*:?$"
    r"|“[^“”]*”$|\"[^\"]*\"$"
)
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Head:
    """A heading or numbered paragraph: flow offsets, number as printed, its value in its row (0: none), its rank.

    ``title`` is None for a numbered paragraph without title; ``body`` is where run-in text begins, else None.
    ``needs_title``: the title stands in the next paragraph ('Phần thứ nhất'). ``weak``: a heading only among others.
    ``printed``: what stands for ``number`` where a scan garbled it ('H' for 'II'). ``plain``: no number and no dress,
    nothing but the colon tells it.
    """

    start: int
    end: int
    number: str | None
    value: int
    rank: int
    kind: SectionKind
    title: str | None
    marker: str = ""
    body: int | None = None
    needs_title: bool = False
    style: str = ""
    weak: bool = False
    printed: str = ""
    plain: bool = False


def read_head(source: Source, flow: Flow, paragraph: FlowParagraph) -> Head | None:
    """The heading that a paragraph is or begins with; None for plain text."""
    text = flow.text[paragraph.start : paragraph.end]
    if _CONTENTS_LINE.search(text, max(0, len(text) - 80)):
        return None
    found = numbered(text)
    if found is not None:
        return head_of_number(source, flow, paragraph, found)
    return _unnumbered(source, flow, paragraph, text)


Number = tuple[str, int, int, int, str]
"""Number as printed, its value, rank, where the title begins, and its style of numbering."""


def numbered(text: str) -> Number | None:
    """The number that ``text`` begins with; None for none."""
    first = text[0]
    if first in "PC" or first in "MTĐ":
        for pattern, rank in ((_PART, PART), (_CHAPTER, CHAPTER), (_DIVISION, DIVISION), (_ARTICLE, ARTICLE)):
            if found := pattern.match(text):
                return found.group(1), _last_value(found.group(1)), rank, found.end(), "word"
    if first in "MHBNSTC" and (found := _ORDINAL.match(text)):
        return found.group(1), _last_value(found.group(1)), ORDINAL, found.end(), "ordinal"
    if first in "IVX" and (found := _ROMAN.match(text)) and found.group(1):
        return found.group(1), roman_value(found.group(1)), ROMAN, found.end(), "roman"
    if first in "ABCDĐEFGHK" and (found := _CAPITAL.match(text)):
        return found.group(1), capital_value(first), CAPITAL, found.end(), "capital"
    if first.isdigit():
        if found := _DOTTED.match(text):
            number = re.sub(r"\s", "", found.group(1))
            parts = number.split(".")
            return number, int(parts[-1]), ARABIC + 10 * (len(parts) - 1), found.end(), "dotted"
        if found := _ARABIC.match(text):
            return found.group(1), int(found.group(1)), ARABIC, found.end(), "arabic" + found.group(2).strip()
        return None
    if first == "(" and (found := _BRACKETED.match(text)):
        mark = found.group(1)
        style = "bracketed" + (found.group(2) or "")
        return mark, int(mark) if mark.isdigit() else ord(mark), BRACKETED, found.end(), style
    if first.islower() and (found := _SMALL_LETTER.match(text)):
        value = _LETTERS.find(first.replace("f", "g")) + 1  # lists with f leave đ out
        return first, value, SMALL_LETTER, found.end(), "letter"
    return None


def capital_value(letter: str) -> int:
    """1 for 'A', 5 for 'Đ', 6 for 'E'; lists with F leave Đ out, and their E is one lower than it says here."""
    return _CAPITAL_LETTERS.index(letter.replace("F", "G")) + 1


def roman_value(number: str) -> int:
    """1 for 'I', 14 for 'XIV'."""
    total = 0
    for here, after in zip(number, [*number[1:], ""], strict=True):
        value = _ROMAN_VALUES[here]
        total += -value if after and _ROMAN_VALUES[after] > value else value
    return total


def roman_number(value: int) -> str:
    """'XIV' for 14; up to 39."""
    return "X" * (value // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[value % 10]


def _last_value(number: str) -> int:
    words = number.lower().removesuffix(" là").split()
    word = words[-1]
    if word.isdigit():
        return int(word)
    if set(word.upper()) <= set("IVX"):
        return roman_value(word.upper())
    return _ORDINAL_VALUES.get(word, 0)


def head_of_number(
    source: Source, flow: Flow, paragraph: FlowParagraph, found: Number, *, proven: bool = False
) -> Head | None:
    """The heading behind a number; ``proven``: a capital letter that others prove needs no capitals behind it."""
    text = flow.text[paragraph.start : paragraph.end]
    number, value, rank, at, style = found
    rest = text[at:]
    if rank in (PART, CHAPTER, DIVISION) and not rest:
        return Head(paragraph.start, paragraph.end, number, value, rank, "heading", None, needs_title=True, style=style)
    is_clear = proven or _first_words(rest).isupper()
    if rank == CAPITAL and not is_clear and not _is_styled(source, flow, paragraph, at, len(text)):
        return None
    if rank == ORDINAL and not rest:
        return None
    kind, title, body = _split_title(source, flow, paragraph, text, at, rank)
    begin = paragraph.start
    end = begin + body[0] if body else paragraph.end if kind == "heading" else begin + at
    return Head(begin, end, number, value, rank, kind, title, body=begin + body[1] if body else None, style=style)


def _first_words(text: str) -> str:
    return " ".join(text.split()[:3])


def _split_title(
    source: Source, flow: Flow, paragraph: FlowParagraph, text: str, at: int, rank: int
) -> tuple[SectionKind, str | None, tuple[int, int] | None]:
    """Kind, title, and for a run-in heading where its head ends and its text begins (offsets into ``text``)."""
    rest = text[at:]
    if rank == ORDINAL:
        return "item", None, None
    cut = _run_in(source, flow, paragraph, text, at)
    if cut is not None:
        head_end, body = cut
        title = text[at:head_end].strip().rstrip(":").strip()
        if rank <= ARABIC and _LABEL.fullmatch(title) and 3 <= len(text) - body <= 200 and text[-1] not in ".;:,":
            return "heading", rest.strip(), None  # 'I. Nhiệm vụ 1: Tuyên truyền': the label is part of the title
        if text[head_end - 1] == "." and body < len(text):
            title = title.rstrip(".")
        if body >= len(text):
            return "heading", title, None
        return "run_in", title, (head_end, body)
    bare = rest.rstrip()
    if bare.isupper():
        return "heading", bare.rstrip(":").strip(), None
    if _is_styled(source, flow, paragraph, at, len(text)) and len(bare) < 400:
        return "heading", bare.rstrip(":").strip(), None
    if bare.endswith(":"):
        short = len(bare) <= 120 or _NOMINAL.match(bare) or (len(bare) <= 300 and not FINITE.search(bare[:-1]))
        return ("heading", bare[:-1].strip(), None) if short and len(bare) < 400 else ("item", None, None)
    if bare[-1:] not in ".;,…!/" and len(bare) <= 400 and not _CLAIM.search(bare):
        return "heading", bare, None
    told = _ADDRESS.match(bare) is not None and ": " in bare  # whom it is for, then what is to be done
    if not told and bare.endswith(".") and len(bare) <= 170 and ". " not in bare and ";" not in bare:
        plain = _QUOTED.sub("", bare)
        if rank <= ROMAN or (_TITLE_WORD.match(plain) and not FINITE.search(plain.rstrip("."))):
            return "heading", bare, None
    return "item", None, None


def _run_in(source: Source, flow: Flow, paragraph: FlowParagraph, text: str, at: int) -> tuple[int, int] | None:
    """Where a run-in heading ends and its text begins: by its dress (bold, italic), else by its grammar."""
    styled = _styled_prefix(source, flow, paragraph, text, at)
    if styled is not None:
        return styled
    stop = text.find(". ", at, at + 80)
    if (
        stop > 0
        and stop + 2 < len(text)
        and ":" not in text[at:stop]
        and _TITLE_WORD.match(text, at)
        and not FINITE.search(text[at:stop])
    ):
        return stop + 1, stop + 2
    colon = _first_colon(text, at)
    if colon is None or colon - at > 330:
        return None
    title = text[at:colon]
    body = colon + 1
    while body < len(text) and text[body] in " \u00a0":
        body += 1
    if ". " in title:
        return None
    if title.isupper():
        return colon + 1, body
    plain = _QUOTED.sub("“”", title)
    if FINITE.search(plain) and not _NOMINAL.fullmatch(title.strip()):
        return None
    is_small = body < len(text) and not (text[body].isupper() or text[body] in '“"+-–' or text[body].isdigit())
    # 'a) Trật tự đô thị: xử lý 604 vụ': few words that are no task.
    unlike_title = len(title.split()) > _FEW or "," in title or _TASK.match(title) or _LINKING.match(title)
    if is_small and unlike_title and not _is_echoed(title, text[body : body + 60]):
        return None
    if is_small and _ADDRESS.match(title) and text.find(". ", body) < 0:
        return None
    named = _NOMINAL.match(plain) or (_BODIES.match(plain) and len(title) <= _LONGEST_NAMES)
    if body < len(text) and not named and len(title) > _LONGEST_RUN_IN:
        return None
    if body >= len(text) and not _NOMINAL.match(plain) and len(title) > 120:
        return None
    return colon + 1, body


_ADDRESS = re.compile(r"Đối với ")  # 'Đối với xã Lũng Ẳng: phấn đấu đạt chuẩn': one sentence, which opens with whom


def _is_echoed(title: str, body: str) -> bool:
    """Whether the text begins with what the title names: 'Rà soát, hệ thống hóa: đã rà soát 120 văn bản'."""
    first = " ".join(title.split(",")[0].lower().split()[:2])
    return len(title.split()) <= _FEW and body.removeprefix("đã ").startswith(first)


def _first_colon(text: str, at: int) -> int | None:
    """The first colon outside quotes; none where it stands inside a number or an address."""
    depth = 0
    straight = False
    for index in range(at, min(len(text), at + 360)):
        char = text[index]
        if char == "“":
            depth += 1
        elif char == "”":
            depth -= 1
        elif char == '"':
            straight = not straight
        elif char == ":" and depth <= 0 and not straight:
            number = text[index + 1 : index + 2].isdigit() and text[index - 1 : index].isdigit()
            return None if number else index
    return None


def _styled_prefix(source: Source, flow: Flow, paragraph: FlowParagraph, text: str, at: int) -> tuple[int, int] | None:
    """A bold, italic or underlined beginning that ends in or before a colon or full stop, text following."""
    block = source.blocks[paragraph.blocks[0]]
    if not block.styles:
        return None
    begin = flow.raw(paragraph.start + at)
    for style in block.styles:
        if style.style == "superscript" or not (style.start <= begin + 1 and style.end > begin + 1):
            continue
        reach = flow_offset(flow, paragraph, style.end) - paragraph.start
        reach = _over_the_cut(text, reach, open_to_the_end=style.end >= block.end - 3 and len(paragraph.blocks) > 1)
        title = text[at:reach].rstrip()
        after = reach
        while after < len(text) and text[after] in " :\u00a0":
            after += 1
        closed = title.endswith((":", ".")) or ":" in text[len(title) + at : after]
        if closed and 3 <= len(title) <= 420 and after < len(text) and ". " not in title:
            return (reach if title.endswith((":", ".")) else after), after
    return None


def _over_the_cut(text: str, reach: int, *, open_to_the_end: bool) -> int:
    """A heading that a page break cut in two: its dress ends at the cut, its colon follows on the other side."""
    if not open_to_the_end or text[:reach].rstrip().endswith(":"):
        return reach
    colon = text.find(":", reach, reach + 200)
    stop = text.find(". ", reach, reach + 200)
    return colon + 1 if colon >= 0 and (stop < 0 or colon < stop) else reach


def flow_offset(flow: Flow, paragraph: FlowParagraph, raw: int) -> int:
    """The flow offset within ``paragraph`` of the first character at or after source offset ``raw``."""
    low, high = paragraph.start, paragraph.end
    while low < high:
        middle = (low + high) // 2
        if flow.raw(middle) < raw:
            low = middle + 1
        else:
            high = middle
    return low


def _is_styled(source: Source, flow: Flow, paragraph: FlowParagraph, start: int, end: int) -> bool:
    """Whether ``start``..``end`` of a paragraph is bold from end to end."""
    block = source.blocks[paragraph.blocks[0]]
    if not block.styles or len(paragraph.blocks) > 1:
        return False
    low, high = flow.raw(paragraph.start + start), flow.raw(paragraph.start + end - 1)
    return any(style.style == "bold" and style.start <= low and style.end >= high for style in block.styles)


def _unnumbered(source: Source, flow: Flow, paragraph: FlowParagraph, text: str) -> Head | None:
    """A heading that a dash, plus or star introduces, or none at all: by its dress, or a phrase before a colon."""
    found = _MARKER.match(text)
    marker = found.group(1) if found else ""
    marker = "-" if marker in "–—" and marker else "*" if marker in "•●▪" and marker else marker
    at = found.end() if found else 0
    rank = {"-": DASH, "+": PLUS, "*": STAR}.get(marker, DASH)
    begin = paragraph.start
    if _NO_TITLE.match(text, at):
        return None
    if not marker and text.isupper() and _is_capital_heading(source, paragraph, text):
        return Head(begin, paragraph.end, None, 0, ROMAN, "heading", text.rstrip(":").strip())
    weak = plain = False
    styled = _styled_prefix(source, flow, paragraph, text, at)
    if styled is None and _is_styled(source, flow, paragraph, at, len(text)):
        bare = text[at:].rstrip()
        if len(bare) <= 300 and bare[-1:] not in ".;,/" and _TWO_LETTERS.search(bare):
            return Head(begin, paragraph.end, None, 0, rank, "heading", bare.rstrip(":").strip(), marker)
        return None
    if styled is None:
        named = bool(_NOMINAL.match(text[at : at + 30]))
        weak = not named
        if marker != "+" and not (named or (marker in ("-", "") and _is_topic(text, at))):
            return None
        if marker == "+" and not _is_topic(text, at):
            return None
        styled = _plain_phrase(text, at, longest=320 if marker else 170, weak=weak or marker != "")
        if styled is None:
            return None
        plain = True
        if _is_order(text, at, styled[1]):
            return None
    head_end, body = styled
    title = text[at:head_end].strip().rstrip(":").strip()
    if not _TWO_LETTERS.search(title):
        return None
    if body >= len(text):
        return Head(begin, paragraph.end, None, 0, rank, "heading", title, marker, weak=weak, plain=plain)
    return Head(begin, begin + head_end, None, 0, rank, "run_in", title, marker, begin + body, weak=weak, plain=plain)


def _is_order(text: str, at: int, body: int) -> bool:
    """Whether a line says to whom and then what is to be done: 'Đối với các Sở, ngành: Chủ động cân đối'."""
    address = _ADDRESS.match(text, at)
    if address is None:
        return False
    to = address.end() + (4 if text.startswith("các ", address.end()) else 0)
    return _BODIES.match(text, to) is not None and _ORDER.match(text, body) is not None


def _is_topic(text: str, at: int) -> bool:
    """Few words without a name among them before a colon ('Ban hành văn bản: ...'); 'Hội Nông dân: ...' is a name."""
    colon = text.find(":", at, at + 64)
    words = text[at : max(colon, at)].split()
    if not 2 <= len(words) <= 12 or not words[0][:1].isupper() or _LINKING.match(text, at):
        return False
    return not any(word[:1].isupper() and not word.isupper() for word in words[1:])


def _is_capital_heading(source: Source, paragraph: FlowParagraph, text: str) -> bool:
    """'KẾT LUẬN' on a line that stands out: bold, centred, or between blank lines. 'QUYẾT ĐỊNH:' is none."""
    words = text.split()
    if len(words) < 2 or len(text) > 200 or not text[-1:].isalpha() or not all(map(str.isalpha, words[:2])):
        return False
    first, last = source.blocks[paragraph.blocks[0]], source.blocks[paragraph.blocks[-1]]
    apart = (
        source.text[last.end : last.end + 2] == "\n\n" and source.text[max(first.start - 2, 0) : first.start] == "\n\n"
    )
    return apart or first.centred or any(style.style == "bold" for style in first.styles)


def _plain_phrase(text: str, at: int, *, longest: int, weak: bool = False) -> tuple[int, int] | None:
    """'Công tác ...: Văn bản' without any dress: a phrase without a verb, and a sentence after the colon.

    ``weak``: one that counts only among others of its kind; a number or a small letter may follow it, or a full stop
    stand for its colon ('- Ưu điểm. Cấp ủy quan tâm.').
    """
    stop = text.find(". ", at, at + 40)
    if stop > 0 and _NOMINAL.match(text, at) and ":" not in text[at:stop] and not FINITE.search(text[at:stop]):
        return stop + 1, stop + 2
    colon = _first_colon(text, at)
    if colon is None or colon - at > longest or ". " in text[at:colon]:
        return None
    if FINITE.search(_QUOTED.sub("“”", text[at:colon])):
        return None
    body = colon + 1
    while body < len(text) and text[body] in " \u00a0":
        body += 1
    if body < len(text) and not (text[body].isupper() or text[body] in '“"'):
        small = weak and len(text[at:colon].split()) <= _FEW and not _TASK.match(text, at)
        return (colon + 1, body) if small else None
    return colon + 1, body
