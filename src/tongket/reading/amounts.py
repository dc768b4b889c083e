"""Amounts in running text: a number with its unit, hedge and shape (share, range), by one grammar.

    amount   = [hedge] number unit
             | ["từ"] number [unit] ("-" | "đến") number unit       a range
             | number "/" number unit | number unit "/" number unit  a share, when both count the same
             | rank number                                          'hạng 7', 'xếp thứ 3/12'
    unit     = "%" | [scale] unit-word { "/" word }                 'triệu đồng/người/năm'

Numbers come from the scan; what a citation, a date or a quoted name holds is no amount.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from tongket.model.quantities import Pair, Quantity, Range, Share
from tongket.reading.named_numbers import NOT_COUNTED, is_name, names_a_place, words_before
from tongket.reading.scan import Token
from tongket.registry.unit_words import UnitWord, match_unit
from tongket.vietnamese.numbers import SCALES, NumberStyle, parse_number, printed_decimals


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


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed in the flow, hedge and unit included in ``start``..``end``."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: Quantity
    decimals: int
    unit: Unit
    qualifier: str | None = None
    change: Literal["up", "down"] | None = None


_HEDGE = re.compile(
    r"(?:(?:[Kk]hoảng|[Ưư]ớc(?: đạt| tính| khoảng)?)\s+(?=trên|hơn|gần|dưới|khoảng))?"
    r"(?:[Hh]ơn|[Tt]rên|[Kk]hoảng|[Gg]ần|[Dd]ưới|[Íí]t nhất|[Tt]ối thiểu|[Tt]ối đa|[Kk]hông quá|[Kk]hông dưới"
    r"|[Cc]hưa đến|[Cc]hưa tới|[Cc]hưa đầy|[Xx]ấp xỉ|[Ưư]ớc(?: đạt| tính| khoảng)?|>=|<=|[><≥≤~≈])\s*$"
)
_ESTIMATED = re.compile(r"ước (?:đạt|tính|khoảng)(?! \w)")
_COMPARED = re.compile(r"(?:cao|thấp|nhiều|ít|lớn|nhỏ|sớm|muộn|nhanh|chậm|rộng|dài|tốt)\s+hơn\s*$")
_FROM = re.compile(r"(?:[Tt]ừ)\s+$")
_ONWARD = re.compile(r"\s+trở (lên|xuống|đi)(?!\w)")
_CHANGE = re.compile(r"([Tt]ăng|[Gg]iảm)(?:\s+(?:thêm|được|trung bình|bình quân|ước|đến|tới))?\s*$")
_RANK = re.compile(
    r"(?:(?:[Xx]ếp|[Đđ]ứng|[Gg]iữ|[Đđ]ạt)\s+)?(?:(?:thứ\s+)?[Hh]ạng|[Vv]ị trí thứ|(?:(?<=[Xx]ếp )|(?<=[Đđ]ứng ))thứ)"
    r"(?:\s+thứ)?\s+$"
)
_PERCENT = re.compile(r"\s{0,2}(?:%\s+điểm(?!\w)|điểm\s?%|điểm phần trăm|phần trăm(?!\w)|%|‰)")
_SCALE = re.compile(
    r"\s{0,2}((?:nghìn|ngàn|trăm|chục|vạn|triệu|tỷ|tỉ)(?:\s+(?:nghìn|ngàn|triệu|tỷ|tỉ))?)(?![\wà-ỹ])(?!\s+lệ)"
)
_WORDS = re.compile(r"\s{0,2}(đ/c(?!\w)|(?:[^\W\d_]+[23²³]?)(?: [^\W\d_]+[23²³]?(?!\d)){0,5})")
_WORD = re.compile(r"[^\W\d_]+[23²³]?")
_PER = re.compile(r"\s?/\s?(?:[^\W\d_]+[23²³]?(?:\s(?=năm|tháng|quý|ngày))?)(?!\d)")
_AND = re.compile(r"(?:,\s?|/)(?=[^\W\d_])")
_RANGE_JOINT = re.compile(r"\s?[-–]\s?|\s+(?:đến|tới)\s+(?:dưới\s+)?")
_GROUP_GAP = re.compile(r"[ \u00a0\u202f]")
_QUOTED = re.compile(r"“[^”\n]{1,160}”|\"[^\"\n]{1,160}\"")
_OPENERS = "([{:;,.\"'“‘”’><≥≤=~≈+-–—/*•…|"
_COORDINATED = frozenset(("place", "person", "opinion", "body", "document", "thing", "event", "household"))


def read_amounts(
    text: str, start: int, end: int, numbers: Sequence[Token], style: NumberStyle, taken: Sequence[tuple[int, int]]
) -> Iterator[Amount]:
    """The amounts of one paragraph ``text[start:end]``.

    ``numbers`` are its number and fraction tokens in order; ``taken`` are stretches that speak of something else
    (citations, dates), sorted.
    """
    quoted = [found.span() for found in _QUOTED.finditer(text, start, end)]
    blocked = sorted([*taken, *quoted])
    free = [token for token in numbers if not _inside(token.start, blocked)]
    paragraph = _Paragraph(text, start, end, style)
    index = 0
    while index < len(free):
        amount, used = paragraph.amount(free, index)
        if amount is not None:
            yield amount
        index += used


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(spans, (at, 1 << 60)) - 1
    # nested spans are few; a look at the last three is enough for 'a citation inside quotes'
    return any(low <= at < high for low, high in spans[max(index - 2, 0) : index + 1])


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """What the grammar of one paragraph looks at."""

    text: str
    start: int
    end: int
    style: NumberStyle

    def amount(self, tokens: Sequence[Token], index: int) -> tuple[Amount | None, int]:
        """The amount that begins with token ``index``, and how many tokens it uses (at least one)."""
        token = tokens[index]
        if not self._may_count(token):
            return None, 1
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if token.kind == "fraction":
            return self._fraction(token), 1
        end, used = self._grouped(token, tokens, index)
        unit = self._unit(end)
        if following is not None and used == 1:
            pair = self._pair(token, unit, following)
            if pair is not None:
                return pair, 2
        return self._single(token.start, end, unit), used

    def _may_count(self, token: Token) -> bool:
        """Not a list number, not glued to a letter or a symbol ('COVID-19', '05-KH', 'A1'), no telephone number."""
        text, at = self.text, token.start
        before = text[at - 1] if at > self.start else " "
        after = text[token.end] if token.end < self.end else " "
        if before.isalnum() or before == "_" or (before in "-–/.," and at - 2 >= self.start and text[at - 2].isdigit()):
            return before == "/" and not text[at - 2].isdigit()
        if not (before.isspace() or before in _OPENERS):
            return False  # a slip of optical reading: '1.§33,8'
        if before in "-–" and at - 2 >= self.start and text[at - 2].isalnum():
            return False
        if after in "-–/" and token.end + 1 < self.end and text[token.end + 1].isupper():
            return False
        opens = not text[self.start : at].strip(" -+*•–\u00a0(")
        if opens and (after in ".)" or text.startswith("/ ", token.end)):
            return False
        digits = text[at : token.end]
        return not (len(digits) >= 9 and digits.isdigit() and not text.startswith("đ", token.end))

    def _grouped(self, token: Token, tokens: Sequence[Token], index: int) -> tuple[int, int]:
        """Where a number with spaces between its thousands ends, and how many tokens it is."""
        digits = self.text[token.start : token.end]
        end, used = token.end, 1
        if not digits.isdigit() or len(digits) > 3 or digits.startswith("0"):
            return end, used
        while index + used < len(tokens):
            part = tokens[index + used]
            if not _GROUP_GAP.fullmatch(self.text, end, part.start) or part.kind != "number":
                break
            group = self.text[part.start : part.end]
            if len(re.split("[.,]", group, maxsplit=1)[0]) != 3:
                break
            end, used = part.end, used + 1
        before = words_before(self.text, token.start, self.start)
        if used > 1 and (names_a_place(before) or self._unit(end) is None):
            return token.end, 1  # 'thôn 7 250 hộ'
        return end, used

    def _number(self, start: int, end: int, unit: Unit | None) -> Decimal | None:
        return parse_number(self.text[start:end], self.style, whole=unit is not None and unit.whole)

    def _unit(self, at: int) -> Unit | None:
        """The unit printed at ``at``, right after a number."""
        text, end = self.text, self.end
        if percent := _PERCENT.match(text, at, end):
            return self._measured(at, percent.end(), Decimal(1), UnitWord("%", "rate", _percent(percent), Decimal(1)))
        scale, after = Decimal(1), at
        scaled = _SCALE.match(text, at, end)
        if scaled:
            after = scaled.end()
            for word in scaled.group(1).split():
                scale *= SCALES[word]
        found = self._noun(after)
        if found is None:
            if scaled is None:
                return None
            if scale < 1000:
                return None
            money = UnitWord("đồng", "money", "đồng", Decimal(1))
            return self._measured(at, after, scale, money)
        word, stop = found
        if scaled is None and after == stop:
            return None
        return self._measured(at, stop, scale, word)

    def _measured(self, at: int, stop: int, scale: Decimal, word: UnitWord) -> Unit:
        """The unit from ``at`` to ``stop``, with what it is counted per ('/người/năm')."""
        while per := _PER.match(self.text, stop, self.end):
            stop = per.start() + len(per.group().rstrip())
        start = at + len(self.text[at:stop]) - len(self.text[at:stop].lstrip())
        return Unit(start, stop, self.text[start:stop], scale, word.base, word.kind, scale == 1 and not word.is_measure)

    def _noun(self, at: int) -> tuple[UnitWord, int] | None:
        """The unit word at ``at`` and where it ends, 'lượt cán bộ' and 'thôn, làng' as one."""
        found = _WORDS.match(self.text, at, self.end)
        if found is None:
            return None
        words = list(_WORD.finditer(self.text, found.start(1), found.end(1)))
        if self.text.startswith("đ/c", found.start(1)):
            return UnitWord("đồng chí", "person", "đồng chí", Decimal(1)), found.end(1)
        matched = match_unit([word.group() for word in words])
        if matched is None:
            return None
        unit, count = matched
        first = words[0].group()
        if first[0].isupper() and not first.isupper() and (count == 1 or not self._counts_plainly(at)):
            return None
        stop = words[count - 1].end()
        if unit.word == "lượt" and count < len(words):
            inner = match_unit([word.group() for word in words[count:]])
            if inner is not None:
                stop = words[count + inner[1] - 1].end()
                unit = UnitWord(f"lượt {inner[0].word}", "event", f"lượt {inner[0].base}", Decimal(1))
        return unit, self._coordinated(unit, stop)

    def _counts_plainly(self, at: int) -> bool:
        """Whether the number that ends at ``at`` counts although a capital follows: '27 Hồ sơ' is one in a numbered
        list, unless a colon, a verb or a leading zero says otherwise.
        """
        number = re.search(r"(?:^|[\s(])([\d.,/]+)$", self.text[max(self.start, at - 16) : at])
        if number is None:
            return False
        lead = self.text[self.start : at - len(number.group(1))].rstrip(" (")
        padded = number.group(1).startswith("0") and len(number.group(1)) > 1
        return bool(lead) and (
            padded or bool(re.search(r"(?::|\b(?:có|gồm|được|với|là|tổng số|hơn|trên|khoảng))$", lead))
        )

    def _coordinated(self, unit: UnitWord, stop: int) -> int:
        """The end of 'thôn, làng' or 'ý kiến, kiến nghị': nouns of one kind, without a number between."""
        while unit.kind in _COORDINATED and (joint := _AND.match(self.text, stop, self.end)):
            words = [word.group() for word in _WORD.finditer(self.text, joint.end(), min(joint.end() + 40, self.end))]
            matched = match_unit(words[:4])
            if matched is None or matched[0].kind != unit.kind or words[0][0].isupper():
                break
            length = 0
            for word in words[: matched[1]]:
                length = self.text.index(word, joint.end() + length) + len(word) - joint.end()
            stop = joint.end() + length
        return stop

    def _unlisted(self, start: int, end: int, qualifier: str | None) -> Unit | None:
        """A counted noun that is not in the list, after a number that clearly counts ('05 gùi ngô')."""
        digits = self.text[start:end]
        if not (qualifier or digits.startswith("0") or "." in digits):
            return None
        found = _WORDS.match(self.text, end, self.end)
        if found is None or found.start(1) == end:
            return None
        words = found.group(1).split()
        if words[0].lower() in NOT_COUNTED or not words[0].islower() or len(words[0]) < 2:
            return None
        text = " ".join(
            words[:2] if len(words) > 1 and words[1] not in NOT_COUNTED and words[1].islower() else words[:1]
        )
        stop = found.start(1) + len(text)
        return Unit(found.start(1), stop, self.text[found.start(1) : stop], Decimal(1), text, "", True)

    def _hedge(self, at: int) -> tuple[int, str | None]:
        """Where the hedge before ``at`` begins, and the hedge; ``at`` itself without one."""
        low = max(self.start, at - 26)
        piece = self.text[low:at]
        found = _HEDGE.search(piece)
        if found is None or (low + found.start() > self.start and piece[found.start() - 1 : found.start()].isalpha()):
            return at, None
        hedge = " ".join(found.group().split())
        if _COMPARED.search(piece):
            return at, None
        return low + found.start(), _ESTIMATED.sub("ước", hedge[0].lower() + hedge[1:])

    def _single(self, start: int, end: int, unit: Unit | None) -> Amount | None:
        begin, qualifier = self._hedge(start)
        padded = self.text[start] == "0" and end - start > 1 and self.text[start:end].isdigit()
        if qualifier == "trên" and padded:
            begin, qualifier = start, None  # 'trên 05 lĩnh vực': in, not more than
        ranked = self._ranked(start, end, begin)
        if ranked is not None:
            return ranked
        if unit is None:
            unit = self._unlisted(start, end, qualifier)
        if unit is None or self._named(begin, unit, padded):
            return None
        value = self._number(start, end, unit)
        if value is None or self._unfit(start, end, unit):
            return None
        return self._finish(begin, start, end, value, unit, qualifier)

    def _finish(self, begin: int, start: int, end: int, value: Quantity, unit: Unit, qualifier: str | None) -> Amount:
        stop = max(unit.end, end)
        if onward := _ONWARD.match(self.text, stop, self.end):
            since = _FROM.search(self.text[max(self.start, begin - 5) : begin])
            begin = begin - (len(since.group()) if since else 0)
            qualifier = ("từ ... trở " if since else "trở ") + onward.group(1)
            stop = onward.end()
        low = max(self.start, begin - 24)
        changed = _CHANGE.search(self.text[low:begin])
        onto = changed is not None and re.search(r"(?:đến|tới)\s*$", changed.group())
        change: Literal["up", "down"] | None = None
        if changed is not None and not onto and not isinstance(value, Share | Pair):
            change = "up" if changed.group(1).lower() == "tăng" else "down"
        shown = value if isinstance(value, Decimal) else value.high if isinstance(value, Range) else Decimal(0)
        decimals = printed_decimals(self.text[start:end], shown)
        return Amount(begin, stop, start, end, value, decimals, unit, qualifier, change)

    def _named(self, begin: int, unit: Unit | None, padded: bool) -> bool:
        words = words_before(self.text, begin, self.start)
        capital = unit is not None and bool(re.match(r"\s+[^\W\d_a-zà-ỹđ]", self.text[unit.end : unit.end + 3]))
        return is_name(
            words,
            unit=unit.text if unit else None,
            kind=unit.kind if unit else None,
            padded=padded,
            capital_after=capital,
        )

    def _unfit(self, start: int, end: int, unit: Unit) -> bool:
        """'1 cửa', '2,5 người', 'đủ 55 tuổi': words that only look like a count."""
        digits = self.text[start:end]
        if unit.kind == "age" and re.search(
            r"(?:đủ|từ|dưới|trên|quá)\s+$", self.text[max(self.start, start - 6) : start]
        ):
            return True
        if digits in ("1000", "1.000") and re.match(r"\s+[\d|]", self.text[unit.end : unit.end + 3]):
            return True  # '1.000 ha  52,786': the unit of a column that lost its rules
        return bool(unit.text == "lần" and re.match(r"\s+thứ", self.text[unit.end : unit.end + 5])) or digits == ""

    def _ranked(self, start: int, end: int, begin: int) -> Amount | None:
        """'Hạng 7', 'xếp thứ 3', 'xếp thứ 3/12'."""
        low = max(self.start, begin - 24)
        found = _RANK.search(self.text[low:begin])
        if found is None:
            return None
        value = parse_number(self.text[start:end], self.style)
        if value is None or value != int(value):
            return None
        at = low + found.start()
        unit = Unit(at, begin, "hạng", Decimal(1), "hạng", "rank", True)
        return Amount(at, end, start, end, value, 0, unit)

    def _fraction(self, token: Token) -> Amount | None:
        """'93/93 thôn', '618/874', 'xếp thứ 3/12'."""
        text = self.text
        slash = text.index("/", token.start, token.end)
        unit = self._unit(token.end)
        part = self._number(token.start, slash, unit)
        whole = self._number(slash + 1, token.end, unit)
        if part is None or whole is None:
            return None
        begin, qualifier = self._hedge(token.start)
        if qualifier == "trên":
            begin, qualifier = token.start, None
        ranked = self._ranked(token.start, slash, begin)
        if ranked is not None:
            return Amount(ranked.start, token.end, token.start, token.end, Share(part, whole), 0, ranked.unit)
        if unit is None and not self._clearly_share(token, part, whole):
            return None
        if unit is None:
            unit = Unit(token.end, token.end, "", Decimal(1), "", "", True)
        if self._named(begin, unit if unit.text else None, padded=unit.text != ""):
            return None
        return Amount(
            begin,
            max(unit.end, token.end),
            token.start,
            token.end,
            self._of(part, whole, unit, token.end),
            0,
            unit,
            qualifier,
        )

    def _of(self, part: Decimal, whole: Decimal, unit: Unit, end: int) -> Quantity:
        """A share; or result and plan side by side ('62.372/52.786 ha, đạt 118% kế hoạch'), which is no share."""
        if part <= whole:
            return Share(part, whole)
        after = self.text[max(end, unit.end) : min(max(end, unit.end) + 48, self.end)]
        planned = re.match(r"[^.;]{0,24}%\s?(?:KH|kế\s|chỉ\s|so với|dự\s)", after)
        return Pair(part, whole) if planned or not unit.whole else Share(part, whole)

    def _clearly_share(self, token: Token, part: Decimal, whole: Decimal) -> bool:
        """Without a unit a fraction counts where it cannot be a day and month, or where its rate follows."""
        rate = re.match(
            r"\s*[,(]?\s*(?:chiếm|đạt|bằng|tỷ lệ|=|\()?[^.;\n]{0,24}\d%", self.text[token.end : token.end + 48]
        )
        return part <= whole and (rate is not None or (whole > 31 and part > 0))

    def _pair(self, token: Token, unit: Unit | None, following: Token) -> Amount | None:
        """A range or a share made of two number tokens."""
        text = self.text
        if following.kind != "number":
            return None
        last = self._unit(following.end)
        between = text[unit.end : following.start] if unit else text[token.end : following.start]
        if between.strip() == "/" and last is not None and (unit is None or unit.text == last.text):
            return self._share(token, following, last)
        joint = _RANGE_JOINT.fullmatch(between)
        if joint is None or last is None:
            return None
        if unit is not None and (unit.base != last.base or "-" in between):
            return None
        return self._range(token, following, last, unit)

    def _share(self, token: Token, following: Token, unit: Unit) -> Amount | None:
        part = self._number(token.start, token.end, unit)
        whole = self._number(following.start, following.end, unit)
        begin, qualifier = self._hedge(token.start)
        if part is None or whole is None or self._named(begin, unit, padded=True):
            return None
        end = following.end
        decimals = printed_decimals(self.text[token.start : token.end], part)
        return Amount(
            begin, unit.end, token.start, end, self._of(part, whole, unit, unit.end), decimals, unit, qualifier
        )

    def _range(self, token: Token, following: Token, unit: Unit, first: Unit | None) -> Amount | None:
        low = self._number(token.start, token.end, unit)
        high = self._number(following.start, following.end, unit)
        if low is None or high is None:
            return None
        if first is not None and first.scale != unit.scale:
            low = low * first.scale / unit.scale
        if low >= high:
            return None
        begin, qualifier = self._hedge(token.start)
        since = _FROM.search(self.text[max(self.start, begin - 5) : begin])
        if first is not None and since is None:
            return None
        if since is not None:
            begin, qualifier = begin - len(since.group()), "từ-đến"
        if self._named(begin, unit, padded=False):
            return None
        return self._finish(begin, token.start, following.end, Range(low, high), unit, qualifier)


def _percent(found: re.Match[str]) -> str:
    return "điểm %" if "điểm" in found.group() else "‰" if "‰" in found.group() else "%"


def base_value(value: Quantity, scale: Decimal) -> Quantity:
    """``value`` in the base unit: 4,5 of a milliard is 4.500.000.000."""
    if scale == 1:
        return value
    if isinstance(value, Decimal):
        return _plain(value * scale)
    if isinstance(value, Pair):
        return Pair(_plain(value.first * scale), _plain(value.second * scale))
    if isinstance(value, Range):
        return Range(_plain(value.low * scale), _plain(value.high * scale))
    return Share(_plain(value.part * scale), _plain(value.whole * scale))


def _plain(value: Decimal) -> Decimal:
    """Without an exponent or needless zeros: Decimal('4500000000'), not 4.5E+9."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def number_tokens(tokens: Iterable[Token]) -> list[Token]:
    """The tokens that may be amounts."""
    return [token for token in tokens if token.kind in ("number", "fraction")]
