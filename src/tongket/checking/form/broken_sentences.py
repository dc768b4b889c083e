"""Sentences that lost a part (câu thiếu vế): a rise from a level to nowhere, a sum without its number, a list that goes
on behind another sentence.

Cases of ``incomplete``, whose page stands with sentences and blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds_in
from tongket.checking.evidence.places import matches_near
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.spans import in_tables
from tongket.checking.form.incomplete_told import told_incomplete
from tongket.checking.form.openings_closed import STOP
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import SMALL

_FROM = re.compile(
    r"(?<!\w)(?P<said>(?:[Tt]ăng|[Gg]iảm|[Nn]âng|[Hh]ạ)(?: (?:tổng )?(?:số|tỷ lệ)(?: [^\W\d_]+){0,4}?)? từ"
    r" \d[\d.,]*\d?\s?(?:%|[^\W\d_]+(?: (?!so |trong |ở |vào |tại |đầu |của )[^\W\d_]+){0,2})"
    r"(?: \(?năm (?:19|20)\d\d\)?)?)(?=\s?(?:[.;](?:\s|$)|\n|$|,| (?:so với|trong|ở|vào|tại|của|đầu)(?!\w)))"
)
_BACKWARDS = re.compile(r"(?<!\w)(?:lên|đến|tới|xuống|còn|thành|trở|nguồn|đạt)(?!\w)")
_WHEN = re.compile(r"(?:năm|tháng|quý|ngày|giai đoạn|nhiệm kỳ) \d[\d/]*(?:\s?[-–]\s?\d[\d/]*)?")
_TO_WHERE = re.compile(
    r"\d|(?<!\w)(?:lên|đến|tới|xuống|còn|thành(?! viên| phố| lập)|trở (?:lên|xuống)|đạt|nay|mỗi)(?!\w)"
)


def check_rises_to_nowhere(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where the level from which something rises or falls has no other: 'tăng từ 1,82 tiêu chí.',
    'tăng từ 62% so với đầu nhiệm kỳ, nhiều chi hội hoạt động trở lại'.

    Not flagged: '... trở lên', sources ('tăng từ 2 nguồn'), sentences that go on with a number or to a level, tables.
    """
    for found in matches_near(_FROM, report.text, "ăng", "iảm", "âng", "Hạ", "hạ", before=1):
        behind = _REST.match(report.text, found.end())
        if behind is None or _BACKWARDS.search(found["said"]) or _in_table(report, found.start()):
            continue
        if not _TO_WHERE.search(_WHEN.sub("", behind[0])):
            yield told_incomplete(Span(*found.span("said")), "from", "warning", found["said"])


_REST = re.compile(r"(?:[^.;\n]|[.;](?=\S))*")
_TO_NO_NUMBER = re.compile(
    r"(?<!\w)(?P<said>từ (?:chỗ )?\d[\d.,]* (?P<noun>[^\W\d_]+)(?: [^\W\d_]+){0,3}?"
    r"(?: \(?(?:đầu |cuối |trong )?(?:năm|tháng|kỳ)(?: (?:\d{1,2}/)?(?:19|20)\d\d| trước)?\)?)?"
    r" (?<!trở )(?:lên|xuống|còn)(?: còn)?"
    r" (?:(?P=noun)(?!\w)|(?:vào |trong |cuối )?(?:năm|tháng) (?:\d{1,2}/)?(?:19|20)\d\d))"
)


