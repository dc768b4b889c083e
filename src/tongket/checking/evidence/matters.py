"""What a number is told of, in the words of its clause (nội dung mà số liệu nói tới), as sets of words that other
places tell again: verbs of having and doing, words of the whole and names of measures say nothing of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tongket.checking.evidence.cells import NumberCell, cells_of_tables
from tongket.checking.evidence.near_numbers import before, prose_of
from tongket.checking.evidence.numbers import is_earlier, is_hedged, kind_of_measure, single
from tongket.checking.evidence.same_matter import A_YEAR, keys_of
from tongket.checking.evidence.stops import line_start, sentence_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.figures import Figure
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

Matter = tuple[str, frozenset[str]]
"""The unit of what is measured, "" of what is counted; the words that tell of what, the noun that is counted too."""


@dataclass(frozen=True, slots=True)
class Statement:
    """How much of a matter is told, by which number and in which words; where a table tells it, in which row."""

    matter: Matter
    amount: Decimal
    place: Span
    figure: Figure
    cell: NumberCell | None = None
    row: str = ""


_LEVELS = "xã|phường|huyện|tỉnh|ngành"
_EMPTY = re.compile(
    r"(?<!\w)(?:kết quả|nhìn chung|nổi bật|tiêu biểu|đáng chú ý|cụ thể"
    r"|ưu điểm|hạn chế|tồn tại|mặt được|hoàn thành|thực hiện|tổ chức|tiến hành"
    r"|triển khai|vận động|huy động|tiếp tục|vẫn còn|phát hiện|xảy ra|được công nhận|danh hiệu|(?<!đạt )(?:tiêu )?chuẩn"
    r"|tình trạng|lũy kế|luỹ kế|trong năm|cả năm|năm học này|(?:đến )?cuối năm|hiện nay|đến nay|(?<!- )xây dựng"
    r"|hỗ trợ|bàn giao|giúp|làm"
    r"|từ nguồn(?: quỹ| vốn)?|(?:ủy|uỷ) ban(?: mttq(?: việt nam)?| nhân dân)?|trạm y tế|nhà trường|đảng ủy|đảng bộ"
    rf"|trên địa bàn(?: (?:{_LEVELS}))?|toàn (?:{_LEVELS}|trường|đảng bộ)"
    rf"|(?:của |cấp )?(?:{_LEVELS})(?= (?:đạt|có|là|còn)\b)"
    r"|mới(?= (?:đạt|có))|tổng số|số lượng|số tiền|tổng|số|diện tích|sản lượng|tỷ lệ|tỉ lệ|kinh phí|gieo trồng"
    r"|gieo cấy|người dân|tham gia|bao phủ|(?<=lương thực )có hạt|(?<=ngân sách )nhà nước|giảm(?: xuống)?(?= còn)"
    r"|ở mức|bị|tặng|ủng hộ"
    r"|nâng|đưa|lên|xuống|đã|được|có|là|và|các|của|cho|với|trên|tại|từ|đến|thì|cũng|chỉ|đạt|còn|toàn|để|do|năm|người"
    r"|nhân dân|hiện|qua|bằng|chiếm)(?!\w)"
)
_NOT_THIS = re.compile(
    r"(?<!\w)(?:quý|tháng|cùng kỳ|(?:năm|kỳ) (?:trước|ngoái)|trước đó|trước đây|trong đó|trong số|riêng"
    r"|đầu (?:năm|kỳ|nhiệm kỳ)|bình quân|trung bình|mỗi|(?<!cây )hằng năm|hàng năm|dự kiến|phấn đấu|kế hoạch"
    r"|(?<!bàn )giao(?! quân| nộp| lưu| thông)|còn lại|chỉ tiêu|so với|ước|thêm|khoảng|giai đoạn|nhiệm kỳ"
    r"|vụ (?:đông|xuân|hè|thu|mùa|chiêm)|đợt|sẽ|tối đa|tối thiểu|nếu|từng|học kỳ|tăng|giảm|đề nghị|phê duyệt|đăng ký"
    r"|gồm|bao gồm|một số|khác|hơn)(?!\w)"
)
_OF_ANY = keys_of(
    "quy mô khiếu nại tố cáo dự toán giải quyết tiếp nhận xử lý chi trả đơn vị hồ sơ thương chết hòa giải thành cấp vay"
    " thiệt hại tài sản ra mắt lập ban hành mở vốn lượt trường hợp vụ việc giá trị thu chi thường xuyên tiền"
    " đồng chí cuộc buổi lần"
)  # words of any field of work, which alone do not tell of what a number is
_STOP = re.compile(r"[.!?;:](?=\s|$)|\n|\(|\)")
_LABEL = re.compile(r"\s*(?:[-+*•–]\s*|\d{1,2}[.)]\s+|[a-zđ]\)\s*)?(?P<label>[^\W\d_][^:;.()\d\n]{3,100}):\s$")
_TAIL_END = re.compile(
    r"[.;:()\n\d]|(?<!phòng),|(?<!\w)(?:và|với|trong khi|so|tăng|giảm|bằng|chiếm|đạt tỷ lệ|để|nhằm|cho|tại|ở|do|là"
    r"|trên|làm|dịp|trị giá|trong|đang|thuộc|theo|từ|phát huy|tiềm ẩn)(?!\w)"
)
_NARROWS = re.compile(  # '19 giáo viên là F0' are not all of them, nor '12 vụ tại thôn Nà Lạn'
    r"(?:là|thuộc|đang|theo|từ|(?:tại|ở|trên|trong)(?! (?:địa bàn|năm|kỳ|toàn|cả|tổng)))(?!\w)"
)
_OF_A_WHOLE = re.compile(r"(?<!\w)tr(?:ên|ong) (?:tổng )?số\s$")
_SHARED = re.compile(r"[^.,;:()\n\d]{0,60}(?:,| \()\s?(?:chỉ )?(?:chiếm|đạt|bằng|vượt)(?: tỷ lệ| tỉ lệ)? ")
_ENDS = re.compile(r"[.,;:)\n]|$")
_OF_PLAN = re.compile(r"\s?(?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|KH)(?!\w)")
_PAST = re.compile(r"vượt\s$")
_HUNDRED = 100
_GIVEN = re.compile(r"\s(?:cho|với|thu hút)\s")
_AND = re.compile(r", [^.,;:()\n\d]{2,40}(?=[.,;:()\n]|$)")
_DIGIT = re.compile(r"\d")
_MEASURE = re.compile(r"(?<!\w)(?:diện tích|sản lượng|năng suất|tỷ lệ|tỉ lệ|giá trị sản xuất)(?!\w)")
_LONGEST, _TAIL = 160, 60  # letters before a number and behind it that tell of what it is
_FEWEST = 2  # syllables that tell a matter, beside the noun that is counted
_NAMED = 3  # syllables of a noun that tells enough itself: 'nhà Đại đoàn kết'
_PEOPLE = keys_of("người em vị đồng chí")
_PUPILS = keys_of("học sinh")
_POOR = keys_of("nghèo")


def matters_of(report: Report) -> Iterator[Statement]:
    """What the numbers of the prose are told of, as they are and of the report's own time, and those of the rows of its
    tables that hold one result; a number of which several sets of words tell comes several times.
    """
    for one in prose_of(report):
        yield from _of_prose(report, one)
    yield from _of_rows(report)


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words before a number and behind it that may tell of what it is, with its unit, and where they stand."""

    low: int
    lead: str
    tail: str
    end: int
    unit: str
    base: str


