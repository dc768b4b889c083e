"""Another unit of the same level, named once as if it were the own one (tên đơn vị khác còn sót trong nội dung).

A report made from that of a neighbour thanks 'nhân dân xã ...' of the neighbour in one place. The title, the opening
and the closing are in ``other_units``. A case of ``body-appendix-mismatch``, whose page stands with the text against
tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.finds import finds, holds
from tongket.checking.evidence.places import matches_near
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.units import name_key
from tongket.vietnamese.unicode import CAPITALS

_LEVELS = ("[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu", "[Hh]uyện|[Qq]uận|[Tt]hị xã", "[Tt]ỉnh")  # none of the head's
_WORD = rf"[{CAPITALS}][^\W\d_]*(?:['’][A-Za-z]+)?"
_NAME = rf"(?!Khoá|Khóa|Ủy|Uỷ|Lần|Hội|Ban)(?P<name>{_WORD}(?: {_WORD})*)"
_UNITS = tuple(re.compile(rf"(?<!\w)(?:{kinds}) {_NAME}") for kinds in _LEVELS)
_WORDS = (
    ("ã ", "hường ", "hị trấn ", "ặc khu "),
    ("uyện ", "uận ", "hị xã "),
    ("ỉnh ",),
)  # in each of these, as printed
_HEAD = tuple(re.compile(rf"(?<!\w)(?:{kinds}) (?P<name>[^,;()\d\n]+)$", re.IGNORECASE) for kinds in _LEVELS)
_SPEAKS = re.compile(  # who reports, by what only the report's own body says
    r"(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Đảng (?:ủy|uỷ)|HĐND|Hội đồng nhân dân) $"
)
_OFFICE = 30  # letters of the words before a unit that tell who reports
_SAYS = re.compile(
    r" (?:xin |kính |trân trọng )*(?:báo cáo|tiếp thu|đề nghị|kiến nghị|trình|cam kết|đề xuất|kính mong)(?!\w)"
)
_AS_OWN = re.compile(
    r"(?<!\w)(?:[Nn]hân dân|[Nn]gười dân|[Cc]ông chức|[Vv]iên chức|[Đđ]ảng viên|[Đđ]ảng bộ|[Cc]hính quyền|[Đđ]ời sống"
    r"|[Bb]ộ mặt|[Dd]iện mạo|[Tt]rên địa bàn(?: toàn)?|[Tt]oàn|[Hh]ội viên"
    r"|[Đđ]oàn viên|(?:[Kk]inh tế|[Tt]ình hình|[Kk]ết quả|[Hh]oạt động|[Cc]ông tác)(?: [^\W\d_]+[,-]?){0,6} của) $"
)
# Whose merit a report tells of, where it thanks for its own results, is its own; others are thanked as others.
_ORGAN = re.compile(
    r"(?<!\w)(?:UBND|HĐND|MTTQ|(?:Ủy|Uỷ) ban(?! [^.,;:\n]{0,30}(?:tỉnh|huyện))|Hội đồng|Đảng (?:ủy|uỷ)|Ban|Hội|Đoàn"
    r"|Công an"
    r"|Trạm [Yy] tế|Mặt trận)(?: [^\W\d_]+){0,7} $"
)
_CREDITS = re.compile(
    r"(?:kết quả|thành tích|thành công)(?: \w+){0,4} (?:là )?(?:nhờ|do)(?!\w)|(?<!\w)nhờ (?:có )?sự(?!\w)",
    re.IGNORECASE,
)
_MERGED = re.compile(r"(?<!\w)(?:sáp nhập|hợp nhất|sắp xếp (?:các )?đơn vị hành chính)(?!\w)")
_WITH_OTHERS = re.compile(
    r"(?<!\w)(?:hỗ trợ|giúp|phối hợp|giao lưu|kết nghĩa|học tập|học hỏi|kinh nghiệm|thăm|ủng hộ|tặng|giáp|liền kề"
    r"|lân cận|trước đ(?:ó|ây)|cũ|nay là|tuyến|trú|đối tượng|bàn giao|chuyển|cùng|(?<!đối )với|xảy ra"
    r"|(?<!nghĩa )(?<!nhiệm )(?<!phục )(?<!dịch )(?<!chức )vụ"
    r"|dịch(?! vụ)|thi công"
    r"|dự án|công trình|mô hình của|các (?:xã|phường|huyện|tỉnh)|tranh chấp|khiếu nại|đến từ|liên (?:xã|huyện))(?!\w)",
    re.IGNORECASE,
)
_BEFORE = 70  # letters before a unit that say whose people or which organ of it is told of


def check_units_left_over(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a report that names its own unit all along speaks once of the people, the
    officers or the state of another one of that level: 'nhờ sự chung sức của nhân dân xã ...'.

    Not flagged: units named twice; sentences of two units or of what is done with others; reports on merged units;
    scans with dirt.
    """
    if report.letterhead.doc_type != "Báo cáo" or is_dirty(report) or holds(_MERGED, report.text):
        return
    for pattern, words, head in zip(_UNITS, _WORDS, _HEAD, strict=True):
        found = matches_near(pattern, report.text, *words, before=1)
        named = [(one, name_key(one["name"])) for one in found]
        own = _own(report, head, named) if named else None
        if own is None or sum(name.startswith(own) for _, name in named) < _least_own(report, own):
            continue
        mine = next(one for one, name in named if name.startswith(own))
        for one, name in named:
            if not name.startswith(own) and not own.startswith(name) and _is_left_over(report.text, one):
                facts = {"text": one[0], "other": mine[0]}
                yield Finding("body-appendix-mismatch", "warning", Span(*one.span()), "text", facts)


