"""Changes whose base is told in brackets or behind them (mức tăng, giảm so với số nêu trong ngoặc, nêu sau).

Cases of ``change-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise, takewhile

from tongket.checking.changes.values_of_changes import opens_with_a_part, room_of, true_change
from tongket.checking.evidence.expressions import WAY_OF_RISE
from tongket.checking.evidence.flows import steps_of_accounts
from tongket.checking.evidence.near_numbers import amount, before, chance_of, counts_alike, ends_between, is_pen_slip
from tongket.checking.evidence.numbers import fits, half_last_digit, is_hedged, shown, single
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.stops import clause_start, sentence_start
from tongket.checking.evidence.told import is_alike, is_plain, neighbours
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_WORDS = r"(?:\s(?:[^\W\d_]+,?|(?:năm|tháng|quý)\s[\dIV/]{1,7}|\d{1,2}/\d{1,2}(?:/\d{4})?)){0,9}"
_MORE = re.compile(
    rf"(?<!\w)(?:[Tt]ăng|[Tt]hêm|[Vv]ượt|[Bb]ổ sung(?: mới)?|(?:[Nn]hiều|[Cc]ao|[Ll]ớn|[Đđ]ông|[Dd]ài)? ?hơn|[Nn]âng)"
    rf"{_WORDS}\s?\(?$"
)
_LESS = re.compile(
    rf"(?<!\w)(?:[Gg]iảm|[Bb]ớt|(?:[Íí]t|[Tt]hấp|[Nn]hỏ) hơn|[Kk]ém|[Rr]út ngắn|[Hh]ụt){_WORDS}\s?\(?$"
    rf"|(?<!\w)[Tt]hiếu(?: hụt)?(?: so{_WORDS})?\s?\(?$"  # not 'thiếu lao động 51 hộ', which tells why they are poor
)
_A_LEVEL = re.compile(r"(?<!\w)(?:lên|xuống|còn|đạt|thành|từ|bình quân|mỗi|trong đó|riêng)(?!\w)[^.;]*$")
_BASE = re.compile(
    r"(?<!\w)(?:trong khi|khi đó|trước đó|cùng kỳ|(?:năm|kỳ|quý|tháng|vụ|khóa|nhiệm kỳ) trước"
    r"|đầu (?:năm|kỳ|nhiệm kỳ)|cuối năm|năm (?:19|20)\d\d|năm ngoái|(?:tháng|quý|ngày) [\dIV/.-]*(?:19|20)\d\d"
    r"|(?:trước|khi|sau)(?: khi)? (?:sáp nhập|hợp nhất|thành lập|chia tách|sắp xếp)|mới (?:sáp nhập|thành lập))(?!\w)"
)
_GOES_ON = re.compile(
    r";(?!\s(?:năm (?:ngoái|trước|(?:19|20)\d\d)|cùng kỳ|khi đó|trước đó|(?:đầu|cuối) (?:năm|kỳ)|kỳ trước)(?!\w))"
    r"|(?<!\w)(?:gồm|trong đó|riêng|chủ yếu|nhất là|nâng|đưa|nhưng|song|đã)(?!\w)"
)
_ASIDE = re.compile(r"\(\s?(?:[^\W\d_]+\s|năm \d{4}:?\s|là\s)*$")
_NEAR = 8  # numbers before a change among which the present one stands
_FAR = 600  # letters
_FAR_OFF = 4  # times the true change: what is further off is of something else
_SURE, _LIKELY = 0.3, 0.05  # chance that a slip of a change, or of its base, is none
_CLAUSE = re.compile(r"[.,;:!?()]\s|\n\n|[()]|(?<!năm )(?<!tháng )\d[\d.,/]*")
_WORD = re.compile(r"[^\W\d_]+")
_EMPTY = frozenset(
    ("số", "tổng", "các", "của", "so", "với", "năm", "kỳ", "cùng", "trước", "đã", "được", "có", "là", "toàn")
)


@dataclass(frozen=True, slots=True)
class _Change:
    """A change, the number it is reckoned from, and which way it is said to go (1 up, -1 down)."""

    change: Figure
    base: Figure
    way: int


def check_changes_near(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a change is not that from the number beside it to one before: 'thu 1.846,5 triệu
    đồng, cao hơn cùng kỳ năm trước 12,6% (cùng kỳ 1.604 triệu đồng)'.

    Not flagged: changes that any number near them bears out; from a number in another sentence, what is no slip.
    """
    linked = {report.figures[link.of].start for link in report.figure_links if link.kind == "change"}
    linked |= steps_of_accounts(report)
    for figures, index in neighbours(report):
        change = figures[index]
        if change.start in linked or change.target or is_hedged(change) or single(change.base_value) is None:
            continue
        way = _way(report.text, figures, index)
        base = (_base_of_run(report, figures, index) or _base(report, figures, index)) if way else None
        if base is not None:
            yield from _check(report, _Change(change, base, way))