def _matter(clause: _Clause) -> Matter | None:
    """What some words tell, as far as they tell enough."""
    said, unit, base = f"{clause.lead} {clause.tail}", clause.unit, clause.base
    measured = unit == "%" or base == "đồng" or bool(kind_of_measure(unit))
    noun = frozenset[str]() if measured else _PUPILS if unit == "em" else keys_of(unit) - _PEOPLE
    words = keys_of(_EMPTY.sub(" ", " ".join(said.lower().split())))
    telling = words - noun - _OF_ANY
    if measured and _MEASURE.search(said.lower()):
        telling |= {""}
    enough = len(telling) >= _FEWEST or (not measured and len(unit.split()) >= _NAMED) or (noun and telling >= _POOR)
    return (base if measured else "", words | noun) if enough else None


def _of_prose(report: Report, one: Figure) -> Iterator[Statement]:
    value = one.base_value
    amount = value.part if isinstance(value, Share) else single(value)
    if amount is None or one.in_footnote or is_hedged(one) or _is_of_another_year(report, one):
        return
    if tasks_of(report).touch(Span(one.start, one.end)) or one.target:
        clauses = _clauses_of_now(report, one)
    elif one.change and one.unit == "%":
        clauses = _clauses_of_growth(report, one)
    elif one.change or is_earlier(report.text, one):
        return
    else:
        clauses = _clauses(report, one)
    known: set[frozenset[str]] = set()
    for clause in clauses:
        if _is_of_plan(report.text, one):
            clause = replace(clause, tail=_OF_PLAN.sub("", clause.tail))
        matter = None if _tells_otherwise(clause.lead, clause.tail) else _matter(clause)
        if matter is None or matter[1] in known:
            continue
        known.add(matter[1])
        place = Span(clause.low, max(clause.end, one.end))
        if _is_of_plan(report.text, one):
            yield _of_plan(report.text, one, matter, amount, place)
        elif one.change and not one.target:
            yield Statement((f"% {one.change}", matter[1]), amount, place, one)
        else:
            yield Statement((one.base_unit if one.unit == "%" else matter[0], matter[1]), amount, place, one)
        if isinstance(value, Share) and value.whole > value.part and not matter[1] >= _NOT_YET:
            yield Statement((matter[0], matter[1] | _NOT_YET), value.whole - value.part, place, one)


