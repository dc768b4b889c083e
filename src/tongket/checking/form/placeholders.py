"""What the drafter meant to come back to (chỗ còn để ngỏ): marks for a number, notes to oneself, lists announced only.

Cases of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_recognised
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.vietnamese.unicode import CAPITALS, SMALL

# Literal text comes first and what may not stand before it after that: the engine jumps from one to the next.
_AFTER = r"(?=[\s%).,;:]|/(?!\w{3}))"
_MARKS = tuple(
    map(
        re.compile,
        (
            rf"0(?<!\w0)(?:…+|\.{{3,}})(?= [{SMALL}])",
            r"N/A(?<![\w/]N/A)(?= (?:đồng|người|hộ|lượt|%|ha|tấn|cuộc|vụ|triệu|tỷ|trường hợp)(?!\w))",
            rf"xx(?<![\w/?.-]xx)x{{0,3}}{_AFTER}",
            rf"XX(?<![\w/?.-]XX)X{{0,3}}(?=[.,]X)[.,X]+{_AFTER}",
            r"XX(?<![\w/?.-]XX)X{0,3}(?= (?:triệu|tỷ|nghìn|người|hộ|đồng|lượt|cuộc|vụ|trường hợp|(?:hội|đảng) viên|%))",
            rf"\?\?(?<![\w/?.-]\?\?)\?{{0,3}}{_AFTER}(?![^\S\n]*\?)",
            rf"\[(?<=[{SMALL}:]\s\[)(?:[ \t]{{2,}}|[ \t]*(?:\.{{2,}}|…+|_{{2,}})[ \t]*)\](?=[ \t,.;])",
            rf"\.\.\.\.(?<=năm \.\.\.\.)\.*(?= [{CAPITALS}])",
            rf"…[….]{{0,99}}+\s?/\s?\d[\d.,]*(?= [{SMALL}%])",
            rf"\((?:\.{{2,}}|…+|_{{2,}})\)(?=\s?[{SMALL}%])",
            r"\((?:họ và )?(?:tên|số|ngày):?\s?(?:…+|\.{2,}|_{2,})\s?\)",
            r"\[\s?(?:tên|số|ngày|[Đđ]iền|[Gg]hi|nhập|họ|đơn vị|địa danh)(?!\w)[^\[\]\n\d]{0,40}\]",
            rf"\.\.\.(?<=[ :]\.\.\.)\.*\s?/\s?\d[\d.,]*(?= [{SMALL}%])",
            r"\((?:chiếm |đạt |t[ỷỉ] lệ )?(?:\.{2,}|…+|_{2,})\s?%\)",
            r"(?:chiếm|đạt|bằng|t[ỷỉ] lệ)(?:…+|\.{3,})\s?%",
            r"<(?:tên|số|điền)[^<>\n\d]{0,40}>",
            r"\((?:điền|nhập|ghi) (?:số(?: liệu| lượng)?|tên|ngày)(?: [^\W\d_]+){0,3}\)",
            rf":(?<=[{SMALL}\s]:)\s?[;,](?=\s)",
        ),
    )
)
_DOTS = re.compile(rf"(?:\.\.\.(?<= \.\.\.)|…(?<= …))(?: (?=[{SMALL}])|[.…]*\s?(?=%))")
_EXPECTS = re.compile(
    r"(?<!\w)(?:còn|có|là|đạt|hơn|khoảng|với|gồm|trên|tăng|giảm|được|tổng số|tổ chức|mở|thành lập|kết nạp|cấp|ban hành"
    r"|chiếm|t[ỷỉ] lệ|bằng|gần|ước|tiếp nhận|giải quyết|trồng|hỗ trợ|phát|trao|huy động"
    r"|vận động|thu|chi|tặng|khám|chữa|bàn giao|kiểm tra) $"
)
_LATER = r"(?:sau|số liệu|nội dung(?: (?:này|sau))?(?=\))|tên|ngày|số|vào|thêm)"
_ASKS = "đối chiếu|cung cấp|chốt|số liệu|cập nhật|tổng hợp|bổ sung|rà soát"
_NOTE = re.compile(
    rf"\((?P<said>(?:sẽ )?(?:bổ sung|cập nhật|điền|nhập|ghi|viết)(?: tiếp| thêm)? {_LATER}"
    rf"|(?:đang )?(?:chờ|đợi) (?:[^\W\d]+ ){{0,6}}(?:{_ASKS})"
    r"|(?:cần |xin |nhờ )?(?:kiểm tra|rà soát|xem|hỏi|tính|sửa) lại"
    r"|(?:đang|sẽ|chờ) (?:cập nhật|bổ sung|tổng hợp)(?=\))"
    r"|(?:cần|đề nghị|xin) (?:bổ sung|cập nhật|rà soát|điền|xác nhận)(?: thêm| lại)?(?=\))|chưa có số liệu|\?"
    r"|chưa (?:điền|nhập|cập nhật|bổ sung|tổng hợp|đối chiếu)|thiếu số liệu)(?!\w)[^()\n]{0,60}\)",
)
_TO_FOLLOW = re.compile(
    r"\([^\W\d][^():\n\d]{3,40}: (?:đang|sẽ|chờ) (?:cập nhật|bổ sung|tổng hợp|rà soát|hoàn thiện)(?!\w)[^()\n]{0,30}\)"
)  # '(danh mục: đang cập nhật)'
_COLLEAGUE = (
    r"(?:[Vv]ăn phòng|[Pp]hòng|đ/c|Đ/c|[Đđ]ồng chí|[Aa]nh|[Cc]hị|[Bb]ộ phận|[Kk]ế toán|[Vv]ăn thư|[Tt]hống kê"
    r"|[Cc]án bộ"
    r"|[Cc]huyên viên|[Bb]an|[Hh]ội|[Cc]ông an|[Tt]rạm|[Ss]ở|UBND|[Tt]ổ|[Đđ]oàn|[Tt]ài chính|[Đđ]ịa chính|[Tt]ư pháp)"
)
_TO_A_COLLEAGUE = re.compile(
    rf"\((?:(?:[Đđ]ề nghị|[Nn]hờ|[Cc]hờ|[Xx]in|[Gg]iao) )?(?:{_COLLEAGUE}(?: [^\W\d_]+){{0,5}}? )?"
    r"(?:bổ sung|cung cấp|cập nhật|điền|kiểm tra|rà soát|gửi|xác nhận|viết|sửa|đối chiếu|chèn|thêm|ghi|nhập)"
    r"(?= [^()\n]{0,60}(?:vào đây|ở đây|chỗ này|mục này|phần này|đoạn này|giúp|nhé|ạ)\))"
    r"[^()\n]{0,70}\)"
)  # '(đồng chí văn thư điền tên thôn vào chỗ này)', '(nhờ kế toán rà lại giúp)'
_WORD = 14  # letters before dots in which the word stands that expects a number
_NO_RATE = re.compile(rf"%(?= [{SMALL}])")
_GAP = re.compile(rf"   (?<!    ) *+(?=[{SMALL}])")
_WIDE = "   "
_COUNTS = re.compile(r"(?<!\w)(?:cho|được|có|là|đạt|cấp|còn|gồm|hỗ trợ|thêm|trên)$")
_FEW = 2  # blanks in the place of a number: more are how the text is set
_ABOUT = re.compile(r"(?<!\w)(?:khoảng|chiếm|gần|hơn|ước đạt) {1,6}$")
_OF_NUMBERS = re.compile(
    r"\((?:cần |đề nghị |xin |sẽ |đang )?(?:bổ sung|cập nhật|kiểm tra lại|rà soát lại|đối chiếu lại|tính lại)"
    r"(?: thêm| lại)? số liệu(?! vào)(?!\w)[^()\n\d]{0,60}\)"
)  # '(cần bổ sung số liệu của thôn ...)' is no state of the matter that is counted before it
_AWAITED = re.compile(r"\((?:đang )?(?:chờ|đợi) (?:có |chốt |đối chiếu )?số liệu(?!\w)[^()\n\d]{0,40}\)")
_COUNTED = re.compile(r"\d[^.,;:\n]{0,30}$")
_MOST = 12  # more of them, and the text is a form


def check_placeholders(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for what stands where a number or name was to come: 'xxx lượt', '???', 'chuyển đến: ;',
    '(chờ kế toán đối chiếu)'.

    Not flagged: Roman numbers; brackets that say how far a matter is after its number ('03 hồ sơ (chờ bổ sung)');
    forms, which are full of them; scans.
    """
    if is_recognised(report):
        return
    head = report.letterhead.type_at.end if report.letterhead.type_at else 0
    text = report.text
    found = [
        one
        for pattern in (*_MARKS, _TO_FOLLOW, _AWAITED, _OF_NUMBERS, _TO_A_COLLEAGUE)
        for one in pattern.finditer(text, head)
    ]
    found += [
        one for one in _DOTS.finditer(text, head) if _EXPECTS.search(text, max(one.start() - _WORD, 0), one.start())
    ]
    found += [
        one for one in _NOTE.finditer(text, head) if not _COUNTED.search(text, max(one.start() - 60, 0), one.start())
    ]
    found += [
        one for one in _NO_RATE.finditer(text, head) if _ABOUT.search(text, max(one.start() - 16, 0), one.start())
    ]
    gaps = [one for one in _GAP.finditer(text, head) if _COUNTS.search(text, max(one.start() - 12, 0), one.start())]
    for one in gaps if len(gaps) <= _FEW and text.count(_WIDE) <= _MOST else ():
        start = text.rfind(" ", 0, one.start()) + 1
        facts = {"printed": f"{text[start : one.start()]} …"}
        yield Finding("incomplete", "warning", Span(start, one.end()), "placeholder", facts)
    for one in found if len(found) <= _MOST else ():
        facts = {"printed": " ".join(one[0].split())}
        yield Finding("incomplete", "warning", Span(*one.span()), "placeholder", facts)


