"""Changes with both their values in brackets behind them (mức tăng, giảm kèm hai số trong ngoặc): 'giảm 12 vụ
(44/56 vụ)', 'tăng 12,6 tỷ đồng (148,8/136,2 tỷ đồng)', 'giảm 12% so với cùng kỳ (44/52 vụ)'.

Cases of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.expressions import WAY_OF_RISE
from tongket.checking.evidence.near_numbers import amount, counts_alike, prose_of
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, rounding, shown, shown_as
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.told import is_plain
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_CHANGE_BEFORE = re.compile(
    r"(?<!\w)(?:[Tt]ăng|[Gg]iảm|(?:nhiều|ít|cao|thấp) hơn)(?: thêm)?\s\d[\d.,]{0,20}(?:\s[^.;%()]{0,40})?$"
)
_VALUE = r"\d[\d.]*(?:,\d{1,3})?"
_PAIR = re.compile(
    rf"(?<!\w)(?P<way>[Tt]ăng|[Gg]iảm|(?:nhiều|ít|cao|thấp) hơn)(?: thêm)?\s(?P<change>{_VALUE})(?![\d,%])"
    r"(?P<unit>(?:\s(?!so\s)[^\W\d_]+){0,4})"
    rf"\s?\(\s?(?P<one>{_VALUE})\s?/\s?(?P<other>{_VALUE})(?![\d,/%])\s?(?P<of>[^)\d\n]{{0,20}})\)"
)
_OF_SOME = re.compile(r"(?<!\w)(?:đã|được|chưa|không|phải)(?!\w)")  # 'tăng 12 đơn (45/50 đơn đã giải quyết)'
_FROM_TO = re.compile(
    r"(?<!\w)(?P<way>[Tt]ăng|[Gg]iảm)(?: thêm)?\s(?P<change>\d[\d.]*)(?![\d,%])(?:\s(?!so\s)[^\W\d_]+){0,4}\s?\(\s?từ\s"
    r"(?P<one>\d[\d.]*)(?:\s[^\W\d_]+){0,3}\s(?:lên|xuống|còn|đến)\s(?:còn\s)?(?P<other>\d[\d.]*)(?![\d,%])"
)


def _in_brackets(text: str) -> Iterator[re.Match[str]]:
    """The changes with both their values in brackets behind them."""
    for at in places_of(text, "("):
        if text[at + 1 : at + 2].isdigit() or text.startswith("từ ", at + 1):
            said = _CHANGE_BEFORE.search(text, max(at - 50, 0), at)
            found = (_PAIR.match(text, said.start()) or _FROM_TO.match(text, said.start())) if said else None
            if found is not None and not _OF_SOME.search(found.groupdict().get("of") or ""):
                yield found


def check_changes_of_pairs(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where the two values in brackets behind a change differ by something else: 'số người bị
    thương giảm 6 (25/17)', 'tăng 317 đoàn viên (từ 5.013 lên 5.348 người)'.
    """
    read = {one.number_start: Span(one.start, one.end) for one in report.figures}
    for found in _in_brackets(report.text):
        stated, one, other = (_decimal(found[name]) for name in ("change", "one", "other"))
        if abs(abs(one - other) - stated) > _room(found) and stated < max(one, other):
            low, high = sorted((one, other))
            now, then = (high, low) if found["way"].lower() in _UPWARD else (low, high)
            facts = {"now": shown(now), "before": shown(then), "true": shown(high - low), "change": shown(stated)}
            place = read.get(found.start("change"), Span(*found.span("change")))
            related = Span(found.start("one"), found.end("other"))
            yield Finding("change-mismatch", "error", place, "", facts, (related,))


def _decimal(printed: str) -> Decimal:
    return Decimal(printed.replace(".", "").replace(",", "."))


def _room(found: re.Match[str]) -> Decimal:
    """How far a change may be from that of its two values: one of their last digits where they are not whole;
    any, where their unit is another.
    """
    decimals = [len(found[name].partition(",")[2]) for name in ("change", "one", "other")]
    unit = found.groupdict().get("of") or ""
    if any(decimals) and unit and not (found["unit"] or "").strip().startswith(unit.strip()):
        return Decimal("Infinity")
    return Decimal(1).scaleb(-min(decimals)) if any(decimals) else Decimal(0)


