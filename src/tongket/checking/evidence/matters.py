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
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import before, prose_of
from tongket.checking.evidence.numbers import is_earlier, is_hedged, single
from tongket.checking.evidence.own_years import own_years
from tongket.checking.evidence.same_matter import A_YEAR, keys_of
from tongket.checking.evidence.stops import line_start, sentence_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.evidence.words_of_matters import Told, tells_otherwise, told_by
from tongket.model.figures import Figure
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

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
    behind: frozenset[str] = frozenset()  # those of its words that stand behind the number
    firm: bool = True  # whether its words tell enough by themselves


_STOP = re.compile(r"[.!?;:](?=\s|$)|\n|\(|\)")
_LABEL = re.compile(r"\s*(?:[-+*•–]\s*|\d{1,2}[.)]\s+|[a-zđ]\)\s*)?(?P<label>[^\W\d_][^:;.()\d\n]{3,100}):\s$")
_TAIL_END = re.compile(
    r"[.;:()\n\d]|(?<!phòng),|(?<!\w)(?:và|với|trong khi|so|tăng(?! huyết)|giảm|bằng|chiếm|đạt tỷ lệ|để|nhằm|cho|tại|ở"
    r"|do|là|trên|làm|dịp|trị giá|trong|đang|thuộc|theo|từ|phát huy|tiềm ẩn)(?!\w)"
)
_NARROWS = re.compile(  # '19 giáo viên là F0' are not all of them, nor '12 vụ tại thôn Nà Lạn'
    r"(?:là|thuộc|đang|theo|từ|(?:tại|ở|trên|trong)(?! (?:địa bàn|năm|kỳ|toàn|cả|tổng)))(?!\w)"
)
_ANY_MARK = re.compile(r"[.,;:()\n\d]")
_PLACE = re.compile(
    rf"(?<!\w)(?:thôn|bản|ấp|tổ|xóm|khu|xã|phường|huyện|tỉnh|trường|đảng bộ|chi bộ) (?:[^\W\d_]+ ){{0,2}}[{CAPITALS}]"
)
_SHARED = re.compile(r"[^.,;:()\n\d]{0,60}(?:,| \()\s?(?:chỉ )?(?:chiếm|đạt|bằng|vượt)(?: tỷ lệ| tỉ lệ)? ")
_ENDS = re.compile(r"[.,;:)\n]|$")
_OF_PLAN = re.compile(r"\s?(?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|KH)(?!\w)")
_PAST = re.compile(r"vượt\s$")
_HUNDRED = 100
_GIVEN = re.compile(r"\s(?:cho|với|thu hút)\s")
_AND = re.compile(r", [^.,;:()\n\d]{2,40}(?=[.,;:()\n]|$)")
_LONGEST, _TAIL = 160, 60  # letters before a number and behind it that tell of what it is


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
    narrowed: bool = False


def _told_by(clause: _Clause) -> Told | None:
    return told_by(clause.lead, clause.tail, clause.unit, clause.base)


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
        if "20" in clause.lead:
            clause = replace(clause, lead=_own_time(report).sub("", clause.lead))
        told = None if tells_otherwise(clause.lead, clause.tail) else _told_by(clause)
        if told is None or told.words in known:
            continue
        known.add(told.words)
        matter = told.unit, told.words
        place = Span(clause.low, max(clause.end, one.end))
        if _is_of_plan(report.text, one):
            yield _of_plan(report.text, one, matter, amount, place)
        elif one.change and not one.target:
            yield Statement((f"% {one.change}", matter[1]), amount, place, one)
        else:
            kind = one.base_unit if one.unit == "%" else matter[0]
            firm = told.firm and not clause.narrowed
            yield Statement((kind, matter[1]), amount, place, one, behind=told.behind, firm=firm)
        if isinstance(value, Share) and value.whole > value.part and not matter[1] >= _NOT_YET:
            yield Statement((matter[0], matter[1] | _NOT_YET), value.whole - value.part, place, one)


def _of_plan(text: str, one: Figure, matter: Matter, amount: Decimal, place: Span) -> Statement:
    """A rate of a plan with who set it; what passes it by eight hundredths comes to 108%."""
    past = _PAST.search(text, one.start - _BACK, one.start) is not None
    ends = _TAIL_END.search(text, one.end, one.end + _TAIL)
    of = text[one.end : ends.start() if ends else one.end + _TAIL]
    words = (matter[1] - _OF_RATES) | keys_of(" ".join(_GIVER.findall(of)))
    return Statement((_PLAN, words), amount + _HUNDRED if past else amount, place, one)