# What a document says of itself among its grounds: the parts below are what it announces
_ANNOUNCES_ITSELF = re.compile(
    r"(?<!\w)(?:xây dựng|ban hành|lập|đề ra|báo cáo|thông báo|hướng dẫn|triển khai|trình)(?!\w)[^.;:]{0,80}?"
    r"(?:[Kk]ế hoạch|[Pp]hương hướng|[Cc]hương trình|[Bb]áo cáo|[Pp]hương án|[Hh]ướng dẫn|[Tt]hông báo|[Đđ]ề án"
    r"|[Nn]hiệm vụ|kết quả|nội dung)"
    r"[^.;:]{0,200}:$"
)
_ANNOUNCES = re.compile(
    r"(?<!\w)(?:sau(?: đây)?|như sau|gồm(?: có)?|cụ thể|dưới đây|bao gồm|là|trong đó(?: có)?|các nội dung)\s?:$",
    re.IGNORECASE,
)
_NEVER_LAST = re.compile(r"(?<!\w)(?P<word>và|các|những|hoặc|nhằm|bởi|mỗi)\s?[.;]$")


def check_paragraph_ends(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where a paragraph announces a list, and its section ends there; where a full stop stands
    behind a word that joins: 'năng lực của cán bộ và.'

    Not flagged: what goes on in a table, a lower heading or the next paragraph of the section; headings; the document
    that announces its own parts in the first of them.
    """
    ends = sorted((one.start, one.end) for one in _last_sections(report.sections))
    starts = [start for start, _ in ends]
    tables = sorted(one.start for one in report.tables)
    headings = {one.start: one.head_end for one in report.walk_sections() if one.kind == "heading"}
    for paragraph in report.paragraphs:
        if paragraph.kind != "body" or not paragraph.spans:
            continue
        said = paragraph.text.rstrip(' \t"”*')
        place = Span(paragraph.spans[0].start, paragraph.spans[-1].end)
        if broken := _NEVER_LAST.search(said[-12:]):
            yield Finding("incomplete", "warning", place, "word", {"word": broken["word"]})
        elif headings.get(place.start, 0) < place.end - len(_MARKED_END) and _ANNOUNCES.search(said[-24:]):
            if report.closing and not report.text[place.end : max(report.closing.start, place.end - 1)].strip(
                " \t\r\n*_"
            ):
                yield _announced(place, said)
                continue
            at = bisect_left(starts, place.start + 1) - 1
            if at == 0 and _ANNOUNCES_ITSELF.search(said[-_SENTENCE:]):
                continue
            if at < 0 or not place.start < ends[at][1] or report.text[place.end : ends[at][1]].strip(" \t\r\n*_"):
                continue
            if _LIST_BELOW.match(report.text, ends[at][1]):
                continue  # its list was read as sections
            table = bisect_left(tables, place.start)
            if table == len(tables) or tables[table] > ends[at][1] + 2:
                yield _announced(place, said)


def _announced(place: Span, said: str) -> Finding:
    word = said[-24:].rsplit(None, 2)[-1].rstrip(":") if " " in said else said
    return Finding("incomplete", "warning", place, "announced", {"word": word})


_LIST_BELOW = re.compile(r"[\s*_]*(?:[-–+•]\s|[“\"]?(?:a|1|i)[.)]|\(1\))")
_SENTENCE = 400  # letters of the sentence that announces
_MARKED_END = "**: "  # what may stand between the end of a title and that of its line


def _last_sections(sections: tuple[Section, ...], *, followed: bool = False) -> Iterator[Section]:
    """Sections without lower ones that another section of their parent, or of one above it, follows."""
    for index, one in enumerate(sections):
        goes_on = followed or index + 1 < len(sections)
        if one.children:
            yield from _last_sections(one.children, followed=goes_on)
        elif goes_on and one.number:
            yield one
