"""What is done and what is left of a whole (đã làm và còn lại của một tổng), whichever of them is told first.

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate, pairwise

from tongket.checking.evidence.accounts import is_taken_over
from tongket.checking.evidence.asides import main_line, without_asides
from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import (
    amount,
    before,
    behind,
    chance_of,
    chance_of_sum,
    counts_alike,
    ends_between,
    is_pen_slip,
    prose_of,
)
from tongket.checking.evidence.numbers import rounding, shown_as
from tongket.checking.evidence.stops import sentence_end
from tongket.checking.evidence.told import is_people, is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_LEFT = re.compile(
    r"[,;(] (?:và |số |hiện |hiện nay |vẫn |chỉ |đến nay )*(?:còn(?: lại| phải| thiếu| nợ)?)(?: là| có| khoảng)? ?$"
)
_OF_TOTAL = re.compile(
    r"[^.;,:()\d\n]{0,40}? (?:trên|trong|so với) tổng"
    r"(?: số| kế hoạch| dự toán| nguồn| diện tích| vốn| nhu cầu| chỉ tiêu)?(?: [^\W\d_]+){0,5} "
)
_NOT_DONE = re.compile(r"(?: [^\W\d_]+){0,3}? (?:đang|chưa|không đạt|tồn đọng|quá hạn)(?!\w)")
_NOT_DONE_BEFORE = re.compile(r"[,;] (?:và |số |hiện |còn )*(?:[^\W\d_]+ )?(?:đang|chưa) [^.,;:()\d\n]{3,30} $")
_SHORT = re.compile(r"[,;] (?:và |hiện |vẫn )*còn thiếu (?:[^\W\d_]+ ){0,2}$")
_DONE = re.compile(
    r"(?<!\w)(?:đã|hiện có|có mặt|đạt|bố trí|hoàn thành|giải quyết|xử lý|thực hiện|giải ngân|trồng|cấp"
    r"|trả)(?!\w)[^.;\d\n]*$"
)
_GIVEN = re.compile(
    r"(?<!\w)(?:[Tt]rong|[Tt]ổng|[Gg]iao|[Tt]iếp nhận|[Nn]hận|[Tt]hụ lý|[Kk]ế hoạch|[Pp]hát hiện|[Kk]iến nghị|[Cc]ó)"
    r"(?: tổng)?(?: số)?(?: là| được| mới)? ?$"
)
_OTHERWISE = re.compile(
    r"(?<!\w)(?:kỳ trước|năm trước|chuyển (?:sang|tiếp|kỳ)|tồn|ngoài ra|bổ sung|phát sinh|trong đó|gồm|riêng|mỗi"
    r"|bình quân|cùng kỳ|so với|lũy kế)(?!\w)"
)
_FROM_BEFORE = re.compile(r"(?<!\w)(?:(?:kỳ|năm|tháng|quý) trước|chuyển (?:sang|tiếp|kỳ)|tồn)(?!\w)")
_TAKEN_IN = re.compile(r"[Nn]hận|[Tt]hụ lý|[Cc]ó")
_LIKELY = 0.1  # chance that a slip is none
_NEAR, _FAR = 6, 260  # numbers and letters to either side of what is left
_MOST_DONE = 3


def check_left_of_totals(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is done and what is left do not make the total told behind them: 'giải ngân
    6.420 triệu đồng, còn lại 2.800 triệu đồng trên tổng kế hoạch vốn 8.500 triệu đồng'.

    Not flagged: totals that what is left makes with any numbers before it; what came from another time.
    """
    text = report.text
    for left, whole in pairwise(prose_of(report)):
        if not _is_whole_of(left, whole) or not _OF_TOTAL.fullmatch(text, left.end, whole.start):
            continue
        if not _LEFT.search(text, max(left.start - 30, 0), left.number_start):
            continue
        done = _done_before(report, left)
        if done and not _OTHERWISE.search(text, done[0].end, whole.start):
            yield from _check(whole, done, left)


