"""Numbers told again at another place, but for a slip of the pen (một số liệu, hai nơi ghi khác nhau): 'kết nạp 132
đảng viên' among the results, 'kết nạp 123 đảng viên' under 'Ưu điểm'; 'dư nợ 86.412 triệu đồng', later 'dư nợ 84.612'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import digits_of, is_pen_slip, prose_of, swapped
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.same_matter import A_YEAR, keys_of, lead_of
from tongket.checking.evidence.stops import line_start, sentence_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.evidence.told import is_measured
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

_EMPTY = keys_of(
    "đã được có là và các của cho với trong trên tại từ đến thì này đó như vậy theo cũng chỉ còn số tổng toàn cả"
    " lượng nay hiện cụ thể quả qua bằng đạt năm thực hiện công tác nhiệm kỳ thời gian nhìn chung nổi bật"
)
_TIME = re.compile(
    r"(?<!\w)(?:quý\s[^\W_]+|vụ\s(?:xuân|hè|thu|đông|mùa|chiêm)(?:\s(?:xuân|hè|thu))?"
    r"|tháng\s\d+|\d+\stháng|cùng kỳ|năm (?:trước|ngoái)|kỳ trước|trước đó|trong đó"
    r"|đầu (?:năm|kỳ|nhiệm kỳ)|bình quân|mỗi|hằng năm|lũy kế|luỹ kế|riêng|dự kiến|phấn đấu"
    r"|(?<!xây dựng )(?<!ban hành )(?<!lập )(?<!vượt )(?<!đạt )kế hoạch"
    r"|giao|còn lại"
    r"|chỉ tiêu(?! (?:chưa|không) đạt)|dự toán|so với)(?!\w)",
    re.IGNORECASE,
)
_NAME = re.compile(rf"(?<=\w )[{CAPITALS}]\w*")
_MARK = re.compile(r"[.,;:()\n\d]|(?<!\w)(?:và|với|trong khi|so)(?!\w)")
_LETTER = re.compile(r"[^\W\d_]")
_TAIL = 60  # letters behind a number that say what it is
_FEWEST_WORDS = 2  # syllables that say what a number is of
_FEWEST_DIGITS = 3  # of a number with its digits turned; chance turns two
_LONG = 4  # digits that are hardly turned by chance: the other number may be told more often
_NEARLY = 50  # such a part of all is what nearly all of them lack
_STOCKS = frozenset(("hộ", "hộ dân", "khẩu", "nhân khẩu", "học sinh", "hội viên", "đoàn viên", "đảng viên", "cử tri"))
_SURE = 5  # digits of a count of things that hardly comes again turned by chance
_SHARED, _ALIKE = 3, 1.0  # words that both places have, of those of the shorter, where a digit is another
_SHARED_TURNED, _ALIKE_TURNED = 2, 0.5  # and where digits are turned
_MOST_ALIKE = 6  # numbers that are slips of one another by one digit; more are of a row


@dataclass(frozen=True, slots=True)
class _Told:
    """A number, the end of its clause, the words and names there, and the times of its sentence."""

    figure: Figure
    value: Decimal
    end: int
    words: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    years: frozenset[str]
    of_subject: bool = False  # its words are those with which its sentence begins
    near: frozenset[str] = frozenset()  # the times of its clause alone


def check_numbers_told_again(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where two paragraphs tell a number in the same words, the one but for a slip of
    the pen: digits in another order, or another digit.

    Not flagged: other times than the title's, parts, plans, names and units below; tasks, hedges and changes; numbers
    of which one stands elsewhere in the report, too, unless five digits are turned in the other, or four of what is
    measured; percentages whose digits are not turned.
    """
    printed = Counter(single(one.base_value) for one in report.figures)
    tasks = tasks_of(report)
    slips: dict[tuple[str, str], list[tuple[Decimal, Figure]]] = defaultdict(list)
    for one in prose_of(report):
        plain = _plain(one, _FEWEST_DIGITS)
        if plain is not None and not tasks.touch(Span(one.start, one.end)):
            value = _in_its_unit(one, plain)
            for pattern in _patterns(value):
                slips[_unit_of(one), pattern].append((value, one))
    seen: set[tuple[int, int]] = set()
    known: dict[int, _Told | None] = {}  # what is said of a number is read where another may be a slip of it
    for held in slips.values():
        if len({value for value, _ in held}) < _FEWEST_VALUES:
            continue
        known |= {one.start: _told(report, one) for _, one in held if one.start not in known}
        several = [told for _, one in held if (told := known[one.start]) is not None]
        for first, again in combinations(several, 2) if len(several) <= _MOST_ALIKE else ():
            pair = first.figure.start, again.figure.start
            if pair not in seen and _are_one(report.text, first, again):
                seen.add(pair)
                times = [printed[single(told.figure.base_value)] for told in (first, again)]
                odd, other = (again, first) if times[1] == 1 else (first, again)
                if times == [1, 1] or (min(times) == 1 and _is_long(odd) and _is_turned(odd, other)):
                    yield told_otherwise(report.text, _place(report, odd), _place(report, other))