_UPWARD = frozenset(("tăng", "nhiều hơn", "cao hơn"))
_RATE_AND_PAIR = re.compile(
    r"(?<!\w)(?P<way>[Tt]ăng|[Gg]iảm)(?: thêm)? (?P<change>\d{1,3}(?:,(?P<cut>\d{1,2}))?)\s?%(?: [^\W\d_]+){0,7} ?"
    r"\( ?(?P<one>\d[\d.]*)(?: [^\W\d_]+){0,2} ?/ ?(?P<other>\d[\d.]*)(?![\d,/%])[^)\d\n]{0,20}\)"
)
_RATE_BEFORE = re.compile(r"(?<!\w)(?:[Tt]ăng|[Gg]iảm)(?: thêm)? \d[\d,]*\s?%[^.;%()]{0,60}$")
_MOST_OFF = 3  # times: a pair whose change is further off is of something else


def check_rates_of_pairs(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where the two values in brackets behind the rate of a change give another rate: 'số vụ
    giảm 12% so với cùng kỳ (44/52 vụ)'.

    Not flagged: pairs that are a share of that rate, or whose change is of another order.
    """
    read = {one.number_start: Span(one.start, one.end) for one in report.figures}
    for found in _rates_with_pairs(report.text):
        low, high = sorted(Decimal(found[name].replace(".", "")) for name in ("one", "other"))
        now, then = (high, low) if found["way"].lower() in _UPWARD else (low, high)
        stated, room = Decimal(found["change"].replace(",", ".")), 2 * half_last_digit(len(found["cut"] or ""))
        if not low or abs(100 * low / high - stated) <= room:
            continue
        true = 100 * (high - low) / then
        if abs(true - stated) > room and stated <= _MOST_OFF * true <= _MOST_OFF * _MOST_OFF * stated:
            place = read.get(found.start("change"), Span(*found.span("change")))
            facts = {"now": shown(now), "before": shown(then), "true": f"{shown(round(true, 2))}%"}
            facts["change"] = report.text[place.start : place.end]
            related = Span(found.start("one"), found.end("other"))
            yield Finding("change-mismatch", "error", place, "", facts, (related,))


def _rates_with_pairs(text: str) -> Iterator[re.Match[str]]:
    for at in places_of(text, "("):
        said = _RATE_BEFORE.search(text, max(at - 80, 0), at) if text[at + 1 : at + 2].isdigit() else None
        found = _RATE_AND_PAIR.match(text, said.start()) if said else None
        if found is not None:
            yield found


_TO = re.compile(r",? (?:đưa |nâng |đạt )?(?:lên|xuống|còn)(?: còn| đạt| thành| mức| tới)? ")
_THEN = re.compile(
    r" ?\((?:(?!riêng|trong)[^\W\d_]+ ){0,4}(?:năm (?:19|20)\d\d|năm (?:trước|ngoái)|cùng kỳ|kỳ trước"
    r"|đầu (?:năm|kỳ|nhiệm kỳ))[^()\d\n]{0,25}(?:năm (?:19|20)\d\d)?(?::| là| có| đạt)? "
)


def check_changes_to_levels(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a change is not that to the level behind it from the base in brackets: 'giảm 62
    vụ, xuống còn 138 vụ (năm trước 200 vụ)'.

    Not flagged: other units; bases that other words than those of a time lead.
    """
    text, figures = report.text, prose_of(report)
    for change, now, base in zip(figures, figures[1:], figures[2:], strict=False):
        if not change.change or change.target or now.target or not (is_plain(now) and is_plain(base)):
            continue
        told = _TO.fullmatch(text, change.end, now.start) and _THEN.fullmatch(text, now.end, base.start)
        alike = change.base_unit in ("", now.base_unit) and counts_alike(now, base)
        if not told or not alike or not text.startswith(")", base.end) or is_hedged(change):
            continue
        moved = amount(now) - amount(base)
        room = sum((rounding(one.value, one.base_value) for one in (change, now, base)), Decimal(0))
        stated = amount(change) if change.change == "up" else -amount(change)
        if abs(moved - stated) > room:
            facts = {"now": shown_as(amount(now), now), "before": shown_as(amount(base), base)}
            case = "direction" if moved * stated < 0 else ""
            if case:
                facts |= {"true_way": WAY_OF_RISE[moved > 0], "way": WAY_OF_RISE[stated > 0]}
            else:
                facts |= {"true": shown_as(abs(moved), change), "change": shown_as(abs(stated), change)}
            related = (Span(now.start, now.end), Span(base.start, base.end))
            yield Finding("change-mismatch", "error", Span(change.start, change.end), case, facts, related)


CHECKS = (check_changes_of_pairs, check_rates_of_pairs, check_changes_to_levels)
