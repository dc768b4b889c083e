"""What there was, what came and went, and what there is (biến động trong kỳ): members, pupils, households, codes.

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount, chance_of, counts_alike, ends_between, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import rounding, shown, shown_as, single
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_WAS = re.compile(
    r"(?<!\w)(?:[Đđ]ầu (?:kỳ|năm|nhiệm kỳ|quý|năm học)|(?:năm|kỳ) trước|[Tt]rước đó|[Cc]uối năm \d{4}"
    r"|năm (?:19|20)\d\d (?:mới )?có)(?!\w)"
)
_CAME = re.compile(
    r"(?<!\w)(?:chuyển đến|phát triển(?: mới)?|kết nạp|tiếp nhận|tăng(?: thêm)?|phát sinh(?: mới)?|tái nghèo"
    r"|tuyển(?: mới| dụng)?|bổ sung|sinh ra|mới sinh|(?<=\A )đến(?=\Z)"
    r"|thành lập(?: mới)?|nhập (?:mới|đàn|kho)|cấp mới|[Cc]ấp)(?!\w)"
)
_WENT = re.compile(
    r"(?<!\w)(?:chuyển đi|chuyển sinh hoạt (?:đảng )?(?:đi(?!\w)|(?=\Z))|qua đời|từ trần|chết|giảm|bỏ học"
    r"|xóa tên|xoá tên|khai trừ|thoát nghèo|nghỉ hưu"
    r"|nghỉ việc|thôi việc|giải thể|hồi gia|ra viện|xuất viện|(?<=\A )đi(?=\Z)|xuất (?:bán|chuồng|kho)|ra khỏi"
    r"|(?<=đã )(?:giải quyết|hòa giải|xử lý|xét xử|thi hành))(?!\w)"
)
_IS = re.compile(
    r"(?<!\w)(?:[Cc]uối (?:kỳ|năm|nhiệm kỳ|quý)|[Hh]iện (?:có|nay|còn)|[Đđ]ến (?:nay|hết|ngày|cuối|\d{1,2}/\d{1,2})"
    r"|[Ll]ũy kế|[Nn]âng (?:tổng )?số|[Tt]ổng số (?:hiện|đến)|[Ss]ố hiện có|còn(?: lại)?(?=\s*\Z))(?!\w)"
)
_RAISED = re.compile(r"(?<!\w)(?:nâng|đưa)(?: [^\W\d_]+){0,8} lên(?: (?:thành|tới))?\s$")
_NET = re.compile(r"(?<!\w)(?:giảm|tăng) (?:ròng|thực|tự nhiên|cơ học)|(?<!\w)(?:thực|thực tế) (?:giảm|tăng)")
_AS_A_RESULT = re.compile(
    r"(?<!\w)(?:[Nn]hư vậy|đồng nghĩa|tức là|[Dd]o đó|[Tt]heo đó|[Ss]o với|thực tế)(?!\w)[^.;\n]{0,60}"
    r"(?:tăng|giảm)(?: thêm)?\s$"
)
_COMPARED = re.compile(r"[^.;,()\d\n]{0,20}\sso với\s(?:đầu|cuối|năm|cùng kỳ|kỳ)(?!\w)")
_CLAUSE = re.compile(r"[,;.]\s|\n|[()]")
_BEGINNINGS = (
    "đầu",
    "trước",
    "cuối năm",
    "thoát",
    "phát sinh",
    "phát triển",
    "thành lập",
    "cấp",
    "kết nạp",
    "tiếp nhận",
    "tăng",
    "giảm",
    "chuyển",
    "sinh ra",
    "mới sinh",
    " đến",
)
_ASIDE = re.compile(r"\([^()\n]{1,80}\)")
_OF_PLAN = re.compile(r"(?:kế hoạch|chỉ tiêu|KH|nghị quyết|dự toán)[^.;,)\d]{0,20}$")
_LEAD = 40  # letters before a number
_PAIR = 2
_MOST = 7  # numbers of one account
_FAR = 130  # letters between two of them
_SURE = 0.5  # chance that a slip is none: the words already say that the numbers belong together


def check_flows_told(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what there is at the end is, but for a slip, not what there was with what came and
    without what went: 'đầu kỳ 968 chị; phát triển mới 54 chị, chuyển đi 17 chị. Đến nay có 1.015 hội viên'.

    Not flagged: accounts that leave a step unnamed, or name one twice; differences that are no slip.
    """
    figures = [one for one in prose_of(report) if is_plain(one) or one.change]
    for at, first in enumerate(figures):
        if single(first.base_value) is None or not _begins(report.text, first):
            continue
        group = _group(report, figures[at : at + _MOST])
        if len(group) < 2:
            continue
        if first.change and first.unit == "%":
            continue  # 'tăng 111,6% so với cùng kỳ', 'giảm 29% so với tháng trước': growth of several things
        told = (at for at, one in enumerate(group, 1) if one.change and _COMPARED.match(report.text, one.end))
        group = group[: next((at for at in told if at > _PAIR), len(group))]  # 'tăng 05 em so với đầu năm (81 em)'
        steps = [_step(report.text, group, index) for index in range(len(group))]
        compared = _COMPARED.match(report.text, group[-1].end) is not None
        yield from _check(group, steps, is_of_all=compared)


