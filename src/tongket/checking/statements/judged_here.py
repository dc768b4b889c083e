"""What a sentence says of a plan, a trend, a rank or a day, and its own numbers deny (nhận xét trái số liệu liền kề).

    'trồng được 46 ha rừng, vượt chỉ tiêu giao (50 ha)'; 'tăng gấp đôi, từ 12 mô hình lên 18 mô hình'; 'dẫn đầu cụm,
    xếp thứ 3/12'; 'giảm cả 3 tiêu chí: số vụ giảm 2, ... số người bị thương tăng 3'

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. Verdicts on percentages of a plan
are in ``verdicts``, those on figures of other sentences in ``judged_apart``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.days import day_on
from tongket.checking.evidence.expressions import AIM, NUMBER
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import clause_start, sentence_end
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.evidence.told import amount_of, is_alike, neighbours
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted, parse_number

_NEGATED = r"(?:không|chưa) (?:đạt|hoàn thành|bảo đảm|đảm bảo)|(?:thấp|ít) hơn(?: so với)?|(?<!tuổi )dưới"
_ATTAINED = r"(?:đạt và |hoàn thành |hoàn thành và )?vượt(?: mức)?(?: so với)?|(?:cao|nhiều) hơn(?: so với)?"
_OF_AIM = re.compile(
    rf"[^.;()\n\d]{{0,70}}?(?<!\w)(?P<said>(?:(?P<less>{_NEGATED})|(?P<more>{_ATTAINED})|đạt|bảo đảm|đảm bảo)"
    rf" (?:các )?{AIM})(?!\w)(?P<of>[^.;()\n\d]{{0,50}}?)\s?\((?:(?:là|giao|kế hoạch|chỉ tiêu|KH|CT|từ)[: ]{{1,2}})*$"
)
_OF_AIM_BARE = re.compile(  # 'đạt 69,5%, vượt mục tiêu giải ngân 75%', 'đạt 93,5%, vượt mức 95% được giao'
    rf"[^.;()\n\d]{{0,30}}?(?:,|(?<!\w)và|\() ?(?:đã |nhưng )?(?P<said>(?:(?P<less>(?:thấp|ít) hơn(?: so với)?)"
    rf"|(?P<more>{_ATTAINED})) (?:các )?(?:{AIM}|mức))(?!\w)(?P<of>[^.,;()\n\d]{{0,40}}?)(?: (?:là|đạt))?\s$"
)
_OF_SHARE = re.compile(
    rf"[^.;:()\n\d]{{0,60}}?[,(]\s?(?:nhưng |song |và |đã )?"
    rf"(?P<said>(?:(?P<less>{_NEGATED})|(?P<more>{_ATTAINED})) (?:các )?{AIM})(?!\w)(?P<of>[^.;()\n\d]{{0,40}})"
)
_CLOSES = re.compile(r"\s?\)")
_LESS_IS_BETTER = re.compile(
    r"(?<!\w)(?:nghèo|giảm|vi phạm|tai nạn|thất nghiệp|tử vong|sinh con|suy dinh dưỡng|thấp còi|nhẹ cân|bỏ học|lưu ban"
    r"|hao hụt|thất thoát|nợ|tồn|tội phạm|chết|mắc|chậm|trễ|tảo hôn|cháy|chi|thời gian|tinh giản|biên chế|vắng"
    r"|khiếu nại|tố cáo|lạm phát|tăng dân số|nguy cơ|còn|tỷ suất sinh)(?!\w)",
    re.IGNORECASE,
)
_OTHER_AIM = re.compile(r"(?<!\w)(?:quý|tháng|năm (?:20\d\d|nay|sau|tới)|giai đoạn|nhiệm kỳ|đợt|vụ)(?!\w)")


def check_aims_beside(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a number is said to pass or to miss its plan, and the plan in brackets, or
    the whole of its share, says otherwise.

    Not flagged: what is the better the less there is of it; plans of another time; tasks.
    """
    text, tasks = report.text, tasks_of(report)
    for now, plan in (*_with_plans(report), *((one, None) for one in report.figures if isinstance(one.value, Share))):
        if now.qualifier or now.change or now.in_table or tasks.touch(Span(now.start, now.end)):
            continue
        low = clause_start(text, now.start)
        if _LESS_IS_BETTER.search(text, low, now.end + _NAME):
            continue
        of_aim = _OF_AIM if plan and _CLOSES.match(text, plan.end) else _OF_AIM_BARE
        found = of_aim.fullmatch(text, now.end, plan.start) if plan else _OF_SHARE.match(text, now.end)
        if found is None or _OTHER_AIM.search(found["of"]):
            continue
        reached, asked = _numbers(now, plan)
        if of_aim is _OF_AIM_BARE and plan and not _is_aim_itself(text, plan, reached, asked):
            continue
        if reached >= asked if found["less"] else reached <= asked if found["more"] else reached < asked:
            end = plan.end if plan else found.end("said")
            yield told_otherwise(text, Span(found.start("said"), end), Span(now.start, now.end))