def _way(text: str, figures: Sequence[Figure], index: int) -> int:
    change = figures[index]
    if change.change:
        return 1 if change.change == "up" else -1
    low = max(change.start - 90, figures[index - 1].end if index else 0)
    more, less = _MORE.search(text, low, change.number_start), _LESS.search(text, low, change.number_start)
    said = more or less
    if said is None or _A_LEVEL.search(said[0]):
        return 0
    return 1 if more else -1


def _base(report: Report, figures: Sequence[Figure], index: int) -> Figure | None:
    """The number that a change is reckoned from: behind it in its sentence, or in brackets right before it."""
    text, change = report.text, figures[index]
    after = figures[index + 1] if index + 1 < len(figures) else None
    since = change.end
    if after is not None and (aside := _RATE_ASIDE.match(text, change.end)) and after.start < aside.end():
        after = figures[index + 2] if index + 2 < len(figures) else None  # 'giảm 09 vụ (tương đương 19,1%) so với ...'
        since = aside.end()
    if after is not None and _may_be_base(after, change) and not ends_between(report, change.end, after.start):
        joint = text[since : after.start]
        if _way(text, figures, figures.index(after, index)):
            return None  # 'năm 2022 thêm 03 xã, năm 2023 thêm 02 xã': a change of its own
        if opens_with_a_part(joint) or _NEW_ITEM.search(joint) or _MEANWHILE.search(joint):
            return None  # 'tăng 1,4% so với cùng kỳ (khai thác biển đạt 1.762 tấn'
        led = _LAST_CLAUSE.split(joint)[-1]
        led = led if "(" in led else led.rpartition(")")[2]  # 'so với năm 2021) và 83 xã': closed before the number
        if len(joint) < _WIDE and (_BASE.search(led) or _PLAN.search(led)) and not _GOES_ON.search(joint):
            return after
    last = figures[index - 1] if index else None
    if last is None or not _may_be_base(last, change) or not text.startswith(")", last.end):
        return None
    led = text[clause_start(text, last.start, 60) : last.start]
    named = _BASE.search(led) and not _PLAN.search(led) and _ASIDE.search(text, last.start - 30, last.start)
    joined = not ends_between(report, last.end, change.start) and change.start - last.end < _WIDE
    return last if named and joined else None


_MEANWHILE = (
    re.compile(  # 'so với thực hiện năm 2024, trong khi chi thường xuyên 12,6 tỷ đồng' goes on with another matter
        r"(?<!\w)so (?:với )?[^;()]{2,60}, trong khi(?![^;()]*(?<!\w)(?:cùng kỳ|năm|kỳ|quý|tháng|trước|đầu|cuối)(?!\w))"
    )
)


def _base_of_run(report: Report, figures: Sequence[Figure], index: int) -> Figure | None:
    """The number of its unit behind a run of changes that are told with one time; of several the one that is called as
    it is, or stands in its place: 'giảm 2 vụ, tăng 2 người chết (cùng kỳ 16 vụ, chết 4 người)'.
    """
    text, change = report.text, figures[index]
    ahead = figures[index + 1 : index + 1 + _RUN]
    first = next((at for at, one in enumerate(ahead) if not one.change), len(ahead))
    if first == len(ahead) or change.unit == "%" or ends_between(report, change.end, ahead[first].start):
        return None
    joint = text[ahead[first - 1].end if first else change.end : ahead[first].start]
    if len(joint) > _WIDE or not _BASE.search(joint) or _GOES_ON.search(joint) or _PLAN.search(joint):
        return None
    stop = _CLOSES.search(text, ahead[first].end)
    held = [one for one in ahead[first:] if stop is None or one.start < stop.start()]
    alike = [one for one in held if one.base_unit == change.base_unit] or [one for one in held if is_alike(one, change)]
    if len(alike) > 1:
        named = [one for one in alike if _own_words(text, change) & _own_words(text, one)]
        alike = named or _in_its_place(figures, index, ahead[:first], held)
    return alike[0] if len(alike) == 1 and len(held) > 1 and _may_be_base(alike[0], change) else None


def _own_words(text: str, one: Figure) -> frozenset[str]:
    """The words of the clause of a number that tell what it counts, but for its unit."""
    words = frozenset(_WORD.findall(_clause_at(text, one.start, one.number_end).lower()))
    return words - _EMPTY - _OF_CHANGE - frozenset(_WORD.findall(one.unit.lower()))


