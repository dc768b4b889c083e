"""What one sentence denies and another takes for known (phủ nhận rồi lại nhắc đến như đã có).

    'không để xảy ra cháy', then 'Rút kinh nghiệm từ vụ cháy kho hàng đêm 11/02'; 'chưa tổ chức được hội nghị đối thoại
    với thanh niên', then 'Tại hai hội nghị đối thoại với thanh niên, lãnh đạo xã đã trả lời 27 ý kiến'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. What is told as new, with its verb
and its number, other checks of denials see; here nothing says that it happened, the sentence starts from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tongket.checking.evidence.clauses import Sentence, is_of_part, sentences, told_otherwise
from tongket.checking.evidence.own_years import own_years
from tongket.checking.evidence.pieces import may_hold
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.matters import words_for, words_of_matters
from tongket.vietnamese.unicode import CAPITALS
from tongket.vietnamese.years import YEAR

_DENIES = (
    r"(?:k(?<!\w.)hông|c(?<!\w.)hưa)(?: (?:có|còn|để xảy ra|xảy ra|để|phát sinh|ghi nhận|phát hiện))+"
    r"(?: (?:vụ|ca|trường hợp|tình trạng|ổ|đám|một|bất kỳ|việc))*"
)
_EVENT = r"(?<!\w)(?P<event>(?:(?:vụ(?: việc| án)?|ca|đám|trường hợp) (?:bị |mắc |bệnh )?(?:{words})|{own})(?!\w).*)"
_STARTS_FROM = re.compile(
    r"(?:^\W*|(?<!\w)(?:từ|sau|qua|trước|hậu quả|rút kinh nghiệm|liên quan đến|đối với|trong) )(?:các |hai |ba |\d+ )?$"
)
_SURE = re.compile(
    rf"(?<!\w)(?:tại|ở|thuộc|khu|đêm|ngày \d|làm|gây|thiệt hại|khiến)(?!\w)|\d/\d|(?<!\w)[{CAPITALS}]\w+ [{CAPITALS}]"
)
_ELSEWHERE = re.compile(
    rf"(?<!\w)(?:Hà Nội|TP|Thành phố|thành phố [{CAPITALS}]|tỉnh [{CAPITALS}]|nơi khác|địa phương khác"
    rf"|(?:xã|huyện|tỉnh|thôn) (?:bên|bạn)|lân cận|giáp ranh|lan sang|lan sát|các tỉnh|một số"
    rf" (?:tỉnh|địa phương|nơi)|nước|giả định|diễn tập|huyện [{CAPITALS}]|quận)"
)
_DISEASES = (
    "tai xanh|cúm|lở mồm long móng|lmlm|(?:dịch )?tả(?: lợn)?|dại|viêm da|nhiệt thán|tụ huyết trùng|sởi|sốt xuất huyết"
    "|tay chân miệng|covid|bạch hầu|ho gà|thủy đậu|sốt rét|ebola|zika"
)
_NARROWED = (
    r" (?:lớn|nghiêm trọng|mới|kéo dài|tái phát|(?:trên|ở|đối với|trong|của|do|tại) (?!địa bàn|toàn|năm|kỳ)"
    rf"|(?:bệnh )?(?:{_DISEASES})(?!\w))"
)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:năm trước|trước đây|giai đoạn trước|nếu|sẽ|có thể|nguy cơ|phương án|dự kiến|phấn đấu)(?!\w)"
)
_STRIVES = re.compile(
    r"(?<!\w)(?:bảo đảm|đảm bảo|kiên quyết|quyết tâm|nhằm|để|cần|phải|yêu cầu|mục tiêu|cam kết|chỉ đạo)[^,;]{0,20}$"
)
_QUARTER = re.compile(r"(?<!\w)[Qq]uý (?P<quarter>IV|I{1,3}|[1-4])(?!\w)")
_QUARTERS = {"I": 1, "1": 1, "II": 2, "2": 2, "III": 3, "3": 3, "IV": 4, "4": 4}
_DAY = re.compile(r"(?<![\d/])\d{1,2}/(?P<month>\d{1,2})(?:/\d{4})?(?![\d/])")


def check_events_presupposed(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where an event that is denied is the one from which another sentence starts.

    Not flagged: other times and places, drills; denials of a part (a hamlet, a quarter in which the event was not).
    """
    events: dict[str, list[tuple[Sentence, re.Match[str]]]] = {}
    for denial in sentences(report):
        found = _denied().search(denial.small) if may_hold(_denied(), denial.small) else None
        if found is None or not _is_of_report(report, denial) or _STRIVES.search(denial.small[: found.start()]):
            continue
        matter = found["matter"]
        if matter not in events:  # several denials may be of one matter
            pattern = _event_of(matter)
            may_be = (one for one in sentences(report) if may_hold(pattern, one.small))
            events[matter] = [(one, at) for one in may_be if (at := pattern.search(one.small))][:_MOST]
        for other, told in events[matter]:
            if other is not denial and _is_told(report, denial, found, other, told):
                event = Span(other.place.start + told.start("event"), other.place.end)
                yield told_otherwise(report.text, denial.place_of(found), event)
                break