def check_left_undone(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what of a whole is done and what is not are more than it, or, where the rest is told
    as such, not all of it: 'trong 19 tiêu chí, xã đã đạt 16 tiêu chí, còn 5 tiêu chí chưa đạt'.

    Not flagged: sentences that tell of another time, or of parts.
    """
    text = report.text
    for left in prose_of(report):
        if not is_plain(left) or not left.unit or left.target or not _is_undone(text, left):
            continue
        told = [one for one in main_line(report, left) if _is_like(one, left)]
        told = told[_last_before_done(text, told) :]
        if len(told) < len(("whole", "done")) or not _is_whole_of(left, told[0]):
            continue
        whole, *done = told
        if left.unit != whole.unit and _is_short(text, left):
            continue  # 'giao 32 biên chế, hiện có 27 người, còn thiếu 03 giáo viên tiếng Anh'
        if not _is_given(text, whole, done, left) or _FROM_BEFORE.search(
            text, whole.end, sentence_end(text, left.end, _FAR)
        ):
            continue
        said = without_asides(text, whole.end, left.start)
        if not _DONE.search(without_asides(text, whole.end, done[0].start)) or _OTHERWISE.search(said):
            continue
        rest = _LEFT.search(text, max(left.start - 30, done[-1].end), left.number_start) is not None
        if rest or sum(map(amount, done), amount(left)) > amount(whole):
            yield from _check(whole, done, left)


_AN_ACT = r"(?: (?!đã|chưa|còn|trong|của|cho|do)[^\W\d_]+){0,5}"
_DONE_OF = re.compile(rf"(?<!\w)(?:[Đđ]ã|[Hh]iện có|[Cc]ó mặt){_AN_ACT}:?\s$")
_LEFT_OF = re.compile(
    r"(?<!\w)(?:[Cc]òn(?: lại| thiếu| phải| nợ| tồn)?(?: là| có)?"
    r"|(?:[Cc]òn )?(?:[Cc]hưa|[Đđ]ang)(?: [^\W\d_]+){1,3}):?\s$"
)
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:(?:kỳ|năm|tháng|quý) trước|chuyển|tồn|ngoài ra|bổ sung|phát sinh|riêng|mỗi|bình quân|lũy kế|rút|trả lại"
    r"|đình chỉ|không thuộc|không đủ|hướng dẫn|quá hạn)(?!\w)"
)


def check_left_of_done(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is done ('đã ...') and what is left ('còn', 'chưa ...') right behind it are,
    but for a slip of one of the three, all of the number before: 'Được giao 361 nhiệm vụ. Đã hoàn thành 128 nhiệm vụ
    (35,5%), còn 33 nhiệm vụ', 'hiện có 501/590 biên chế, còn thiếu 98 biên chế'.

    Not flagged: what came from another time, or went another way; what any of the numbers before make.
    """
    text = report.text
    for left in prose_of(report):
        if not is_plain(left) or left.target or not _LEFT_OF.search(text, max(left.start - 40, 0), left.number_start):
            continue
        told = [one for one in main_line(report, left, 2) if one.unit != "%"][-_NEAR:]
        done = told[-1] if told else None
        if done is None or not _DONE_OF.search(text, max(done.start - 50, 0), done.number_start):
            continue
        if ends_between(report, done.end, left.start) or _OF_ANOTHER.search(text, done.end, left.start):
            continue
        if any(
            _may_be_of(one, left if left.unit else done) and not ends_between(report, left.end, one.start)
            for one in behind(report, left, 1, _FAR)
        ):
            continue  # 'đã duyệt 11, đang thẩm tra 05, chưa lập 02'
        if isinstance(done.base_value, Share):
            yield from _check_slip(done, [], left, done.base_value)
        elif len(told) > 1 and all(_may_be_of(one, told[-2]) for one in (done, left)):
            whole = told[-2]
            if any(is_taken_over(text, one) for one in told[-_MOST_DONE:-1]):
                continue
            within = is_plain(whole) and len(ends_between(report, whole.end, done.start)) <= 1
            said = without_asides(text, max(whole.start - 40, 0), done.start)
            if (
                within
                and done.start - whole.end < _FAR
                and not _OF_ANOTHER.search(said)
                and not _DONE_OF.search(text, max(whole.start - 50, 0), whole.number_start)
            ):
                surely = _LIKELY if _CAME_IN.search(text, max(whole.start - 60, 0), whole.start) else 1
                yield from _check_slip(whole, [done], left, Share(amount(done), amount(whole)), surely)


def _may_be_of(one: Figure, whole: Figure) -> bool:
    """Whether a number counts what another does, bare or with its unit."""
    return is_plain(one) and bool(whole.unit) and one.base_unit in ("", whole.base_unit)


_CAME_IN = re.compile(r"(?<!\w)(?:nhận|phát sinh|thụ lý|mới|gửi)(?!\w)[^.;,\d\n]{0,40}$", re.IGNORECASE)


def _check_slip(
    first: Figure, done: Sequence[Figure], left: Figure, told: Share, surely: float = 1
) -> Iterator[Finding]:
    part, whole = told.part, told.whole
    made = part + amount(left)
    room = sum((rounding(one.value, one.base_value) for one in (first, *done, left)), Decimal(0))
    if abs(made - whole) <= room or part in (whole, amount(left)):
        return
    meant = ((whole, made), (part, whole - amount(left)), (amount(left), whole - part))
    if not any(true > 0 and is_pen_slip(stated, true) and chance_of(stated, 1) < surely for stated, true in meant):
        return
    facts = {"parts": f"{shown_as(part, left)} + {shown_as(amount(left), left)}"}
    facts |= {"sum": shown_as(made, left), "total": shown_as(whole, left)}
    related = tuple(Span(one.start, one.end) for one in (first, *done))
    yield Finding("sum-mismatch", "error", Span(left.start, left.end), "", facts, related)


def _last_before_done(text: str, told: Sequence[Figure]) -> int:
    """Which number is the last before those that are done: 'phát hiện 18 vấn đề, kiến nghị 18 vấn đề, đã xử lý'."""
    joints = enumerate(pairwise(told))
    return next((at for at, (one, other) in joints if _DONE.search(without_asides(text, one.end, other.start))), 0)


def _is_given(text: str, whole: Figure, done: Sequence[Figure], left: Figure) -> bool:
    """Whether a number is told as all that there was to do; of what only came in, some may have been there before,
    unless one of the numbers is a slip.
    """
    given = _GIVEN.search(text, max(whole.start - 30, 0), whole.number_start)
    if given is None:
        return False
    return not _TAKEN_IN.search(given[0]) or chance_of_sum(whole, amount(whole), [*done, left]) <= _LIKELY


def _is_undone(text: str, left: Figure) -> bool:
    """Whether words on either side of a number say that so many are not done yet."""
    if _NOT_DONE.match(text, left.end) or _is_short(text, left):
        return True
    return _NOT_DONE_BEFORE.search(text, max(left.start - 60, 0), left.number_start) is not None


def _is_short(text: str, left: Figure) -> bool:
    """Whether so many are said to be lacking."""
    return _SHORT.search(text, max(left.start - 60, 0), left.number_start) is not None


def _is_whole_of(left: Figure, whole: Figure) -> bool:
    """Whether both are plain numbers of one unit, of which the one, which may be a plan, is more."""
    plain = all(is_plain(one) and one.unit and "/" not in one.unit for one in (left, whole))
    return plain and not left.target and counts_alike(left, whole) and amount(whole) > amount(left)


def _done_before(report: Report, left: Figure) -> list[Figure]:
    """The plain numbers of its unit before what is left, of its sentence."""
    near = [one for one in before(report, left, _NEAR, _FAR) if not ends_between(report, one.end, left.start)]
    return [one for one in near if _is_like(one, left)]


def _is_like(one: Figure, left: Figure) -> bool:
    """Whether a number is plain and counts what is left."""
    return is_plain(one) and bool(one.unit) and not one.target and counts_alike(one, left)


def _check(whole: Figure, done: Sequence[Figure], left: Figure) -> Iterator[Finding]:
    if len(done) > _MOST_DONE:
        return
    lacking = amount(whole) - amount(left)
    room = sum((rounding(one.value, one.base_value) for one in (whole, *done, left)), Decimal(0))
    amounts = [amount(one) for one in done]
    made = (added for low in range(len(amounts)) for added in accumulate(amounts[low:]))
    if any(abs(added - lacking) <= room for added in made):
        return
    parts = [*done, left]
    if len(done) > 1 and chance_of_sum(whole, amount(whole), parts) == 1:
        return
    found = sum_mismatch(whole, amount(whole), parts, sum(amounts, amount(left)))
    related = tuple(Span(one.start, one.end) for one in (whole, *done))
    yield replace(found, place=Span(left.start, left.end), related=related)


_NOW_LEFT = re.compile(r"[,;(] ?(?:nay|hiện|hiện nay|đến nay|thực tế)(?: chỉ)? còn(?: lại)? $")
_FOR = re.compile(r",? ?\(?(?:do|vì|bởi)(?: có)? ")
_CAME = re.compile(r"(?<!\w)(?:bổ sung|thêm|kết nạp|bầu|tuyển|tiếp nhận|chuyển đến)(?!\w)")
_WENT = re.compile(
    r" (?:[^\W\d_]+ ){0,3}?(?:chuyển|mất|nghỉ|thôi|từ trần|qua đời|miễn nhiệm|bãi nhiệm|xin thôi|bị|được (?:điều|luân)"
    r"|điều động|luân chuyển|sáp nhập|giải thể|ra khỏi)(?!\w)"
)


def check_those_who_went(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where those who went and those who are left are not all that there were: '25 đại biểu, nay
    còn 24 đại biểu do 02 đại biểu chuyển công tác'.

    Not flagged: those in whose place others came.
    """
    text, figures = report.text, prose_of(report)
    for left in figures:
        if not is_plain(left) or not left.unit or not _NOW_LEFT.search(text, max(left.start - 25, 0), left.start):
            continue
        told, later = before(report, left, 1, _FAR), behind(report, left, 1, _FAR)
        if not told or not later or not _FOR.fullmatch(text, left.end, later[0].start):
            continue
        whole, went = told[0], later[0]
        alike = _is_whole_of(left, whole) and is_plain(went) and counts_alike(went, left)
        if _CAME.search(text, whole.end, sentence_end(text, went.end, _FAR)):
            continue
        if alike and not ends_between(report, whole.end, left.start) and _WENT.match(text, went.end):
            yield from _check(whole, [went], left)


_PARTED = re.compile(r"[^.()\d\n]{0,60}(?:[,;:]|(?<!\w)thì(?!\w))[^.()\d\n]{0,50}")
_NOT = re.compile(
    r"(?:[^.,;:()\d\n]{0,30} )?(?:chưa|không)(?: (?:được|phải))*(?P<act> [^\W\d_]+)?(?P<of>(?: [^\W\d_]+){0,3})"
)
_REST = re.compile(r"(?:^|[,;:] ?(?:và |số )?)(?:(?:hiện|nay|vẫn|chỉ) )*còn(?: lại| thiếu)?(?: là| có)? $")
_WAS_DONE = re.compile(
    r"(?: (?!chưa|không|đang)[^\W\d_]+){0,3}? (?:đã|được)(?: được)? (?:trả lời|giải đáp|giải quyết|xử lý|tiếp thu"
    r"|giải trình|hoàn thành|khắc phục|làm rõ)(?!\w)"
)
_WORSE = re.compile(r"[^.,;:()\d\n]{0,30}(?<!\w)(?:vi phạm|xuống cấp|hư hỏng|hỏng|kém|yếu|phải bổ sung)(?!\w)")
_BETTER = re.compile(r"(?<!\w)(?:tốt|chấp hành|bảo đảm|đảm bảo|đúng quy định|kiên cố|ổn định)(?!\w)")
_KNOWING = re.compile(r"(?<!\w)(?<!không )(?<!chưa )(?:nắm(?: được| rõ| chắc| vững)?|biết|hiểu|rõ|trả lời đúng)(?!\w)")
_UNKNOWING = re.compile(
    r"(?: [^\W\d_]+){0,3}? (?:trả lời )?(?:(?:không|chưa) (?:được )?(?:rõ|biết|nắm|hiểu)|(?:trả lời )?sai)(?!\w)"
)
_AN_END = re.compile(r"(?:[^.;:()\d\n]|\d{1,2}/\d{1,2}(?:/\d{4})?(?!\d)){0,90}(?:[.;)\n](?!\d)|$)")
_NOT_ALL = re.compile(
    r"(?<!\w)(?:mới|thêm|tăng|giảm|mỗi|bình quân|so với|cùng kỳ|năm trước|kế hoạch|chuyển|tồn|riêng|thuộc|cử(?! tri)"
    r"|đang|bổ sung)(?!\w)"
)
_CLOSE = 4  # both miss their whole by that part of it at most, or one is a slip that tells


def check_done_and_not(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where those that have and those that have not are not all that are told right before them:
    'toàn huyện 64 thôn, 61 thôn đã có nhà văn hóa, 04 thôn chưa có', '39 cán bộ; đã bố trí 27 người, còn 14 người'.

    Not flagged: what is not done of another act; a third number of the kind behind them; those that come new.
    """
    text, figures = report.text, prose_of(report)
    for whole, done, left in zip(figures, figures[1:], figures[2:], strict=False):
        if (
            left.unit == "%"
            or not whole.unit
            or not all(is_plain(one) and not one.target for one in (whole, done, left))
        ):
            continue
        if not _counts_some_of(done, whole) or not _counts_some_of(left, done) or amount(whole) <= amount(left):
            continue
        if not done.unit and _BARE_ENDS.match(text, left.end) is None:
            continue  # 'đã trả lời 77, chưa trả lời 21'
        if max(done.start - whole.end, left.start - done.end) > _WIDEST or _OTHERS.search(
            text, left.end, sentence_end(text, left.end, _FAR)
        ):
            continue
        lead, between = (_in_a_row(text[one.end : other.start]) for one, other in ((whole, done), (done, left)))
        if not _PARTED.fullmatch(lead) or not _AN_END.match(text, left.end):
            continue
        last = before(report, whole, 1, _LISTED)
        if last and _counts_some_of(last[0], whole) and not ends_between(report, last[0].end, whole.start):
            continue  # 'rất hài lòng 201 phiếu, hài lòng 163 phiếu, không hài lòng 22 phiếu'
        if left.unit not in (whole.unit, done.unit) and _is_short(text, left):
            continue
        if _NOT_ALL.search(f"{lead} # {between}") or _STOP.search(between):
            continue
        if not _is_not_done(lead, between, text[left.end : left.end + _AHEAD]):
            continue
        off = abs(amount(done) + amount(left) - amount(whole))
        telling = chance_of_sum(whole, amount(whole), [done, left]) <= _SURE
        if off and (off * _CLOSE <= amount(whole) or telling):
            found = sum_mismatch(whole, amount(whole), [done, left], amount(done) + amount(left))
            related = (Span(whole.start, whole.end), Span(done.start, done.end))
            yield replace(found, place=Span(left.start, left.end), related=related)


_OTHERS = re.compile(
    r"(?<!\w)(?:số|còn|các)[^.;,:()\d\n]{0,25} (?:còn lại|khác)(?!\w)|[,;] còn lại (?!\d)"
)  # of no number
_LISTED = 60  # letters between two of a list
_BARE_ENDS = re.compile(r" ?(?:[.;)\n](?!\d)|$)")  # behind a number without a unit
_SURE = 0.8


def _counts_some_of(one: Figure, whole: Figure) -> bool:
    """Whether a number counts what another does, by its unit or the head of it: 'nhà văn hóa', 'nhà'; people; or, as
    another does, without a unit.
    """
    if not one.unit:
        return one.end == one.number_end and (not whole.unit or counts_alike(one, whole))
    if counts_alike(one, whole) or (is_people(one) and is_people(whole)):
        return True
    return "/" not in one.unit + whole.unit and one.base_unit.split()[:1] == whole.base_unit.split()[:1]


_NEXT_LINE = re.compile(r"[.;:,]?\s*\n\s*(?:[-+•*–]|[a-zđ]\))\s")
_STOP = re.compile(r"[.!?]\s|\n")
_WIDEST = 140  # letters between two of the three
_AHEAD = 60  # letters behind what is left


def _in_a_row(said: str) -> str:
    """The words between two numbers as one sentence has them, though each stands on a line of its own."""
    return _NEXT_LINE.sub(", ", said).lower()


def _is_not_done(lead: str, between: str, tail: str) -> bool:
    """Whether the words by two numbers say that the second have not done what the first have, or are the rest."""
    said = lead + between
    if _REST.search(between if between.startswith((",", ";")) else f", {between.rpartition(', ')[2]}"):
        return _DONE.search(lead) is not None or _WAS_DONE.match(between) is not None
    if _WORSE.match(tail):
        return _BETTER.search(between) is not None
    if _UNKNOWING.match(tail):
        return _KNOWING.search(between) is not None
    lacks = _NOT.match(tail)
    said_not = lacks or _NOT.search(between.rpartition(",")[2])
    if said_not is None:
        return False
    words, act, of = set(_WORD.findall(said.lower())), (said_not["act"] or "").strip(), set(said_not["of"].split())
    return not act or (act in words and (act not in _OF_ANYTHING or not of or bool(of & words)))


_WORD = re.compile(r"[^\W\d_]+")
_OF_ANYTHING = frozenset(("có", "đạt", "được", "đủ"))


CHECKS = (check_left_of_totals, check_left_undone, check_left_of_done, check_done_and_not, check_those_who_went)
