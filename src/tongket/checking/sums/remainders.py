"""What a sentence adds up without saying so: what is left, means, shares that make a hundred.

Cases of ``sum-mismatch`` and ``ratio-mismatch``, whose pages stand with the arithmetic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.accounts import is_taken_over
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import is_pen_slip, prose_of
from tongket.checking.evidence.numbers import fits, half_last_digit, rounding, shown, shown_as, single
from tongket.checking.evidence.stops import sentences_between
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_LEFT = re.compile(r"[,;(][^.;\n]{0,40}?(?<!\w)còn(?: lại)?\s+$")
_OPEN = re.compile(
    r"\s*(?:[^\W\d_]+\s+){0,5}?(?:đang|chưa|tồn|không|quá hạn|trong (?:hạn|thời hạn)|chuyển)(?!\w)|\s*[,;.)]"
)
_DEALT_WITH = re.compile(
    r"(?<!\w)(?:giải quyết|xử lý|hoàn thành|giải ngân|trả kết quả|nghiệm thu|thu hồi|trả lời|thực hiện xong)"
    r"(?: xong| được)?\s+$"
)
_TAKEN_IN = re.compile(
    r"(?<!\w)(?:[Tt]iếp nhận|[Tt]ổng số|[Tt]ổng|[Tt]hụ lý|[Pp]hải (?:giải quyết|xử lý|thực hiện)|[Đđ]ược giao|[Gg]iao)"
    r"[^.;,\d\n]{0,40}$"
)
_FROM_BEFORE = re.compile(r"chuyển sang|kỳ trước|tồn|nhận trong kỳ")


def check_remainders(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is done and what is left do not make up the whole: '88/95 đơn, còn 09 đơn',
    'tiếp nhận 120 hồ sơ, đã giải quyết 110, còn 12 hồ sơ'.

    Not flagged: qualifiers, another unit, two sentences, wholes that take in what was left from before.
    """
    figures = prose_of(report)
    text = report.text
    for index, left in enumerate(figures):
        rest = single(left.base_value)
        if rest is None or left.qualifier or left.change or not index or left.unit == "%":
            continue
        low = max(left.start - _FAR, 0)
        start = max(low, text.rfind("\n", low, left.start))
        if not text[start : left.start].rstrip().endswith(("còn", "còn lại")):
            continue
        if not _LEFT.search(text, start, left.start) or not _OPEN.match(text, left.end):
            continue
        near = [one for one in figures[max(index - 4, 0) : index] if one.start >= start and one.unit != "%"]
        if not near or sentences_between(text, near[-1].end, left.start):
            continue
        done = near[-1]
        if isinstance(done.base_value, Share):
            if done.unit == left.unit and not done.qualifier and not _is_of_another_act(text, done, left):
                yield from _check_rest(left, done.base_value.part, rest, done.base_value.whole, (done,))
        elif any(is_taken_over(text, one) for one in near[:-1]):
            continue  # 'đơn cũ 13, tiếp nhận 82 đơn, đã giải quyết 67 đơn, còn 28 đơn'
        elif len(near) > 1 and _is_done_of_whole(text, near[-2], done, left):
            whole, part = single(near[-2].base_value), single(done.base_value)
            if whole is not None and part is not None and part <= whole:
                yield from _check_rest(left, part, rest, whole, (near[-2], done))


_FAR = 160
_OTHER_GROUP = re.compile(r"(?<!\w)(?:đối với|riêng|về|theo)(?!\w)")
_NOT_YET = re.compile(r"\s(?:(?!chưa|không)[^\W\d_]+\s){0,5}?(?:chưa|không)\s(?:được\s|có\s)?(?P<verb>[^\W\d_]+)")


