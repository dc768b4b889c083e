"""What a share leaves, told later in words of its own (số chưa đạt so với n/m đã đạt).

'13/15 chỉ tiêu đạt kế hoạch. ... Còn 3 chỉ tiêu chưa đạt'.

Cases of ``sum-mismatch``, whose page stands with the arithmetic; told twice, of ``body-appendix-mismatch``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.near_numbers import amount, before, ends_between, prose_of, those_between
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.same_matter import A_YEAR, keys_of, lead_of
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.evidence.told import is_alike, is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_ENDS = re.compile(
    r"[.,;:()\n\d]|(?<!\w)(?:do|vì|gồm|bao gồm|là|trong đó|chuyển|thuộc|nhưng|và (?:có|còn)|chủ yếu|so với|theo"
    r"|trong)(?!\w)"
)
_DENIED_BEHIND = re.compile(
    r"\s(?:(?:mà|vẫn|còn|hiện)\s)*(?P<no>chưa|không|đang)\s(?:được\s)?(?P<of>[^\W\d_][^.,;:()\d\n]{1,60})"
)
_DENIED_BEFORE = re.compile(
    r"(?<!\w)[Ss]ố(?P<unit>(?:\s[^\W\d_]+){0,4}?)\s(?:còn\s)?(?P<no>chưa|không|đang|phải)\s(?:được\s)?(?P<of>[^.,;:()\d\n]{2,40}?)"
    r"(?:\s(?:là|có|còn|gồm))+\s$"
)
_DONE_BEFORE = re.compile(
    r"(?<!\w)(?:[Đđ]ã|được|[Kk]ết quả|[Đđ]ến nay)?\s?(?P<of>(?:giải quyết|hoàn thành|kiểm tra|giám sát|thu hồi|xử lý"
    r"|thực hiện|thi hành|trả lời|khắc phục|thành lập|tổ chức|bàn giao|nghiệm thu|cấp|giải ngân|thanh tra))"
    r"(?:\s(?:xong|được|đạt|dứt điểm))*\s$"
)
_WHOLE = re.compile(r"(?<!\w)[Tt]rong(?: tổng)?(?: số)?\s$")
_LEADS = keys_of(
    "còn có hiện nay vẫn tuy nhiên song nhưng mà bên cạnh đó hạn chế lại đến chỉ khoảng số tồn tại như vậy với được đã"
    " trong tổng là kết quả huyện xã tỉnh toàn"
)
_GRADES = keys_of("tốt xuất sắc khá giỏi cao mẫu hạn nâng đúng sớm trước toàn diện thường xuyên")
_PLANS = keys_of("và vượt kế hoạch chỉ tiêu nghị quyết đề ra giao dự toán mục tiêu được yêu cầu năm xong đã so với")
_FAR = 6000  # letters behind a share in which its rest is told
_OTHERS_LEFT = re.compile(r"[^.\n]{0,120}?[,;] (?:và )?(?:số |các [^\W\d_]+ )?còn lại(?!\w)")
_NEAR = 3  # sentences that may end between the two where the rest need not repeat what was attained


@dataclass(frozen=True, slots=True)
class _Done:
    """How many of how many are said to have done or attained something, and its words."""

    figures: tuple[Figure, ...]
    part: Decimal
    whole: Decimal
    words: str


def check_rests_denied(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where those of whom a thing is denied are not those whom its share leaves: '13/15 chỉ tiêu
    đạt kế hoạch. ... Còn 3 chỉ tiêu chưa đạt'.

    Not flagged: another thing, grade, place or year; several numbers of whom something is denied; shares told twice.
    """
    figures = prose_of(report)
    told = [done for at, one in enumerate(figures) if (done := _done(report, figures, at)) is not None]
    for done in told:
        last = done.figures[-1]
        for rest in those_between(figures, last.end, last.end + _FAR):
            if "," in last.unit and rest.unit != last.unit:
                continue  # 'xã, phường' and 'xã'
            if not is_plain(rest) or rest.target or not is_alike(rest, last) or not amount(rest):
                continue
            of = _denied(report, rest)
            if of and _is_rest_of(report, done, rest, of) and _is_alone(report, told, done, rest):
                made = done.part + amount(rest)
                if made > done.whole or (made < done.whole and not _OTHERS_LEFT.match(report.text, rest.end)):
                    yield _finding(done, rest)
                break


def _done(report: Report, figures: tuple[Figure, ...], at: int) -> _Done | None:
    """What is said of a share, or of a part of the number right before it: 'Trong 15 chỉ tiêu, có 13 chỉ tiêu đạt'."""
    one = figures[at]
    if isinstance(one.value, Share):
        words = _words_of(report, one)
        whole, part = one.value.whole, one.value.part
        return _Done((one,), part, whole, words) if words and part < whole else None
    if not at or not is_plain(one) or not is_alike(one, figures[at - 1]) or not is_plain(figures[at - 1]):
        return None
    of = figures[at - 1]
    if not _WHOLE.search(report.text, max(of.start - 20, 0), of.start) or amount(of) <= amount(one):
        return None
    words = _words_of(report, one)
    return _Done((of, one), amount(one), amount(of), words) if words else None


