"""Praise, blame and trends told in words against figures told elsewhere (nhận xét trái với số liệu ở chỗ khác).

    'Thu ngân sách vượt kế hoạch', then 'Thu ngân sách cả năm đạt 92% kế hoạch'; 'Tỷ lệ hộ nghèo giảm', then 'cuối năm
    2024 là 7,8%, cuối năm 2023 là 6,9%'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. A sentence is held against figures
of the very same thing alone: both name the same words, but for those that name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.clauses import Sentence, sentences, told_otherwise
from tongket.checking.evidence.expressions import AIM
from tongket.checking.evidence.same_matter import keys_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import CAPITALS, key

_PHRASES = re.compile(
    r"(?<!\w)(?:công tác|tình hình|kết quả|phong trào|vận động|(?:trên )?địa bàn|thành phố|xảy ra|ghi nhận"
    r"|tiếp nhận|kế hoạch|dự toán|chỉ tiêu|mục tiêu|nghị quyết|đề ra|thực hiện|hoàn thành|so với|cùng kỳ|tiếp tục"
    r"|tỷ lệ|tổng số|diện tích"
    r"|đơn vị|nhìn chung|bình quân|trung bình|tuy nhiên|bên cạnh đó|mặc dù|xếp hạng|vị trí|trường hợp|khối lượng"
    r"|số lượng)(?!\w)",
    re.IGNORECASE,
)
_EMPTY = keys_of(
    "việc cả trong năm nay này cuối đầu toàn xã phường huyện tỉnh của đạt được là có mới ước đến hết hiện đã giao"
    " vẫn còn đều và cũng chỉ các những số tổng mức cao thấp hơn nhất lượng cấp cần theo tại ở về cho do tháng từ"
    " như thì trung tăng giảm nhưng song hạng thứ đứng vụ lượt kém tốt khá phần trước trên chung"
)
_LAND = re.compile(r"đất ở(?!\w)", re.IGNORECASE)
_N = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
_NUMBER = re.compile(
    rf"(?<![\d.,/]){_N}(?:\s?/\s?{_N})?\s?(?:%"
    rf"|(?P<behind>[^\W\d_]+(?:/[^\W\d_]+)?(?: [^\W\d_]+){{0,3}}))?"
)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:[Pp]hấn đấu|sẽ|[Dd]ự kiến|[Qq]uý|[Tt]háng \d|\d+ tháng|[Nn]hiều|[Mm]ột số|[Rr]iêng|[Tt]rong đó"
    r"|[Nn]ếu)(?!\w)"
)
_DENIED = re.compile(r"(?<!\w)(?:không|chưa|khó)(?!\w)", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]\s|[()]|(?<!\w)(?:nhưng|song|trong khi|tuy nhiên)\s", re.IGNORECASE)
_MOST = 200  # claims of a kind: a report has a dozen, and each is held against all figures of it
_LEAST = 2  # words that name a thing


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says of a thing, and the words that name it."""

    sentence: Sentence
    place: Span
    thing: frozenset[str]
    now: Decimal = Decimal(0)
    then: Decimal = Decimal(0)
    giver: str = ""  # of a plan
    unit: str = ""  # of a change, of which the sentence may name more than what has changed