def _is_count_of_many(one: Figure, value: Decimal) -> bool:
    """Whether a number of five digits counts things or people, or one of four those of whom a report has one number, so
    that it hardly comes again turned by chance.
    """
    fewest = _LONG if one.unit in _STOCKS else _SURE
    return digits_of(value) >= fewest and not one.decimals and not is_measured(one)


def _is_long(one: _Told) -> bool:
    """Whether a number has more digits than chance turns: five, or four of what is measured."""
    return digits_of(one.value) >= (_LONG if is_measured(one.figure) else _SURE)


def _is_turned(one: _Told, other: _Told) -> bool:
    """Whether the digits of two numbers are the same in another order."""
    return swapped(one.value, other.value, _decimals(one, other))


_MONEY = {
    "đồng": Decimal(1),
    "nghìn đồng": Decimal(10) ** 3,
    "triệu đồng": Decimal(10) ** 6,
    "tỷ đồng": Decimal(10) ** 9,
}


def _unit_of(one: Figure) -> str:
    """The unit in which a number is compared: all money is told in millions."""
    return _MILLIONS if one.unit in _MONEY else one.unit


_MILLIONS = "triệu đồng"


def _in_its_unit(one: Figure, value: Decimal) -> Decimal:
    return value if one.unit not in _MONEY else (value * _MONEY[one.unit] / _MONEY[_MILLIONS]).normalize()


def _decimals(one: _Told, other: _Told) -> int:
    """How many digits behind the comma either number has, in the unit in which they are compared."""
    exponents = (told.value.as_tuple().exponent for told in (one, other))
    shown = (-exponent for exponent in exponents if isinstance(exponent, int))
    return max(*shown, 0)


_AIMS = frozenset(("kế hoạch", "giao", "chỉ tiêu", "dự toán", "phấn đấu"))


def _is_long_turned(one: _Told, other: _Told) -> bool:
    """Whether two numbers of four digits or more are turned, which chance makes too seldom for what else a sentence
    tells of aims to matter.
    """
    return min(digits_of(one.value), digits_of(other.value)) >= _LONG and _is_turned(one, other)


_FEWEST_VALUES = 2


def _plain(one: Figure, fewest: int) -> Decimal | None:
    """A number that is told as it is; None for others, and for those of fewer digits."""
    value = single(one.value)
    plain = not (one.in_footnote or one.change or one.target or is_hedged(one)) and bool(one.base_unit)
    return value if value is not None and plain and digits_of(value) >= (2 if one.unit == "%" else fewest) else None


def _told(report: Report, one: Figure, fewest: int = _FEWEST_DIGITS) -> _Told | None:
    """A number that is told as it is, with what is said of it; None for others."""
    value = _plain(one, fewest)
    if value is None:
        return None
    text = report.text
    low, high = lead_of(report, one)
    mark = _MARK.search(text, one.end, one.end + _TAIL)
    end = mark.start() if mark else one.end + _TAIL
    words = (keys_of(text[low:high]) | keys_of(text[one.end : end])) - _EMPTY
    of_subject = not words and digits_of(value) >= _SUBJECT_DIGITS
    if of_subject:
        words = _subject(text, one.start)  # 'Thu ngân sách năm 2023 đạt 286,4 tỷ đồng, năm 2024 đạt 318,7 tỷ đồng'
    if len(words) < _FEWEST_WORDS and not _is_count_of_many(one, value):
        return None
    said = text[sentence_start(text, one.start) : end]
    times = frozenset(time for found in _TIME.findall(said) if (time := found.lower()) not in _title(report))
    years = frozenset(A_YEAR.findall(said))
    near = times & {time.lower() for time in _TIME.findall(text[low:high].rpartition(", ")[2] + text[high:end])}
    return _Told(
        one,
        _in_its_unit(one, value),
        end,
        words,
        frozenset(_NAME.findall(text, low, end)),
        times,
        years,
        of_subject,
        near,
    )


@of_last_report
def _title(report: Report) -> str:
    return (report.letterhead.title or "").lower()


_SUBJECT_DIGITS = 4  # of a number that stands with its year alone, and is of what its sentence begins with
_FIRST_NUMBER = re.compile(r"\d")
_COLON = re.compile(r"[^\n]*:\s")
_OPENING = 120  # letters


def _subject(text: str, at: int) -> frozenset[str]:
    """The words with which the sentence of a number begins, behind its heading, to its first number."""
    said = text[sentence_start(text, at) : at]
    heading = _COLON.match(said)
    said = said[heading.end() if heading else 0 :][:_OPENING]
    first = _FIRST_NUMBER.search(said)
    return keys_of(said[: first.start() if first else len(said)]) - _EMPTY


