"""Amounts of several numbers: ranges, shares with their whole behind them, sums of money in two units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tongket.model.quantities import Range, Share
from tongket.reading.amounts.durations import is_shortened, read_duration
from tongket.reading.amounts.hedges import from_before, hedge_before
from tongket.reading.amounts.look_alikes import AGE
from tongket.reading.amounts.paragraph_numbers import Numbers
from tongket.reading.amounts.printed_amounts import Amount, plain_value
from tongket.reading.amounts.printed_units import Unit
from tongket.reading.running.scan import Token
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.numbers import SCALES, printed_decimals

_RANGE_JOINT = re.compile(r"\s?[-–÷]\s?|\s+(?:đến|tới)\s+(?:dưới\s+)?")
_OUT_OF = re.compile(r"\s+trên\s+tổng(?:\s+số)?\s+")
_PAIRED = re.compile(rf"\s*/?\s*|{_RANGE_JOINT.pattern}|{_OUT_OF.pattern}")  # what may make one amount of two numbers


_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_LABEL = re.compile(r"(?:^|[;.(\n]|[-–+*•]\s)\s*(?P<label>[^:;.(\d\n]{3,70}):\s*$")
_COUNTED = re.compile(r"(?:Tổng số|Số lượng|Số)\s(?!liệu)", re.IGNORECASE)
_OF_RATES = re.compile(r"tỷ lệ|tỉ lệ|tỷ trọng|mức|độ\b|xác suất|lãi suất|công suất|%", re.IGNORECASE)
_COUNTABLE = frozenset(("person", "household", "place", "body"))


def joined(here: Numbers, token: Token, unit: Unit | None, following: Token) -> Amount | None:
    """A range or a share made of two number tokens."""
    between = here.text[unit.end if unit else token.end : following.start]
    if following.kind != "number" or len(between) > 16 or not _PAIRED.fullmatch(between):
        return None
    last = here.unit(following.end)
    if last is None and unit is None and is_shortened(here.text, here.start, token.start):
        last = read_duration(here.text, following.end, here.end)
    if last is None:
        return None
    divided = between.strip() == "/" and (unit is None or unit.text == last.text)
    if divided or (unit is None and _OUT_OF.fullmatch(between)):
        return _share(here, token, following, last)
    if unit is not None and unit.text in SCALES and last.kind == "money" and not between.strip():
        return _sum(here, token, following, unit, last)
    if not _RANGE_JOINT.fullmatch(between) or (unit is not None and unit.base != last.base):
        return None
    return _range(here, token, following, last, unit)


def _share(here: Numbers, token: Token, following: Token, unit: Unit) -> Amount | None:
    part = here.number(token.start, token.end, unit)
    whole = here.number(following.start, following.end, unit)
    begin, qualifier = hedge_before(here.text, token.start, here.start, exact=True)
    if part is None or whole is None or here.named(begin, unit, padded=True):
        return None
    value = Share(part, whole)
    decimals = printed_decimals(here.text[token.start : token.end], part)
    return Amount(begin, unit.end, token.start, following.end, value, decimals, unit, qualifier)


def _sum(here: Numbers, token: Token, following: Token, high: Unit, low: Unit) -> Amount | None:
    """'5 tỷ 200 triệu đồng': one amount, in the smaller unit."""
    first, rest = here.number(token.start, token.end, high), here.number(following.start, following.end, low)
    if first is None or rest is None or rest * low.scale >= high.scale:
        return None
    printed = here.text[token.start : token.end]
    if _THOUSANDS.fullmatch(printed):  # whatever the points of other numbers mean: the smaller unit is the rest
        first = Decimal(printed.replace(".", ""))
    begin, qualifier = hedge_before(here.text, token.start, here.start, exact=False)
    value = plain_value(first * high.scale / low.scale + rest)
    return replace(here.finish(begin, token.start, following.end, value, low, qualifier), decimals=0)


def with_the_rest(here: Numbers, amount: Amount, tokens: Sequence[Token], index: int) -> tuple[Amount, int]:
    """'1.088 tỷ 473 triệu 419 nghìn đồng': what a sum goes on with, and how many tokens it uses in all."""
    used = 2
    for token in tokens[index:]:
        unit = here.unit(token.end) if token.kind == "number" and amount.unit.text in SCALES else None
        if unit is None or unit.kind != "money" or here.text[amount.end : token.start].strip():
            break
        high, rest = amount.value, here.number(token.start, token.end, unit)
        if not isinstance(high, Decimal) or rest is None or rest * unit.scale >= amount.unit.scale:
            break
        value = plain_value(high * amount.unit.scale / unit.scale + rest)
        amount = replace(amount, end=unit.end, number_end=token.end, value=value, unit=unit)
        used += 1
    return amount, used


def _range(here: Numbers, token: Token, following: Token, unit: Unit, first: Unit | None) -> Amount | None:
    """'từ 15-20 người', 'từ 5 triệu đồng đến 10 triệu đồng', '150 m - 200 m'; never 'từ 5% lên 10%'."""
    low = here.number(token.start, token.end, unit)
    high = here.number(following.start, following.end, unit)
    if low is None or high is None:
        return None
    if first is not None and first.scale != unit.scale:
        low = low * first.scale / unit.scale
    begin, qualifier = hedge_before(here.text, token.start, here.start, exact=False)
    since = from_before(here.text, begin, here.start)
    if unit.kind == "age" and not AGE.search(here.text[max(here.start, token.start - 40) : token.start]):
        return None  # 'nam giới từ 18 đến 45 tuổi'
    if low >= high or (first is not None and first.whole and since == begin):
        return None
    if first is None and unit.base == "%" and _is_labelled_a_count(here, token.start):
        return None
    if since != begin:
        begin, qualifier = since, "từ-đến"
    if here.named(begin, unit, padded=False):
        return None
    return here.finish(begin, token.start, following.end, Range(low, high), unit, qualifier)


def _is_labelled_a_count(here: Numbers, at: int) -> bool:
    """Whether the number at ``at`` counts what stands before its colon: of 'Số trẻ khám: 33 - 100%' the rate is that of
    33 children.
    """
    found = _LABEL.search(here.text[max(here.start, at - 80) : at])
    if found is None or _OF_RATES.search(found["label"]):
        return False
    counted = match_unit(found["label"].split()[:4])
    return _COUNTED.match(found["label"]) is not None or (counted is not None and counted[0].kind in _COUNTABLE)
