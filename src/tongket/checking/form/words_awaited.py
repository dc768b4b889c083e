"""Words that a sentence makes one wait for, and that do not come (vế chờ mà không có): 'tăng 5 đơn so với.', 'không
những giúp tiết kiệm kinh phí.', 'hộ nghèo và hộ cận nghèo lần lượt là 86 hộ', 'Số người được tập huấn là người'.

Cases of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds, holds
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.spans import in_tables
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_COMPARED = re.compile(
    r"(?<!\w)(?P<word>[Ss]o (?:với(?: (?:năm|tháng|quý))?|(?:với )?cùng kỳ (?:năm|tháng|quý|là))(?: là)?) ?"
    r"(?=[.;)](?:\s|$))"
)
_ENDS = re.compile(
    r"(?<!\w)(?P<word>(?:chiếm|đạt|với|có|bằng)(?: tổng)? (?:tỷ lệ|tỉ lệ|số tiền|kinh phí|trị giá)"
    r"|(?:kinh phí|số tiền|tổng số|tỷ lệ|trị giá|diện tích)(?: thực hiện)? là|bao gồm|trong đó có) ?(?=[.;](?:\s|$))"
)
_LOST = re.compile(
    r"(?<!\w)(?:[Ss]ố|[Tt]ổng(?: số)?|[Tt]hu|[Kk]inh phí|[Dd]iện tích|[Tt]ỷ lệ)(?P<said> [^.;:,\d\n]{3,60}?)?"
    r" (?:là|được|đạt|chiếm|còn) (?:%|người|hộ|lượt|(?:triệu|tỷ|nghìn) đồng|ha|con|tấn|m2|km|học sinh)(?= ?[,.;])"
)
_LEADS_ON = re.compile(
    r"(?<=\w)[,]? (?P<word>đồng thời|từng bước|góp phần|tiến tới|cũng như|bên cạnh đó|ngoài ra)[,;]?[ \t]*(?=\n|$)"
)
_HAS_NUMBER = re.compile(
    r"\d|(?<!\w)(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|trăm|nghìn|bao nhiêu|những|các|ai)(?!\w)"
)


def check_ends_awaited(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where a comparison ends before what it compares with, a number is announced and a stop
    follows, or a unit stands without its number.

    Not flagged: tables; scans with dirt.
    """
    if is_dirty(report):
        return
    text, tables = report.text, in_tables(report)
    for pattern in (_COMPARED, _ENDS, _LEADS_ON):
        for found in finds(pattern, text):
            if not tables.touch(Span(*found.span())):
                facts = {"word": " ".join(found["word"].split())}
                yield Finding("incomplete", "warning", Span(*found.span("word")), "word", facts)
    for found in finds(_LOST, text):
        if tables.touch(Span(*found.span())) or _HAS_NUMBER.search(found["said"] or ""):
            continue
        yield Finding("incomplete", "warning", Span(*found.span()), "dots", {"printed": " ".join(found[0].split())})


_NOT_ONLY = re.compile(r"(?<!\w)(?P<first>[Kk]hông những|[Cc]hẳng những)(?!\w)")
_BUT_ALSO = re.compile(r"(?<!\w)(?:mà|còn|cả)(?!\w)")
_ONE_SIDE = re.compile(r"(?<!\w)(?P<first>[Mm]ột mặt)(?!\w)(?! (?:hàng|bằng|cắt|trận|nước))")
_OTHER_SIDE = re.compile(r"[Mm]ặt khác|[Mm]ột mặt|mặt kia|đồng thời|[Đđ]ồng thời")
_ALTHOUGH = re.compile(r"(?:(?<=[.] )|(?<=\n)|(?<=- ))(?P<first>Mặc dù|Tuy(?! nhiên| vậy| thế| là vậy))(?= [^\W\d_])")
_YET = re.compile(r"[,;:]|(?<!\w)(?:nhưng|song|vẫn|cũng|tuy nhiên|bước đầu|đã)(?!\w)")
_FAR = 700


