"""Changes with both their values in brackets behind them (mức tăng, giảm kèm hai số trong ngoặc): 'giảm 12 vụ
(44/56 vụ)', 'tăng 12,6 tỷ đồng (148,8/136,2 tỷ đồng)', 'giảm 12% so với cùng kỳ (44/52 vụ)'.

Cases of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.changes.values_of_changes import room_of, true_change
from tongket.checking.evidence.expressions import WAY_OF_RISE
from tongket.checking.evidence.near_numbers import amount, counts_alike, prose_of
from tongket.checking.evidence.numbers import half_last_digit, is_hedged, shown, shown_as, single
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.told import is_measured, is_plain
from tongket.model.figures import Figure
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
        yield from _compare(change, now, base)


_SINCE = re.compile(
    r"(?:,? [^\W\d_]+){0,5}? ?\((?:so (?:với )?)?"
    r"(?:(?P<year>năm (?:19|20)\d\d)|(?:cùng kỳ|kỳ trước|(?:năm|quý|tháng) trước)"
    r"(?: năm (?:trước|ngoái|(?:19|20)\d\d))?|đầu (?:năm|kỳ|nhiệm kỳ))(?: (?:chỉ|có|là|đạt|được)){0,2}:? "
)
_GREW = re.compile(r"(?: [^\W\d_]+){0,3}[,;] (?:đã )?(?:tăng|giảm)(?: thêm)? ")
_A_YEAR = re.compile(r"(?<!\w)năm (?:19|20)\d\d(?!\d)", re.IGNORECASE)
_APART = 90  # letters between a number and the one in the brackets behind it
_LED = 80  # letters before a number in which its year stands


def check_growth_in_brackets(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a change is not that to a number from the one in the brackets right behind it,
    which hold both: 'đăng ký mới 4.812 mô tô, xe gắn máy (năm 2018: 4.655 xe, tăng 7,33%)'.

    What is counted may have another name in the brackets. Not flagged: measures of another kind; brackets of a later
    year, or that go on behind the change.
    """
    text, figures = report.text, prose_of(report)
    for now, base, change in zip(figures, figures[1:], figures[2:], strict=False):
        if not change.change or change.target or not is_plain(now) or not is_plain(base) or is_hedged(change):
            continue
        said = _SINCE.fullmatch(text, now.end, base.start) if base.start - now.end <= _APART else None
        if said is None or not _GREW.fullmatch(text, base.end, change.number_start) or not amount(base):
            continue
        alike = now.base_unit == base.base_unit or not (is_measured(now) or is_measured(base))
        of_one = change.unit == "%" or counts_alike(change, now) or counts_alike(change, base)
        own = _A_YEAR.findall(text, max(now.start - _LED, 0), now.start)
        later = said["year"] and own and said["year"].lower() > own[-1].lower()
        if alike and of_one and not later and "/" not in now.unit + base.unit and text.startswith(")", change.end):
            yield from _compare(change, now, base)


def _compare(change: Figure, now: Figure, base: Figure) -> Iterator[Finding]:
    """That a change is not that between two numbers."""
    true, stated = true_change(change, now, base) or Decimal(0), single(change.value) or Decimal(0)
    stated = stated if change.change == "up" else -stated
    if abs(true - stated) > room_of(change, now, base):
        facts = {"now": shown_as(amount(now), now), "before": shown_as(amount(base), base)}
        case = "direction" if true * stated < 0 else ""
        if case:
            facts |= {"true_way": WAY_OF_RISE[true > 0], "way": WAY_OF_RISE[stated > 0]}
        else:
            unit = change.text[change.number_end - change.start :].strip()
            digits = max(change.decimals, 2) if change.unit == "%" else change.decimals
            facts["true"] = f"{shown(round(abs(true), digits))} {unit}".replace(" %", "%").strip()
            facts["change"] = f"{shown(abs(stated))} {unit}".replace(" %", "%").strip()
        related = (Span(now.start, now.end), Span(base.start, base.end))
        yield Finding("change-mismatch", "error", Span(change.start, change.end), case, facts, related)


CHECKS = (check_changes_of_pairs, check_rates_of_pairs, check_changes_to_levels, check_growth_in_brackets)