def _patterns(value: Decimal) -> set[str]:
    """What a number shares with its slips: its digits in order of size, all but one in their order."""
    digits = f"{value:f}"
    return {"".join(sorted(digits)), *(f"{digits[:at]}*{digits[at + 1 :]}" for at in range(len(digits)))}


def _are_one(text: str, one: _Told, other: _Told) -> bool:
    """Whether two numbers are told of one matter and time, and one is a slip of the other."""
    if one.value == other.value or "\n" not in text[one.figure.end : other.figure.start]:
        return False
    if not is_pen_slip(one.value, other.value, _decimals(one, other)):
        return False
    if _are_items_of_one_list(text, one.figure.start, other.figure.start):
        return False  # '- Hoàn thành tốt nhiệm vụ: 114 đồng chí', '- Hoàn thành nhiệm vụ: 112 đồng chí'
    if one.figure.unit != other.figure.unit and digits_of(one.value) <= _FEWEST_DIGITS:
        return False  # '64,5 triệu đồng', '65.400.000 đồng'
    turned = _is_turned(one, other)
    many = turned and all(_is_count_of_many(told.figure, told.value) for told in (one, other))
    if digits_of(one.value) <= _LONG and abs(one.value - other.value) * _NEARLY <= one.value:
        many = False  # '1.452 hộ', '1.425 hộ có nhà tiêu': nearly all of them, or those of another day
    if not _are_of_one_time(one, other, of_lengths=not many):
        return False
    if not (one.names <= other.names or other.names <= one.names):
        return False
    if many:
        return True  # '15.872 hội viên', '15.782 hội viên': the noun alone tells that these are the same
    if (one.of_subject or other.of_subject) and not (one.words <= other.words or other.words <= one.words):
        return False
    of_hundred = one.figure.unit == "%"
    if of_hundred and not turned:
        return False
    loose = turned and not of_hundred
    fewest, alike = (_SHARED_TURNED, _ALIKE_TURNED) if loose else (_SHARED, _ALIKE)
    shared = len(one.words & other.words)
    return shared >= fewest and shared >= alike * min(len(one.words), len(other.words))


_MARKS = ("-", "+", "*", "•")
_LONGEST_LIST = 600  # letters


def _are_items_of_one_list(text: str, first: int, last: int) -> bool:
    """Whether two places stand in lines of one list, which tells things that differ."""
    if last - first > _LONGEST_LIST:
        return False
    lines = text[line_start(text, first) : last].split("\n")
    marks = {line.lstrip()[:1] for line in lines if line.strip()}
    return len(marks) == 1 and marks <= set(_MARKS)


_LENGTH = re.compile(r"\d+ tháng|bình quân|mỗi")


def _are_of_one_time(one: _Told, other: _Told, *, of_lengths: bool) -> bool:
    """Whether two numbers are told of the same times, as far as their sentences say so; what a sentence says of another
    number ('thu hội phí 6 tháng của 15.872 hội viên') counts where ``of_lengths``.
    """
    if one.years and other.years and not one.years & other.years:
        return False
    unlike = one.times ^ other.times
    if unlike <= _AIMS and one.near == other.near and _is_long_turned(one, other):
        return True
    return not unlike or (not of_lengths and all(_LENGTH.fullmatch(time) for time in unlike))


def _place(report: Report, told: _Told) -> Span:
    """The clause of a number."""
    low, _ = lead_of(report, told.figure)
    words = _LETTER.search(report.text, low)
    start = min(words.start(), told.figure.start) if words else told.figure.start
    return Span(start, len(report.text[: told.end].rstrip()))


_THOUSAND = ("triệu đồng", "tỷ đồng")
_FEWEST_OF_MONEY = 2  # digits of a sum that is told again with another unit
_OF_ANY_MONEY = keys_of("số tiền kinh phí tổng vốn nguồn trị giá giá đồng triệu tỷ cho vay thu chi hỗ trợ ngân sách")


def check_sums_a_thousandfold(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a sum of money is told in the same words at two places, once in millions
    and once in billions: 'vay ngân hàng 350 triệu đồng', then 'nợ ngân hàng 350 tỷ đồng'.

    Not flagged: sums of one digit; sums that share only words of any money; other years, plans and parts.
    """
    sums: dict[Decimal, list[tuple[str, _Told]]] = defaultdict(list)
    for one in prose_of(report):
        if one.unit in _THOUSAND and digits_of(single(one.value) or Decimal(0)) >= _FEWEST_OF_MONEY:
            told = _told(report, one, fewest=_FEWEST_OF_MONEY)
            if told is not None:
                sums[single(one.value) or told.value].append((one.unit, told))
    for several in sums.values():
        for (unit, first), (other_unit, again) in combinations(several, 2):
            shared = (first.words & again.words) - _OF_ANY_MONEY
            if unit != other_unit and len(shared) >= _SHARED_TURNED and first.times == again.times:
                yield told_otherwise(report.text, _place(report, again), _place(report, first))
                break


CHECKS = (check_numbers_told_again, check_sums_a_thousandfold)