def _is_of_another_act(text: str, done: Figure, left: Figure) -> bool:
    """Whether all have done one thing and those that are left lack another, or are of a group named in between:
    '12/12 hộ đã nhận nhà, còn 2 hộ chưa được cấp giấy chứng nhận'.
    """
    if not isinstance(done.base_value, Share) or done.base_value.part != done.base_value.whole:
        return False
    lacks = _NOT_YET.match(text, left.end, left.end + _FAR)
    own = text[max(done.start - _FAR // 2, 0) : left.start].lower().split()
    return _OTHER_GROUP.search(text, done.end, left.start) is not None or (
        lacks is not None and lacks["verb"].lower() not in own
    )


def _is_done_of_whole(text: str, whole: Figure, done: Figure, left: Figure) -> bool:
    joint = text[whole.end : done.start]
    alike = whole.base_unit == done.base_unit == left.base_unit and whole.unit == left.unit and bool(left.unit)
    plain = not any(one.qualifier or one.change for one in (whole, done))
    before = text[max(whole.start - 60, 0) : whole.start]
    told = _DEALT_WITH.search(joint) and _TAKEN_IN.search(before) and not sentences_between(text, whole.end, done.start)
    return bool(alike and plain and told) and not _FROM_BEFORE.search(before + joint)


def _check_rest(
    left: Figure, part: Decimal, rest: Decimal, whole: Decimal, by: tuple[Figure, ...]
) -> Iterator[Finding]:
    if part + rest == whole:
        return
    room = sum((rounding(one.value, one.base_value) for one in (left, *by)), Decimal(0))
    if abs(part + rest - whole) <= room:
        return
    facts = {
        "parts": f"{shown_as(part, left)} + {shown_as(rest, left)}",
        "sum": shown_as(part + rest, left),
        "total": shown_as(whole, left),
    }
    related = tuple(Span(one.start, one.end) for one in by)
    yield Finding("sum-mismatch", "warning", Span(left.start, left.end), "", facts, related)


_LEAST_SHARES = 3
_LOWEST = re.compile(
    r"không hài lòng|chưa hài lòng|không hoàn thành|[Yy]ếu(?!\w)|[Kk]ém(?!\w)|không đạt|chưa đạt|không có ý kiến"
    r"|không đồng ý|ý kiến khác|lĩnh vực khác|nội dung khác|loại khác|còn lại"
)
_NEXT = re.compile(r"[^.%\d\n]{0,30}[,;(]\s*(?:và )?[^.;%\d\n]{2,45}|\s*(?:và )[^.;%\d\n]{2,45}")


def check_shares_of_a_whole(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the shares of all classes of a rating do not make 100%: 'hài lòng 60%, bình thường
    30%, không hài lòng 15%'.

    Not flagged: fewer than three shares, lists without their lowest class or rest; sums far from 100.
    """
    rates = [one for one in prose_of(report) if one.unit == "%"]
    runs: list[list[Figure]] = [[one] for one in rates[:1]]
    for one, other in pairwise(rates):
        joint = report.text[one.end : other.start]
        if len(joint) < _FAR and _NEXT.fullmatch(joint):
            runs[-1].append(other)
        else:
            runs.append([other])
    for run in runs:
        values = [single(one.value) for one in run if not (one.qualifier or one.change or one.target)]
        words = report.text[max(run[0].start - 60, 0) : run[-1].end + 30]
        if len(values) < _LEAST_SHARES or len(values) != len(run) or None in values or not _LOWEST.search(words):
            continue
        added = sum((value for value in values if value is not None), Decimal(0))
        if _makes_all_with_one_before(report.text, rates, run, added):
            continue
        slip = any(is_pen_slip(one, 100 - added + one, 1) for one in values if one is not None)
        if (90 <= added <= 110 or slip) and abs(added - 100) > Decimal(len(values)) / 10:
            facts = {"parts": " + ".join(one.text for one in run), "sum": f"{shown(added)}%", "total": "100%"}
            related = tuple(Span(one.start, one.end) for one in run[1:])
            yield Finding("sum-mismatch", "warning", Span(run[0].start, run[0].end), "", facts, related)


def _start(one: Figure) -> int:
    return one.start


_CLASS_BEFORE = 160  # letters between two classes of a rating, of which the first is told with its number


def _makes_all_with_one_before(text: str, rates: Sequence[Figure], run: Sequence[Figure], added: Decimal) -> bool:
    """Whether the share of a class told before the others, in words of its own, is what they lack."""
    index = bisect_left(rates, run[0].start, key=_start)
    value = single(rates[index - 1].value) if index else None
    if value is None or "\n" in text[rates[index - 1].end : run[0].start]:
        return False
    near = run[0].start - rates[index - 1].end <= _CLASS_BEFORE
    return near and abs(added + value - 100) <= Decimal(len(run) + 1) / 10


_STRUCTURE = re.compile(
    r"[Cc]ơ cấu\s+(?:kinh tế|giá trị|ngành|lao động|các ngành|GRDP|sản xuất|cây trồng|thu nhập|nguồn (?:thu|vốn)|vốn"
    r"|thu|chi|độ tuổi|trình độ|dư nợ|đàn|mùa vụ|đất|sử dụng đất)[^.\n\d]{0,80}"
)
_NEXT_SHARE = re.compile(
    r"(?:\s?\([^()\n]{0,40}\))?\s*(?:[,;]|-|và)\s*(?:và )?[^.;,\d\n]{2,60}(?:,\s?[^.;,\d\n]{2,30})?\s"
)


def check_structures(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the shares of a structure (cơ cấu kinh tế) do not make 100%.

    Allowed: a tenth of a per cent a share, for rounding. Not flagged: fewer than three shares, sums far from 100 (two
    years side by side), qualifiers.
    """
    rates = [one for one in prose_of(report) if one.unit == "%"]
    starts = [one.start for one in rates]
    for named in finds(_STRUCTURE, report.text):
        shares: list[Figure] = []
        for one in rates[bisect_left(starts, named.end()) :][:8]:
            at = shares[-1].end if shares else named.end()
            joint = report.text[at : one.start]
            if one.start != at and (len(joint) > 90 or (shares and not _NEXT_SHARE.fullmatch(joint))):
                break
            shares.append(one)
        yield from _check_structure(shares)


def _check_structure(shares: Sequence[Figure]) -> Iterator[Finding]:
    values = [value for one in shares if (value := single(one.value)) is not None and not one.qualifier]
    if len(values) < 3 or len(values) != len(shares) or any(one.change or one.target for one in shares):
        return
    added = sum(values, Decimal(0))
    near = 80 <= added <= 120 or any(
        is_pen_slip(value, 100 - added + value, one.decimals) for one, value in zip(shares, values, strict=True)
    )
    if not near or abs(added - 100) <= Decimal(len(values)) / 10:
        return
    facts = {"parts": " + ".join(f"{shown(value)}%" for value in values), "sum": f"{shown(added)}%", "total": "100%"}
    related = tuple(Span(one.start, one.end) for one in shares[1:])
    yield Finding("sum-mismatch", "warning", Span(shares[0].start, shares[0].end), "", facts, related)


_DOCUMENTS = frozenset(
    (
        *("quyết định", "kế hoạch", "công văn", "nghị quyết", "chỉ thị", "hướng dẫn", "thông báo", "báo cáo"),
        *("tờ trình", "chương trình", "kết luận", "quy chế", "quy định", "đề án", "công điện", "văn bản khác"),
    )
)
_LISTED = re.compile(
    r"\s*(?:chỉ đạo|các loại|lãnh đạo|điều hành|hướng dẫn|[^\W\d_]++){0,4}\s*+"
    r"(?:[,;:]?\s*+(?:bao )?gồm:?(?: có)?|\()\s*+"
)
_OF_WHICH = re.compile(r"[^.;()\d\n]{0,40}?[,.;]\s*[Tt]rong (?:số )?đó:?(?: có)?:?\s*")
_AND = re.compile(r"[^.;()\d\n]{0,40}?\s*(?:[,;]|,?\s*và)\s*")
# A list that goes on with '...' or 'v.v.' does not end, nor does one with a rest: 'còn lại là công văn'.
_ENDS = re.compile(r"(?![^.;()\d\n]{0,60}còn lại (?:là|các|thuộc)(?!\w))[^.;()\d\n…]{0,60}?(?:[);\n]|\.(?=\s|$)|$)")


def check_documents_counted(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where documents by type do not make up the documents that were issued: '64 văn bản, gồm 12
    quyết định, 30 kế hoạch, 24 công văn'.

    Behind 'trong đó' they may be fewer. Not flagged: lists that go on ('...', 'các').
    """
    figures = prose_of(report)
    for index, whole in enumerate(figures):
        total = single(whole.base_value)
        if total is None or whole.qualifier or not whole.unit.startswith("văn bản"):
            continue
        parts, picked = _documents_behind(report.text, figures, index)
        closed = bool(parts) and _ENDS.match(report.text, parts[-1].end) is not None
        if not parts and not _WITH_OTHERS.match(report.text, whole.end):
            parts = _documents_before(report.text, figures, index)
            closed = True
        values = [single(one.base_value) for one in parts]
        added = sum((value for value in values if value is not None), Decimal(0))
        if len(parts) < 2 or None in values or added == total or not closed:
            continue
        if picked and added < total:
            continue
        facts = {
            "parts": " + ".join(shown(value) for value in values if value is not None),
            "sum": shown(added),
            "total": shown(total),
        }
        related = tuple(Span(one.start, one.end) for one in parts)
        yield Finding("sum-mismatch", "error", Span(whole.start, whole.end), "", facts, related)


def _documents_behind(text: str, figures: Sequence[Figure], index: int) -> tuple[list[Figure], bool]:
    """The documents by type behind all of them, and whether they are told as some of those."""
    parts: list[Figure] = []
    picked = False
    for one in figures[index + 1 : index + 12]:
        joint = (parts[-1].end, one.start) if parts else (figures[index].end, one.start)
        pattern = _AND if parts else _LISTED
        of_which = not parts and _OF_WHICH.fullmatch(text, *joint) is not None
        if not _is_document(one) or (not of_which and not pattern.fullmatch(text, *joint)):
            break
        picked = of_which if not parts else picked
        parts.append(one)
    return parts, picked


_ALL_TOLD = re.compile(r"(?: [^\W\d_]+){0,3}\s?[,;(] ?(?:tổng cộng|tổng số|tổng|cộng)(?: là| có)?:? ?")
_WITH_OTHERS = re.compile(r"[^.;()\d\n]{0,30}(?<!\w)(?:kể cả|gồm cả|và nhiều)(?!\w)")
_BESIDE = re.compile(r"(?: [^\W\d_]+){0,4}(?:[,;]| và|, và) ")


def _documents_before(text: str, figures: Sequence[Figure], index: int) -> list[Figure]:
    """The documents by type before all of them: '12 kế hoạch, 08 báo cáo, 35 công văn (tổng cộng 55 văn bản)'."""
    parts: list[Figure] = []
    behind, pattern = figures[index], _ALL_TOLD
    for one in reversed(figures[max(index - 12, 0) : index]):
        if not _is_document(one) or not pattern.fullmatch(text, one.end, behind.start):
            break
        parts.insert(0, one)
        behind, pattern = one, _BESIDE
    return parts


def _is_document(one: Figure) -> bool:
    return any(f"{one.unit} ".startswith(f"{kind} ") for kind in _DOCUMENTS) and not one.qualifier


_BEYOND = re.compile(r"(?<!\w)vượt\s+$")
_THE_PLAN = re.compile(
    r"\s*(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết)[^.;\d()]{0,40}"
    r"\((?:kế hoạch|chỉ tiêu|là|giao)?\s*"
)


def check_beyond_plans(report: Report) -> Iterator[Finding]:
    """Yield ``ratio-mismatch`` where what passes a plan is not the printed percentage more than it: '12,4 tỷ đồng, vượt
    34% dự toán (10 tỷ đồng)'.
    """
    figures = prose_of(report)
    for done, rate, plan in zip(figures, figures[1:], figures[2:], strict=False):
        now, before, stated = single(done.base_value), single(plan.base_value), single(rate.value)
        if rate.unit != "%" or now is None or not before or stated is None or done.unit != plan.unit:
            continue
        if done.unit == "%":
            continue  # 'đạt 38,05%, vượt 0,05% so với chỉ tiêu (38%)': points
        said = _BEYOND.search(report.text, max(done.end, rate.start - 12), rate.start)
        if not said or not _THE_PLAN.fullmatch(report.text, rate.end, plan.start) or done.qualifier or plan.qualifier:
            continue
        true = 100 * now / before - 100
        if not fits(rate, true, half_last_digit(rate.decimals) * 2):
            facts = {"part": done.text, "whole": plan.text}
            facts |= {"true_pct": f"100 + {shown(round(true, 2), 2)}", "pct": f"100 + {shown(stated)}"}
            related = (Span(done.start, done.end), Span(plan.start, plan.end))
            yield Finding("ratio-mismatch", "error", Span(rate.start, rate.end), "", facts, related)