_LEFT = re.compile(
    r"(?<!\w)(?:[Cc]òn(?: lại)?|[Cc]uối (?:năm|kỳ|quý)|[Tt]ồn(?: cuối kỳ)?|[Dd]ư|[Kk]ết dư|[Hh]iện (?:có|còn)"
    r"|(?P<short>[Bb]ội chi|[Tt]hâm hụt|[Ââ]m))"
    r"(?: [^\W\d_]+){0,4}\s$"
)
_OPENS = re.compile(r"[^.;,()\d\n]{0,40}\(\s?")
_IN_BRACKETS = tuple(
    (step, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))
    for step, words in (
        ("was", "tồn|dư|đầu (?:kỳ|năm|quý|tháng)|(?:kỳ|năm|tháng) trước|chuyển sang|số cũ"),
        (
            "went",
            "(?:đã )?(?:giải quyết|xử lý|xuất|trả|chi|thanh lý)|giảm|chuyển đi|thoát (?:cận )?nghèo|ra khỏi|qua đời",
        ),
        ("came", "phát sinh|tiếp nhận|thụ lý|nhận|nhập|thu|tăng|kết nạp|bổ sung|mới|chuyển đến"),
    )
)


def check_accounts_in_brackets(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is left is not what the brackets behind it make: 'còn 12 đơn (tồn đầu kỳ 07
    đơn, phát sinh 46 đơn, đã giải quyết 44 đơn)', 'bội chi 24 triệu đồng (thu 186 triệu đồng, chi 220 triệu đồng)'.

    Not flagged: brackets that hold a number of another thing, leave a step unnamed, or name one twice.
    """
    figures = prose_of(report)
    for at, left in enumerate(figures):
        opened = _OPENS.match(report.text, left.end) if is_plain(left) and left.unit else None
        said = _LEFT.search(report.text, max(left.start - 60, 0), left.number_start) if opened else None
        if opened is None or said is None:
            continue
        closed = report.text.find(")", opened.end(), opened.end() + _FAR)
        group = [one for one in figures[at + 1 : at + _MOST] if one.end <= closed]
        ends = [opened.end(), *(one.end for one in group)]
        steps = [_step_inside(report.text[low : one.start]) for low, one in zip(ends, group, strict=False)]
        whole = all(is_plain(one) and counts_alike(one, left) for one in group) and len(set(steps)) == len(steps) > 1
        if not whole or not {"came", "went"} <= set(steps) or "" in steps:
            continue
        made = sum(
            (-amount(one) if step == "went" else amount(one) for one, step in zip(group, steps, strict=True)),
            Decimal(0),
        )
        true = -made if said["short"] else made
        room = sum((rounding(one.value, one.base_value) for one in (left, *group)), Decimal(0))
        if true > 0 and abs(true - amount(left)) > room:
            yield _account(left, true, group, steps)


def _step_inside(lead: str) -> str:
    return next((step for step, cue in _IN_BRACKETS if cue.search(lead.lower())), "")


def _account(end: Figure, true: Decimal, by: Sequence[Figure], steps: Sequence[str]) -> Finding:
    signs = ["" if at == 0 else " - " if step == "went" else " + " for at, step in enumerate(steps)]
    parts = "".join(sign + shown_as(amount(one), one) for sign, one in zip(signs, by, strict=True))
    facts = {"parts": parts, "sum": shown_as(true, end), "total": shown_as(amount(end), end)}
    related = tuple(Span(one.start, one.end) for one in by)
    return Finding("sum-mismatch", "error", Span(end.start, end.end), "", facts, related)


def _begins(text: str, first: Figure) -> bool:
    """Whether a number may begin an account: what there was, or what came or went first."""
    near = text[max(first.start - 60, 0) : first.end + 30].lower()
    return any(word in near for word in _BEGINNINGS) and _step(text, (first,), 0) in ("was", "came", "went")


def _group(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The numbers of one unit that follow one another, in two sentences at most."""
    found = [figures[0]]
    asides = [one.span() for one in _ASIDE.finditer(report.text, figures[0].end, figures[-1].end)]
    for one in figures[1:]:
        is_plan = _OF_PLAN.search(report.text, max(one.start - _LEAD, 0), one.start) is not None
        if is_plan and any(low < one.start < high for low, high in asides):
            continue  # 'kết nạp 486 hội viên, đạt 54% kế hoạch (900 hội viên)'
        if one.start - found[-1].end > _FAR or len(ends_between(report, found[0].end, one.start)) > 1:
            break
        if one.unit and counts_alike(one, found[0]):
            found.append(one)
    return found


