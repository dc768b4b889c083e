"""Sentences of a report as statements: their words, and whether they tell of the report's own time.

Checks that hold one statement against another far from it read the text through these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import attrgetter
from textwrap import shorten

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.own_years import OPEN_MONTHS, own_years
from tongket.checking.evidence.pieces import may_hold
from tongket.checking.evidence.spans import in_tables
from tongket.checking.evidence.stops import line_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.vietnamese.unicode import CAPITALS, key

_SENTENCE = re.compile(r"(?:[^.;\n]++|[.;](?=\S))++")
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:[Nn]ăm trước|[Tt]rước đây|[Tt]rước khi|[Kk]ỳ trước|[Đđ]ầu (?:năm|kỳ|nhiệm kỳ|giai đoạn)"
    r"|(?:nhiệm kỳ|[Gg]iai đoạn|[Nn]ăm học|đợt|quý|tháng) trước"
    r"|những năm (?:trước|qua)|[Nn]guy cơ|[Pp]hòng(?: ngừa|,? ?chống)|[Nn]găn (?:ngừa|chặn)|[Tt]ránh|có thể|[Pp]hấn đấu"
    r"|[Nn]ếu|[Dd]ự kiến|sẽ|[Mm]ục tiêu|[Kk]iên quyết|[Đđ]ề nghị"
    r"|[Kk]iến nghị (?:với|cấp|tỉnh|huyện|Ủy ban|UBND|Chính phủ)|(?<!đạt )(?<!ứng )[Yy]êu cầu"
    r"|(?<!chưa )(?<!không )(?:[Bb]ảo đảm"
    r"|[Đđ]ảm bảo)"
    r"|[Dd]iễn tập"
    r"|(?<!tác )(?<!buổi )(?<!đợt )(?<!đội )(?<!lượt )(?<!viên )(?<!nghị )[Tt]uyên truyền"
    r"|(?<!uộc )(?<!an )[Vv]ận động|[Tt]hí dụ|[Vv]í dụ|[Gg]iả định|trở lại trường|[Cc]ả nước|[Tt]oàn quốc)(?!\w)"
)
_YEAR = re.compile(r"(?<!\d)(?<![/-]\d\d\d\d )(?:19|20)\d\d(?!\d|/NĐ|/QĐ|/TT|/NQ|/QH)")
_COMPARED = re.compile(
    r"(?<!\w)(?:[Ss]o(?: với)?|hơn|[Cc]ùng kỳ)(?: cùng kỳ)?(?: (?:năm(?: học)?|kỳ|quý))? (?:trước|(?:19|20)\d\d)(?!\w)"
)
_SMALL = frozenset(
    key(
        "nào có các của và về việc trong được cho với theo tại là đã do một những thuộc ra đối bị phải để đều còn cuộc "
        "trường hợp vẫn thì mà cũng đến từ trên địa bàn hiện nay năm tháng số tình trạng xảy vụ ca này đó ở khi như "
        "đang mới chỉ toàn cả từng hằng hàng"
    ).split()
)


class _Whole:
    """The text of some sentences, in ``small`` letters: what it lacks stands in none of them, and is asked once."""

    __slots__ = ("_known", "_small")

    def __init__(self, small: str) -> None:
        self._small = small
        self._known: dict[int, bool] = {}  # by the number of an expression, which what is known of its pieces keeps

    def may_hold(self, pattern: re.Pattern[str]) -> bool:
        known = self._known.get(id(pattern))
        if known is None:
            known = self._known[id(pattern)] = may_hold(pattern, self._small)
        return known


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or part of one between semicolons; ``small``: in small letters; ``now``: it tells of what was in the
    time of the report; ``whole``: the text in which it stands; ``years``: those that it names, None where it tells of
    what is to come, of others or of an earlier time.
    """

    place: Span
    text: str
    small: str
    now: bool
    whole: _Whole = field(compare=False, repr=False)
    years: frozenset[str] | None

    def is_of_one_time_with(self, other: Sentence) -> bool:
        """Whether two sentences tell of the time of the report, or of the same years before it."""
        return (self.now and other.now) or (bool(self.years) and self.years == other.years)

    def search(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match of ``pattern`` in the sentence."""
        may = self.whole.may_hold(pattern) and may_hold(pattern, self.small)
        return pattern.search(self.text) if may else None

    def finds(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Each match of ``pattern`` in the sentence, in order."""
        may = self.whole.may_hold(pattern) and may_hold(pattern, self.small)
        return pattern.finditer(self.text) if may else iter(())

    def place_of(self, found: re.Match[str]) -> Span:
        """Where in the report a match in this sentence stands."""
        return Span(self.place.start + found.start(), self.place.start + found.end())


def sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of a report in their order, as far as they are held against each other; none of its tables."""
    return sentences_held(report).told


@dataclass(frozen=True, slots=True)
class Held:
    """The sentences that are held against each other; the places of those that are too ``long`` for it; where the
    ``rest`` begins, of which there is too much.
    """

    told: tuple[Sentence, ...]
    long: tuple[Span, ...]
    rest: int | None


@of_last_report
def sentences_held(report: Report) -> Held:
    """The sentences of a report, and what is left out of them."""
    tasks = tasks_of(report)
    tables = in_tables(report)
    own = _own_years(report)
    of_half = _HALF in " ".join((report.letterhead.title or "").lower().split())
    whole = _Whole(report.text.lower())
    made: list[Sentence] = []
    long: list[Span] = []
    for found in _SENTENCE.finditer(report.text):
        place = Span(*found.span())
        said = found.group()
        if len(said.split()) < _LEAST or tables.touch(place):
            continue
        if len(made) == MOST_SENTENCES:
            return Held(tuple(made), tuple(long), place.start)
        if len(said) > LONGEST_SENTENCE:
            long.append(place)
            continue
        small = said.lower()
        told = small.replace(_HALF, " ") if of_half else small
        done = not tasks.touch(place) and _is_done(said.replace(_HALF, " ") if of_half else said, told)
        years = frozenset(_YEAR.findall(_COMPARED.sub("", said)) if "20" in said or "19" in said else ())
        now = done and (not own or not years or not own.isdisjoint(years))
        made.append(Sentence(place, said, small, now, whole, years if done else None))
    return Held(tuple(made), tuple(long), None)


_LEAST = 3  # words of a sentence that tells anything
LONGEST_SENTENCE = 2000
"""Letters of one that can be read."""
MOST_SENTENCES = 10_000
"""As five hundred pages have: each may be held against every other."""


def _own_years(report: Report) -> frozenset[str]:
    """The year in which a report is written; of one written by March also the year before, where its title is on that:
    'Kết quả năm 2025' of 08/01/2026.
    """
    year, _, rest = (report.letterhead.date or "").partition("-")
    before = {str(int(year) - 1)} & own_years(report) if year and rest[:2] in OPEN_MONTHS else set()
    return frozenset((year, *before) if year else ())


_HALF = "tháng đầu năm"  # is the own time of a report on it


def _is_done(said: str, small: str) -> bool:
    """Whether a sentence tells of what was, and of nothing that is still to come, of others or of an earlier time."""
    if "so" in small or "cùng kỳ" in small or "hơn" in small:
        said = _COMPARED.sub("", said)
    return not (may_hold(_OTHER_TIME, small) and _OTHER_TIME.search(said))


_OFF_WORK = re.compile(r"(?<!\w)(nghỉ|thôi|ngừng|mất) việc(?!\w)", re.IGNORECASE)  # 'việc' tells something there


@lru_cache(maxsize=4096)
def words_of(said: str) -> frozenset[str]:
    """The words of a statement that count, without numbers."""
    said = _OFF_WORK.sub(r"\1việc", said)
    return frozenset(word for word in re.findall(r"\w+", key(said)) if word not in _SMALL and not word.isdigit())


_OF_OTHERS = frozenset(key("cận tái phi ngoài").split())  # 'hộ cận nghèo' are no 'hộ nghèo'


def are_of_one_kind(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether neither of two statements has a word that makes another kind of what the other names."""
    return not (words ^ others) & _OF_OTHERS


_LEVELS = {
    level: re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)
    for level, names in enumerate(
        ("mầm non|mẫu giáo|nhà trẻ", "tiểu học", "trung học cơ sở|THCS", "trung học phổ thông|THPT", "đại học|cao đẳng")
    )
}


