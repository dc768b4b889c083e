"""Units as printed after a number: '%', 'triệu đồng/người/năm', 'lượt cán bộ', 'thôn, làng'.

unit = "%" | [scale] unit-word { "/" word }
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tongket.reading.amounts.named_numbers import NOT_COUNTED, VERBS_AFTER
from tongket.registry.unit_words import UnitWord, match_unit
from tongket.vietnamese.numbers import SCALES
from tongket.vietnamese.unicode import CAPITALS
from tongket.vietnamese.years import IS_YEAR

ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit: 'triệu đồng/người/năm' has the scale of a million and the base 'đồng'."""

    start: int
    end: int
    text: str
    scale: Decimal
    base: str
    kind: str  # of the unit word; "" for a noun that is not listed
    whole: bool  # counted in whole numbers


_PERCENT = re.compile(r"\s{0,2}(?:%\s+điểm(?!\w)|điểm\s?%|điểm phần trăm|phần trăm(?!\w)|%|‰)")
_DEGREES = ("°", "º", "˚")
_CELSIUS = re.compile(r"\s{0,2}[°º˚]\s?C(?!\w)")
_HOW_OFTEN = re.compile(r"\s{1,2}(ngày|giờ|phút|tuần|tháng)(?=\s?/\s?[^\W\d_])")  # '1 ngày/tuần'; else it is a time
_SCALE = re.compile(
    r"\s{0,2}((?:nghìn|ngàn|trăm|chục|vạn|triệu|tỷ|tỉ)(?:\s+(?:nghìn|ngàn|triệu|tỷ|tỉ))?)(?!\w)(?!\s+lệ)"
)
_MONEY_MARK = re.compile(
    r"\s{0,2}(?:(?P<million>[Tt]r\.?\s?)|(?P<milliard>[Tt]ỷ(?:\.\s?|(?=đ)))|(?P<thousand>ng\.?\s?))(?:đồng|đ)(?!\w)"
)
_WORDS = re.compile(
    r"\s{0,2}([đĐ]/[cC](?!\w)|chi(?:,| và) [đĐ]ảng bộ(?!\w)|(?:[^\W\d_]+[23²³]?)(?: [^\W\d_]+[23²³]?(?!\d)){0,5})"
)
_WORD = re.compile(r"[^\W\d_]+[23²³]?")
_MOST_RATES = 4  # 'đồng/người/buổi/năm'
_PER = re.compile(r"\s?/\s?(?=[^\W\d_])(?!KH|DT\b|(?:kế hoạch|dự toán|chỉ tiêu|tổng)\b)")
_AND = re.compile(r"(?:,\s?|/)(?=[^\W\d_])")
_JOINTS = (",", "/")
_LEAD = 100  # letters before a number that are asked what it is
_NUMBER_BEFORE = re.compile(r"(?:^|[\s(])([\d.,/]+)$")
_PLAINLY = re.compile(
    r"(?::|\b(?:[Cc]ó|[Gg]ồm|được|với|là|tổng số|hơn|trên|khoảng|xuống còn|còn lại|còn|đối với|thành lập|[Bb]an hành"
    r"|thông qua"
    r"|[Tt]hành lập|kiện toàn|cả|toàn bộ|trong số|từ|thành|giảm|tăng|tăng thêm|xây dựng"
    r"|thuộc|của|tại|cho|trong đó))$"
)
# '05 Quyết định, 12 Kế hoạch', '64 chi, đảng bộ, 2 Đảng bộ trực thuộc'
_COUNTED_BEFORE = re.compile(r"\d\s[^\W\d_](?:[^,;.\d]|, (?=đảng|Đảng)){2,40}(?:[,;]|\svà)$")
_COORDINATED = frozenset(("place", "person", "opinion", "body", "document", "thing", "event", "household"))
_ANY_BODY = frozenset(("đơn vị", "địa phương", "cơ quan"))  # go with places and with bodies
_ANYBODY = frozenset(("người", "đồng chí", "em", "vị", "cháu", "trẻ", "chị", "anh", "ông", "bà", "cụ"))
"""Behind these a comma ends the count: '52 người, viên chức khác 86 người'."""
_OTHER_WORDS = frozenset(
    (
        *("cụ thể", "con số", "đoàn kết", "hội nhập", "ban hành", "bà con", "chăn nuôi", "chăn thả", "bàn giao"),
        *("giải ngân", "giải quyết", "giải phóng", "giải thể", "giải trình", "giải tỏa", "giải tán", "giải đáp"),
        "bình quân",
    )
)  # begin as units do
_SURELY_A_NOUN = 3  # syllables
_NUMBERED = re.compile(r"\s+(?:[IVX]+|\d)")
_MONTHS = frozenset(map(str, range(1, 13)))
_DECIMALS = re.compile(r"\d{1,4},\d{1,2}")
_MEASURED = re.compile(r"(?<!\w)(?:đạt|là|còn|có|được|với|gồm|từ|lên|xuống|quân|trung bình)\s$")
_COUNT_DIGITS = re.compile(r"0[1-9]|[1-9]\d*|[1-9]\d{0,2}(?:\.\d{3})+")
_RULES = re.compile(r"[|—_=§]|  ")  # what is left of a table that was read optically