def check_rises_to_no_number(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where a rise or fall from a number ends in a year or in the bare noun: 'tăng từ 120 hội viên
    năm 2025 lên năm 2026', 'giảm từ 45 hộ xuống hộ'.

    Not flagged: '... trở lên'; tables.
    """
    for found in matches_near(_TO_NO_NUMBER, report.text, "từ ", before=0):
        if not _in_table(report, found.start()):
            yield told_incomplete(Span(*found.span("said")), "from", "warning", found["said"])


_HALF_YEAR = re.compile(
    r"(?<![\d/,.-])(?<!\w)(?P<said>(?:0?6|[Ss]áu|SÁU)\s(?:[Tt]háng|THÁNG)\s(?:[Nn]ăm|NĂM)\s(?:19|20)\d\d)(?!\d)"
)


def check_half_years(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) for six months of a year that are called neither the first nor the last: '06 tháng
    năm 2019'.
    """
    for found in matches_near(_HALF_YEAR, report.text, "háng", "HÁNG", before=len("Sáu t")):
        yield told_incomplete(Span(*found.span("said")), "half", "info", found["said"])


_MADE_AND_DONE = re.compile(
    r"(?<!\w)(?P<said>(?P<verb>[Xx]ây dựng|[Bb]an hành|[Kk]ý kết)(?:,| và) (?:(?:tổ chức|triển khai|chỉ đạo)\s){0,2}"
    r"(?:thực hiện|triển khai) (?:tốt |có hiệu quả |hiệu quả )?(?:các )?công tác)(?!\w)"
)


def check_missing_objects(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) for a verb of making a document beside one of doing, with an object that only the
    second can have: 'xây dựng và triển khai thực hiện công tác dân vận', which lacks the plan that was made.
    """
    for found in matches_near(_MADE_AND_DONE, report.text, "ây dựng", "an hành", "ý kết", before=1):
        if not _in_table(report, found.start()):
            facts = {"printed": " ".join(found["said"].split()), "verb": found["verb"].lower()}
            yield Finding("incomplete", "info", Span(*found.span("said")), "object", facts)


_BARE = re.compile(r";\s+(?P<said>\d{1,5}/[A-ZĐ][\w-]*[A-ZĐ](?:[ ,]+ngày \d[\d/.-]*\d)?)")
_SYMBOL = re.compile(r"(?<![\w/-])\d{1,5}/(?:\d{4}/)?[A-ZĐ][\w-]*[A-ZĐ]")


def check_lists_torn(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) for a bare document number behind a semicolon in a sentence that names no other,
    where a sentence before it lists such numbers: a part of that list that was pasted behind another sentence.
    """
    for paragraph in report.paragraphs:
        if paragraph.kind not in ("body", "note") or not paragraph.spans:
            continue
        low, end = paragraph.spans[0].start, paragraph.spans[-1].end
        for found in _BARE.finditer(report.text, low, end):
            stops = [one.end() for one in STOP.finditer(report.text, low, found.start())]
            own = not stops or _SYMBOL.search(report.text, stops[-1], found.start())
            if not own and len(_SYMBOL.findall(report.text, low, stops[-1])) > 1:
                yield told_incomplete(Span(*found.span("said")), "torn", "info", found["said"])


_LEADS_TO_SUM = re.compile(
    r"(?<!\w)(?P<said>(?:số tiền|kinh phí|trị giá|giá trị|với|(?<!tính )(?<!đơn vị )là|đạt|hơn|gần|trên|khoảng|hỗ trợ"
    r"|được|kinh phí (?:thực hiện|huy động|thu được)|tổng (?:thu|chi))(?: là| trên| hơn| gần| khoảng)?) $",
    re.IGNORECASE,
)
_LEADS_TO_DONG = re.compile(
    r"(?<!\w)(?P<said>(?:số tiền|trị giá|kinh phí|dư nợ|doanh số|tổng (?:thu|chi|vốn))(?: [^\W\d_]+){0,3} là) $",
    re.IGNORECASE,
)
_LEADS_TO_RATE = re.compile(
    r"(?<!\w)(?P<said>(?:đạt|chiếm|bằng|tăng|giảm|(?:hộ|tỷ lệ)[^.,;\d\n]{2,30} (?:còn|là))(?: tỷ lệ| tỉ lệ)?) $",
    re.IGNORECASE,
)
_NOT_TOLD = tuple(
    (re.compile(rf"{unit}(?=\s?[.;,)]|\s[{SMALL}]|\n|$)"), lead)
    for unit, lead in (
        *((f"{many} đồng", _LEADS_TO_SUM) for many in ("nghìn", "ngàn", "triệu", "tỷ")),
        ("đồng", _LEADS_TO_DONG),
        ("%", _LEADS_TO_RATE),
    )
)


def check_numbers_left_out(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for a sum or a rate without its number: 'với số tiền triệu đồng', 'đạt tỷ lệ %'.

    Not flagged: about one of a unit ('lãi hơn tỷ đồng'); tables and their heads; scans with dirt, whose digits may be
    lost.
    """
    if is_dirty(report):
        return
    for pattern, lead in _NOT_TOLD:
        for found in pattern.finditer(report.text):
            low = max(found.start() - _BACK, 0)
            led = lead.search(report.text, low, found.start())
            about = led is not None and _ABOUT_ONE.search(led["said"]) is not None and not found[0].startswith("đồng")
            if led is not None and not about and not _in_table(report, found.start()):
                place = Span(led.start("said"), found.end())
                yield told_incomplete(place, "placeholder", "warning", report.text[place.start : place.end])


_ABOUT_ONE = re.compile(r"(?:hơn|gần|trên)$")
_BACK = 40  # letters before a unit in which its number stands, or what leads to it
_GETS = (
    r"(?:tổ chức|hoàn thành|thực hiện|triển khai|xây dựng|giải quyết|vận động|huy động|thu|kết nạp|cấp|giải ngân|trồng"
    r"|thành lập|ra mắt|hỗ trợ)"
)
_NEVER_ENDS = re.compile(
    r"(?<!\w)(?P<said>(?:(?<=, )trong đó(?: có)?|bao gồm|gồm có|nhất là|đặc biệt là|cụ thể là|cũng như|bởi vì"
    r"|thông qua việc|ví dụ như|đối với các|do các|của các|và các|cho các|với các"
    r"|(?:để|nhằm) (?:làm (?:cơ sở|căn cứ)|góp phần|tạo (?:tiền đề|cơ sở))|(?<=, )(?:góp phần|nhằm|tạo tiền đề)"
    r"|(?<!triệt )(?<!bị )để|(?<!góp )(?<!hiến )(?<!tiền )(?<!công )của|căn cứ vào|dựa trên|phối hợp với|cùng với"
    r"|liên quan đến"
    r"|hướng tới|tiến tới|trở thành|(?<=, )gồm|(?<=, )(?:tuy nhiên|nhưng|song|mặc dù|vì vậy|do đó|trong khi)"
    rf"|(?:mới|chỉ) {_GETS} được|(?<!việc )(?<!vụ )(?<!dung )(?<!quả )(?<!những gì )đã {_GETS} được"
    r"))\s?[.;](?=\s|$)"
)
_LINK_ENDS = re.compile(r"(?<!\w)(?P<said>và|các|những|giữa|hoặc|với|như|về|do|đã|đang|sẽ|tại|bởi|nên)\s?\.(?=\s|$)")
_LAST_WORD = re.compile(r"[^\W\d_]+(?=,? $)")
_AT_ENDS = ("và", "các", "những", "hoặc", "bởi")  # at which ``placeholders`` looks where they end a paragraph
_MAY_END = {  # before which words these end a sentence all the same
    "với": "chơi cùng đối",
    "như": "dường hầu gần y",
    "do": "tự lý",
    "đã": "trước",
    "tại": "hiện tồn nội ngoại",
    "nên": "làm tạo trở gây dựng lập viết thành",
    "giữa": "ở chính khoảng",
}
_IS_ON = ("luật", "định", "sách", "trương", "quyết", "thức", "dung", "truyền", "tác", "đạo", "tin")  # on what?
_KNOWS_OF = re.compile(  # 'nâng cao nhận thức của hội viên về.'
    r"(?<!\w)(?:nhận thức|hiểu biết|kiến thức|ý thức|quan điểm|tuyên truyền|phổ biến|quán triệt)(?: [^\W\d_]+){0,7} $"
)
_CLAUSE = 70  # letters before a last word
_ASKS_FOR_MORE = re.compile(
    r"(?<!\w)(?P<said>(?:(?<!gần )(?<!hầu )như|gồm|bao gồm|gồm có|nhất là|đặc biệt là|cụ thể là|ví dụ như)\s?:?"
    r" (?:và|hoặc|cũng như)) "
)  # no word stands between what leads on and the word that joins a second thing to the first


def check_ends_that_lead_on(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where a full stop stands behind words that lead on: 'được quan tâm, trong đó.', or a word
    that joins a second thing to one that is not there: 'nhiều mô hình như: và các tổ tiết kiệm'.
    """
    for paragraph in report.paragraphs:
        if paragraph.kind in ("body", "note") and paragraph.spans:
            told = set[int]()
            for pattern in (_NEVER_ENDS, _ASKS_FOR_MORE):
                for found in finds_in(pattern, report.text, paragraph.spans[0].start, paragraph.spans[-1].end):
                    case = "word" if pattern is _NEVER_ENDS else "gap"
                    told.add(found.end("said"))
                    yield Finding("incomplete", "warning", Span(*found.span("said")), case, {"word": found["said"]})
            for found in finds_in(_LINK_ENDS, report.text, paragraph.spans[0].start, paragraph.spans[-1].end):
                if not _stands(report.text, found, paragraph.spans[-1].end) and found.end("said") not in told:
                    facts = {"word": found["said"]}
                    yield Finding("incomplete", "warning", Span(*found.span("said")), "word", facts)


_WORD = 15  # letters of the word before the last


def _stands(text: str, found: re.Match[str], end: int) -> bool:
    """Whether a word that leads on may end a sentence behind the word before it, or is told of elsewhere."""
    before = _LAST_WORD.search(text, max(found.start() - _WORD, 0), found.start())
    word, said = before[0].lower() if before else "", found["said"]
    if said == "về" and _KNOWS_OF.search(text, max(found.start() - _CLAUSE, 0), found.start()):
        return False
    if not word or (said == "về" and word not in _IS_ON):
        return True
    return word in _MAY_END.get(said, "").split() or (said in _AT_ENDS and found.end() >= end)


def _in_table(report: Report, at: int) -> bool:
    return in_tables(report).hold(at)


CHECKS = (
    check_rises_to_nowhere,
    check_rises_to_no_number,
    check_half_years,
    check_missing_objects,
    check_lists_torn,
    check_numbers_left_out,
    check_ends_that_lead_on,
)