@cache
def _denied() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(words_of_matters(), key=len, reverse=True)))
    return re.compile(rf"{_DENIES} (?P<matter>{words})(?!\w)(?!{_NARROWED})")


@cache
def _event_of(matter: str) -> re.Pattern[str]:
    words = sorted((word for of in matter.split(", ") for word in words_for(of)), key=len, reverse=True)
    own = [word for word in words if word.startswith("ổ ")]  # which is an event by its own name
    said = _EVENT.replace("{words}", "|".join(map(re.escape, words)))
    return re.compile(said.replace("{own}", "|".join(own) if own else r"(?!)"))


def _is_of_report(report: Report, sentence: Sentence) -> bool:
    """Whether a sentence tells of the year of the report, as it was."""
    years = set(YEAR.findall(sentence.text)) - own_years(report)
    return not (_OTHER_TIME.search(sentence.small) or years or tasks_of(report).touch(sentence.place))


def _is_told(report: Report, denial: Sentence, denied: re.Match[str], other: Sentence, told: re.Match[str]) -> bool:
    """Whether an event is one that happened, in the place and the time of which a sentence denies any."""
    rest = other.text[told.start("event") :]
    if not _STARTS_FROM.search(other.small[: told.start()]) or not _SURE.search(rest) or _ELSEWHERE.search(rest):
        return False
    if not _is_of_report(report, other):
        return False
    before = denial.text[: denied.start()]
    quarter = _QUARTER.search(before)
    if quarter is None:
        return not is_of_part(report, before)
    day = _DAY.search(rest)
    return day is not None and (int(day["month"]) + 2) // 3 == _QUARTERS[quarter["quarter"]]


_HELD = r"hội nghị|hội thi|hội thảo|lớp|cuộc|buổi|diễn đàn|tọa đàm|đoàn|tổ|ban|mô hình|đợt|chợ|ngày hội|giải|câu lạc bộ"
_NOT_HELD = re.compile(
    rf"(?<!\w)chưa (?:tổ chức|mở|thành lập|tiến hành|họp|xây dựng)(?: được)? (?:các )?(?P<what>(?:{_HELD})(?!\w)"
    rf"(?P<any> nào(?!\w))?[^.,;:()\n\d]{{0,60}})"
)
_CIRCUMSTANCE = re.compile(r" (?:do|vì|để|trong|theo|vào|nào|nên|ở các|cho các|như|mà)(?!\w).*$")
_SOME = r"^\W*(?:(?:tại|qua|sau|trong|kết thúc|từ) )?(?:(?:các|những|cả|hai|ba|bốn|\d{1,2}) )*"
_HOSTED = re.compile(r"(?<!\w)do (?!xã|thiếu)[^.,;\n]{2,40}? (?:tổ chức|mời|mở|chủ trì)(?!\w)|(?<!\w)cấp trên(?!\w)")
_IN_A_TIME = re.compile(r"(?<!\w)(?:quý|tháng|đợt|tuần|học kỳ|đầu năm|cuối năm)(?!\w)")
_TELLS = re.compile(r"\d|(?<!\w)(?:đã|đều)(?!\w)")
_LEAST = 4  # words of what is denied, so that it is no other


def check_meetings_presupposed(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where what was not yet held or founded is where another sentence begins.

    Not flagged: what others hold; other times; what shares a part of its name only.
    """
    known: dict[str, list[Sentence]] = {}
    for denial in sentences(report):
        found = _NOT_HELD.search(denial.small) if "chưa" in denial.small else None
        what = _CIRCUMSTANCE.sub("", found["what"]).strip() if found else ""
        if found is None or not _is_of_report(report, denial) or not (found["any"] or len(what.split()) >= _LEAST):
            continue
        if is_of_part(report, denial.text[: found.start()]) or _IN_A_TIME.search(found["what"]):
            continue
        if what not in known and len(known) < _MOST:
            known[what] = list(_taken_as_known(report, what))
        other = next((one for one in known.get(what, ()) if one is not denial), None)
        if other is not None:
            yield told_otherwise(report.text, denial.place_of(found), other.place)


_MOST = 200  # things, and events of one matter: no report has more, and each is looked for in all sentences


def _taken_as_known(report: Report, what: str) -> Iterator[Sentence]:
    """The sentences that begin from what is said to be not yet held or founded."""
    pattern = re.compile(rf"{_SOME}{re.escape(what)}(?!\w)(?P<rest>.*)")
    for other in sentences(report):
        told = pattern.search(other.small) if what in other.small and _is_of_report(report, other) else None
        if told is not None and _TELLS.search(told["rest"]) and not _HOSTED.search(told["rest"]):
            yield other


CHECKS = (check_events_presupposed, check_meetings_presupposed)
