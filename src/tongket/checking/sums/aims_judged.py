"""How many aims were exceeded, reached and missed, against all of them (số chỉ tiêu vượt, đạt, chưa đạt): 'Trong 15
chỉ tiêu, đến nay có 05 chỉ tiêu vượt, 06 chỉ tiêu đạt, 03 chỉ tiêu chưa đạt'.

A case of ``sum-mismatch``, whose page stands with the arithmetic. An aim is met or it is not: where the missed ones are
told beside the others, no aim is left.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.borne_out import figures_at
from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.mismatches import sum_mismatch
from tongket.checking.evidence.near_numbers import amount
from tongket.checking.evidence.stops import sentence_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_MET = r"(?:cơ bản )?(?:đạt(?: và vượt)?|vượt(?: và đạt)?|hoàn thành(?: vượt mức)?)"
_MISSED = r"(?:không|chưa) (?:đạt|hoàn thành|thực hiện)"
_NOUN = r"(?:chỉ tiêu|tiêu chí|mục tiêu|nhiệm vụ)"
_PART = rf"\d{{1,3}}(?: {_NOUN})? (?:{_MET}|{_MISSED})(?!\w)(?: (?!trong |và |còn )[^\W\d_]+){{0,5}}"
_JUDGED = re.compile(
    rf"(?P<all>\d(?<![\d.,/]\d)\d{{0,2}}) {_NOUN}(?P<said>[^.;:()\d\n]{{0,120}}?)[,:;]? "
    rf"(?:(?:đến nay|đã|có|thì)\s){{0,3}}(?P<parts>{_PART}(?:(?:[,;]|,? và) (?:còn |có )?{_PART}){{1,3}})"
    rf"(?P<tail>[^.\n]{{0,60}})"
)
_NUMBER = re.compile(rf"(?<!\w)\d{{1,3}}(?=(?: {_NOUN})? (?:{_MET}|{_MISSED})(?!\w))")
_NARROWED = re.compile(rf"(?<!\w)(?:{_MET}|trong (?:số )?đó|riêng|nhóm|gồm)(?!\w)")
_GOES_ON = re.compile(
    rf"(?:,|;| và)\s[^.\n]{{0,30}}?\d{{1,3}} (?:{_NOUN}|chưa|không|đang)(?!\w)|[^.\n\d]{{0,30}}(?:còn lại|khác)(?!\w)"
)


def check_aims_judged(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the aims exceeded, reached and missed are not all aims.

    Not flagged: lists without missed ones; lists that go on with aims not judged yet, or that are of those reached.
    """
    at = figures_at(report)
    for found in finds(_JUDGED, report.text):
        if re.search(_MISSED, found["parts"]) is None or _NARROWED.search(found["said"]):
            continue
        if _GOES_ON.match(found["tail"]):
            continue
        places = [one.start() + found.start("parts") for one in _NUMBER.finditer(found["parts"])]
        whole, parts = at.get(found.start("all")), [at[place] for place in places if place in at]
        if whole is None or len(parts) != len(places) or len(parts) < len(("met", "missed")):
            continue
        made = sum(map(amount, parts), Decimal(0))
        if made != amount(whole):
            yield sum_mismatch(whole, amount(whole), parts, made)


_WAYS = r"(?P<{}>(?:đạt|hoàn thành)(?:,| và) (?:hoàn thành )?vượt(?: mức)?|vượt(?: mức)?|đạt|hoàn thành)"
_COUNT = r"(?P<{0}>\d(?<![\d.,/]\d)\d{{0,2}})(?:/(?P<{1}>\d{{1,3}}))?"
_TOLD = re.compile(
    rf"{_COUNT.format('before', 'of')} chỉ tiêu(?P<said>(?: (?!trở)[^\W\d_]+){{0,6}}?)"
    rf" (?:đã |được )?{_WAYS.format('way')}(?!\w)(?! (?:từ|trên|dưới|khoảng|\d|chuẩn))"
    rf"|(?<!\w){_WAYS.format('first')} {_COUNT.format('behind', 'all')} chỉ tiêu(?P<more>(?: [^\W\d_]+){{0,3}})"
)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:trong đó|năm (?:19|20)\d\d|[69] tháng|quý|tháng|cùng kỳ|trước|đầu năm|phấn đấu|dự kiến|ước)(?!\w)",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    r"(?<!\w)(?:về|nhóm|lĩnh vực|kinh tế|xã hội|văn hóa|môi trường|thành phần|xã|huyện giao|tỉnh giao|pháp lệnh|riêng"
    r"|mỗi|từng)(?!\w)",
    re.IGNORECASE,
)
_OPENS_A_FIELD = re.compile(r"\s*(?:[-+*•]\s?)?(?:Về|Lĩnh vực|Trong lĩnh vực|Nhóm|Riêng)(?!\w)")
_BACK = 120  # letters of a sentence before the aims


def check_aims_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where two paragraphs tell how many aims were reached, of as many, with two
    numbers: '12/14 chỉ tiêu đạt và vượt', then '13/14 chỉ tiêu Đại hội đề ra đạt và vượt'.

    Not flagged: aims of a field, a year or a part of it; tasks; reports that tell three numbers.
    """
    if "chỉ tiêu" not in report.text:
        return
    tasks = tasks_of(report)
    told: dict[tuple[str, str], list[tuple[int, Span]]] = defaultdict(list)
    for found in finds(_TOLD, report.text):
        low = sentence_start(report.text, found.start(), _BACK)
        low = max(low, report.text.rfind(";", low, found.start()) + 1)
        before, own = report.text[low : found.start()], (found["said"] or "") + (found["more"] or "")
        some = _OF_SOME.search(before.rpartition(",")[2] + own) or _OPENS_A_FIELD.match(before)
        if some or _OTHER_TIME.search(before + own) or tasks.touch(Span(*found.span())):
            continue
        way = "both" if "vượt" in (words := found["way"] or found["first"]) and not words.startswith("vượt") else words
        number = int(found["before"] or found["behind"])
        told[way, found["of"] or found["all"] or ""].append((number, Span(*found.span())))
    for several in told.values():
        (first, place), *others = several
        other = next(((number, at) for number, at in others if number != first), None)
        if other is None or len({number for number, _ in several}) > len(("one", "other")):
            continue
        if "\n" in report.text[place.end : other[1].start]:
            yield told_otherwise(report.text, other[1], place)


CHECKS = (check_aims_judged, check_aims_told_twice)
