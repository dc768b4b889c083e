"""Verdicts on plans and shares (nhận xét về kế hoạch, tỷ lệ) that the numbers beside them deny.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables: a plan 'passed' of which 87% were
reached, 'most' that are few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.expressions import AIM, NUMBER
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import clause_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_WHOLE = Decimal(100)  # %
_OF_PLAN = re.compile(
    rf"%\s?(?:so với )?{AIM}(?P<of>[^.;,:()%\d\n]{{0,40}}?)(?:,\s|\s(?=(?:nhưng|song|mà|và|tuy)(?!\w)))"
    r"(?P<between>[^.;,%\d\n]{0,30}?)(?<!\w)(?P<said>(?:hoàn thành )?vượt|hoàn thành"
    r"|(?:không|chưa) (?:đạt|hoàn thành|vượt))(?: mức)?(?: so với)?"
    rf" (?:các )?{AIM}(?P<behind>[^.;,\n]{{0,40}})"
)
_OF_AIMS = re.compile(r"(?: (?:đều|đã))* (?:đạt|hoàn thành|vượt)(?!\w)")  # '100% chỉ tiêu đạt và vượt' counts these
_RATE = re.compile(rf"(?<![\d.,])(?:{NUMBER})\s?$")
_LONGEST_RATE = 10
_SHARE_TOLD = re.compile(
    rf"/(?<=[\w ]/)\s?{NUMBER}(?: [^\W\d_]+){{0,3}},? (?:đạt|bằng) (?P<rate>{NUMBER})\s?%,\s(?:và )?"
    rf"(?P<said>(?:hoàn thành )?vượt|(?:không|chưa) (?:đạt|hoàn thành))(?: mức)? {AIM}"
)
_GIVER = re.compile(r"(?<!\w)(?:Trung ương|tỉnh|huyện|thành phố|xã|HĐND|Hội đồng|cấp trên|Quốc hội|nghị quyết)(?!\w)")
_PART_OF_TIME = re.compile(r"(?<!\w)(?:quý|tháng|kỳ|đợt|vụ|giai đoạn|nhiệm kỳ)(?!\w)")
_SHORT = ("không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành", "không vượt", "chưa vượt")
_NOT_SAID = re.compile(
    r"(?<!\w)(?:[Pp]hấn đấu|sẽ|[Dd]ự kiến|[Ưư]ớc|quyết tâm|[Đđ]ể|[Nn]hằm|có khả năng|[Mm]ục tiêu|cơ bản|gần|sắp"
    r"|đều)(?!\w)"
)  # what is yet to come, or nearly so, or what several others are told to do ('đàn dê và đàn gia cầm đều vượt')


def check_verdicts_on_rates(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a share of a plan and what is said of the plan exclude each other: 'đạt
    87% dự toán, hoàn thành vượt mức chỉ tiêu', 'đạt 112% kế hoạch nhưng không đạt chỉ tiêu'.

    Not flagged: two plans, each with who set it; what is striven for ('phấn đấu cả năm hoàn thành kế hoạch').
    """
    for found in _OF_PLAN.finditer(report.text):
        number = _RATE.search(report.text, max(found.start() - _LONGEST_RATE, 0), found.start())
        rate = parse_number(number[0].strip()) if number else None
        giver, other = set(_GIVER.findall(found["of"])), set(_GIVER.findall(found["behind"]))
        other_time = _PART_OF_TIME.search(found["behind"]) or _NOT_SAID.search(found["between"])
        if number is None or rate is None or other_time or (giver and giver != other) or _OF_AIMS.match(found["of"]):
            continue
        if _excludes(found["said"], rate, _WHOLE):
            place, related = Span(number.start(), found.end("of")), Span(found.start("said"), found.end())
            yield told_otherwise(report.text, place, related)

    for share in _SHARE_TOLD.finditer(report.text):
        rate = parse_number(share["rate"])
        if rate is not None and _excludes(share["said"], rate, _WHOLE):
            place = Span(share.start("rate"), share.end("rate") + 1)
            yield told_otherwise(report.text, place, Span(share.start("said"), share.end()))


_PLAN_FIRST = re.compile(
    r"(?<!\w)(?P<said>(?:[Hh]oàn thành )?vượt|[Hh]oàn thành|(?:không|chưa) (?:đạt|hoàn thành|vượt))"
    rf"(?: mức)?(?: so với)? (?:các )?{AIM}(?P<of>[^.;,:()%\d\n]{{0,50}}?)(?:,\s|\s?\(|\svới )"
    r"(?P<told>(?:chỉ |mới |ước )?(?:đạt |bằng )?(?:tỷ lệ )?)"
    rf"(?P<rate>{NUMBER})\s?%(?:\s?[).;]|\s(?:so với )?{AIM}(?P<behind>[^.;,\n]{{0,40}}))"
)