def _with_plans(report: Report) -> Iterator[tuple[Figure, Figure]]:
    """Numbers, each with the next one where that counts the same."""
    for figures, index in neighbours(report):
        if index + 1 == len(figures) or isinstance(figures[index].value, Share):
            continue
        now, plan = figures[index : index + 2]
        alike = now.unit == plan.unit == "%" or is_alike(now, plan)
        if alike and not (plan.qualifier or plan.change) and amount_of(now) and amount_of(plan):
            yield now, plan


_SO_MUCH_MORE = re.compile(r"\s(?:so với|của|theo) (?:kế hoạch|chỉ tiêu|cùng kỳ|năm)|/")
_LEAST_RATE, _NEAR = 50, Decimal("1.4")


def _is_aim_itself(text: str, plan: Figure, reached: Decimal, asked: Decimal) -> bool:
    """Whether a number behind 'vượt mục tiêu' is the aim, and not by how much more was reached."""
    if _SO_MUCH_MORE.match(text, plan.end) or not reached / _NEAR <= asked <= reached * _NEAR:
        return False
    return plan.unit != "%" or reached >= _LEAST_RATE


def _numbers(now: Figure, plan: Figure | None) -> tuple[Decimal, Decimal]:
    """What was reached, and what was asked."""
    if plan is None and isinstance(now.value, Share):
        return now.value.part, now.value.whole
    return amount_of(now) or Decimal(0), (amount_of(plan) if plan else None) or Decimal(0)


_NAME = 14  # letters behind a number that name what it counts

_TIMES = re.compile(
    r"(?P<said>(?P<way>(?:tăng|cao|nhiều)(?: lên)?|giảm(?: xuống)?(?: còn)?|gấp)"
    r" (?P<times>gấp đôi|gấp rưỡi|gấp (?:hai|ba|bốn|\d) lần|đôi|rưỡi|(?:một|1/2) nửa|một nửa))"
    rf"(?!\w)[^.;\n\d]{{0,60}}?[,:(] ?từ (?P<first>{NUMBER})(?P<unit> [^\W\d_]+|\s?%)(?P<between>[^.;\n]{{0,50}}?)"
    rf"(?:lên|xuống|còn|đến)(?: (?:còn|thành|là|tới|khoảng))* (?P<last>{NUMBER})(?P=unit)(?!\w)"
)
_FACTORS = {"gấp đôi": "2", "đôi": "2", "gấp rưỡi": "1.5", "rưỡi": "1.5", "một nửa": "0.5", "1/2 nửa": "0.5"}
_ROUGHLY = re.compile(r"(?<!\w)(?:gần|hơn|trên|khoảng|xấp xỉ|hàng|không)\s?$", re.IGNORECASE)
_ROOM = Decimal("0.15")  # of a factor told in words