def _in_its_place(
    figures: Sequence[Figure], index: int, ahead: Sequence[Figure], held: Sequence[Figure]
) -> list[Figure]:
    """What there was in the place that a change has in its run, where both rows count the same things."""
    earlier = [*takewhile(lambda one: one.change, reversed(figures[max(index - _RUN, 0) : index]))]
    run = [*reversed(earlier), figures[index], *ahead]
    same = len(run) == len(held) and all(counts_alike(one, base) for one, base in zip(run, held, strict=True))
    return [held[len(earlier)]] if same else []


_RUN = 8  # numbers of a run of changes and of what there was
_CLOSES = re.compile(r"[);\n]|\.\s")
_RATE_ASIDE = re.compile(r"\s?\((?:[^\W\d_]+ ){0,3}[-+]?\d[\d.,]*\s?%\)")
_LAST_CLAUSE = re.compile(r",\s(?!(?:cùng|năm|kỳ|trong|khi|trước|đầu|cuối)(?!\w))")
_PLAN = re.compile(r"(?<!\w)(?:[Kk]ế hoạch|[Cc]hỉ tiêu|[Dd]ự toán|KH|[Mm]ục tiêu)(?!\w)")
_NEW_ITEM = re.compile(r"\n\s*(?:[-+•*–]|[a-zđ]\)|\(?\d{1,2}[.)]|[^\W\d_][^:\d\n]{0,60}:)\s")
_WIDE = 110  # letters between a change and its base


def _may_be_base(one: Figure, change: Figure) -> bool:
    if not is_plain(one) or not amount(one) or one.target:
        return False
    return change.unit == "%" or counts_alike(one, change)


def _check(report: Report, told: _Change) -> Iterator[Finding]:
    change, base = told.change, told.base
    first = min(change.start, base.start)
    held = reversed(before(report, change if change.start == first else base, _NEAR, _FAR))
    now = [one for one in held if _is_now(one, base)]
    if not now:
        return
    true = [true_change(change, one, base) or Decimal(0) for one in now]
    fitting = [fits(change, abs(value), room_of(change, one, base)) for one, value in zip(now, true, strict=True)]
    named, score = _named(report.text, now, change)
    of_word = _of_one_word(report.text, now, change, base)
    if any(fitting):
        fit = [(one, value) for one, value, is_fit in zip(now, true, fitting, strict=True) if is_fit]
        if len(fit) == 1 and fit[0][0] is (named or of_word) and change.change and _goes_other_way(told, fit[0][1]):
            yield _other_way(told, *fit[0])
        return
    if _is_told_at_once(report.text, now[0], told):
        other = _goes_other_way(told, true[0])
        yield _other_way(told, now[0], true[0]) if other else _finding(change, now[0], base, true[0])
        return
    beside = not ends_between(report, now[0].end, first) and is_alike(now[0], base) and now[0].unit != "%"
    near = named if score > 1 else of_word or (now[0] if beside else None)
    if near is not None:
        value = true_change(change, near, base) or Decimal(0)
        if _may_be(told, value):
            yield _finding(change, near, base, value)
            return
    meant = [named] if named is not None else now
    likely = [(one, moved) for one, moved in zip(now, true, strict=True) if one in meant and _may_be(told, moved)]
    for one, moved in likely or list(zip(now, true, strict=True)):
        if _is_slip(told, one, moved, len(likely) or len(now)):
            yield _finding(change, one, base, moved)
            return


def _other_way(told: _Change, now: Figure, moved: Decimal) -> Finding:
    """That a change goes the other way than from its base to the number that its words name: 'tố cáo 9 đơn ... đơn tố
    cáo giảm 03 đơn (cùng kỳ 06 đơn)'.
    """
    facts = {"now": now.text, "before": told.base.text}
    facts |= {"true_way": WAY_OF_RISE[moved > 0], "way": WAY_OF_RISE[told.way > 0]}
    related = (Span(now.start, now.end), Span(told.base.start, told.base.end))
    return Finding("change-mismatch", "error", Span(told.change.start, told.change.end), "direction", facts, related)


def _goes_other_way(told: _Change, moved: Decimal) -> bool:
    return moved != 0 and (moved > 0) != (told.way > 0)


