"""Causes that cannot bring about what is told as their effect (nguyên nhân trái với hậu quả).

A drought floods no field, and rain dries none up, unless it broke what brings the water; nothing freezes to death of
heat. The words are general knowledge of weather. A case of ``body-appendix-mismatch``, whose page stands with the text
against tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from tongket.checking.evidence.clauses import Sentence, sentences
from tongket.checking.evidence.finds import finds
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


CHECKS = (check_causes_told,)
