"""Lists behind a number that they divide (số nêu trước được chia thành các phần): the whole before a list, and
whether the list claims to leave nothing out.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, islice, permutations
from operator import attrgetter

from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import (
    amount,
    chance_of_sum,
    ends_between,
    is_second_of_pair,
    is_slip_of_sum,
    prose_of,
    terms_of,
)
from tongket.checking.evidence.numbers import rounding
from tongket.checking.evidence.stops import line_start
from tongket.checking.evidence.told import is_measured, is_people
from tongket.checking.sums.divided import (
    BESIDE,
    REST,
    Divided,
    are_documents,
    are_letters,
    divided_by,
    kinds_of,
    names_all,
)
from tongket.checking.sums.kinds_in_brackets import is_bracket_of_kinds
from tongket.checking.sums.listed_items import Listed, alike, lists_of
from tongket.checking.sums.no_parts import are_no_parts
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.divisions import are_of_scale, divides, overlaps
from tongket.vietnamese.unicode import CAPITALS

_PICKS = re.compile(
    r"(?<!\w)(?:[Nn]hư|[Nn]hất là|v\.v|một số|nhiều|(?:chậm|cao|thấp|nhiều|ít|lớn|tốt|sớm) nhất)(?!\w)|\.\.\.|…"
)
_LEAD = 40  # letters before the first item
_PICKED = re.compile(r"(?<!\w)(?:[Cc]hủ yếu|[Tt]iêu biểu|[Nn]ổi bật|[Đđ]iển hình|đáng chú ý)(?!\w)")  # before the first
_LEAST = 3  # items that show a division by their likeness
_FAR, _WHOLES = 300, 7  # letters before a list in which its whole stands, and numbers among those
_SURE, _LIKELY = 0.3, 0.04  # chance that a slip is none, where a list claims to divide and where it does not


def check_parts_told(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the items of a list do not make the number before it: '13 hội nghị với 450 lượt
    người, trong đó cấp xã 7 hội nghị, cấp thôn 8 hội nghị'.

    Not flagged: lists that only pick some out, or overlap; lists that a number near them bears out, or whose first
    items do.
    """
    figures = prose_of(report)
    beside: dict[int, set[int]] = {}  # where an item begins -> where all items of the first list that holds it do
    for listed in lists_of(report):
        near = _near(report, figures, listed)
        if listed.opens_with_colon:  # of an item's label: '166 tin, trên trang: 34 tin, trên đài: 116 tin'
            near = [one for one in near if one.start not in beside.get(listed.items[0].figure.start, ())]
        starts = {one.figure.start for one in listed.items}
        for start in starts:
            beside.setdefault(start, starts)
        found = _check(report.text, listed, near)
        if found is not None and not are_no_parts(report, listed, found):
            yield sum_mismatch(found.whole, found.of, found.parts, found.added)


def _near(report: Report, figures: Sequence[Figure], listed: Listed) -> list[Figure]:
    """The numbers before a list among which its whole may stand, the nearest first: of its sentence, or of the one
    before where its own has none, and names nothing else that is divided ('Đoàn thư ký gồm 05 đồng chí').
    """
    text, at = report.text, listed.start
    index = bisect_left(figures, at, key=attrgetter("start"))
    found: list[Figure] = []
    if _PICKED.search(text, line_start(text, at, _LEAD), at) or _SUCH_AS.search(text, max(at - _LEAD, 0), at):
        return found  # '- Chủ yếu trên các tuyến: quốc lộ 13 vụ, tỉnh lộ 11 vụ'
    for one in reversed(figures[max(index - _WHOLES, 0) : index]):
        if at - one.end > _FAR or one.end > at:
            break
        ends = ends_between(report, one.end, at)
        if len(ends) > 1 or (ends and found and not ends_between(report, found[0].end, at)):
            break
        if ends and text[ends[-1] : at].strip(" \n-+*•") and not listed.opens_with_colon:
            break
        if _are_lines_of_one_list(text, one.start, at) or (one.unit == "%" and _RATED.fullmatch(text, one.end, at)):
            continue  # '1.482 hộ, chiếm 12% (hộ nghèo 912 hộ, hộ cận nghèo 570 hộ)'
        if ends and _OF_AWARDS.match(text, ends[-1]) and not _AWARDED.search(text, ends[0] - _FAR, one.end):
            break
        if ends and (_PICKS.search(text, ends[-1], at) or _PART_OF_ONE.search(text, ends[0] - 120, one.start)):
            break
        if text.count(")", one.end, at) <= text.count("(", one.end, at):
            found.append(one)
    return found