def check_factors(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where something is said to have doubled, or to have halved, and its two values
    beside it are far from that.
    """
    for found in finds(_TIMES, report.text):
        first, last = parse_number(found["first"]), parse_number(found["last"])
        word = found["times"]
        factor = Decimal(_FACTORS.get(word) or counted(word.split()[1]) or word.split()[1])
        low = max(found.start() - _NAME, 0)
        if not first or last is None or _ROUGHLY.search(report.text, low, found.start("times")):
            continue
        if abs(last / first - factor) > factor * _ROOM:
            place = Span(*found.span("said"))
            yield told_otherwise(report.text, place, Span(found.start("first"), found.end("last")))


_LEADS = re.compile(
    r"(?:dẫn đầu|đứng đầu|đứng thứ nhất|xếp thứ nhất|xếp thứ 1|đứng nhất)(?P<of>[^.;\n]{0,80}?)"
    r"(?P<rank>(?:xếp|đứng)(?: (?:hạng|thứ|vị trí|ở))+ (?P<at>\d{1,3})\s?(?:/|trên|trong)\s?\d{1,3})"
)
_OF_SEVERAL = re.compile(
    r"(?<!\w)(?:nhóm|tốp|top|trong số|một trong|những|các|đơn vị|địa phương|năm trước|tiếp tục)\s?$"
)
_WIDER = re.compile(r"(?: [^\W\d_]+){0,2}? (?:toàn|cả|của|trong|trên toàn) [^\W\d_]+")  # 'xếp thứ 3/45 toàn tỉnh'
_OTHER_MATTER = re.compile(r"(?<!\w)(?:về|năm|tháng|quý|trước|cấp|riêng|trong khi|còn|thành|lên|từ)(?!\w)")


def check_leaders(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a unit is said to lead, and the same clause gives it a lower rank.

    Not flagged: one of several that lead; a rank in another matter, or among all of a wider unit ('3/45 toàn tỉnh').
    """
    for found in finds(_LEADS, report.text):
        before = _OF_SEVERAL.search(report.text, max(found.start() - 20, 0), found.start())
        elsewhere = _OTHER_MATTER.search(found["of"]) or _WIDER.match(report.text, found.end())
        if int(found["at"]) > 1 and not before and not elsewhere:
            place = Span(found.start(), found.start() + len(found[0].split(",")[0]))
            yield told_otherwise(report.text, place, Span(*found.span("rank")))


_ALL_WAYS = tuple(
    re.compile(
        rf"(?P<said>{way}(?<!\w{way})(?: (?:sâu|mạnh|đều|được|ở|trên))*"
        r" cả (?P<many>0?[23]|hai|ba) (?:tiêu chí|mặt|chỉ số))(?!\w)"
    )
    for way in ("giảm", "tăng")
)
_WAY = re.compile(r"(?<!\w)(?P<way>tăng|giảm)(?: thêm)? (?P<by>\d{1,4}(?:[.,]\d+)?)(?![\d/])")
_ROW = 240  # letters behind that tell the ways of all


def check_all_ways(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all of some measures are said to have fallen, or risen, and the same
    sentence tells of one that did not: 'giảm cả 3 tiêu chí: ... số người bị thương tăng 3'.
    """
    for way, pattern in zip(("giảm", "tăng"), _ALL_WAYS, strict=True):
        for found in finds(pattern, report.text):
            end = sentence_end(report.text, found.end(), _ROW)
            many = counted(found["many"]) or int(found["many"])
            ways = list(islice(_WAY.finditer(report.text, found.end(), end), many))
            other = next((one for one in ways if one["way"] != way and one["by"].strip("0")), None)
            if other is not None and any(one["way"] == way for one in ways):
                yield told_otherwise(report.text, Span(*found.span("said")), Span(*other.span()))


_GROWS = (
    r"tiếp tục (?:tăng|tăng trưởng|phát triển)|tăng trưởng|tăng(?= (?:mạnh|cao|khá|đều|nhanh))"
    r"|phát triển(?= (?:khá|mạnh))"
)
_TREND = tuple(
    re.compile(
        rf"(?P<said>(?:{said})(?: (?:khá|cao|tốt|mạnh|đều|nhanh|ổn định|sâu|dần|rõ rệt))*)(?:,| và)? "
        rf"(?:(?!số )[^.,;:()\n\d]{{2,40}} )?"
        rf"(?:ước )?(?:đạt|là|với|còn)(?: khoảng)? {NUMBER}\s?[^\W\d_%]+(?: [^\W\d_]+)?(?:/[^\W\d_]+)?[,(]? ?"
        rf"(?P<other>{other}(?: \w+)? {NUMBER}\s?(?:%|[^\W\d_]+(?: [^\W\d_]+)?)?)"
        r"(?= so với (?:cùng kỳ|năm|đầu|quý|tháng)| so (?:cùng kỳ|năm)|[)])"
    )
    for said, other in ((_GROWS, "giảm"), (r"tiếp tục giảm|giảm(?= (?:mạnh|sâu|nhanh|dần|đáng kể))", "tăng"))
)


def check_trends_beside(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a value is said to grow, and its change against the year before is a fall,
    or the other way round: 'tiếp tục tăng trưởng khá, đạt 120 tỷ đồng, giảm 8% so với năm 2025'.
    """
    for found in (one for pattern in _TREND for one in finds(pattern, report.text)):
        yield told_otherwise(report.text, Span(*found.span("said")), Span(*found.span("other")))


_DAY = r"(?P<{0}d>\d{{1,2}})/(?P<{0}m>\d{{1,2}})/(?P<{0}y>20\d\d)"
_IN_TIME = re.compile(
    rf"(?:hoàn thành|xong|kết thúc|bàn giao|nộp|về đích|thu hoạch|gửi)(?!\w)[^.;\n\d]{{0,40}}?ngày {_DAY.format('a')}"
    rf"[^.;\n\d]{{0,12}}?(?P<said>(?:(?P<early>trước|sớm hơn|vượt|bảo đảm|đảm bảo|đúng)|chậm|trễ|quá|muộn)"
    rf"(?: hơn)?(?: so với)? (?:thời hạn|thời gian|tiến độ|kế hoạch|hạn)[^.;\n\d]{{0,30}}?\(?(?:ngày |hạn |trước )*"
    rf"{_DAY.format('b')})"
)


class _Days(NamedTuple):
    """The day on which something was done, and its term."""

    done: tuple[str, str, str]
    term: tuple[str, str, str]


def check_days_in_time(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where work is told as done before its term and the day is behind that, or as
    late and the day is not: 'hoàn thành ngày 20/8/2026, trước thời hạn (ngày 30/6/2026)'.
    """
    for found in finds(_IN_TIME, report.text):
        days = _Days((found["ad"], found["am"], found["ay"]), (found["bd"], found["bm"], found["by"]))
        done, term = day_on(*days.done), day_on(*days.term)
        if done and term and (done > term if found["early"] else done <= term):
            place = Span(*found.span("said"))
            yield told_otherwise(report.text, place, Span(found.start("ad"), found.end("ay")))


CHECKS = (
    check_aims_beside,
    check_factors,
    check_leaders,
    check_all_ways,
    check_trends_beside,
    check_days_in_time,
)
