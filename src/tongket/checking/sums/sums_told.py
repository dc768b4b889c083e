"""Totals and remainders that are told apart from their numbers (tổng và phần còn lại nêu tách khỏi số liệu).

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise, permutations

from tongket.checking.evidence.flows import is_account, steps_of_accounts
from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount, chance_of_sum, counts_alike, is_slip_of_sum
from tongket.checking.evidence.numbers import fits, half_last_digit, is_hedged, rounding, single
from tongket.checking.evidence.stocks import is_of_stocks
from tongket.checking.evidence.stops import sentence_end, sentences_between
from tongket.checking.evidence.told import is_alike, is_near_miss, is_people, is_plain, neighbours, population_of
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.divisions import overlaps
from tongket.vietnamese.numbers import counted

_NEAR = 8  # numbers before a total among which its parts stand
_FAR = 500  # letters
_MOST_SENTENCES = 2
_A_PERIOD = (
    r"(?:năm(?: học)?|tháng|quý|vụ|kỳ)\s[\dIVX][\dIVX/–-]{0,8}|\d{1,2}\s(?:đợt|tháng|quý|vụ|năm|lần|kỳ|học kỳ)(?!\w)"
)
_LABEL = rf"(?:\s(?:{_A_PERIOD}|[^\s\d.;:,()]+)){{0,7}}"  # words between a cue and its number, years among them

_TOTAL = re.compile(
    r"(?:^|[.;,(\n]\s*|\s)(?:(?P<both>[Cc]ả|[Hh]ai|[Bb]a|[Bb]ốn|[Ss]au (?:hai|ba|bốn|năm)|[Tt]rong (?:hai|ba|bốn) năm)"
    r"|(?P<all>[Cc]ộng(?: chung| lại| dồn| cả)?|[Tt]ổng cộng|[Tt]ổng số|[Tt]ổng|[Tt]ính chung|[Gg]ộp(?: lại| chung)?"
    r"|[Nn]hư vậy|[Vv]ậy|[Nn]âng tổng|[Tt]ất cả|[Tt]oàn bộ|[Ll]ũy kế))"
    rf"(?P<label>{_LABEL}),?{_LABEL}\s$"
)
_REST = re.compile(
    r"(?:^|[.;,(\n]\s*|\s)(?:(?:[Cc]òn(?: lại| thiếu| nợ| tồn| phải| chưa)?|[Tt]ồn(?: quỹ| lại| đọng)?|[Kk]ết dư|[Dd]ư"
    r"|[Ss]ố (?:[^\s\d.;:,()]+\s){0,4}?(?:chưa|không|còn)|[Pp]hần (?:còn|để) lại|[Đđ]ể lại"
    r"|[Cc]hênh lệch thu[^.;\d\n]{0,20}chi|[Xx]uất siêu|[Nn]hập siêu|[Tt]hặng dư|[Tt]hâm hụt)(?!\w)"
    rf"|(?:[Ss]ố|[Vv]ốn|[Pp]hần)(?:\s[^\s\d.;:,()]+){{0,4}}?\s(?:còn|chưa)(?!\w)){_LABEL}\s$"
)
_ASIDE = re.compile(r"(?<!\w)(?:[Rr]iêng|[Tt]rong đó|[Bb]ình quân|[Tt]rung bình|[Mm]ỗi|[Tt]ừng|[Gg]iảm|[Tt]ăng)(?!\w)")
_FELL_TO = re.compile(r"(?<!\w)(?:xuống|giảm) còn\s$")  # what a number fell to, which ``changes`` reads
_BESIDES = re.compile(
    r"(?<!\w)(?:[Nn]goài (?:ra|đó|các|những|số)|[Bb]ên cạnh đó)(?!\w)[^.;\d\n]*$"
)  # 'ngoài ra còn có'


_PLANNED = re.compile(r"(?<!\w)(?:[Kk]ế hoạch|[Cc]hỉ tiêu|[Mm]ục tiêu|[Pp]hấn đấu|[Dd]ự kiến|[Dd]ự toán)(?!\w)")
_TURNS = frozenset(("đợt", "tháng", "quý", "vụ", "kỳ", "học kỳ", "năm"))  # '2 đợt': how many there were


def check_totals_told(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a total that stands behind its parts, in other words or another sentence, is theirs
    but for a slip of the pen: 'làm mới 12,6 km và sửa chữa 27,9 km. Cả làm mới lẫn sửa chữa được 39,5 km'.

    Not flagged: totals that the last numbers of their unit make; sums that are no slip; hedged numbers and rates.
    """
    links = [link for link in report.figure_links if link.kind == "parts"]
    starts = {report.figures[index].start: report.figures[link.of].start for link in links for index in link.by}
    for figures, index in neighbours(report):
        total = figures[index]
        if index < 2 or total.change or is_hedged(total) or total.target or total.unit == "%" or total.start in starts:
            continue
        if total.start in steps_of_accounts(report):
            continue  # as flows tell
        last = figures[index - 2] if figures[index - 1].unit in _TURNS else figures[index - 1]
        low = max(total.start - 90, last.end)
        said = _TOTAL.search(report.text, low, total.number_start)
        stated = single(total.base_value)
        if said is None or not stated or _ASIDE.search(said[0]) or _PLANNED.search(report.text, low, total.start):
            continue
        every = _alike_before(report.text, figures, index)
        if stated in accumulate(amount(one) for one in every):
            continue
        held = {one.start for one in every}
        near = [one for one in every if starts.get(one.start) not in held]  # no parts beside their whole
        wanted = next(filter(None, map(counted, (said["both"] or "").split())), 0)
        if len(near) >= max(2, wanted):
            closes = _CLOSES.match(said[0]) is not None and _are_whole_sentence(report.text, figures, index, near)
            yield from _check_total(total, stated, near, len(near) if closes else wanted, closes=closes)