def _least_own(report: Report, own: str) -> int:
    """How often the own unit has to be named: once where the closing names it."""
    closing = report.closing
    return 1 if closing and own in name_key(report.text[closing.start : closing.start + _CLOSING]) else 2


_CLOSING = 400  # letters of the closing sentence


def _own(report: Report, head: re.Pattern[str], named: Sequence[tuple[re.Match[str], str]]) -> str | None:
    """The key of the own unit of a level: of the head, where the text names it too, else of the body that speaks."""
    found = head.search(report.letterhead.issuing_body or "")
    by_head = name_key(found["name"]) if found else None
    if by_head and any(name.startswith(by_head) for _, name in named):
        return by_head
    text = report.text
    spoken = {
        name
        for one, name in named
        if _SPEAKS.search(text, max(one.start() - _OFFICE, 0), one.start()) and _SAYS.match(text, one.end())
    }
    return next(iter(spoken)) if len(spoken) == 1 else None


def _is_left_over(text: str, one: re.Match[str]) -> bool:
    """Whether a unit is named once in a text, as the unit of the people or the state that a sentence tells of."""
    low = max(one.start() - _BEFORE, 0)
    as_own = _AS_OWN.search(text, low, one.start())
    organ = None if as_own else _ORGAN.search(text, low, one.start())
    if not (as_own or organ) or text.count(one["name"]) > 1:
        return False
    sentence = text[sentence_start(text, one.start(), one.start()) : sentence_end(text, one.end())]
    if organ and not _CREDITS.search(sentence):
        return False
    others = {found["name"] for pattern in _UNITS for found in pattern.finditer(sentence)}
    return not _WITH_OTHERS.search(sentence) and others == {one["name"]}


_ACTS_AS_OWN = re.compile(
    r"(?:(?<=\n)|(?<=[.;] )|(?<=[-+] )|(?<=[Tt]rong kỳ, )|(?<=[Tt]rong năm )|(?<=[Tt]rong năm, )|(?<=[Nn]hìn chung, ))"
    r"(?P<organ>UBND|HĐND|(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân|Đảng (?:ủy|uỷ)|Ban Chấp hành Đảng bộ"
    r"|(?:Ban Thường trực )?(?:(?:Ủy|Uỷ) ban )?(?:MTTQ|Mặt trận Tổ quốc) Việt Nam)"
    rf" (?:xã|phường|thị trấn|đặc khu) {_NAME}(?: (?:đã|luôn|thường xuyên|kịp thời)){{1,3}} (?:chỉ đạo|ban hành"
    r"|xây dựng|triển khai|tổ chức|lãnh đạo|thành lập|kiện toàn|quán triệt|tham mưu|nỗ lực|phối hợp (?=tổ chức))(?!\w)"
)
_FEW_TIMES = 2  # that a unit is named which was left over


def check_organs_left_over(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a commune's report begins a sentence with the state or the Party committee
    of another commune, which has directed or issued: 'Ủy ban nhân dân xã ... đã ban hành 12 văn bản'.

    Not flagged: reports on several or merged communes; what is done with others; communes named more often.
    """
    own = _HEAD[0].search(report.letterhead.issuing_body or "")
    if report.letterhead.doc_type != "Báo cáo" or own is None or is_dirty(report) or holds(_MERGED, report.text):
        return
    mine = name_key(own["name"])
    found = list(finds(_ACTS_AS_OWN, report.text))
    for one in found if len(found) <= _FEW_TIMES else ():
        name = name_key(one["name"])
        end = sentence_end(report.text, one.end())
        alike = name.startswith(mine) or mine.startswith(name)
        if alike or report.text.count(one["name"]) > _FEW_TIMES or _WITH_OTHERS.search(report.text, one.end(), end):
            continue
        place = Span(one.start(), one.end("name"))
        facts = {"text": report.text[place.start : place.end], "other": " ".join(own.string.split())}
        yield Finding("body-appendix-mismatch", "warning", place, "text", facts)


CHECKS = (check_units_left_over, check_organs_left_over)
