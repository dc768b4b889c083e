"""What a figure counts, of whom or where, and whether it speaks of the body's own work or of the whole area."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter

from tongket.model.figures import Extent
from tongket.reading.amounts.printed_amounts import Amount
from tongket.reading.figures.clauses import clauses, holding
from tongket.vietnamese.dates import PeriodMention
from tongket.vietnamese.unicode import CAPITALS

_C = f"[{CAPITALS}]"
_UNIT = r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|thôn|địa phương|đặc khu)"
# Where a choice is long, the first letters of its words are asked for before it: that is faster by half
_AREA = re.compile(
    r"(?=[TtCcởxphqđ])(?:"
    rf"[Tt]oàn {_UNIT}|[Tt]rên địa bàn|(?:các|ở|[Cc]ác) cấp(?! ủy)|[Tt]ừ (?:tỉnh|huyện|xã) đến (?:cơ sở|thôn|xã|huyện)"
    rf"|{_UNIT} và cơ sở|[Cc]ác (?:xã|phường|thôn|địa phương|huyện|khu dân cư|chi bộ|đơn vị|cơ sở|ấp|làng)\b"
    r"|[Cc]ấp (?:huyện|tỉnh|xã|cơ sở) và (?:cấp )?(?:xã|cơ sở|huyện)|ở (?:cơ sở|khu dân cư))"
)
_BODY = (
    r"(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|Ban Thường vụ|Ban Thường trực|Thường trực|Đảng ủy"
    r"|Đảng uỷ|Huyện ủy|Huyện uỷ|Tỉnh ủy|Tỉnh uỷ|Ủy ban Mặt trận|Uỷ ban Mặt trận|Ủy ban MTTQ|MTTQ|UBMTTQ|Mặt trận|Hội"
    r"|Đoàn Thanh niên|Công đoàn|Ban Chấp hành|Ban Chỉ đạo|Ban Dân vận|Sở|Phòng)"
)
_OWN = re.compile(
    rf"{_BODY}[^.;:,]{{0,60}}?\s(?:đã\s)?(?:tổ chức|ban hành|chủ trì|thành lập|xây dựng|tiếp nhận|phối hợp|tiếp"
    r"|khen thưởng|tặng|trao|triển khai|thực hiện|kiểm tra|giám sát|mở|cử|vận động|hỗ trợ|xử lý|giải quyết|huy động"
    r"|chỉ đạo)\b"
)
_PLACE = re.compile(
    rf"(?=[TtCcở])(?:[Tt]oàn|[Tt]rên địa bàn|[Tt]rong|của|tại|ở|[Cc]ấp)\s"
    rf"({_UNIT}(?:\s{_C}[^\W\d_]*(?:\s{_C}[^\W\d_]*){{0,3}})?)(?!\w)"
)
_SUBJECT = re.compile(
    rf"(?<![\w/-])(?P<subject>{_C}[^.;:,()\d]{{1,90}}?"
    r"|(?:các cấp |xã|huyện|tỉnh|thôn|phường|thị trấn|đảng bộ)[^.;:,()\d]{0,60}?)\s+"
    r"(?:hiện |đều |cũng |luôn |đã )?(?:có|được|tổ chức|ban hành|gồm|bao gồm|đạt|là|thành lập|vận động|huy động|tiếp|cử"
    r"|xây dựng|phối hợp|khen thưởng|triển khai|tiếp nhận|đã|duy trì|hỗ trợ|tặng|trao|mở|đăng ký)(?!\w)"
)
_WHO = re.compile(
    r"(?=[UHỦBTĐMCSPXKxpthqđc])(?:"
    rf"{_BODY}|(?<!\w){_UNIT}(?!\w)|Xã|Huyện|Tỉnh|Thôn|Đảng bộ|[Đđ]ảng bộ|[Cc]hi bộ|Công an|Trường|Trạm|[Cc]ơ quan"
    r"|[Đđ]ơn vị|Ban |Ủy ban|Uỷ ban|Đoàn|[Cc]ác cấp|Khu vực|[Cc]ấp ủy)"
)
_LINK = re.compile(
    r"(?:^|\s)(?:có|là|được|đạt|với|chiếm|gồm|bao gồm|tại|cho|đã|và|hơn|trong đó|cụ thể|như sau|trên|từ|của|gồm có|đến"
    r"|lên|xuống|còn|khoảng|cùng|thêm|nhất là|so|trị giá|tăng|giảm|tổng số|như|ở|do|nhằm|lần lượt)$"
)
_LEAD = re.compile(
    r"^(?:[Tt]rong đó|và|với|[Cc]ó(?! mặt)|[Qq]ua đó|[Cc]ụ thể|[Nn]goài ra|[Đđ]ồng thời|[Hh]iện nay|nay|[Đđ]ã|là|cùng"
    r"|[Gg]ồm|[Kk]ết quả|[Nn]hư|cả)\s*[,:]?(?:\s+|$)"
)
_LINK_ENDS = frozenset(
    re.findall(
        r"\w+",
        "có là được đạt với chiếm gồm tại cho đã và hơn đó thể sau trên từ của đến lên xuống còn khoảng cùng thêm nhất "
        "so giá tăng giảm số như ở do nhằm lượt",
    )
)
"""The last word of each link."""
_LEAD_OPENS = frozenset(
    re.findall(
        r"\w+",
        "Trong trong và với Có có Qua qua Cụ cụ Ngoài ngoài Đồng đồng Hiện hiện nay Đã đã là cùng Gồm gồm Kết kết Như "
        "như cả",
    )
)
"""The first word of each lead."""
_STOPS = re.compile(r"[.;,()\d\n:](?:(?<!:)|(?=\s))")
_STOPPING = ("trong đó", "so với", "trị giá", "bao gồm")
_STOPPING_WORDS = re.compile(rf"\s(?:{'|'.join(_STOPPING)})\s")
_DASHES = re.compile(r"^[\s\-+*•–]*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)/\-–]?|[a-zđ]\)|[IVX]+[.)])\s+)?")
_MARKS = re.compile(r"[,(:]\s*")
_AND = re.compile(r"\s*(?:,|và|;|,\s*và)\s*(?:có\s+)?")
_EMPTY = frozenset(("chiếm", "tỷ", "tỉ", "lệ", "đạt", "số", "tổng"))  # what a rate says of nothing in particular
_START = attrgetter("start")
_MOST_WORDS = 14
_NEIGHBOURS = 6  # amounts that are asked for words that they share


def what_is_counted(
    text: str,
    clause: tuple[int, int],
    amounts: Sequence[Amount],
    index: int,
    times: Sequence[PeriodMention] = (),
) -> str | None:
    """The words that say what ``amounts[index]`` counts: what leads up to it, its unit, what follows it.

    Where it has no words of its own, those of its neighbours are shared: the tail of '5 tập thể, 7 cá nhân được khen',
    the head of 'hộ nghèo 488 hộ, chiếm tỷ lệ 51,59%'. Words of time and cited documents (``times``) are left out.
    """
    unit = amounts[index].unit
    plain = unit.kind in ("rate", "rank", "points", "money")
    left = _before(text, clause, amounts, index, times)
    right = _after(text, clause, amounts, index)
    if plain:
        earlier = index
        nearest = max(index - _NEIGHBOURS, 0)
        while not _tells(left) and earlier > nearest and amounts[earlier - 1].start >= clause[0]:
            earlier -= 1
            left = f"{_before(text, clause, amounts, earlier, times)} {left}".strip()
    elif not right:
        later = index + 1
        while not right and later < min(index + _NEIGHBOURS, len(amounts)) and amounts[later].start < clause[1]:
            if _AND.fullmatch(text, amounts[later - 1].end, amounts[later].start) is None:
                break
            right = _after(text, clause, amounts, later)
            later += 1
        earlier = index
        nearest = max(index - _NEIGHBOURS, 0)
        while not left and earlier > nearest and amounts[earlier - 1].start >= clause[0]:
            earlier -= 1
            left = _before(text, clause, amounts, earlier, times)
    return " ".join(filter(None, (left, "" if plain else unit.text, right))) or None


def _tells(left: str) -> bool:
    """Whether the words before an amount say what it is of: two that are not empty, or an abbreviation ('NSĐP')."""
    words = set(left.split()) - _EMPTY
    return len(words) > 1 or any(len(word) > 2 and word.isupper() for word in words)


def _before(
    text: str, clause: tuple[int, int], amounts: Sequence[Amount], index: int, times: Sequence[PeriodMention]
) -> str:
    """The words between the amount before, or the start of the clause, and this one."""
    low = max(clause[0], amounts[index - 1].end if index else clause[0])
    high = amounts[index].start
    if low >= high:
        return ""
    if not times:
        return _last_words(text[low:high])
    piece, at = "", low
    for mention in times[bisect_left(times, low, key=_START) : bisect_left(times, high, key=_START)]:
        if at <= mention.start:
            piece += text[at : mention.start]
            at = min(mention.end, high)
    return _last_words(piece + text[at:high])


@lru_cache(maxsize=256)  # neighbours without words of their own ask for the same ones
def _last_words(piece: str) -> str:
    return " ".join(_trim(piece).split()[-_MOST_WORDS:])


def _trim(piece: str) -> str:
    """The last part of what stands before an amount, without linking words at its ends."""
    kept = ""
    for part in reversed(_MARKS.split(_DASHES.sub("", piece, 1))):
        kept = _bare(f"{part} {kept}".split())
        if len(kept.split()) >= 2:
            break
    return kept


def _bare(words: Sequence[str]) -> str:
    said = " ".join(words).strip(" ,:;()-–/.…=+*[]")
    for _ in range(5):
        linked = said.rpartition(" ")[2] in _LINK_ENDS
        shorter = (_LINK.sub("", said) if linked else said).strip(" ,:;(-–")
        if shorter.partition(" ")[0].rstrip(",:") in _LEAD_OPENS:
            shorter = _LEAD.sub("", shorter)
        if shorter == said:
            break
        said = shorter
    return said


def _after(text: str, clause: tuple[int, int], amounts: Sequence[Amount], index: int) -> str:
    """The words that follow the amount's unit, up to the next mark, number or amount."""
    start = amounts[index].end
    stop = amounts[index + 1].start if index + 1 < len(amounts) else clause[1]
    stop = max(min(stop, clause[1]), start)
    found = _STOPS.search(text, start, stop)
    words = text[start : found.end() if found else stop]
    if any(map(words.__contains__, _STOPPING)) and (word := _STOPPING_WORDS.search(words)):
        words = words[: word.start()]
    elif found:
        words = words[:-1]
    return _bare(words.split()[:_MOST_WORDS])