_CLOSES = re.compile(r"[,;]\s(?:tổng cộng|cộng|tổng số)(?: là| có|:)?\s$")


def _are_whole_sentence(text: str, figures: Sequence[Figure], index: int, near: Sequence[Figure]) -> bool:
    """Whether three numbers or more are all that their sentence counts before its total, each told under its own name:
    'đất đai 12 ý kiến, giao thông 90 ý kiến, lĩnh vực khác 80 ý kiến; tổng cộng 182 ý kiến'.
    """
    first = near[-1]
    if len(near) < _LEAST_LISTED or sentences_between(text, first.start, figures[index].start):
        return False
    at = index - 1 - next((back for back, one in enumerate(reversed(figures[:index])) if one is first), 0)
    before = figures[at - 1] if at else None
    return before is None or sentences_between(text, before.end, first.start) > 0


def _alike_before(text: str, figures: Sequence[Figure], index: int) -> list[Figure]:
    """The numbers that a total may be made of, the nearest first: of its unit, or bare ones that its unit explains."""
    total = figures[index]
    found: list[Figure] = []
    for one in reversed(figures[max(index - _NEAR * 2, 0) : index]):
        if (
            len(found) == _NEAR
            or total.start - one.end > _FAR
            or sentences_between(text, one.end, total.start) > _MOST_SENTENCES
        ):
            break
        if (
            one.unit == "%"
            or one.change == "down"
            or _SAID_OF_ONE.search(text, max(one.start - 30, 0), one.number_start)
        ):
            continue
        if text.count(")", one.end, total.start) > text.count("(", one.end, total.start):
            continue  # '08 loại tốt (từ 80 đến dưới 90 điểm)'
        bare = one.base_unit in _CLASSES or (not one.base_unit and one.end == one.number_end)
        bare = bare and total.base_unit != "đồng"
        plain = not is_hedged(one) and single(one.base_value) is not None
        if plain and (bare or (one.base_unit and counts_alike(one, total))):
            found.append(one)
        elif found:
            break
    return found


_CLASSES = frozenset(("loại", "mức", "hạng", "xuất sắc", "tốt", "giỏi", "khá", "trung bình", "yếu", "kém"))
_SAID_OF_ONE = re.compile(  # by how much the number before it grew, or what it was before: '69 nhà, tăng 27 nhà'
    r"\d[^\d.;,()\n]{0,20}(?:,\s(?:tăng|giảm)|\((?:(?:năm|kỳ|quý|tháng) trước|cùng kỳ))(?: (?:là|có|thêm))?\s$"
)