def _is_of_another_year(report: Report, one: Figure) -> bool:
    """Whether the sentence opens with another time, or names a year before a number that the title does not."""
    start = max(sentence_start(report.text, one.start), one.start - _LONGEST)
    if _OTHER_TIME.search(report.text, start, min(start + _OPENING, one.start)):
        return True
    said = report.text[start : one.start]
    if "20" not in said and "19" not in said:
        return False
    title = report.letterhead.title or ""
    said = _NORM.sub("", said)
    return any(year not in title for year in A_YEAR.findall(said))


_NORM = re.compile(r"chuẩn [^,.;:\n]{0,60}giai đoạn (?:19|20)\d\d\s?[-–]\s?(?:19|20)\d\d(?=,)")  # no time of a number


@of_last_report
def _own_time(report: Report) -> re.Pattern[str]:
    """The year of a report, and the last days of which it may tell: 'cuối năm 2026', 'đến 30/11/2026'."""
    year, _, rest = (report.letterhead.date or "0000-00").partition("-")
    month = int(rest[:2] or 0)
    months = "|".join(f"0?{one}" for one in range(max(month - 2, 1), month + 1)) or "0"
    day = rf"\d{{1,2}}[/.](?:{months})[/.]{year}"
    return re.compile(rf"(?<!\w)(?:(?:tính )?đến )?(?:(?:hết|cuối|trong|ngày) ){{0,2}}(?:năm {year}|{day})(?!\w)", re.I)


def _clauses(report: Report, one: Figure) -> Iterator[_Clause]:
    """What may tell of what a number is: the whole clause, what stands behind its last comma; of a line 'Số hộ nghèo:
    142' the label; of a rate behind its number, and of a number in brackets, what stands before these.
    """
    text = report.text
    floor = max(one.start - _LONGEST, 0)
    low = max([floor, *(found.end() for found in _STOP.finditer(text, floor, one.start))])
    mark = _TAIL_END.search(text, one.end, one.end + _TAIL)
    narrowed = mark is not None and _NARROWS.match(text, mark.start()) is not None
    if narrowed:
        mark = _ANY_MARK.search(text, one.end, one.end + _TAIL)
        if mark is None or _PLACE.search(text, one.end, mark.start()):
            return
    end = mark.start() if mark else one.end + _TAIL
    tail = text[one.end : end].rstrip()

    def clause(start: int, lead: str, behind: str = tail) -> _Clause:
        return _Clause(start, lead, behind, one.end + len(behind), one.unit, one.base_unit, narrowed)

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
        opens = max(text.rfind(word, low, one.start) for word in _OPENERS)
        if opens >= 0:
            yield clause(opens, text[opens : one.start])
    elif one.unit == "%" and last.unit != "%" and _rates(text, last, one):
        yield from _clauses(report, last)
        return
    elif _FROM.search(text, low, last.start) and _TO_NOW.fullmatch(text, last.end, one.start):
        for then in _clauses(report, last):
            yield replace(then, lead=_FROM.sub(" ", then.lead), tail="", end=one.end)
        return
    elif _GIVEN.fullmatch(text, last.end, one.start):
        yield clause(last.end, last.unit)
    comma = text.rfind(", ", max(low, last.end if last else 0), one.start)
    if comma >= 0 or (last is not None and last.end >= low):
        start = max(low, last.end if last else 0, comma + 1)
        lead = text[start : one.start]
        yield clause(start, lead if last is not None and last.end >= low else _AMONG.sub("", f",{lead}"))
    among = _OF_WHICH.match(text, max(low, comma + 1), one.start)
    if among is not None:
        yield replace(clause(among.end(), text[among.end() : one.start]), narrowed=True)


_OPENERS = ("đã ", " vẫn ", " hiện ", " xã ", " tổ chức ", " còn ", " xảy ra ")
_OF_WHICH = re.compile(r"\s?trong (?:số )?đó(?: có)? ")
_AMONG = re.compile(r", trong đó(?: có)? ")
"""Of what has no number: 'đạt nhiều kết quả, trong đó đã kết nạp 12 đảng viên'."""


_FROM = re.compile(r"(?:tăng|giảm|nâng|đưa)?(?: mạnh| nhanh)? từ (?:mức )?$")
_TO_NOW = re.compile(r"[^.;:()\d\n]{0,40}(?:xuống|lên|còn)(?: còn| đạt)? ")


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
            if len(held) != 1 or tells_otherwise("", label) or set(A_YEAR.findall(label)) - own_years(report):
                continue
            told = told_by(label, "", held[0].unit, held[0].figure.base_unit)
            if told is not None:
                matter = told.unit, told.words
                yield Statement(matter, held[0].amount, held[0].at, held[0].figure, held[0], label, firm=told.firm)