def check_judged_apart(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where what is said of a plan, a rise or fall, a rank, a record or work in time
    is denied by figures of the same thing in another sentence.

    Not flagged: parts of the thing or of the year, aims; things that the two name in different words.
    """
    told = sentences(report)
    held: dict[Callable[[Sentence], Iterator[_Said]], list[_Said]] = {}
    of_now: list[Sentence] | None = None
    for word, claim, figures, denies in _KINDS:
        claims = [said for one in told if one.now and word in one.small for said in _claims(one, claim)][:_MOST]
        if not claims:
            continue
        if of_now is None:
            of_now = [one for one in told if not one.search(_OTHER_TIME)]
        if figures not in held:
            held[figures] = [said for one in of_now for said in figures(one)]
        for one in claims:
            against = (other for other in held[figures] if other.sentence is not one.sentence and _are_one(one, other))
            other = next((other for other in against if denies(other)), None)
            if other is not None:
                yield told_otherwise(report.text, one.place, other.place)


def _are_one(claim: _Said, other: _Said) -> bool:
    """Whether figures are of the thing of a claim: in the same words, or of the unit that it says has changed."""
    if other.unit:
        return len(claim.thing) > _LEAST and other.unit in claim.thing and claim.thing <= other.thing
    two_givers = claim.giver and other.giver and claim.giver != other.giver
    return other.thing == claim.thing and not two_givers


def _claims(one: Sentence, pattern: re.Pattern[str]) -> Iterator[_Said]:
    for found in one.finds(pattern):
        start, thing = piece_of(one.text, found.start())
        if of := found.groupdict().get("of"):
            start, thing = found.start(), thing_of(of)
        said = one.text[start : found.start()]
        if len(thing) >= _LEAST and not _OTHER_TIME.search(one.text, start, found.end()) and not _DENIED.search(said):
            place = Span(one.place.start + start, one.place.start + found.end())
            yield _Said(one, place, thing, giver=_giver(one.text, found.end()))


_GIVER = re.compile(r"[^.,;\n]{0,20}?(?<!\w)(?P<by>Trung ương|tỉnh|huyện|thành phố|xã|HĐND|Chính phủ|Sở)(?!\w)")


def _giver(text: str, at: int) -> str:
    """Who set the plan that is named before a place; "" where nobody is."""
    found = _GIVER.match(text, at)
    return found["by"] if found else ""


def is_told_of_a_place(said: str) -> bool:
    """Whether words are of one place or cell that they name, not of the whole."""
    return _NAMED.search(said) is not None


def thing_of(said: str) -> frozenset[str]:
    """The words that name a thing: without numbers and their units, and what names nothing."""
    return keys_of(_PHRASES.sub(" ", _NUMBER.sub(_behind_unit, _LAND.sub("đấtở", said)))) - _EMPTY


def _behind_unit(found: re.Match[str]) -> str:
    """What stands behind a number and its unit."""
    words = (found["behind"] or "").split()
    if words and "/" in words[0]:
        return " " + " ".join(words[1:])  # 'tạ/ha'
    words = words[1:] if words and words[0] in ("nghìn", "ngàn", "triệu", "tỷ", "tỉ") else words
    unit = match_unit(words)
    return " " + " ".join(words[unit[1] :] if unit and unit[0].is_measure else words) + " "


def piece_of(text: str, at: int) -> tuple[int, frozenset[str]]:
    """Where the clause begins that names what is spoken of at a place, and the words that name it."""
    high = at
    for mark in [*reversed(list(_CLAUSE.finditer(text, 0, at))), None]:
        low = mark.end() if mark else 0
        thing = thing_of(text[low:high])
        if thing:
            return low, thing
        high = mark.start() if mark else 0
    return 0, frozenset()


_RATE = re.compile(rf"(?:đạt|bằng|được)(?: hơn| gần)? (?P<rate>{_N})\s?%\s?(?:so với )?(?:tổng )?{AIM}")
_SHARE = re.compile(
    rf"(?<![\d.,/])(?P<part>{_N})(?: [^\W\d_]+){{0,2}}\s?/\s?(?P<whole>{_N})(?:"
    rf" [^\W\d_]+){{0,2}}?,? (?:(?:đạt|vượt|so với) )?{AIM}"
)


def _rates(one: Sentence) -> Iterator[_Said]:
    """What was reached of plans: as percentages and as shares."""
    for found in (*one.finds(_RATE), *one.finds(_SHARE)):
        numbers = found.groupdict()
        part, whole = parse_number(numbers.get("rate") or numbers["part"]), parse_number(numbers.get("whole") or "100")
        low, thing = piece_of(one.text, found.start())
        if part is None or not whole or not one.now:
            continue
        things = {thing} | ({thing | thing_of(found[0].replace("/", " "))} if "part" in numbers else set())
        place, giver = Span(one.place.start + low, one.place.start + found.end()), _giver(one.text, found.end())
        for each in things:  # 'kết nạp được 11 đảng viên/15 đảng viên': the unit may name the thing
            yield _Said(one, place, each, part, whole, giver)


_LATE = re.compile(
    r"(?<!\w)(?:chậm(?: so với)?(?: tiến độ| kế hoạch)?|không (?:đạt|bảo đảm|đảm bảo|kịp) tiến độ"
    r"|trễ hạn|trễ tiến độ)(?!\w)"
)


def _late(one: Sentence) -> Iterator[_Said]:
    for found in one.finds(_LATE) if one.now else ():
        low, thing = piece_of(one.text, found.start())
        if not _DENIED.search(one.text, low, found.start()):
            yield _Said(one, Span(one.place.start + low, one.place.start + found.end()), thing)


_DONE = re.compile(
    rf"(?<!\w)(?:mới|chỉ)(?: chỉ"
    rf"| mới)?(?: [^\W\d_]+){{0,3}}? (?P<rate>{_N})\s?%(?P<behind>[^.;,()\n\d]{{0,70}})"
)


def _done(one: Sentence) -> Iterator[_Said]:
    """How little of a work is done: 'mới cấp được 38% diện tích'."""
    for found in one.finds(_DONE) if one.now else ():
        rate = parse_number(found["rate"])
        start = max((mark.end() for mark in _CLAUSE.finditer(one.text, 0, found.start())), default=0)
        if rate is not None:
            place = Span(one.place.start + start, one.place.start + found.end())
            yield _Said(one, place, thing_of(one.text[start : found.end()]) - keys_of("mới chỉ"), rate)


_RANK = re.compile(
    r"(?<!\w)(?:đứng|xếp)(?: ở)?(?: vị trí)?(?: thứ"
    r"| hạng)+ (?P<rank>\d{1,3})(?:/\d{1,3})?(?: [^\W\d_]+){0,4}? về (?P<of>[^.,;:()\n\d]{4,70})"
)


def _ranks(one: Sentence) -> Iterator[_Said]:
    for found in one.finds(_RANK) if one.now else ():
        yield _Said(one, one.place_of(found), thing_of(found["of"]), Decimal(found["rank"]))


_YEAR_VALUE = re.compile(
    rf"(?:(?:cuối |đầu )?năm (?P<year>(?:19|20)\d\d|nay|học này)|(?P<past>cùng kỳ(?: năm (?:trước|\d{{4}}))?"
    rf"|năm (?:học )?trước))(?![\d ]*-)(?!\d)"
    rf"(?P<words>[^.;,:()\d\n]{{0,60}}?)[:\s] ?(?P<value>{_N})(?P<unit>\s?%|(?: [^\W\d_]+(?:/[^\W\d_]+)?)?)",
    re.IGNORECASE,
)


def _pairs(one: Sentence) -> Iterator[_Said]:
    """The two values of a thing that a sentence tells of two years, the later one as that of now."""
    values = list(one.finds(_YEAR_VALUE))
    if len(values) != _TWO or values[0]["unit"].strip() != values[1]["unit"].strip() or not values[0]["year"]:
        return
    first, second = values
    amounts = [parse_number(value["value"]) for value in values]
    years = [_year_of(value["year"]) for value in values]
    low, _ = piece_of(one.text, first.start())
    low = 0 if not one.text[low : first.start()].strip() else low
    if None in amounts or years[0] == years[1]:
        return
    thing = thing_of(_THIS_YEAR.sub(" ", one.text[low : second.start()]))
    now, then = amounts if years[0] > years[1] else amounts[::-1]
    if now is not None and then is not None:
        place = Span(one.place.start + low, one.place.start + second.end())
        yield _Said(one, place, thing, now, then)


_TWO = 2
_THIS_YEAR = re.compile(r"năm (?:học )?(?:nay|này|trước)(?!\w)", re.IGNORECASE)
_NOW, _THEN = 9999, 0  # 'năm nay' lies behind every year, 'cùng kỳ' before


def _year_of(said: str | None) -> int:
    return _THEN if not said else int(said) if said.isdigit() else _NOW


_MEANS = re.compile(
    rf"(?P<one>{_N})(?P<unit>\s?%| [^\W\d_]+(?: [^\W\d_]+)?)[^.;\d]{{0,30}}?(?:,|\(|trong khi)[^.;\d]{{0,40}}?"
    rf"(?:bình quân|mặt bằng|trung bình) (?:chung )?[^.;\d]{{0,30}}?(?P<other>{_N})(?P=unit)(?!\w)"
)


def _means(one: Sentence) -> Iterator[_Said]:
    """A rate of the unit and the mean of a greater one that it is held against."""
    for found in one.finds(_MEANS) if one.now else ():
        own, mean = parse_number(found["one"]), parse_number(found["other"])
        low, thing = piece_of(one.text, found.start())
        if own is not None and mean is not None:
            yield _Said(one, Span(one.place.start + low, one.place.start + found.end()), thing, own, mean)


_MOVED = re.compile(rf"(?<!\w)(?P<way>tăng|giảm)(?: thêm| được)? {_N} (?P<unit>[^\W\d_]+)(?!\w)")


def _changes(one: Sentence) -> Iterator[_Said]:
    """The change of what a sentence counts, with all that it names before it; of two changes, none."""
    told = (one.now or one.search(_YEARS)) and not one.search(_NAMED)
    moved = list(one.finds(_MOVED)) if told else []
    if len(moved) == 1 and re.search(rf"(?<![\d.,/]){_N} {moved[0]['unit']}(?!\w)", one.text[: moved[0].start()]):
        ways = (Decimal(1), Decimal(0)) if moved[0]["way"] == "tăng" else (Decimal(0), Decimal(1))
        place = Span(one.place.start, one.place.start + moved[0].end())
        yield _Said(one, place, thing_of(one.text[: moved[0].end()]), *ways, unit=key(moved[0]["unit"]))


_NAMED = re.compile(
    rf"(?<!\w)(?:[Rr]iêng|(?i:tại|ở|thôn|bản|ấp|xã|phường|huyện|chi bộ|trường|cấp) (?:[{CAPITALS}]|\d))"
)  # of a place, not of the whole
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|[Cc]ùng kỳ|[Nn]ăm (?:học )?trước")
_TRULY = r"(?: (?:tiếp tục|đã|đều|liên tục|có xu hướng|vẫn|ngày càng))*"
_BEFORE = r"(?:so với )?(?:cùng kỳ|năm (?:học )?trước)"
_HALF_DONE = 60  # per cent, below which a work is not nearly finished
# Each with a word that every such claim holds, in small letters
_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[Sentence], Iterator[_Said]], Callable[[_Said], bool]], ...] = (
    (
        "vượt",
        re.compile(rf"(?<!\w)(?:đạt và |hoàn thành(?: và)? )?vượt(?: mức)? {AIM}(?!\w)", re.IGNORECASE),
        _rates,
        lambda of: of.now < of.then,
    ),
    (
        "không",
        re.compile(rf"(?<!\w)không (?:đạt|hoàn thành) {AIM}(?!\w)", re.IGNORECASE),
        _rates,
        lambda of: of.now >= of.then,
    ),
    (
        "chưa",
        re.compile(rf"(?<!\w)chưa (?:đạt|hoàn thành) {AIM}(?!\w)", re.IGNORECASE),
        _rates,
        lambda of: of.now >= of.then,
    ),
    (
        "tiến độ",
        re.compile(r"(?<!\w)(?:đúng|bảo đảm|đảm bảo|vượt) tiến độ(?!\w)", re.IGNORECASE),
        _late,
        lambda of: True,
    ),
    (
        "hoàn thành",
        re.compile(r"(?<!\w)[Cc]ơ bản (?:đã )?hoàn thành (?P<of>[^.,;:()\n\d]{6,90})"),
        _done,
        lambda of: of.now < _HALF_DONE,
    ),
    (
        " về ",
        re.compile(
            r"(?<!\w)(?:đứng đầu|dẫn đầu|xếp thứ nhất"
            r"|đứng thứ nhất)(?: [^\W\d_]+){0,3} về (?P<of>[^.,;:()\n\d]{4,70})"
        ),
        _ranks,
        lambda of: of.now > 1,
    ),
    (
        " giảm",
        re.compile(rf"{_TRULY} giảm(?! (?:từ|còn|xuống))(?!\w)", re.IGNORECASE),
        _pairs,
        lambda of: of.now > of.then,
    ),
    (" tăng", re.compile(rf"{_TRULY} tăng(?! (?:từ|lên))(?!\w)", re.IGNORECASE), _pairs, lambda of: of.now < of.then),
    (
        " hơn ",
        re.compile(rf"(?<!\w)(?:cao|nhiều|lớn) hơn {_BEFORE}", re.IGNORECASE),
        _pairs,
        lambda of: of.now < of.then,
    ),
    (" hơn ", re.compile(rf"(?<!\w)(?:thấp|ít) hơn {_BEFORE}", re.IGNORECASE), _pairs, lambda of: of.now > of.then),
    (
        " giảm so với",
        re.compile(rf"{_TRULY} giảm so với (?:cùng kỳ|năm)", re.IGNORECASE),
        _changes,
        lambda of: of.now > of.then,
    ),
    (
        " tăng so với",
        re.compile(rf"{_TRULY} tăng so với (?:cùng kỳ|năm)", re.IGNORECASE),
        _changes,
        lambda of: of.now < of.then,
    ),
    (
        "cao nhất",
        re.compile(r"(?<!\w)(?:đạt )?cao nhất (?:từ trước đến nay|trong (?:những|các|nhiều) năm)"),
        _pairs,
        lambda of: of.now < of.then,
    ),
    (
        "cao hơn",
        re.compile(r"(?<!\w)cao hơn (?:mức )?(?:bình quân|mặt bằng|trung bình) chung"),
        _means,
        lambda of: of.now < of.then,
    ),
    (
        "thấp hơn",
        re.compile(r"(?<!\w)thấp hơn (?:mức )?(?:bình quân|mặt bằng|trung bình) chung"),
        _means,
        lambda of: of.now > of.then,
    ),
)

CHECKS = (check_judged_apart,)
