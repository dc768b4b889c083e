"""Causes that cannot bring about what is told as their effect (nguyên nhân trái với hậu quả).

A drought floods no field, and rain dries none up, unless it broke what brings the water; nothing freezes to death of
heat; what was done well brings no more crimes, and bad weather no better harvest. The words are general knowledge. A
case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.checking.evidence.clauses import Sentence, sentences
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.wished import GOODS, HARMS
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_FLOODED = (
    r"(?:(?:bị )?ngập (?:úng|lụt|sâu|nước)|bị ngập|(?:bị )?úng (?:ngập|lụt|nước)|bị úng|lũ (?:tràn|cuốn)|nước lũ"
    r"|cuốn trôi)(?!\w)"
)
_DRIED = r"(?:khô hạn|hạn hán|nắng hạn|cháy rừng|khô cháy|cháy khô|cháy lá|nứt nẻ|khô kiệt|cạn kiệt)(?!\w)"
_FROZEN = r"(?:chết rét|chết cóng|đóng băng|băng giá)(?!\w)"
_NOT_THERE = r"(?<!ít )(?<!không có )(?<!chưa có )(?<!thiếu )(?<!hết )(?<!chống )(?<!sau )"


@dataclass(frozen=True, slots=True)
class _Cause:
    """Words of a cause; of what it cannot bring about; and of what else in the sentence may have brought that about."""

    words: str
    effects: str
    otherwise: re.Pattern[str]


_CAUSES = (
    _Cause(
        r"(?:nắng hạn|hạn hán|khô hạn|nắng nóng|thiếu nước tưới|ít mưa|thiếu mưa|không có mưa|mưa ít)",
        _FLOODED,
        re.compile(
            r"(?<!\w)(?:mưa(?! ít)(?<!ít mưa)(?<!thiếu mưa)(?<!không có mưa)|bão|triều|xả|vỡ|tắc|san lấp"
            r"|băng tan)(?!\w)"
        ),
    ),
    _Cause(
        rf"{_NOT_THERE}(?:mưa (?:lũ|to|lớn|dầm|bão)|lũ quét|lũ lụt|ngập lụt)",
        _DRIED,
        re.compile(
            r"(?<!\w)(?:hư|hỏng|vỡ|vùi|bồi|cuốn|kênh|mương|đập|hồ|đường ống|công trình|trạm bơm|nắng|hạn|ít mưa"
            r"|mất điện|rét|sương)(?!\w)"
        ),
    ),
    _Cause(r"(?:nắng nóng|nắng hạn|nóng gay gắt)", _FROZEN, re.compile(r"(?<!\w)(?:rét (?:đậm|hại)|lạnh|sương)(?!\w)")),
    _Cause(
        r"(?:rét đậm|rét hại|băng giá|sương muối)",
        rf"(?:{_FLOODED}|say nắng|sốc nhiệt)",
        re.compile(r"(?<!\w)(?:mưa|bão|lũ quét|nắng nóng|vỡ)(?!\w)"),
    ),
)
_NEAR = r"[^.;:\n]{0,90}?"
_BRINGS = r"(?<!\w)(?:làm|khiến|gây|dẫn đến|dẫn tới|nên|kéo theo)(?!\w)"
_BY = r"(?<!\w)(?:[Dd]o|[Vv]ì|[Bb]ởi|[Vv]ì lý do|[Nn]guyên nhân (?:là )?do)(?: ảnh hưởng của| tác động của)?(?: đợt)? "
_PATTERNS = tuple(
    tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?<!\w)(?P<cause>{one.words})(?!\w){_NEAR}{_BRINGS}{_NEAR}(?<!\w)(?P<effect>{one.effects})",
            rf"{_BY}(?P<cause>{one.words})(?!\w){_NEAR}, {_NEAR}(?<!\w)(?P<effect>{one.effects})",
            rf"(?<!\w)(?P<effect>{one.effects})[^.;:\n]{{0,40}}? (?:là )?{_BY}(?P<cause>{one.words})(?!\w)",
        )
    )
    for one in _CAUSES
)
_NAMED = tuple(re.compile(rf"(?<!\w){one.words}(?!\w)", re.IGNORECASE) for one in _CAUSES)
_DENIED = re.compile(
    r"(?<!\w)(?:không|chưa|hết|tránh|chống|phòng|khỏi|giảm|nguy cơ|hạn chế|khắc phục|thoát)(?: bị| còn| có| để)?\s$",
    re.IGNORECASE,
)


def check_causes_told(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where weather is told to have done what it cannot: 'nắng hạn kéo dài khiến 46 ha
    lúa bị ngập úng'.

    Not flagged: sentences that also tell what did it (rain after the drought, a burst canal); what did not happen or is
    guarded against; lists of disasters.
    """
    places = [[found.start() for found in finds(named, report.text)] for named in _NAMED]
    for sentence in sentences(report) if any(places) else ():
        for cause, named, patterns in zip(_CAUSES, places, _PATTERNS, strict=True):
            if bisect_left(named, sentence.place.start) == bisect_left(named, sentence.place.end):
                continue
            found = next((one for pattern in patterns if (one := sentence.search(pattern))), None)
            if found is None or _is_explained(sentence.text, cause, found):
                continue
            if not _DENIED.search(sentence.text, 0, found.start("effect")):
                said, effect = (" ".join(found[name].split()) for name in ("cause", "effect"))
                place, related = (_place(sentence, found, name) for name in ("cause", "effect"))
                facts = {"cause": said, "effect": effect}
                yield Finding("body-appendix-mismatch", "warning", place, "cause", facts, (related,))
                break