_OF_AWARDS = re.compile(r"\W*(?:[Vv]ề |[Cc]ông tác )?(?:thi đua, )?[Kk]hen thưởng(?!\w)")  # a matter of its own
_AWARDED = re.compile(r"(?<!\w)(?:khen|tặng|biểu dương|tuyên dương)(?!\w)")
_SUCH_AS = re.compile(r"(?<!\w)(?:như|nhất là|ví dụ)\s?$")
_RATED = re.compile(r"\s?")
_LINE_OF_LIST = re.compile(r"\s*(?P<mark>[-+•*–])\s")


def _are_lines_of_one_list(text: str, at: int, below: int) -> bool:
    """Whether two places stand on lines of their own that bear the same mark: the one is no whole of the other."""
    if text.find("\n", at, below) < 0:
        return False
    first, last = line_start(text, at, _FAR), line_start(text, below, _FAR)
    one, other = _LINE_OF_LIST.match(text, first), _LINE_OF_LIST.match(text, last)
    return one is not None and other is not None and one["mark"] == other["mark"]


_PART_OF_ONE = re.compile(  # 'trong đó có 138 vụ tạm đình chỉ. Cụ thể như sau:' speaks of all, and not of these
    r"(?<!\w)[Tt]rong (?:số )?đó(?:, | )(?:có )?$"
)


def _check(text: str, listed: Listed, near: Sequence[Figure]) -> Divided | None:
    beside = len(near) > 1 and text[listed.start] == "(" and BESIDE.fullmatch(text, near[0].end, listed.start)
    if beside and not is_second_of_pair(text, near[1], near[0]):
        with_it = (
            _WITH.fullmatch(text, near[1].end, near[0].start) is not None
        )  # '45 lượt với 52 người (định kỳ 12 lượt'
        own = with_it and _is_of_noun(near[1], listed) and not _is_of_noun(near[0], listed)
        near = near[1:2] if own else near[:1]  # '20 đoàn (vụ cũ 11 vụ, vụ mới 09 vụ)': of no number farther off
    divided = (one for whole in near if (one := divided_by(whole, listed)) is not None)
    counts = (one for one in near if one.unit != "%")
    kinds = (one for whole in islice(counts, 1) if (one := kinds_of(text, whole, listed)) is not None)
    first = next(divided, None) or next(kinds, None)
    if first is None or picks_out(listed) or (not first.items[0].is_bare and _is_explained(first, listed)):
        return None  # most lists end here, before the other numbers are asked
    options = [first, *divided]
    known = {one.of for one in options} if options[0].is_closed else {value for one in near for value in terms_of(one)}
    every = sum((amount(item.figure) for item in listed.items), Decimal(0))
    if any(one.added in known or every == one.of for one in options):
        return None
    if options[0].items[0].is_bare:
        options.sort(key=lambda one: abs(one.added - one.of) / one.of)
    nearest, *farther = options
    if _is_explained(nearest, listed) or _goes_on(nearest, listed):
        return None
    if _holds(text, listed, nearest):
        return nearest
    slips = (
        one
        for one in farther
        if not _is_explained(one, listed) and _misses(one) <= _LIKELY and _holds(text, listed, one)
    )
    return next(slips, None)


_WITH = re.compile(r"[^.,;:()\d\n]{0,30}\s(?:với|cho)\s")


def _is_of_noun(whole: Figure, listed: Listed) -> bool:
    """Whether all items of a list have the noun of a number: '45 lượt công dân', '12 lượt'."""
    return all(not one.is_bare and f"{whole.unit} ".startswith(f"{one.figure.unit} ") for one in listed.items)


def picks_out(listed: Listed) -> bool:
    """Whether a list says that it names some of many."""
    if _PICKED.search(listed.items[0].before) or _PICKED.search(listed.tail.partition(";")[0]):
        return True
    return any(_PICKS.search(words) for words in (listed.tail, *(one.label for one in listed.items)))


def _misses(one: Divided) -> float:
    """The chance that the items miss the whole by a slip of the pen without being meant for it."""
    return chance_of_sum(one.whole, one.of, one.parts)


def _is_explained(one: Divided, listed: Listed) -> bool:
    """Whether the items make the whole, as far as they are exact, or the first of them do, or the first and what is
    left: what stands between divides the first ('giải quyết 1.815 hồ sơ, quá hạn 12 hồ sơ; còn 27 hồ sơ'). Of a list
    that does not claim to be all, any neighbours may.
    """
    amounts = [amount(part) for part in one.parts]
    left = listed.claim == "some" or _LEFT.search(one.items[-1].label)
    ends = amounts[0] + amounts[-1] if left and all(part < amounts[0] for part in amounts[1:-1]) else None
    if one.of in (*amounts, ends) or _holds_an_account(one, amounts):
        return True
    room = sum((rounding(part.value, part.base_value) for part in (one.whole, *one.parts)), Decimal(0))
    far = one.whole.end + _NEAR_LETTERS < listed.start
    any_run = far or (listed.claim == "some" and not one.is_closed)  # 'gồm', right behind the whole
    lows = range(len(amounts) - 1) if any_run else range(1)
    sums = (added for low in lows for added in list(accumulate(amounts[low:]))[1:])
    return any(abs(added - one.of) <= room for added in sums)