_AT_ONCE = re.compile(
    r"[^.;:()\d\n]{0,40}(?:, (?:đã )?(?:đạt|bằng) \d[\d.,]{0,8}% (?:kế hoạch|dự toán|chỉ tiêu)[^.;:()\d\n]{0,30})?"
    r"(?:,| và) (?:đã )?(?:tăng|vượt|giảm|hụt|(?:cao|nhiều|thấp|ít) hơn)(?: thêm)? "
)
_OF_PARTS = re.compile(r"(?<!\w)(?:[Gg]ồm|[Tt]rong (?:số )?đó|[Cc]hia (?:ra|theo)|[Cc]ụ thể|[Rr]iêng)(?!\w)|\([^()]*$")


def _is_told_at_once(text: str, now: Figure, told: _Change) -> bool:
    """Whether a change stands right behind what there is, and right before its base in brackets: 'thu 515 tỷ đồng, đạt
    103% dự toán, tăng 3% so với cùng kỳ (560 tỷ đồng)'.
    """
    change, base = told.change, told.base
    in_brackets = base.start > change.end and text.startswith(")", base.end) and "(" in text[change.end : base.start]
    if not in_brackets or _OF_PARTS.search(text, sentence_start(text, now.start), now.start):
        return False
    return is_alike(now, base) and _AT_ONCE.fullmatch(text, now.end, change.number_start) is not None


def _may_be(told: _Change, moved: Decimal) -> bool:
    """Whether a true change is of the way and of the order of the one that is told."""
    stated = single(told.change.value) or Decimal(0)
    right_way = (moved > 0) == (told.way > 0)
    return right_way and stated <= _FAR_OFF * abs(moved) <= _FAR_OFF * _FAR_OFF * stated


def _is_slip(told: _Change, now: Figure, moved: Decimal, tries: int) -> bool:
    """Whether the change, or the number that it is reckoned from, is a slip of the pen."""
    stated, base = single(told.change.value) or Decimal(0), single(told.base.value)
    if (moved > 0) == (told.way > 0) and is_pen_slip(stated, abs(moved), told.change.decimals):
        return chance_of(stated, tries) <= _SURE
    if told.change.unit == "%" or base is None:
        return False
    scale = base / amount(told.base)
    meant = (amount(now) - told.way * amount(told.change)) * scale
    return is_pen_slip(base, meant, told.base.decimals) and chance_of(base, tries) <= _LIKELY


def _named(text: str, now: Sequence[Figure], at: Figure) -> tuple[Figure | None, int]:
    """The number whose clause has most pairs of words of the clause of a change, and how many; None where several have
    as many, or none any.
    """
    subject = _pairs(_clause_at(text, at.start, at.number_end))
    scores = [len(subject & _pairs(_clause_at(text, one.start, one.number_end))) for one in now]
    best = max(scores)
    return (now[scores.index(best)], best) if best and scores.count(best) == 1 else (None, 0)


def _of_one_word(text: str, now: Sequence[Figure], change: Figure, base: Figure) -> Figure | None:
    """The one number that has a word of its own with a change and its base: 'làm chết 5 người, bị thương 9 người; tăng
    2 người chết (cùng kỳ 16 vụ, chết 4 người)'.
    """
    shared = _own_words(text, change) & _own_words(text, base)
    named = [one for one in now if shared & _own_words(text, one)]
    return named[0] if len(named) == 1 and len(now) > 1 else None


_OF_CHANGE = frozenset(
    ("tăng", "giảm", "thêm", "hơn", "nhiều", "ít", "cao", "thấp", "còn", "trong", "đó", "và", "với", "cho")
)


def _clause_at(text: str, start: int, end: int) -> str:
    """The words around a place up to the next marks to either side."""
    behind = _CLAUSE.search(text, end, end + 60)
    return (
        f"{_CLAUSE.split(text[max(start - 100, 0) : start])[-1]} {text[end : behind.start() if behind else end + 60]}"
    )


def _pairs(words: str) -> set[tuple[str, str]]:
    said = [word for word in _WORD.findall(words.lower()) if word not in _EMPTY]
    return set(pairwise(said))


def _is_now(one: Figure, base: Figure) -> bool:
    """Whether a number may be what there is now: of the unit of its base, or cases of what are people."""
    if is_hedged(one) or one.change or (one.unit == "%") != (base.unit == "%") or isinstance(one.value, Share):
        return False
    if single(one.base_value) is None or one.start == base.start:
        return False
    of_each = bool(one.base_unit) and one.base_unit == base.base_unit  # '42,5 triệu đồng/người, tăng 14 triệu đồng'
    return of_each or counts_alike(one, base) or base.base_unit == "trường hợp"