def _words_of(report: Report, one: Figure) -> str:
    """The words of what some did or attained: behind the number, or the verb before it; "" where they deny it."""
    end = _ENDS.search(report.text, one.end, one.end + 80)
    said = report.text[one.end : end.start() if end else one.end + 80].strip()
    lead = _DONE_BEFORE.search(report.text, *lead_of(report, one))
    if lead is not None:
        return f"{lead['of']} {said}"
    return "" if not said or _NO.search(said) else said


_NO = re.compile(r"(?<!\w)(?:chưa|không|đang|còn)(?!\w)")


def _denied(report: Report, rest: Figure) -> str:
    """What is denied of a number, right behind it or right before; "" where nothing is."""
    behind = _DENIED_BEHIND.match(report.text, rest.end)
    if behind is not None:
        end = _ENDS.search(report.text, behind.start("of"), behind.end("of"))
        return report.text[behind.start("of") : end.start() if end else behind.end("of")].strip()
    led = _DENIED_BEFORE.search(report.text, *lead_of(report, rest))
    return led["of"].strip() if led else ""


def _is_rest_of(report: Report, done: _Done, rest: Figure, of: str) -> bool:
    """Whether what is denied is what the share tells, of nothing else than its whole."""
    text, first = report.text, done.figures[0]
    start = sentence_start(text, first.start)
    said = text[start : sentence_end(text, done.figures[-1].end)]
    low, high = lead_of(report, rest)
    verb, denied = of.split()[0], keys_of(of)
    if key(verb) not in keys_of(done.words) or not denied <= keys_of(done.words) | _PLANS | keys_of(rest.base_unit):
        return False
    if (keys_of(done.words) & _GRADES) - denied:
        return False
    if _level(text, done.figures[-1]) != _level(text, rest):
        return False
    objects = keys_of(done.words) - _PLANS - keys_of(rest.base_unit)
    if len(ends_between(report, done.figures[-1].end, rest.start)) > _NEAR and objects - denied:
        return False  # 'thôn đạt chuẩn văn hóa', and far off 'thôn chưa đạt chuẩn'
    if keys_of(text[low:high]) - keys_of(said) - _LEADS - denied - keys_of("chưa không đang phải"):
        return False
    return set(A_YEAR.findall(text[low:high])) <= set(A_YEAR.findall(said))


_LEVEL = re.compile(r"[^.,;:()\d\n]{0,50}(?<!\w)(?:mức độ|cấp độ|mức|hạng|loại|bậc)\s(?P<of>\d|[IVX]{1,3}|[A-E])(?!\w)")


def _level(text: str, one: Figure) -> str:
    """The level that the words behind a number name: 'trường đạt chuẩn mức độ 2'."""
    found = _LEVEL.match(text, one.end)
    return found["of"] if found else ""


def _is_alone(report: Report, told: list[_Done], done: _Done, rest: Figure) -> bool:
    """Whether a rest is the only number of its sentence that counts its things, and no other share of them is told
    between the two.
    """
    text = report.text
    start = max(sentence_start(text, rest.start), done.figures[-1].end)
    near = those_between(prose_of(report), start, sentence_end(text, rest.end))
    others = [one for one in near if one is not rest and is_alike(one, rest) and not one.change]
    between = [
        other
        for other in told
        if other is not done
        and done.figures[-1].end <= other.figures[0].start < rest.start
        and is_alike(other.figures[0], rest)
    ]
    last = before(report, rest, 1, 200)
    return not others and not between and not (last and last[-1].change and last[-1].end > start)


def _finding(done: _Done, rest: Figure) -> Finding:
    facts = {"parts": f"{shown(done.part)} + {shown(amount(rest))}", "sum": shown(done.part + amount(rest))}
    facts["total"] = shown(done.whole)
    related = tuple(Span(one.start, one.end) for one in done.figures)
    return Finding("sum-mismatch", "warning", Span(rest.start, rest.end), "", facts, related)


_STILL = re.compile(r"(?<!\w)[Cc]òn(?!\w)")


def check_rests_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a number is said to be left that did not attain a thing, and another one
    elsewhere: 'còn 02 tiêu chí chưa đạt là ...', and in the assessment 'Còn 03 tiêu chí chưa đạt'.

    Not flagged: other things, places, times and plans; numbers with words of their own before them.
    """
    first: dict[tuple[str, frozenset[str]], Figure] = {}
    tasks = tasks_of(report)
    for rest in prose_of(report):
        left = is_plain(rest) and not rest.target and amount(rest) and not tasks.touch(Span(rest.start, rest.end))
        of = _denied(report, rest) if left else ""
        low, high = lead_of(report, rest)
        lead = report.text[low:high]
        if not of or not _STILL.search(lead) or keys_of(lead) - _LEADS or A_YEAR.search(lead):
            continue
        what = rest.base_unit, keys_of(of) - _PLANS
        other = first.setdefault(what, rest)
        if amount(other) != amount(rest):
            yield told_otherwise(report.text, _with_denial(report, rest), _with_denial(report, other))


def _with_denial(report: Report, rest: Figure) -> Span:
    """A number with what is denied of it."""
    denied = _DENIED_BEHIND.match(report.text, rest.end)
    end = _ENDS.search(report.text, denied.start("of"), denied.end("of")) if denied else None
    return Span(rest.start, end.start() if end else denied.end() if denied else rest.end)


CHECKS = (check_rests_denied, check_rests_told_twice)