def _of_plan(text: str, one: Figure, matter: Matter, amount: Decimal, place: Span) -> Statement:
    """A rate of a plan with who set it; what passes it by eight hundredths comes to 108%."""
    past = _PAST.search(text, one.start - _BACK, one.start) is not None
    ends = _TAIL_END.search(text, one.end, one.end + _TAIL)
    of = text[one.end : ends.start() if ends else one.end + _TAIL]
    words = (matter[1] - _OF_RATES) | keys_of(" ".join(_GIVER.findall(of)))
    return Statement((_PLAN, words), amount + _HUNDRED if past else amount, place, one)


def _tells_otherwise(lead: str, tail: str) -> bool:
    """Whether words around a number say that it is of a part, another time or a plan."""
    said = _EMPTY.sub(" ", f"{lead} # {tail}".lower())
    return _DIGIT.search(lead) is not None or _NOT_THIS.search(said) is not None or bool(_OF_A_WHOLE.search(lead))


def _is_of_another_year(report: Report, one: Figure) -> bool:
    """Whether the sentence opens with another time, or names a year before a number that the title does not."""
    start = max(sentence_start(report.text, one.start), one.start - _LONGEST)
    if _OTHER_TIME.search(report.text, start, min(start + _OPENING, one.start)):
        return True
    title = report.letterhead.title or ""
    return any(year not in title for year in A_YEAR.findall(report.text, start, one.start))


def _clauses(report: Report, one: Figure) -> Iterator[_Clause]:
    """What may tell of what a number is: the whole clause, what stands behind its last comma; of a line 'Số hộ nghèo:
    142' the label; of a rate behind its number, and of a number in brackets, what stands before these.
    """
    text = report.text
    floor = max(one.start - _LONGEST, 0)
    low = max([floor, *(found.end() for found in _STOP.finditer(text, floor, one.start))])
    mark = _TAIL_END.search(text, one.end, one.end + _TAIL)
    if mark is not None and _NARROWS.match(text, mark.start()):
        return
    end = mark.start() if mark else one.end + _TAIL
    tail = text[one.end : end].rstrip()

    def clause(start: int, lead: str, behind: str = tail) -> _Clause:
        return _Clause(start, lead, behind, one.end + len(behind), one.unit, one.base_unit)

    line = line_start(text, one.start, _LONGEST)
    label = _LABEL.match(text, line, one.start) if text[one.start - 2 : one.start] == ": " else None
    if label is not None and not tail and text[one.end : one.end + 1] in "\n;.":
        yield clause(label.start("label"), label["label"])
        return
    if not one.base_unit:
        return
    if text[one.start - 1 : one.start] == "(" and text[one.end : one.end + 1] == ")":
        low = max([floor, *(found.end() for found in _STOP.finditer(text, floor, one.start - 1))])
        yield clause(low, text[low : one.start - 1])
    last = next(iter(before(report, one, 1, _LONGEST)), None)
    if last is None or last.end < low:
        yield clause(low, _AMONG.sub(", ", text[low : one.start]))
        more = _AND.match(text, one.end) if not tail else None
        if more is not None:
            yield clause(low, text[low : one.start], more[0])
        opens = text.rfind("đã ", low, one.start)
        if opens >= 0:
            yield clause(opens, text[opens : one.start])
    elif one.unit == "%" and last.unit != "%" and _rates(text, last, one):
        yield from _clauses(report, last)
        return
    elif _GIVEN.fullmatch(text, last.end, one.start):
        yield clause(last.end, last.unit)
    comma = text.rfind(", ", max(low, last.end if last else 0), one.start)
    if comma >= 0 or (last is not None and last.end >= low):
        start = max(low, last.end if last else 0, comma + 1)
        lead = text[start : one.start]
        yield clause(start, lead if last is not None and last.end >= low else _AMONG.sub("", f",{lead}"))


_AMONG = re.compile(r", trong đó(?: có)? ")
"""Of what has no number: 'đạt nhiều kết quả, trong đó đã kết nạp 12 đảng viên'."""


def _rates(text: str, last: Figure, one: Figure) -> bool:
    """Whether a percentage is the rate of the number before it: 'còn 142 hộ nghèo, chiếm 9,56%', 'thu 8,6 tỷ đồng, bằng
    108% dự toán'.
    """
    if _SHARED.fullmatch(text, last.end, one.start) is None:
        return False
    return (_OF_PLAN if _is_of_plan(text, one) else _ENDS).match(text, one.end) is not None