def are_of_one_level(said: str, other: str) -> bool:
    """Whether two statements name no schools of different levels."""
    one, two = ({level for level, names in _LEVELS.items() if names.search(text)} for text in (said, other))
    return not one or not two or bool(one & two)


_PART = re.compile(
    r"(?:(?<![\d/])\d{1,3} (?!năm|tháng|quý|ngày)[^\W\d_]|(?<!\w)(?:[Mm]ột số|[Nn]hiều|[Nn]ơi|[Rr]iêng"
    r"|[Cc]ó (?:thôn|xã)|[Qq]uý|[Tt]háng|[Tt]uần|[Dd]ịp|[Tt]ại|[Tt]ừ ngày|[Kk]hi|[Nn]ếu"
    r"|[Tt]rước)(?!\w)(?!\s+năm)|(?<!\w)(?:[Cc]ấp|[Bb]ậc|[Kk]hối|[Ll]ĩnh vực|[Nn]gành)(?!\w)(?! (?:ủy|trên|thẩm|dưới)))"
    r"[^;:]*$"
)
_PLACE = re.compile(
    r"(?<!\w)(?i:thôn|bản|ấp|làng|khu phố|tổ dân phố|tổ|chi bộ|chi hội|trường|xã|phường|thị trấn|huyện|công ty)"
    rf"(?P<name>(?: [{CAPITALS}\d]\w*)+)[^;:]*$"
)