class Sentence:
    """What is looked for once in the sentence ``text[start:end]``, and then asked for each of its amounts.

    ``clauses`` are ranges in order; ``places`` and ``subjects`` what is named, with where it stands; ``areas`` and
    ``own`` the ends of what speaks of the whole area and of a body's own work.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self.start = start
        self.end = end
        self.clauses = clauses(text, start, end) or [(start, end)]
        self.places = [(found.start(), found.end(), _place(found)) for found in _PLACE.finditer(text, start, end)]
        self._own: list[int] | None = None
        self._subjects: list[tuple[int, str]] | None = None
        self.areas = [found.end() for found in _AREA.finditer(text, start, end)]

    @property
    def own(self) -> list[int]:
        """Where what speaks of a body's own work ends."""
        if self._own is None:
            self._own = [found.end() for found in _OWN.finditer(self._text, self.start, self.end)]
        return self._own

    @property
    def subjects(self) -> list[tuple[int, str]]:
        """Who the sentence says does or has something, with where that ends; asked where no place is named before."""
        if self._subjects is None:
            self._subjects = [
                (found.end(), said)
                for found in _SUBJECT.finditer(self._text, self.start, self.end)
                if _WHO.search(found["subject"])
                and (said := _LEAD.sub("", _DASHES.sub("", found["subject"].strip(), 1)))
            ]
        return self._subjects

    def clause(self, at: int) -> tuple[int, int]:
        """The clause that holds ``at``."""
        return holding(self.clauses, at)