def _check_total(
    total: Figure, stated: Decimal, near: Sequence[Figure], wanted: int, *, closes: bool = False
) -> Iterator[Finding]:
    """``wanted``: how many parts the words name, 0 where they do not; ``closes``: of a list that it ends."""
    amounts = [amount(one) for one in near]
    sums = list(accumulate(amounts))
    if stated in sums or stated in amounts:
        return
    room = _room(total, near)
    if room and any(abs(added - stated) <= room for added in sums):
        return
    for count in [wanted] if wanted else range(2, len(near) + 1):
        added = sums[count - 1]
        told = len(near) == wanted and _are_in_a_row(near) and abs(added - stated) * _CLOSE <= added
        slip = _is_slip_of(total, stated, added) and max(amounts[:count]) < stated
        slip = slip or (closes and (abs(added - stated) * 2 <= stated or is_slip_of_sum(total, stated, near)))
        if (told and max(amounts[:count]) < stated) or slip or chance_of_sum(total, stated, near[:count]) <= _SURE:
            parts = near[:count][::-1]
            yield sum_mismatch(total, stated, parts, added)
            return


_SURE = 0.02  # chance that a slip of a total, or of a part, is none
_CLOSE = 8  # a total told of so many parts may be off by that part of their sum


def _room(whole: Figure, parts: Sequence[Figure]) -> Decimal:
    """How far a sum of rounded numbers may be from a rounded whole."""
    held = [one for one in (whole, *parts) if one.decimals]
    return sum((rounding(one.value, one.base_value) for one in held), Decimal(0))


def _are_in_a_row(parts: Sequence[Figure]) -> bool:
    """Whether the parts stand in sentences of their own kind: all of one unit as printed."""
    return len({one.unit for one in parts}) == 1


def _is_slip_of(one: Figure, stated: Decimal, true: Decimal) -> bool:
    """Whether a printed number is another one but for a slip, in the unit in which it is printed."""
    value = single(one.value)
    if value is None or not stated or true <= 0:
        return False
    scaled = true * value / stated
    return is_near_miss(value, scaled, max(one.decimals, _decimals(scaled)))


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return min(max(0, -exponent), 3) if isinstance(exponent, int) else 0