_SMALLER = re.compile(
    r"(?:^|[,;:]\s|\n)\W*(?:thôn|bản|ấp|làng|tổ dân phố|chi bộ|lớp)\s$"
    r"|(?:^|[.;:]\s|\n)\W*riêng\s[^.;:\n]{2,80}$",  # 'Riêng bậc THPT chưa có trường nào đạt chuẩn'
    re.IGNORECASE,
)


_BY_ONE_WAY = re.compile(  # accidents are counted by the way that those travelled who had them
    r"(?:^|[.;:]\s|\n)\W*(?:[^\W\d_]+\s){0,4}(?:đường (?:bộ|sắt|biển|thủy|thuỷ)(?: nội địa)?|hàng hải"
    r"|(?<!khách )hàng không)"
    r"(?!\w)[^.;:\n]{0,60}$",
    re.IGNORECASE,
)


def is_of_smaller(before: str) -> bool:
    """Whether the words right before a statement make it one of a hamlet or a class that they do not name, of some
    who are set apart, or of one way of travel: 'Hàng hải không xảy ra tai nạn'.
    """
    return _SMALLER.search(before) is not None or _BY_ONE_WAY.search(before) is not None


def is_of_part(report: Report, before: str) -> bool:
    """Whether the words before a statement make it one of a part (some, a quarter, a hamlet), not of the whole unit."""
    place = _PLACE.search(before)
    own = (report.letterhead.issuing_body or "").lower()
    return (
        bool(_PART.search(before)) or is_of_smaller(before) or (place is not None and place["name"].lower() not in own)
    )


_SUBJECT = re.compile(
    r"(?:^|[,;:.]\s|\n)\W*(?:(?:[Đđ]ối với|[Vv]ề|[Cc]ác|[Nn]hững|[Đđ]ội ngũ) )*(?P<who>(?i:tổ chức (?:cơ sở )?đảng"
    r"|đảng viên"
    r"|cán bộ|công chức|viên chức|người lao động|giáo viên|học sinh|hội viên|đoàn viên|người dân|công dân|doanh nghiệp"
    r"|hợp tác xã|chi bộ|đảng bộ|chi hội|hộ gia đình|hộ dân|trẻ em|phụ nữ))\s?$"
)


def subject_of(before: str) -> str:
    """Of whom the words right before a statement make it, small: 'tổ chức đảng không có vi phạm'; "" of nobody."""
    found = _SUBJECT.search(before)
    return found["who"].lower() if found else ""


_HOSTED = re.compile(r"[^.;\n]{0,60}?(?<!\w)do [^.,;\n]{2,40}? (?:tổ chức|mời|mở|chủ trì|phối hợp)(?!\w)")
_GUEST = re.compile(r"(?<!\w)(?:[Dd]ự|[Tt]ham dự|[Tt]ham gia)(?: đầy đủ)?\s$")


def is_as_guest(text: str, at: int, end: int) -> bool:
    """Whether what is counted from ``at`` to ``end`` was held by others: 'dự 02 cuộc đối thoại do huyện tổ chức'."""
    return _GUEST.search(text, max(at - 25, 0), at) is not None and _HOSTED.match(text, end) is not None


def matter_at(report: Report, at: int) -> str:
    """The headings above a place and the words of its own paragraph before it, small: what the matter there is."""
    line = line_start(report.text, at, _LINE)
    heads = [one.title or "" for one in _sections_at(report.sections, at)]
    return " ".join((*heads, report.text[line:at])).lower()


def _sections_at(sections: Sequence[Section], at: int) -> Iterator[Section]:
    """The section in which a place is, and those of its parts that hold it, the widest first."""
    last = bisect_right(sections, at, key=attrgetter("start")) - 1
    if last >= 0 and at < sections[last].end:
        yield sections[last]
        yield from _sections_at(sections[last].children, at)


_LINE = 2000  # letters of a paragraph before a place, of which some tell its matter
_CLAUSE = re.compile(r"[.;\n]")


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around a place begins and ends, within some 200 letters to either side."""
    before = list(_CLAUSE.finditer(text, max(0, start - 200), start))
    after = _CLAUSE.search(text, end, end + 200)
    return before[-1].end() if before else max(0, start - 200), after.start() if after else end + 200


def told_otherwise(text: str, claim: Span, other: Span, quoted: str = "") -> Finding:
    """That what the text says at ``claim`` is denied at ``other``, each as far as it has words; ``quoted``: what it
    says there, where the words of that place alone do not tell it.
    """
    places = [_of_words(text, one) for one in (claim, other)]
    said, told = (shorten(text[one.start : one.end], _QUOTED, placeholder=" …") for one in places)
    facts = {"text": said, "other": quoted or told}
    return Finding("body-appendix-mismatch", "warning", places[0], "text", facts, (places[1],))


_QUOTED = 110  # letters of each that a finding quotes


def _of_words(text: str, place: Span) -> Span:
    """A place without the blanks and commas around its words."""
    said = text[place.start : place.end]
    opens = len(said) - len(said.lstrip(" ,;:\n\t"))
    return Span(place.start + opens, place.start + max(len(said.rstrip(" ,;:.\n\t")), opens))