def _place(found: re.Match[str]) -> str:
    return found.group(0) if found.group(0)[:4] in ("Toàn", "toàn") else found.group(1)


def of_whom(sentence: Sentence, at: int) -> str | None:
    """Whom or where the figure at ``at`` is of: the place named last before it, else the subject of the sentence."""
    before = bisect_right(sentence.places, at, key=lambda place: place[1]) - 1
    if before >= 0:
        return sentence.places[before][2]
    subject = bisect_right(sentence.subjects, at, key=lambda said: said[0]) - 1
    if subject >= 0:
        return sentence.subjects[subject][1]
    after = before + 1
    if after < len(sentence.places) and sentence.places[after][1] <= at + 80:
        return sentence.places[after][2]
    return None


def extent_of(sentence: Sentence, clause: tuple[int, int], at: int) -> Extent | None:
    """Own work or the whole area, where the words say so: in the clause, else by what the sentence named last."""
    inside = bisect_right(sentence.areas, clause[0])
    if inside < len(sentence.areas) and sentence.areas[inside] <= clause[1]:
        return "area"
    area, own = bisect_right(sentence.areas, at) - 1, bisect_right(sentence.own, at) - 1
    if area < 0 and own < 0:
        return None
    last_area = sentence.areas[area] if area >= 0 else -1
    return "own" if own >= 0 and sentence.own[own] > last_area else "area"