def _is_of_plan(text: str, one: Figure) -> bool:
    return one.unit == "%" and _OF_PLAN.match(text, one.end) is not None


def _clauses_of_growth(report: Report, one: Figure) -> Iterator[_Clause]:
    """What tells of what has grown or fallen by a rate: 'giá trị sản xuất đạt 4,8 tỷ đồng, tăng 9,8%'."""
    text = report.text
    if _OF_ANOTHER.match(text, one.end):
        return
    last = next(iter(before(report, one, 1, _LONGEST)), None)
    if last is not None and last.unit != "%" and _GREW.fullmatch(text, last.end, one.start):
        yield from _clauses(report, last)
        return
    for clause in _clauses(report, one):
        if _GROWS.search(clause.lead):
            yield replace(clause, lead=_GROWS.sub("", clause.lead), tail="", end=one.end)


_GROWS = re.compile(r"(?<!\w)(?:tăng|giảm)(?: trưởng)?\s$", re.IGNORECASE)
_GREW = re.compile(r"[^.,;:()\n\d]{0,60}(?:,| \()\s?(?:tăng|giảm) ")
_OF_ANOTHER = re.compile(r"\s?(?:/|so với (?!năm|cùng kỳ|kỳ)|mỗi|bình quân|một năm)")


def _clauses_of_now(report: Report, one: Figure) -> Iterator[_Clause]:
    """What tells of what a number is that aims take from the results: 'giảm tỷ lệ hộ nghèo từ 9,5% xuống dưới 7%', 'thu
    12 tỷ đồng (năm 2025: 11,4 tỷ đồng)', 'giữ vững 14 thôn văn hóa'.
    """
    text = report.text
    opens = text.rfind("(", max(one.start - _BRACKET, 0), one.start)
    told = [one] if is_earlier(text, one) or _KEPT.search(text, max(one.start - _LONGEST, 0), one.start) else []
    if opens >= 0 and _OF_NOW.fullmatch(text, opens, one.start):
        told = [last for last in before(report, one, 1, _BRACKET) if last.base_unit == one.base_unit]
    for last in told:
        for clause in _clauses(report, last):
            yield replace(clause, lead=_AIM.sub(" ", clause.lead), tail=_TO.sub("", clause.tail), end=one.end)


_PLAN = "% kế hoạch"
_GIVER = re.compile(r"(?<!\w)(?:trung ương|tỉnh|thành phố|huyện|xã|HĐND|nghị quyết|năm|quý|tháng)(?!\w)", re.IGNORECASE)
_OF_RATES = keys_of("vượt")
_BACK = 6  # letters
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:[Qq]uý|[Tt]háng|[Cc]ùng kỳ|[Nn]ăm (?:trước|ngoái)|[Đđ]ầu (?:năm|kỳ|nhiệm kỳ)|[Gg]iai đoạn|[Nn]hiệm kỳ"
    r"|[Hh]ọc kỳ|[Đđ]ợt)(?!\w)"
)
_OPENING = 40  # letters of a sentence in which it says of what time it is
_NOT_YET = keys_of("chưa")
_BRACKET = 60  # letters of a bracket before its number
_OF_NOW = re.compile(r"\([Nn]ăm (?:(?:19|20)\d\d|nay|học này)(?: đạt| là| có|:){0,2} ")
_KEPT = re.compile(r"(?<!\w)(?:[Gg]iữ vững|[Gg]iữ ổn định|[Dd]uy trì)(?!\w)[^.,;:()\n\d]{0,60}$")
_AIM = re.compile(
    r"(?<!\w)(?:phấn đấu|tăng|kéo giảm|giảm|nâng|giữ vững|giữ ổn định|ổn định|duy trì|đưa|từ)(?!\w)", re.IGNORECASE
)
_TO = re.compile(r"(?<!\w)(?:trở lên|lên|xuống|còn)(?!\w).*")
_RESULT = re.compile(r"thực hiện|kết quả", re.IGNORECASE)


def _of_rows(report: Report) -> Iterator[Statement]:
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        rows: dict[int, list[NumberCell]] = defaultdict(list)
        for cell in cells.values():
            rows[cell.row].append(cell)
        results = [at for at, title in enumerate(table.header) if _RESULT.search(title)]
        for number, several in rows.items():
            held = [cell for cell in several if cell.column in results] if len(several) > 1 else several
            label = table.rows[number].label
            if len(held) != 1 or _tells_otherwise("", label):
                continue
            matter = _matter(_Clause(0, label, "", 0, held[0].unit, held[0].figure.base_unit))
            if matter is not None:
                yield Statement(matter, held[0].amount, held[0].at, held[0].figure, held[0], label)