def check_rests_told(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is left over is, but for a slip of the pen, what two numbers before it leave:
    'dạy nghề cho 490 học viên; 392 người có việc làm, còn lại 108 người'.

    Not flagged: remainders that any two numbers near them leave, or three of a fund; accounts of what came and went,
    which ``flows_told`` reads; differences that are no slip.
    """
    for figures, index in neighbours(report):
        rest = figures[index]
        stated = single(rest.base_value)
        if not index or not stated or rest.change or is_hedged(rest) or rest.target or rest.unit == "%":
            continue
        low = max(rest.start - 80, figures[index - 1].end)
        said = _REST.search(report.text, low, rest.number_start)
        if said is None or _ASIDE.search(said[0]) or _BESIDES.search(report.text, low, rest.number_start):
            continue
        if _FELL_TO.search(report.text, low, rest.number_start):
            continue
        near = _wholes_before(report.text, figures, index)
        if near and is_account(report.text, [*reversed(near), rest]):
            continue
        if len(near) == 1 and is_people(rest):
            near += [one for one in [population_of(report)] if one is not None and one is not near[0]]
        pairs = [(whole, part) for whole in near for part in near if whole is not part and amount(whole) > amount(part)]
        shares = [one for one in near if isinstance(one.value, Share)]
        left: list[tuple[Decimal, tuple[Figure, ...]]] = [
            (amount(whole) - amount(part), (whole, part)) for whole, part in pairs
        ]
        left += [
            (one.base_value.whole - one.base_value.part, (one,)) for one in shares if isinstance(one.base_value, Share)
        ]
        left += [(amount(a) + amount(b) - amount(c), (a, b, c)) for a, b, c in _funds(near)]
        room = _room(rest, near)
        accounts = [amount(a) + amount(b) - amount(c) for a, b, c in permutations(near, 3)]  # also what came in
        accounts += [amount(a) - amount(b) - amount(c) for a, b, c in permutations(near, 3)]  # what went two ways
        if not left or any(abs(true - stated) <= room for true in (*(true for true, _ in left), *accounts)):
            continue
        for true, by in left:
            if (len(near) < _CROWD or by[-1] is near[0]) and _is_slip_of(rest, stated, true):
                yield sum_mismatch(rest, stated, by, true, less=1)
                break


_CROWD = 4  # of so many numbers, the last before a remainder is the part


_NAMED_REST = re.compile(r"[,;(]\s(?:số\s)?còn lại(?:\s(?:là|có|đang|đang giải quyết|chưa giải quyết|gồm)){0,2}\s$")


def check_rests_named(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what 'còn lại' is not what the last whole of its sentence leaves behind its parts:
    '153 vấn đề thuộc thẩm quyền; giải trình tại chỗ 83 vấn đề, còn lại 60 vấn đề'.

    Not flagged: rests that some whole before them leaves; differences that are no slip of a number among them, unless
    all numbers before the rest are told as parts of the whole.
    """
    told = _parts_by_whole(report)
    for figures, index in neighbours(report):
        rest = figures[index]
        if not index or not is_plain(rest) or rest.target or rest.start in steps_of_accounts(report):
            continue
        low = max(rest.start - 40, figures[index - 1].end)
        if not _NAMED_REST.search(report.text, low, rest.number_start):
            continue
        near = [one for one in _wholes_before(report.text, figures, index) if is_plain(one)]
        taken = list(accumulate(map(amount, near)))
        left = [amount(whole) - taken[at] for at, whole in enumerate(near[1:])]
        room = _room(rest, near)
        if not left or any(abs(true - amount(rest)) <= room for true in left):
            continue
        listed = [{one.start for one in near[:at]} == told.get(whole.start) for at, whole in enumerate(near)]
        opened = listed.index(True, 2) if True in listed[2:] else 0
        at = opened or next((at for at, true in enumerate(left, 1) if true > 0), 0)
        if not at or left[at - 1] < 0 or sentences_between(report.text, near[at].end, rest.start):
            continue
        if opened or chance_of_sum(near[at], amount(near[at]), [*near[:at], rest]) < 1:
            by = [near[at], *reversed(near[:at])]
            yield sum_mismatch(rest, amount(rest), by, left[at - 1], less=len(by) - 1)


def _parts_by_whole(report: Report) -> dict[int, set[int]]:
    """Where the parts of each whole begin that the reader ties to them, by where the whole does."""
    links = (link for link in report.figure_links if link.kind == "parts")
    return {report.figures[link.of].start: {report.figures[index].start for index in link.by} for link in links}


def _wholes_before(text: str, figures: Sequence[Figure], index: int) -> list[Figure]:
    rest = figures[index]
    found: list[Figure] = []
    for one in reversed(figures[max(index - 6, 0) : index]):
        if rest.start - one.end > _FAR or sentences_between(text, one.end, rest.start) > _MOST_SENTENCES:
            break
        if one.unit != "%" and not is_hedged(one) and not one.change and is_alike(one, rest) and amount(one):
            found.append(one)
    return found


def _funds(near: Sequence[Figure]) -> list[tuple[Figure, Figure, Figure]]:
    """What there was, what came in and what went out, of the last three sums of money before a balance."""
    return [(near[2], near[1], near[0])] if len(near) > 2 and near[0].base_unit == "đồng" else []


_IN_ORDER = re.compile(r"(?:từng|mỗi)\s[^.;\d\n]{2,40}?\slần lượt\s(?:là|:|được|có)?:?\s?$")
_LEAST_LISTED = 3
_OPENS = re.compile(
    r"(?<!\w)(?:[Nn]hiều nhất|[Cc]ụ thể|[Cc]hia ra|[Gg]ồm|[Tt]rong đó|[Pp]hân theo|[Tt]heo đó)(?!\w)|:\s"
)


def check_lists_told(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where numbers that give a whole part by part do not make it: '37 người mắc; số mắc ở
    từng vụ lần lượt là 12, 9, 8 và 6 người'; three or more numbers behind a whole make it but for a slip.

    Not flagged: numbers that the reader ties to a whole already.
    """
    linked = {index for link in report.figure_links if link.kind == "parts" for index in (link.of, *link.by)}
    taken = {report.figures[index].start for index in linked}
    for figures, index in neighbours(report):
        whole = figures[index]
        total = single(whole.base_value)
        if not total or whole.change or is_hedged(whole) or whole.target or whole.unit == "%" or whole.start in taken:
            continue
        parts = _following(report.text, figures, index)
        if len(parts) < _LEAST_LISTED or any(one.start in taken for one in parts):
            continue
        added = sum((amount(one) for one in parts), Decimal(0))
        if added == total or abs(added - total) <= _room(whole, parts) or _have_own_rates(figures, whole, parts):
            continue
        each = _IN_ORDER.search(report.text, whole.end, parts[0].start) is not None
        counted = each and any(amount(one) == len(parts) for one in figures[max(index - 3, 0) : index])
        opened = _OPENS.search(report.text, whole.end, parts[0].start) is not None
        telling = len(total.normalize().as_tuple().digits) >= _LEAST_LISTED
        slip = opened and telling and _is_slip_of(whole, total, added) and not _may_overlap(report.text, whole, parts)
        if is_of_stocks(report.text, parts[0].start) and _YEAR.search(report.text, parts[0].end, parts[1].start):
            continue
        series = _are_series(report.text, whole, parts) and abs(added - total) * _CLOSE <= total
        if counted or ((slip or series) and not _holds_more(report.text, whole, parts)):
            yield sum_mismatch(whole, total, parts, added)


def _may_overlap(text: str, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether people are told by groups of which one may be in two: 'nữ 422 em, học sinh dân tộc 310 em'."""
    ends = [whole.end, *(one.end for one in parts)]
    labels = [text[low : one.start] for low, one in zip(ends, parts, strict=False)]
    return is_people(whole) and overlaps(labels)


def _have_own_rates(figures: Sequence[Figure], whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether each part stands with its right percentage of the whole: then all are right, and overlap: 'thiếu hụt của
    400 hộ: việc làm 212 hộ (53%), nhà tiêu 158 hộ (39,5%), thông tin 120 hộ (30%)'.
    """
    beside = {one.start: other for one, other in pairwise(figures) if other.unit == "%"}
    rates = [(one, beside.get(one.start)) for one in parts]
    of, total = amount(whole), Decimal(100)
    return all(rate and fits(rate, total * amount(one) / of, half_last_digit(rate.decimals)) for one, rate in rates)


_YEAR = re.compile(r"(?<!\w)năm (?:19|20)\d\d(?!\d)")
_SERIES = re.compile(
    r"(?:^|[.;,:(]\s?(?:và )?|và )(?P<head>đợt|quý|lần|vòng|học kỳ|kỳ|vụ|giai đoạn|phiên|khóa|ca)\s[^.;,]{1,40}$",
    re.MULTILINE,
)


def _are_series(text: str, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether each part is told under the same noun, one after the other: 'đợt tháng 3 ..., đợt tháng 6 ...'."""
    ends = [whole.end, *(one.end for one in parts)]
    heads = [_SERIES.search(text[low : one.start].lower().strip(" \n")) for low, one in zip(ends, parts, strict=False)]
    return len({found["head"] if found else "" for found in heads}) == 1 and heads[0] is not None


def _holds_more(text: str, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the list has digits that are none of its parts, or goes on behind them."""
    ends = [whole.end, *(one.end for one in parts)]
    starts = [*(one.start for one in parts), sentence_end(text, parts[-1].end, _FAR)]
    between = ((low, high) for low, high in zip(ends, starts, strict=True))
    digits = (found for low, high in between for found in _DIGIT.finditer(text, low, high))
    return any(not _NAMES.search(text, max(found.start() - 12, 0), found.start()) for found in digits)


_NAMES = re.compile(r"(?<!\w)(?:tháng|quý|đợt|năm|ngày|lần|kỳ|khóa|số|thứ|vòng|[\d./-]+)\s?$", re.MULTILINE)


_DIGIT = re.compile(r"\d(?![\d.,]*\s?%)(?<![.,\d]\d)")


def _following(text: str, figures: Sequence[Figure], index: int) -> list[Figure]:
    """The numbers of one unit that follow a whole in its sentence, or as the items of the list that it opens."""
    whole = figures[index]
    total = amount(whole)
    found: list[Figure] = []
    for one in figures[index + 1 : index + 12]:
        last = found[-1] if found else whole
        if one.unit == "%":
            continue
        if not is_alike(one, whole) or one.change or is_hedged(one) or single(one.value) is None:
            break
        if amount(one) >= total:
            return []  # what holds a larger number is no list of its parts
        if sentences_between(text, last.end, one.start) > (0 if found else 1) and not _ITEM.search(
            text, last.end, one.start
        ):
            break
        found.append(one)
    return found


_ITEM = re.compile(r"[;:,]\s*\n\s*[-+•*]")