def read_unit(text: str, at: int, start: int, end: int) -> Unit | None:
    """The unit printed at ``at``, right after a number, within the paragraph ``text[start:end]``."""
    first = text[at : min(at + 3, end)].lstrip()[:1]
    if first in _DEGREES and (degrees := _CELSIUS.match(text, at, end)):
        return _with_rates(text, at, degrees.end(), end, ONE, UnitWord("°C", "temperature", "độ C", ONE))
    if not first.isalpha() and first not in ("%", "‰"):
        return None
    if first in "%‰đp" and (percent := _PERCENT.match(text, at, end)):
        sign = "điểm %" if "điểm" in percent.group() else "‰" if "‰" in percent.group() else "%"
        return _with_rates(text, at, percent.end(), end, ONE, UnitWord("%", "rate", sign, ONE))
    if first in "tTn" and (marked := _MONEY_MARK.match(text, at, end)):
        million, milliard = marked.group("million"), marked.group("milliard")
        scale = SCALES["triệu" if million else "tỷ" if milliard else "nghìn"]
        return _with_rates(text, at, marked.end(), end, scale, UnitWord("đồng", "money", "đồng", ONE))
    if first in "ngpt" and (often := _HOW_OFTEN.match(text, at, end)):
        word = often.group(1)
        return _with_rates(text, at, often.end(), end, ONE, UnitWord(word, "duration", word, ONE))
    scale, after = ONE, at
    if first == "c" and (of_kinds := _KINDS.match(text, at, end)):
        after = of_kinds.end()
    if first in "nctv" and (scaled := _SCALE.match(text, at, end)):
        after = scaled.end()
        for word in scaled.group(1).split():
            scale *= SCALES[word]
    found = _noun(text, after, start, end)
    if found is not None:
        return _with_rates(text, at, found[1], end, scale, found[0])
    if scale < 1000:
        return None  # 'trăm', 'chục' alone say nothing
    return _with_rates(text, at, after, end, scale, UnitWord("đồng", "money", "đồng", ONE))


_PLAIN_MEASURE = re.compile(rf"(?:Km|Ha|Kg)\b(?!\s[{CAPITALS}])")  # '13 Km', and no '12 Ha Noi'
_KINDS = re.compile(r"\s{1,2}các loại(?=\s[a-zà-ỹđ])")  # '587 các loại mô hình'


def _with_rates(text: str, at: int, stop: int, end: int, scale: Decimal, word: UnitWord) -> Unit:
    """The unit from ``at`` to ``stop``, with what it is counted per ('/người/năm')."""
    for _ in range(_MOST_RATES if "/" in text[stop : stop + 2] else 0):
        per = _PER.match(text, stop, end)
        if per is None:
            break
        words = _phrase(text, per.end(), end)
        matched = match_unit([found.group() for found in words])
        stop = words[matched[1] - 1 if matched else 0].end()
        if text.startswith(" đêm", stop) and text.endswith("ngày", 0, stop):
            stop += len(" đêm")  # 'm3/ngày đêm'
    printed = text[at:stop].lstrip()
    whole = scale == 1 and not word.is_measure
    return Unit(stop - len(printed), stop, printed, scale * word.factor, word.base, word.kind, whole)


def _phrase(text: str, at: int, end: int) -> list[re.Match[str]]:
    """Up to five words that stand at ``at`` with nothing but a space between them."""
    words: list[re.Match[str]] = []
    while len(words) < 5 and (word := _WORD.match(text, at, end)):
        words.append(word)
        if not text.startswith(" ", word.end()):
            break
        at = word.end() + 1
    return words