_NEAR_LETTERS = 60
_LEAST_OF_ACCOUNT, _TELLING = 20, 100  # what is less, two others make by chance, whatever the words say of it
_LEFT = re.compile(r"(?<!\w)(?:còn|chưa|đang|tồn)(?!\w)")


def _holds_an_account(divided: Divided, amounts: Sequence[Decimal]) -> bool:
    """Whether the last items are what became of the one before them, and no parts beside it: 'tiếp nhận 660 vụ, đã
    giải quyết 349 vụ, còn 311 vụ'.
    """
    least = _LEAST_OF_ACCOUNT if _LEFT.search(divided.items[-1].label) else _TELLING
    return any(
        one >= least and one == sum(amounts[index + 1 :]) and index + 2 < len(amounts)
        for index, one in enumerate(amounts)
    )


def _goes_on(one: Divided, listed: Listed) -> bool:
    """Whether what stands behind the semicolon belongs to the list after all, for it makes the whole."""
    others = [item for item in listed.beyond if item.is_bare or alike(item.figure, one.whole)]
    more = Divided(one.whole, tuple(others)).parts
    return one.of in accumulate((amount(part) for part in more), initial=one.added)


def _holds(text: str, listed: Listed, one: Divided) -> bool:
    """Whether the items are meant for the whole, which they miss."""
    before = text[max(one.whole.start - 60, 0) : one.whole.start]
    off, of = abs(one.added - one.of), one.of
    if one.is_closed or divides([item.name for item in one.items], before) or _are_named(text, listed, one):
        return off <= _WIDEST * of and not (_are_beside(one) and not names_all(text, listed, one))
    if listed.claim == "listed" and (_are_places(text, listed, one) or are_letters(text, listed, one)):
        return off <= _WIDEST * of
    if off <= of and is_bracket_of_kinds(text, listed, one):
        return True
    chance = _misses(one)
    unnamed = not one.items[0].label.removeprefix(one.items[0].figure.unit).strip() and not are_documents(one)
    if (_may_overlap(one) and not are_of_scale(one.labels)) or unnamed:
        rare = _SELDOM if listed.claim == "all" else _RARE
        return chance <= (_LIKELY if len(one.items) > _LEAST else rare)
    many = len(one.items) >= _LEAST or _are_parallel(one)
    own = are_documents(one) or all(item.is_bare or alike(item.figure, one.whole) for item in one.items)
    slipped = many and own and is_slip_of_sum(one.whole, of, one.parts)
    if listed.claim == "all":
        return off * 2 <= of or slipped or chance <= _SURE
    close = off * (8 if listed.claim == "some" else 2) <= of or chance <= _SURE
    if many and close and REST.search(one.items[-1].label):
        return True
    if listed.claim == "listed" or names_all(text, listed, one):
        if _are_labelled(text, one) and _is_once_too_many(text, listed, one):
            return True
        return off * (4 if many else 8) <= of or slipped or chance <= _SURE / 2
    if _is_once_too_many(text, listed, one):
        return True
    if listed.claim == "some" and len(one.items) < _LEAST and not _are_parallel(one) and one.added < of:
        return chance <= _RARE  # any two that are picked out are but a slip off their whole once in thirty times
    of_some = listed.claim == "some" and is_measured(one.whole)  # crops, funds: the smallest ones are left out
    nearly = len(one.items) >= _LEAST and off * _NEARLY <= of and off < min(map(amount, one.parts)) and not of_some
    return nearly or chance <= (_SURE / 2 if many else _LIKELY)


def _is_once_too_many(text: str, listed: Listed, one: Divided) -> bool:
    """Whether items of the whole's own noun are more than it, and no thing may be of two of them."""
    once = are_of_scale(one.labels) or not _may_attain_all(one)
    own = are_documents(one) or all(alike(part, one.whole) for part in one.parts)
    between = text[one.whole.end : listed.start].rstrip(" ;")  # '...; trong đó' goes on with what was told first
    return one.added > one.of and own and once and ";" not in between


_COLON_BEFORE = re.compile(r":\s?$")


def _are_labelled(text: str, one: Divided) -> bool:
    """Whether a colon parts each item from its label: '41 hồ sơ (hộ tịch: 16 hồ sơ; chứng thực: 25 hồ sơ)'."""
    return all(_COLON_BEFORE.search(text, part.start - 2, part.start) for part in one.parts)