def check_verdicts_before_rates(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for a verdict told before the share of the plan that denies it: 'Thu ngân sách
    vượt dự toán, đạt 87% kế hoạch giao', 'không đạt kế hoạch (đạt 104,5%)'.
    """
    tasks = tasks_of(report)
    for found in finds(_PLAN_FIRST, report.text):
        rate, low = parse_number(found["rate"]), clause_start(report.text, found.start())
        said, behind = found["said"].lower(), found["behind"] or ""
        if found["behind"] is None and said not in _SHORT:
            continue  # 'bao phủ bảo hiểm y tế vượt kế hoạch, đạt 93,3%': a rate of its own
        giver, other = set(_GIVER.findall(found["of"])), set(_GIVER.findall(behind))
        if (giver and other and giver != other) or _NOT_SAID.search(report.text, low, found.start("said")):
            continue
        if _PART_OF_TIME.search(found["of"] + behind) or tasks.touch(Span(*found.span())):
            continue
        if rate is not None and _excludes(said, rate, _WHOLE):
            place = Span(found.start("said"), found.end("of"))
            yield told_otherwise(report.text, place, Span(found.start("told"), found.end("rate") + 1))


def _excludes(said: str, reached: Decimal, asked: Decimal) -> bool:
    """Whether what is said of a plan denies what was reached of it."""
    if said in _SHORT:
        return reached > asked if said.endswith("vượt") else reached >= asked
    return reached < asked or (said.endswith("vượt") and reached == asked)


_REACHED = tuple(
    re.compile(
        rf"{word}(?: (?:được )?giao)?[^.;:%\d\n]{{0,60}}? (?:là )?(?P<asked>{NUMBER})"
        r" (?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)[^.;:\d\n]{0,40}[;,.]\s?"
        r"(?:[Kk]ết quả|[Tt]hực hiện|[Tt]rong năm|[Đđ]ến nay|[Ss]ố|[Đđ]ã|\d{1,2} tháng|[Nn]ăm \d{4})"
        rf"[^.;:%\d\n]{{0,60}}? (?P<reached>{NUMBER})"
        r" (?P=unit)(?P<between>[^.;\d\n]{0,20}?), (?:đã )?"
        rf"(?P<said>(?:hoàn thành |đạt )?(?:và )?vượt|(?:không|chưa) (?:đạt|hoàn thành))(?: mức)? (?:so với )?{AIM}"
        r"(?![^.;,\n]{0,12} (?:quý|tháng|kỳ|đợt|vụ|giai đoạn)(?!\w))"
    )
    for word in ("hỉ tiêu", "ế hoạch")
)


def check_verdicts_on_plans(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where what was reached of a plan is told as more, or less, than the plan: 'Chỉ
    tiêu ... cho 150 lao động; kết quả ... cho 126 lao động, vượt chỉ tiêu'.
    """
    for found in (one for pattern in _REACHED for one in finds(pattern, report.text)):
        asked, reached = parse_number(found["asked"]), parse_number(found["reached"])
        if asked is not None and reached is not None and _excludes(found["said"], reached, asked):
            place, related = Span(found.start("said"), found.end()), Span(found.start("asked"), found.end("between"))
            yield told_otherwise(report.text, place, related)


_MOST_OF = tuple(
    re.compile(
        rf"{word}(?<=(?i:{first}){word})(?!\w)(?! dân tộc)(?P<noun>[^.,;:(\n]{{0,60}})(?P<mark>[,:(]) ?"
        r"(?P<lead>(?:(?:có|với|chiếm|đạt|tới|tỷ lệ|chỉ|mới|gồm) ){0,6})"
        rf"(?:(?P<part>{NUMBER})\s?/\s?(?P<whole>{NUMBER})(?![\d/])(?P<behind>[^.,;()\n]{{0,60}})"
        rf"|(?P<rate>{NUMBER})\s?%(?! (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu))(?P<of>[^.,;()\n]{{0,40}}))"
    )
    for first, word in (
        ("c", "ơ bản các"),
        ("đ", "a số"),
        ("p", "hần lớn"),
        ("h", "ầu hết"),
        ("q", "uá nửa"),
        ("t", "hiểu số"),
    )
)
_FEW = "hiểu số"
_A_MINORITY = re.compile(r"(?:[.;,\n] ?|(?<!\w)(?:một|chỉ|còn) )[Tt]$")  # not 'dân tộc thiểu số', 'giảm thiểu số vụ'
_HALF = Decimal(1) / 2
_OF_TOTAL = re.compile(r"\s(?:trên |trong |của )?(?:tổng(?: số)?|toàn(?: bộ)?|số)\s(?P<whole>\S+(?: \S+)?)")
_COUNTED_ALONE = 3  # words behind a share that name what it counts and say nothing of it


def check_most(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where 'most' are less than half: 'Đa số hộ dân đồng tình: 85/240 hộ ký cam kết'.

    Not flagged: dates, ethnic minorities ('dân tộc thiểu số'), plans; a share that a comma sets behind with a matter of
    its own ('Đa số cán bộ nhiệt tình, có 12/36 cán bộ đạt loại giỏi'); a rate of a greater whole.
    """
    tasks = tasks_of(report)
    for found in (one for pattern in _MOST_OF for one in finds(pattern, report.text)):
        few, whole = found[0].startswith(_FEW), parse_number(found["whole"] or "0")
        if few and not _A_MINORITY.search(report.text, max(found.start() - 8, 0), found.start()):
            continue
        if tasks.touch(Span(*found.span())) or (found["part"] and not whole):
            continue
        number = parse_number(found["part"] or found["rate"]) or Decimal(0)
        rate = number / (whole if found["part"] and whole else _WHOLE)
        if rate <= 1 and (rate > _HALF if few else rate < _HALF) and _is_of_most(found):
            start = found.start("part") if found["part"] else found.start("rate")
            yield told_otherwise(report.text, Span(found.start() - 1, start), Span(start, found.end()))


def _is_of_most(found: re.Match[str]) -> bool:
    """Whether a share or rate is of those who are said to be most, in the matter of which it is said."""
    if found["part"]:
        of_them = found["mark"] != "," or found["lead"].startswith("với ")
        return of_them or len(found["behind"].split()) <= _COUNTED_ALONE
    of = _OF_TOTAL.match(found["of"])
    return of is None or found["noun"].strip().startswith(of["whole"])


CHECKS = (check_verdicts_on_rates, check_verdicts_before_rates, check_verdicts_on_plans, check_most)
