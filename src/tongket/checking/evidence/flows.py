"""Accounts of what there was, what came and went, and what there is (biến động trong kỳ), by the words at numbers:
'đầu kỳ 968 chị; phát triển mới 54 chị, chuyển đi 17 chị. Đến nay có 1.005 hội viên'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import counts_alike, ends_between, prose_of
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.reports import Report

_A_TIME = r"(?:kỳ|năm|nhiệm kỳ|quý|tháng|vụ|năm học)"
_WAS = re.compile(
    rf"(?<!\w)(?:[Đđ]ầu {_A_TIME}|(?:năm|kỳ|quý|tháng) trước|[Tt]rước đó|[Cc]uối năm \d{{4}}"
    r"|năm (?:19|20)\d\d (?:mới )?có|số cũ|cũ(?=\s*\Z)|chuyển (?:sang|qua)(?=\s*\Z)"
    r"|khi (?:mới )?(?:thành lập|kiện toàn)|[Đđ]ại hội (?:đã )?bầu"
    r"|(?:[Dd]ư nợ|[Tt]ồn kho|[Tt]ổng số) từ(?=\s*\Z))(?!\w)"
)
_CAME = re.compile(
    r"(?<!\w)(?:chuyển đến|phát triển(?: mới)?|kết nạp|tiếp nhận|tăng(?: thêm)?|phát sinh(?: mới)?|tái nghèo"
    r"|tuyển(?: mới| dụng)?|bổ sung|sinh ra|sinh sản|mới sinh|(?<=\A )đến(?=\Z)|cho vay|thụ lý(?: mới)?"
    r"|(?<!khi )(?<!khi mới )thành lập(?: mới)?|nhập(?! khẩu| ngũ| học| viện)|cấp mới|[Cc]ấp)(?!\w)"
)
_WENT = re.compile(
    r"(?<!\w)(?:chuyển đi|chuyển sinh hoạt (?:đảng )?(?:đi(?!\w)|(?=\Z))|qua đời|từ trần|chết|giảm|bỏ học"
    r"|chuyển (?:công tác|ngành|ra khỏi|vùng)(?! (?:về|đến))|(?:xin )?thôi (?:làm|tham gia|giữ)|miễn nhiệm|bãi nhiệm"
    r"|từ chức|nghỉ (?:chế độ|công tác)|xóa tên|xoá tên|khai trừ|thoát (?:cận )?nghèo|nghỉ hưu|trưởng thành [Đđ]oàn"
    r"|thu nợ|nghỉ việc|thôi việc|giải thể|hồi gia|ra viện|xuất viện|(?<=\A )đi(?=\Z)|ra khỏi"
    r"|xuất(?! sắc| khẩu| hiện| bản| viện)|(?<=đã )(?:giải quyết|hòa giải|xử lý|xét xử|thi hành))(?!\w)"
)
_IS = re.compile(
    rf"(?<!\w)(?:[Cc]uối {_A_TIME}|[Hh]iện (?:có|nay|còn)|[Hh]iện(?: [^\W\d_]+){{1,4}} có(?=\s*\Z)"
    r"|nay(?: [^\W\d_]+){1,4} (?:có|còn)(?=\s*\Z)|[Đđ]ến (?:nay|hết|ngày|cuối|\d{1,2}/\d{1,2})"
    r"|[Ll]ũy kế|[Nn]âng (?:tổng )?số|[Tt]ổng số (?:hiện|đến)|[Ss]ố hiện có|còn(?: lại)?(?=\s*\Z)"
    r"|đang (?:giải quyết|xử lý|xác minh))(?!\w)"
)
_RAISED = re.compile(
    r"(?<!\w)(?:(?:nâng|đưa)(?: [^\W\d_]+){0,8} lên(?: (?:thành|tới))?"
    r"|(?:tăng|giảm) (?:lên|xuống|còn|đến)(?: còn| đến| tới)?)\s$"
)
_NET = re.compile(r"(?<!\w)(?:giảm|tăng) (?:ròng|thực|tự nhiên|cơ học)|(?<!\w)(?:thực|thực tế) (?:giảm|tăng)")
_AS_A_RESULT = re.compile(
    r"(?<!\w)(?:[Nn]hư vậy|đồng nghĩa|tức là|[Dd]o đó|[Tt]heo đó|[Ss]o với|thực tế)(?!\w)[^.;\n]{0,60}"
    r"(?:tăng|giảm)(?: thêm)?\s$"
)
_COMPARED = re.compile(r"[^.;,()\d\n]{0,20}\sso với\s(?:đầu|cuối|năm|cùng kỳ|kỳ)(?!\w)")
_CLAUSE = re.compile(r"[,;.]\s|\n|[()]")
_SENTENCE = re.compile(r"[;.]\s|\n")
_BEGINNINGS = (
    "đầu",
    "thành lập",
    "bầu",
    "trước",
    "cuối năm",
    "thoát",
    "phát sinh",
    "phát triển",
    "cấp",
    "kết nạp",
    "tiếp nhận",
    "tăng",
    "giảm",
    "chuyển",
    "sinh ra",
    "mới sinh",
    " đến",
    "cho vay",
    "nhập",
    "thụ lý",
    " cũ",
)
_ASIDE = re.compile(r"\([^()\n]{1,80}\)")
_OF_PLAN = re.compile(r"(?:kế hoạch|chỉ tiêu|KH|nghị quyết|dự toán)[^.;,)\d]{0,20}$")
_LEAD = 40  # letters before a number
_PAIR = 2
_MOST = 7  # numbers of one account
_FAR = 130  # letters between two of them
_MOST_ENDS = 2  # sentences that may end between the first and the last


@dataclass(frozen=True, slots=True)
class Flow:
    """Numbers of one unit that follow one another, each with its step ('was', 'came', 'went', 'is', 'net'; '' where its
    words name none), and whether the last is compared with another time.
    """

    figures: tuple[Figure, ...]
    steps: tuple[str, ...]
    compared: bool

    @property
    def account(self) -> int:
        """How many of them, from the first on, tell what there was, what there is and what came or went; 0 where they
        do not, or name what there was or is twice.
        """
        for count in range(3, len(self.steps) + 1):
            told = self.steps[:count]
            if "" in told or "net" in told or told.count("was") > 1 or told.count("is") > 1:
                return 0
            moves = set(told) - {"was", "is"}
            in_order = told[0] == "was" and told[-1] == "is"  # 'từ 187 hộ còn 54 hộ, giảm 133 hộ' is a change
            if {"was", "is"} <= set(told) and moves and (in_order or len(moves) == _PAIR):
                return count
        return 0


@of_last_report
def flows_of(report: Report) -> tuple[Flow, ...]:
    """The runs of numbers of which the first tells what there was, or what came or went."""
    return tuple(_flows(report))


@of_last_report
def steps_of_accounts(report: Report) -> frozenset[int]:
    """Where the numbers of accounts begin that tell what there was, came or went, and is: no changes from one of the
    others.
    """
    return frozenset(one.start for flow in flows_of(report) for one in flow.figures[: flow.account])


def _flows(report: Report) -> Iterator[Flow]:
    figures = [one for one in prose_of(report) if is_plain(one) or one.change]
    known: dict[tuple[int, int, int], str] = {}  # a number stands in several runs, mostly behind the same one
    for at, first in enumerate(figures):
        if single(first.base_value) is None or not _begins(known, report.text, first):
            continue
        group = _group(report, figures[at : at + _MOST])
        if len(group) < _PAIR:
            continue
        if first.change and first.unit == "%":
            continue  # 'tăng 111,6% so với cùng kỳ', 'giảm 29% so với tháng trước': growth of several things
        told = (at for at, one in enumerate(group, 1) if one.change and _COMPARED.match(report.text, one.end))
        group = group[: next((at for at in told if at > _PAIR), len(group))]  # 'tăng 05 em so với đầu năm (81 em)'
        steps = tuple(_known_step(known, report.text, group, index) for index in range(len(group)))
        yield Flow(tuple(group), steps, _COMPARED.match(report.text, group[-1].end) is not None)


def _known_step(known: dict[tuple[int, int, int], str], text: str, group: Sequence[Figure], index: int) -> str:
    place = group[index - 1].end if index else -1, group[index].start, min(index, _PAIR)
    if place not in known:
        known[place] = _step(text, group, index)
    return known[place]


def _begins(known: dict[tuple[int, int, int], str], text: str, first: Figure) -> bool:
    """Whether a number may begin an account: what there was, or what came or went first."""
    near = text[max(first.start - 60, 0) : first.end + 30].lower()
    return any(word in near for word in _BEGINNINGS) and _known_step(known, text, (first,), 0) in (
        "was",
        "came",
        "went",
    )


def _group(report: Report, figures: Sequence[Figure]) -> list[Figure]:
    """The numbers of one unit that follow one another, in three sentences at most."""
    found = [figures[0]]
    asides = [one.span() for one in _ASIDE.finditer(report.text, figures[0].end, figures[-1].end)]
    for one in figures[1:]:
        is_plan = _OF_PLAN.search(report.text, max(one.start - _LEAD, 0), one.start) is not None
        if is_plan and any(low < one.start < high for low, high in asides):
            continue  # 'kết nạp 486 hội viên, đạt 54% kế hoạch (900 hội viên)'
        if one.start - found[-1].end > _FAR or len(ends_between(report, found[0].end, one.start)) > _MOST_ENDS:
            break
        if counts_alike(one, found[0]) and (one.unit or _step(report.text, (found[-1], one), 1)):
            found.append(one)  # 'kết nạp 02, chuyển đi 01': bare, but that they say which step each is
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
        lead = _SENTENCE.split(text[max(low, one.start - 60) : one.start])[-1]
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