def _noun(text: str, at: int, start: int, end: int) -> tuple[UnitWord, int] | None:
    """The unit word at ``at`` and where it ends, 'lượt cán bộ' and 'thôn, làng' as one."""
    found = _WORDS.match(text, at, end)
    if found is None:
        return None
    if found[1].lower() == "đ/c":
        return UnitWord("đồng chí", "person", "đồng chí", ONE), found.end(1)
    if found[1].startswith(("chi,", "chi và")):
        return UnitWord("chi, đảng bộ", "body", "chi, đảng bộ", ONE), found.end(1)
    words = found[1].split(" ")
    matched = match_unit(words)
    if matched is None:
        return None
    unit, count = matched
    if count == 1 and " ".join(words[:2]).lower() in _OTHER_WORDS:
        return None  # 'đến 30/9 giải ngân 2.061 tỷ đồng'
    first = words[0]
    capital = first[0].isupper() and not first.isupper() and unit.word[0].islower()  # no 'Mbps'
    if (
        capital
        and not (unit.is_measure and _PLAIN_MEASURE.match(text, found.start(1), end))
        and not _counts_plainly(text, at, start, sure=count >= _SURELY_A_NOUN)
    ):
        return None
    stop = found.start(1) + len(" ".join(words[:count]))
    if unit.word == "ban" and text.startswith(" hành", stop):
        return None  # 'Chương trình 2018 ban hành kèm theo ...'
    if unit.word == "lượt" and count < len(words):
        inner = match_unit(words[count:])
        if inner is not None:
            stop = found.start(1) + len(" ".join(words[: count + inner[1]]))
            unit = UnitWord(f"lượt {inner[0].word}", "event", f"lượt {inner[0].base}", ONE)
            return unit, _coordinated(text, inner[0], stop, end)
    return unit, _coordinated(text, unit, stop, end)


def _counts_plainly(text: str, at: int, start: int, *, sure: bool) -> bool:
    """Whether the number that ends at ``at`` counts although a capital follows: '27 Hồ sơ' may be the 27th of a list,
    unless a colon, a verb or a leading zero says otherwise.
    """
    number = _NUMBER_BEFORE.search(text[max(start, at - 16) : at])
    if number is None:
        return False
    digits = number.group(1)
    lead = text[max(start, at - len(digits) - _LEAD) : at - len(digits)].rstrip(" (")
    if not lead.strip("-+*• "):
        return False
    if sure if "/" not in digits else digits.rpartition("/")[2].lstrip("0") not in _MONTHS:
        return True  # '21 Ban Công tác Mặt trận', '11/19 Trưởng ban'
    opened = text[max(start, at - len(digits) - 1) : at - len(digits)] == "("
    return opened or (digits.startswith("0") and len(digits) > 1) or _plainly(lead)


def _plainly(lead: str) -> bool:
    return _PLAINLY.search(lead) is not None or _COUNTED_BEFORE.search(lead[-60:]) is not None


def _coordinated(text: str, unit: UnitWord, stop: int, end: int) -> int:
    """The end of 'thôn, làng' or 'ý kiến, kiến nghị': nouns of one kind, without a number between.

    Not the same noun again ('19.630 hồ sơ, hồ sơ trả trước hạn là 19.255'), nor a verb ('2 đoàn, tổ chức kiểm tra').
    """
    kind = unit.kind
    if kind not in _COORDINATED or unit.word in _ANYBODY:
        return stop
    while text[stop : stop + 1] in _JOINTS and (joint := _AND.match(text, stop, end)):
        words = _phrase(text, joint.end(), end)
        matched = match_unit([word.group() for word in words[:4]])
        alike = matched is not None and (
            matched[0].kind == kind or (kind in ("place", "body") and matched[0].word in _ANY_BODY)
        )
        if matched is None or not alike or " ".join(word.group() for word in words[:2]) in _OTHER_WORDS:
            break
        if words[0].group()[0].isupper() or matched[0].word == unit.word:
            break
        if matched[0].word == "tổ chức" and unit.word not in _ANY_BODY and unit.word != "đoàn thể":
            break
        after = words[matched[1] - 1].end()
        if _NUMBERED.match(text, after, end):
            break  # '5 xã, khu vực II'
        stop = after
    return stop


_MEDAL = re.compile(r" (vàng|bạc|đồng)(?=[,;.)]|$| và )")
_MEDALS = (" vàng", " bạc", " đồng")
_OF_MEDALS = re.compile(r"[Hh]uy chương[^.;\n]*$")


def read_medal(text: str, number: int, at: int, start: int, end: int) -> Unit | None:
    """'vàng', 'bạc', 'đồng' at ``at`` where medals are told apart, behind a number at ``number``: no money."""
    found = _MEDAL.match(text, at, end) if text.startswith(_MEDALS, at) else None
    if found is None or not _OF_MEDALS.search(text, max(start, number - 60), number):
        return None
    return Unit(*found.span(1), f"huy chương {found[1]}", ONE, f"huy chương {found[1]}", "thing", whole=True)