def is_account(text: str, group: Sequence[Figure]) -> bool:
    """Whether numbers in order tell what there was, what came or went, and what there is: no list of parts."""
    steps = [_step(text, group, index) for index in range(len(group))]
    return steps[0] == "was" and "is" in steps and ("came" in steps or "went" in steps)


def _step(text: str, group: Sequence[Figure], index: int) -> str:
    """Which step of an account the words by a number name; "" where none."""
    one = group[index]
    low = group[index - 1].end if index else max(one.start - 90, 0)
    lead = _CLAUSE.split(text[low : one.start])[-1]
    if index == 0:
        lead = text[max(low, one.start - 60) : one.start]
    tail = _CLAUSE.split(text[one.end : one.end + 30])[0]
    for said in (lead.lower(), tail.lower()):
        if _RAISED.search(said):
            return "is"
        if _NET.search(said) or (index > 1 and _is_result(text, one, low)):
            return "net"
        for step, cue in (("went", _WENT), ("came", _CAME), ("is", _IS), ("was", _WAS)):
            if cue.search(said):
                return step
    return ""


def _is_result(text: str, one: Figure, low: int) -> bool:
    return bool(one.change and _AS_A_RESULT.search(text, max(low, one.start - 90), one.start))


def _check(group: Sequence[Figure], steps: Sequence[str], *, is_of_all: bool) -> Iterator[Finding]:
    if steps[0] == "was":
        end = next((at for at, step in enumerate(steps) if step == "is"), 0)
        moves = steps[1:end]
        if end > 1 and moves and all(step in ("came", "went") for step in moves):
            true = amount(group[0]) + _moved(group[1:end], moves)
            yield from _compare(group[end], true, group[:end], steps[:end])
    elif "net" in steps:
        end = steps.index("net")
        if end > 1 and all(step in ("came", "went") for step in steps[:end]):
            yield from _compare(group[end], abs(_moved(group[:end], steps[:end])), group[:end], steps[:end])
    elif {"came", "went"} <= set(steps[:-1]) and group[-1].change and all(steps[:-1]) and is_of_all:
        moves = steps[:-1]
        if set(moves) == {"came", "went"}:
            yield from _compare(group[-1], abs(_moved(group[:-1], moves)), group[:-1], moves, surely=_ANY)
    elif list(steps[:3]) == ["came", "is", "was"]:
        came, now, then = group[:3]
        yield from _compare(then, amount(now) - amount(came), (now, came), ("came", "went"))


def _moved(group: Sequence[Figure], steps: Sequence[str]) -> Decimal:
    moves = (amount(one) if step == "came" else -amount(one) for one, step in zip(group, steps, strict=True))
    return sum(moves, Decimal(0))


def _is_slip(one: Figure, step: str, missing: Decimal, surely: float) -> bool:
    """Whether a step of an account is a slip of the pen of what would make the account right."""
    meant = amount(one) - missing if step == "went" else amount(one) + missing
    return meant > 0 and is_pen_slip(amount(one), meant, one.decimals) and chance_of(amount(one), 2) <= surely


_SURELY = 0.08  # chance that a slip of a step is none
_ANY = 2.0  # where what came, what went and the difference are told in a row


def _compare(
    end: Figure, true: Decimal, by: Sequence[Figure], steps: Sequence[str], surely: float = 0
) -> Iterator[Finding]:
    stated = amount(end)
    omitted = {abs(true - amount(one)) for one in by} | {true + amount(one) for one in by}
    slip = is_pen_slip(stated, true, end.decimals) and chance_of(stated, 1) <= _SURE
    surely = surely or (_SURE if {"was", "came", "went"} <= set(steps) else _SURELY)  # an account that tells every step
    slip = slip or any(_is_slip(one, step, stated - true, surely) for one, step in zip(by, steps, strict=True))
    if stated == true or true <= 0 or not (slip or stated in omitted):
        return
    signs = ["" if at == 0 else " - " if step == "went" else " + " for at, step in enumerate(steps)]
    parts = "".join(sign + shown(amount(one)) for sign, one in zip(signs, by, strict=True))
    related = tuple(Span(one.start, one.end) for one in by)
    facts = {"parts": parts, "sum": shown(true), "total": shown(stated)}
    yield Finding("sum-mismatch", "error", Span(end.start, end.end), "", facts, related)