_PLACE = re.compile(
    r"\s*(?:(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Tt]hị xã|TX\.?|[Xx]ã|[Pp]hường|[Tt]hị trấn|TT\.?|[Tt]hôn|[Bb]ản"
    r"|[Ấấ]p)\s?)?"
    rf"(?:[{CAPITALS}][^\W\d_]*[.\s-]?\s?){{1,4}}\s?:?\s?"
)


def _are_places(text: str, listed: Listed, one: Divided) -> bool:
    """Whether a bracket right behind things that are counted whole tells how many are where: '16 nhà bị tốc mái (Khe
    Lạnh: 01, Nà Pàn: 15)'. Whoever names places with their numbers leaves none out.
    """
    between = text[one.whole.end : listed.start]
    if text[listed.start] != "(" or re.search(r"[.,;:()\n]", between) or any(part.decimals for part in one.parts):
        return False
    unit = one.whole.unit
    named = all(_PLACE.fullmatch(item.before) and item.behind.strip(" :") in ("", unit) for item in one.items)
    return named and _are_labelled(text, one) and not one.whole.decimals and unit != ""


def _are_beside(one: Divided) -> bool:
    """Whether some items are of the whole's noun and others of one that stands beside it: '05 tập thể, 22 cá nhân được
    khen, trong đó cấp tỉnh khen 01 tập thể và 03 cá nhân'.
    """
    own = [part.base_unit == one.whole.base_unit for part in one.parts]
    return bool(one.whole.base_unit) and any(own) and not all(alike(part, one.whole) for part in one.parts)


def _may_attain_all(one: Divided) -> bool:
    """Whether what is counted may do or have all that the items tell: people, households, bodies, places."""
    matched = match_unit(one.whole.base_unit.split())
    return matched is not None and matched[0].kind in ("person", "household", "body", "place")


_JOINED = r"(?:,? và |, | - |-|/)"
_MOST_NAMED = 4  # kinds that a whole names


def _are_named(text: str, listed: Listed, one: Divided) -> bool:
    """Whether the whole is told as all that the labels say, one beside the other: 'đàn trâu, bò 1.095 con (bò 970 con,
    trâu 125 con)'.
    """
    labels = [
        " ".join(word for word in re.findall(r"[^\W\d_]+", item.before.lower()) if word not in ("có", "là", "đàn"))
        for item in one.items
    ]
    if not all(labels) or len(set(labels)) < len(labels) or len(labels) > _MOST_NAMED:
        return False
    said = text[line_start(text, one.whole.start, 60) : listed.start].lower()
    if not all(label in said for label in labels):
        return False
    orders = (_JOINED.join(map(re.escape, order)) for order in permutations(labels))
    return any(re.search(rf"(?<!\w){order}(?!\w)", said) for order in orders)


_OF_ONE_KIND = re.compile(r"(?<!\w)(?:(?:người )?(?:cao tuổi|khuyết tật)|trẻ em|thiếu|bị)(?!\w)")


def _may_overlap(one: Divided) -> bool:
    """Whether one that is counted may be of two items: people and households may; labels are told without the words
    that they share, which say what all of the whole are.
    """
    if not (is_people(one.whole) or one.whole.base_unit.startswith("hộ")):
        return False
    # Who is helped is told under one kind (Nghị định 20/2021/NĐ-CP), and so is who is told beside 'đối tượng khác'
    each = one.whole.base_unit == "đối tượng" or (len(one.items) > _LEAST and REST.search(one.items[-1].label))
    unit = re.compile(rf"(?<!\w){re.escape(one.whole.unit)}(?!\w)")
    words = [unit.sub("", _OF_ONE_KIND.sub("", label) if each else label).split() for label in one.labels]
    shared = set.intersection(*map(set, words))
    return overlaps([": ", *(" ".join(word for word in label if word not in shared) for label in words)])


def _are_parallel(one: Divided) -> bool:
    """Whether all labels begin with the same two words, which are no name: 'hỗ trợ đầu tư ...', 'hỗ trợ đầu tư ...'."""
    labels = [
        label.strip().removeprefix("có ").strip().removeprefix(item.figure.unit).strip()
        for label, item in zip(one.labels, one.items, strict=True)
    ]
    heads = {tuple(label.lower().split()[:2]) for label in labels}
    return len(heads) == 1 and len(next(iter(heads))) > 1 and not any(_A_NAME.match(label) for label in labels)


_A_NAME = re.compile(r"\s*(?:[Xx]ã|[Hh]uyện|[Tt]hôn|[Bb]ản|[Pp]hường|[Tt]ỉnh|[Tt]rường)\s[A-ZĐ]")
_NEARLY = 50  # that part of a whole is not left over by those who pick some out
_SELDOM = 0.01  # the same, where the words say that they are all
_RARE = 0.004  # chance that a slip is none, where the parts may overlap
_WIDEST = 5  # times the whole that a slip may make of it