def _leads_to_a_count(text: str, at: int, start: int, digits: str) -> bool:
    """Whether the word before ``at`` may announce a count, or another count of the same list does ('6 lĩnh vực, 13
    kết quả'). What a number after a noun names is told apart by the caller.
    """
    if IS_YEAR.fullmatch(digits):
        return False
    lead = text[max(start, at - 60) : at].rstrip(" \u00a0")
    if not lead or not (lead[-1].isalpha() or lead[-1] in ",:/"):
        return False
    if lead[-1] == "," or lead.endswith(" và"):
        return _COUNTED_BEFORE.search(lead) is not None
    return lead[-1] in ":/" or lead.rsplit(None, 1)[-1][0].islower() or _PLAINLY.search(lead) is not None


def read_unlisted(text: str, number: tuple[int, int], start: int, end: int, qualifier: str | None) -> Unit | None:
    """A counted noun that is not in the list, after a number that clearly counts ('05 gùi ngô')."""
    digits = text[number[0] : number[1]]
    if (sex := _SEX.match(text, number[1], end)) and _IN_BRACKETS.search(text, max(start, number[0] - 30), number[0]):
        return Unit(*sex.span(1), sex[1], ONE, sex[1], "", whole=True) if _COUNT_DIGITS.fullmatch(digits) else None
    sure = qualifier is not None or digits.startswith("0") or "." in digits
    whole = True
    if _DECIMALS.fullmatch(digits):
        whole = False
        if qualifier is None and not _MEASURED.search(text, max(start, number[0] - 12), number[0]):
            return None
    elif not _COUNT_DIGITS.fullmatch(digits) or not (sure or _leads_to_a_count(text, number[0], start, digits)):
        return None
    if _RULES.search(text, max(start, number[0] - 20), min(number[1] + 20, end)):
        return None
    if whole and (quoted := _QUOTED_NOUN.match(text, number[1], end)):
        noun = match_unit([word.group() for word in _phrase(text, quoted.end(), end)])
        word = noun[0].word if noun else ""
        return Unit(number[1], number[1], word, ONE, word, noun[0].kind if noun else "", whole)
    counts = sure or _plainly(text[max(start, number[0] - _LEAD) : number[0]].rstrip(" (\u00a0"))
    if counts and whole and (body := _BODIES.match(text, number[1], end)):
        return Unit(*body.span(1), body[1], ONE, body[1], "body", whole)
    if sure and whole and (short := _ABBREVIATION.match(text, number[1], end)):
        return Unit(*short.span(1), short[1], ONE, short[1], "", whole)
    unit = any_noun(text, number[1], end, whole=whole)
    return None if unit is not None and not sure and unit.text.split()[0] in VERBS_AFTER else unit


# '1.245 GCNQSDĐ', '01 THCS', '02 Phó BT'; not the half of a document's number ('05 NQ/TW'), nor the head of a column
_ABBREVIATION = re.compile(r" (?!(?:TT|STT|KH|DT|CK)(?!\w))((?:Phó )?[A-ZĐƯ]{2,10})(?=[,;)]| [a-zà-ỹđ(]|\.?$|\.\s)")
_SEX = re.compile(r" (nữ|nam)(?=[,;)])")
_IN_BRACKETS = re.compile(r"\((?:[^()]{0,20}, )?$")
_QUOTED_NOUN = re.compile(r" [“\"](?=[^\W\d_][^”\"\n]{2,60}[”\"])")  # '3 “Nhà nhân ái”'
_BODIES = re.compile(
    r" ((?:UBND|HĐND) (?:cấp (?:tỉnh|huyện|xã)|(?:tỉnh|huyện|xã|phường)(?:, (?:huyện|xã|phường|thị trấn))*))"
    r"(?! [A-ZĐ])(?!\w)"
)


def any_noun(text: str, at: int, end: int, *, whole: bool) -> Unit | None:
    """The one or two small-lettered words at ``at`` as a unit, unless no noun begins with them."""
    found = _WORDS.match(text, at, end)
    if found is None or found.start(1) == at:
        return None
    words = found.group(1).split()
    if words[0] in NOT_COUNTED or not words[0].islower() or len(words[0]) < 2:
        return None
    more = len(words) > 1 and words[1] not in NOT_COUNTED and words[1].islower()
    said = " ".join(words[: 2 if more else 1])
    low = found.start(1)
    return Unit(low, low + len(said), said, ONE, said, "", whole)