def check_second_halves(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where the first half of a pair of words stands without the second: 'không những' without 'mà
    còn', 'một mặt' without 'mặt khác', 'mặc dù' without what is so all the same.

    Not flagged: second halves in the sentence behind; scans with dirt; tables.
    """
    if is_dirty(report):
        return
    text, tables = report.text, in_tables(report)
    for pattern, answer, second, far in (
        (_NOT_ONLY, _BUT_ALSO, "mà còn", _NEXT),
        (_ONE_SIDE, _OTHER_SIDE, "mặt khác", _FAR),
        (_ALTHOUGH, _YET, "nhưng", 0),
    ):
        for found in finds(pattern, text):
            end = sentence_end(text, found.end(), _FAR)
            before = text[max(found.start() - far, 0) : found.start()]  # 'một mặt ..., một mặt ...'
            answered = answer.search(text, found.end(), end + far) or (pattern is _ONE_SIDE and answer.search(before))
            if answered or end - found.start() >= _FAR or not text[end : end + 1].strip(";"):
                continue
            if tables.touch(Span(*found.span())) or _is_an_opening(text, found, end):
                continue
            facts = {"printed": " ".join(text[found.start() : end].split()[:_SHOWN]), "second": second}
            yield Finding("incomplete", "warning", Span(*found.span("first")), "second-half", facts)


def _is_an_opening(text: str, found: re.Match[str], end: int) -> bool:
    """Whether the first half opens its sentence, behind which another follows: ``openings_closed`` tells of these."""
    opens = text[max(found.start() - 2, 0) : found.start()].strip(" -\n") in ("", ".")
    return found[0][0].isupper() and opens and re.match(r"\.[ \t]+\S", text[end : end + _SHOWN]) is not None


_NEXT, _SHOWN = 25, 9  # letters of the sentence behind: 'Họ còn ...'
_IN_TURN = re.compile(
    r"(?<!\w)lần lượt (?:là|đạt|có|bằng|chiếm)(?: tỷ lệ)?:? (?P<told>\d(?:[^.:()\n]|\.(?=\d)){0,160})"
)
_VALUE = re.compile(r"\d(?<![\d.,]\d)[\d.,]*")
_LABELS = re.compile(
    r"(?P<more>(?:[^.;:,\n]{2,60}, ){0,6})[^.;:,\n]{2,60} và [^.;:\n]{2,60}$"
)  # 'hộ nghèo và hộ cận nghèo'
_LISTED = re.compile(r"[^\W\d_](?P<more>(?:, [^\W\d_]+(?: [^\W\d_]+)?){2,6}) $")  # 'giỏi, khá, trung bình '
_BACK = 200


def check_in_turn(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where 'lần lượt' announces numbers in turn, and fewer come than things stand before: 'hộ
    nghèo và hộ cận nghèo lần lượt là 86 hộ'.
    """
    text = report.text
    for found in finds(_IN_TURN, text):
        low = sentence_start(text, found.start(), _BACK)
        labels = _LABELS.search(text, low, found.start()) or _LISTED.search(text, low, found.start())
        if labels is None:
            continue
        named = labels["more"].count(",") + (1 if labels.re is _LISTED else 2)
        values = sum(
            not found["told"][: one.start()].rstrip().endswith(("năm", "tháng", "quý"))
            for one in _VALUE.finditer(found["told"])
        )
        if values == 1 or (named >= _THREE and values < _THREE):
            facts = {"printed": " ".join(found[0].split()), "count": str(values)}
            yield Finding("incomplete", "warning", Span(*found.span()), "in-turn", facts)


_THREE = 3
_PAIR = re.compile(
    r"(?:^|(?<=\n)|(?<=[.;] ))[-+•* ]{0,4}(?P<label>(?:[Tt]ổng )?[Ss]ố (?P<noun>[^\W\d_]+)(?: [^\W\d_]+){0,4} ?/ ?số "
    r"[^\W\d_]+(?: [^\W\d_]+){0,4}) ?: ?(?P<value>\d[\d.]{0,9} (?P=noun)) ?(?=[.;\n]|$)",
    re.MULTILINE,
)
_SECOND = re.compile(r"/ ?số ")  # each match holds one


def check_pairs_told(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where a label asks for two numbers, and only the first stands behind it: 'Số lớp/số học
    viên: 06 lớp'.
    """
    tables = in_tables(report)
    for found in finds(_PAIR, report.text) if holds(_SECOND, report.text) else ():
        place = Span(*found.span("value"))
        if not tables.touch(place):
            facts = {"label": " ".join(found["label"].split()), "value": found["value"]}
            yield Finding("incomplete", "warning", place, "pair", facts)


CHECKS = (check_ends_awaited, check_second_halves, check_in_turn, check_pairs_told)