def _place(sentence: Sentence, found: re.Match[str], name: str) -> Span:
    low = sentence.place.start
    return Span(low + found.start(name), low + found.end(name))


def _is_explained(said: str, cause: _Cause, found: re.Match[str]) -> bool:
    """Whether a sentence tells, beside a cause and its effect, of something that may have brought the effect about."""
    (low, middle), (opens, end) = sorted((found.span("cause"), found.span("effect")))
    rest = (said[:low], said[middle:opens], said[end:])
    return any(cause.otherwise.search(part.lower()) for part in rest)


_WELL = (
    r"(?:làm|thực hiện|kiểm soát|quản lý|triển khai|chủ động|phối hợp|chỉ đạo|tổ chức)(?: (?:rất|thật))? tốt|hiệu quả"
    r"|thuận lợi|mưa thuận gió hòa|(?:được )?(?:tăng cường|đẩy mạnh|quan tâm|chú trọng|nâng lên|nâng cao)|kịp thời"
    r"|chặt chẽ|quyết liệt|đồng bộ|tích cực|đúng kỹ thuật"
)
_ILL = (
    r"hạn hán|nắng hạn|khô hạn|nắng nóng|mưa lũ|mưa bão|lũ lụt|lũ quét|thiên tai|sạt lở|rét (?:đậm|hại)|sương muối"
    r"|dịch bệnh|sâu bệnh|hạn hẹp|hạn chế|khó khăn|thiếu(?: thốn)?|yếu kém|xuống cấp|hư hỏng|buông lỏng|lỏng lẻo"
    r"|không thuận lợi|chưa (?:tốt|kịp thời|chặt chẽ|quan tâm|được quan tâm)"
)
_WORSE = (
    rf"(?:{HARMS}[^.;,\n]{{0,40}}? (?:gia tăng|tăng(?! cường)|diễn biến phức tạp|phức tạp)"
    rf"|{GOODS}[^.;,\n]{{0,40}}? (?:giảm(?! nghèo)|sa sút|đi xuống|bị hạn chế|chưa đạt|không đạt))(?!\w)"
)
_BETTER = (
    rf"(?:{GOODS}[^.;,\n]{{0,40}}? (?:tăng(?! cường)|được nâng (?:cao|lên)|đạt cao|vượt kế hoạch)"
    rf"|{HARMS}[^.;,\n]{{0,40}}? giảm"
    r"|(?:[^\W\d_]+ ){1,6}?(?:thuận lợi|đầy đủ|kịp thời|đúng tiến độ|vượt (?:kế hoạch|chỉ tiêu|dự toán)"
    r"|đạt (?:kết quả|hiệu quả) cao))(?!\w)"
)
_CAUSE = re.compile(r"(?<!\w)(?:Nhờ|Do|Vì|nhờ|do|vì) ")
_OPENS = re.compile(r"(?:^|[\n.;,:(]|- )[ \t]*(?:[-+*•] ?)?\Z")  # what stands before a cause
_BLANKS = 40  # letters of it
_TURNED = tuple(
    re.compile(
        rf"(?P<cause>(?:Nhờ|Do|Vì|nhờ|do|vì)(?: có| đã| được| việc)? [^.;\n]{{0,70}}?(?:{words})(?!\w)"
        rf"[^.;,\n]{{0,60}}?)"
        rf"(?:,? nên|, (?:vì vậy|do đó|do vậy|vì thế)|,) (?P<effect>{effect})"
    )
    for words, effect in ((_WELL, _WORSE), (_ILL, _BETTER))
)
_DENIES = re.compile(r"(?<!\w)(?:không|chưa|ít|kém|tránh|vẫn|song|nhưng|tuy|mặc dù|dù|hạn chế)(?!\w)", re.IGNORECASE)
_NOT_SO = re.compile(  # what turns the cause, or the effect, or says that it was so all the same
    r"(?<!\w)(?:không|chưa|ít|kém|tránh|vẫn|song|nhưng|tuy|mặc dù|dù|khắc phục|vượt qua|phòng|chống|ứng phó|khống chế"
    r"|kiểm soát|ngăn|phát hiện|giải quyết|hỗ trợ|tháo gỡ|giảm bớt|hết|xử lý)(?!\w)",
    re.IGNORECASE,
)
_FOUND_MORE = re.compile(r"(?<!\w)(?:phát hiện|tuần tra|thanh tra|khai báo|thống kê|rà soát|báo cáo)(?!\w)")