def _finding(change: Figure, now: Figure, base: Figure, true: Decimal) -> Finding:
    digits = max(change.decimals, 1) if change.unit == "%" else change.decimals
    unit = change.text[change.number_end - change.start :].strip()
    facts = {"now": now.text, "before": base.text, "change": change.text}
    facts["true"] = f"{shown(round(abs(true), digits))} {unit}".replace(" %", "%")
    related = (Span(now.start, now.end), Span(base.start, base.end))
    return Finding("change-mismatch", "error", Span(change.start, change.end), "", facts, related)


_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,3}"
_NEW = re.compile(
    rf"(?<!\w)(?:[Kk]ết nạp|[Pp]hát triển|[Tt]hành lập|[Tt]uyển|[Cc]ông nhận|[Xx]ây dựng|[Tt]hu hút|[Tt]hêm)"
    rf"(?: mới| được| thêm){{0,2}} (?P<change>{_NUMBER}) (?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)[^.;,()\d\n]{{0,30}},?$"
)
_RAISES = re.compile(
    rf" nâng (?P<of>[^.;,()\d\n]{{4,60}}?) từ (?P<then>{_NUMBER})(?: [^\W\d_]+){{0,3}} lên (?:thành )?"
    rf"(?P<now>{_NUMBER})(?![\d,.]*\d|\s?%)"
)


def check_totals_raised(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where what is new is not, but for a slip of the pen, by how much it raises the total:
    'kết nạp mới 342 hội viên, nâng tổng số hội viên từ 8.216 lên 8.658'.

    Not flagged: totals of something else; differences that are no slip, for some may have left.
    """
    text = report.text
    for at in places_of(text, " nâng "):
        raised, new = _RAISES.match(text, at), _NEW.search(text, max(at - 110, 0), at)
        if raised is None or new is None or f" {new['unit']} " not in f" {raised['of']} ":
            continue
        change, then, now = (Decimal(one.replace(".", "")) for one in (new["change"], raised["then"], raised["now"]))
        if is_pen_slip(change, now - then) or (is_pen_slip(now, then + change) and chance_of(now, 1) <= _SURE):
            facts = {"now": shown(now), "before": shown(then), "true": shown(now - then), "change": shown(change)}
            related = Span(raised.start("then"), raised.end("now"))
            yield Finding("change-mismatch", "error", Span(new.start("change"), new.end("unit")), "", facts, (related,))


_EACH_YEAR = re.compile(r"(?:mỗi|một|hằng|hàng|/)\s?năm")
_ON_AVERAGE = re.compile(r"[Bb]ình quân|[Tt]rung bình")
_YEAR = re.compile(r"(?<![\d/])(20\d\d)(?!\d)")
_PER_YEAR = re.compile(r"[^.;\n]{0,25}(?:mỗi|một|hằng|hàng|/)\s?năm")


def check_changes_a_year(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a yearly change is not, but for a slip, that between two values by the years
    between them: 'từ 18,74% cuối năm 2021 xuống còn 11,52% cuối năm 2023, bình quân giảm 3,16 điểm phần trăm mỗi năm'.
    """
    text = report.text
    for figures, index in neighbours(report):
        change = figures[index]
        stated = single(change.base_value)
        if index < 2 or stated is None or not change.change:
            continue
        said = text[max(change.start - 40, 0) : change.number_start]
        if not _EACH_YEAR.search(said) and not (_ON_AVERAGE.search(said) and _PER_YEAR.match(text, change.end)):
            continue
        held = [one for one in figures[max(index - 3, 0) : index] if not (one.change or one.target)]
        if len(held) < 2:
            continue
        first, last = held[-2:]
        if first.unit != last.unit or not (first.unit == "%" or counts_alike(last, change)):
            continue
        years = [int(one) for one in _YEAR.findall(text[max(first.start - 60, 0) : change.start])]
        if len(years) < 2 or ends_between(report, first.end, last.start):
            continue
        spans = [abs(years[-1] - years[0]) + more for more in (0, 1)]
        moved = amount(last) - amount(first)
        true = [abs(moved) / span for span in spans if span > 1]
        room = half_last_digit(change.decimals) * 2
        if not true or any(abs(one - stated) <= room for one in (*true, abs(moved))):
            continue
        of_two = len(years) == 2 and all(2 * one > stated and 2 * stated > one for one in true[:1])
        if any(is_pen_slip(stated, one, change.decimals) for one in true) or (of_two and _is_off(stated, true)):
            yield _finding(change, last, first, next(iter(true)))


def _is_off(stated: Decimal, true: Sequence[Decimal]) -> bool:
    """Whether a yearly change is a tenth or more off whichever way its years are counted."""
    return all(abs(one - stated) * 10 > one for one in true)