def check_effects_turned(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where what was done well, or was favourable, is told to have made things worse,
    and where want or bad weather made them better: 'Nhờ làm tốt công tác tuyên truyền nên tảo hôn gia tăng'.

    Not flagged: what is denied in the cause or in the effect, or fought against; more cases found by more controls.
    """
    for well, pattern in zip((True, False), _TURNED, strict=True):
        for found in _turned(pattern, report.text):
            cause, effect = found["cause"], found["effect"]
            against = _DENIES.search(cause) if well else _NOT_SO.search(_WITHOUT_OWN.sub("", cause))
            against = against or (_DENIES if well else _NOT_SO).search(effect)
            if not against and not (well and _FOUND_MORE.search(found[0])):
                facts = {"cause": " ".join(cause.split()), "effect": " ".join(effect.split())}
                place, related = Span(*found.span("cause")), Span(*found.span("effect"))
                yield Finding("body-appendix-mismatch", "warning", place, "cause", facts, (related,))


def _turned(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches at causes with which a line, a sentence or a clause opens."""
    done = 0
    for cause in finds(_CAUSE, text):
        at = cause.start()
        if at >= done and _OPENS.search(text, max(at - _BLANKS, 0), at):
            found = pattern.match(text, at)
            if found is not None:
                yield found
                done = found.end()


_WITHOUT_OWN = re.compile(r"không thuận lợi|chưa (?:tốt|kịp thời|chặt chẽ|quan tâm|được quan tâm)")


CHECKS = (check_causes_told, check_effects_turned)
