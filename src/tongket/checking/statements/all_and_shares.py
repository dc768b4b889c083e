"""All of them, and a share that is less (nói 100%, chỗ khác ghi tỷ lệ thấp hơn).

    'Xét công nhận tốt nghiệp: 138/140 học sinh', then '100% học sinh lớp 9 được công nhận tốt nghiệp'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tongket.checking.evidence.clauses import (
    Sentence,
    are_of_one_kind,
    are_of_one_level,
    is_of_part,
    sentences,
    told_otherwise,
    words_of,
)
from tongket.checking.evidence.near_numbers import prose_of
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report

_OF_GROUP = r"(?:(?:lớp|khối|loại|nhóm) \d{1,2}|(?:(?:dưới|trên|từ|đủ) )?\d{1,2}(?: ?[-–] ?\d{1,2})? tuổi)"
_ALL = re.compile(
    r"(?:100\s?%(?: (?:tổng )?số| các)?|(?<!\w)[Tt]ất cả(?: các)?|(?<!\w)[Tt]oàn bộ(?: số| các)?) "
    r"(?P<who>(?!(?:chỉ tiêu|kế hoạch|dự toán|số vốn|kinh phí|nguồn)(?!\w))[^.,;:()\d\n%]{2,30}?)"
    rf"(?P<kind>(?: {_OF_GROUP})?)"
    r"(?: (?:đều|đã|đủ điều kiện|thuộc diện))* (?P<act>(?:được|đạt|có|tham gia|sử dụng|hoàn thành|ký|đăng ký|thực hiện"
    r"|tổ chức|xây dựng|tiếp cận)(?!\w) [^.,;:()\n]{5,80})"
)
_THEN = re.compile(
    r"(?<!\w)(?:[Ss]au (?:khi|đó|thi lại)|thi lại|lần (?:2|hai)|[Đđ]ợt (?:2|hai|II)|[Đđ]ến (?:hết|cuối))(?!\w)"
)
_NARROWER = re.compile(r"(?<!\w)(?:nâng cao|chuyên sâu|kiểu mẫu|mức độ|cấp độ|loại giỏi|xuất sắc)(?!\w)")
_NO = re.compile(r"(?<!\w)(?:chưa|không|còn|thiếu|mới)(?!\w)")
_CIRCUMSTANCES = re.compile(
    r" (?:do|vì|để|nên|trong|từ|nhưng|mà|đến|theo|khi|so với|vào|tại|trên địa bàn|qua)(?!\w).*$"
)
_GROUP = re.compile(rf"(?<!\w){_OF_GROUP}(?!\w)")
_RATE = re.compile(r"\W*(?:[^.;,\d]{0,40}, )?[Tt](?:ỷ|ỉ) lệ [^.;,]{5,110} (?:đạt|là|chiếm|được|đạt tỷ lệ) \d[\d,]*\s?%")
_ALL_OF_THEM = 100
_FEWEST, _MOST = 3, 100  # words of what all do; statements of all
_MOST_SHARES = 500


@dataclass(frozen=True, slots=True)
class _Claim:
    """What is said of all: the sentence and its place, their noun, the group, the words of what they do."""

    sentence: Sentence
    place: Span
    who: str
    group: str
    words: frozenset[str]


def check_all_and_shares(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all are said to have done, had or got what fewer of them did by a share
    that is told elsewhere, whatever words stand in between.

    Not flagged: aims, parts, other times and groups; what came after ('sau khi thi lại'); few words; a share of those
    who did more ('mức độ 2', 'nâng cao').
    """
    told = sentences(report)
    claims = [claim for one in told if one.now and not one.search(_THEN) for claim in _claims(report, one)][:_MOST]
    shares = list(islice((one for one in prose_of(report) if _is_of_some(one)), _MOST_SHARES)) if claims else []
    for claim in claims:
        other = next((at for one in shares if (at := _denied_by(report, told, claim, one)) is not None), None)
        if other is not None:
            yield told_otherwise(report.text, claim.place, other)


def _claims(report: Report, one: Sentence) -> Iterator[_Claim]:
    for found in one.finds(_ALL):
        words = words_of(_CIRCUMSTANCES.sub("", found["act"])) - words_of(found["who"])
        if len(words) >= _FEWEST and not is_of_part(report, one.text[: found.start()]):
            yield _Claim(one, one.place_of(found), found["who"].lower(), found["kind"].strip().lower(), words)


def _is_of_some(one: Figure) -> bool:
    """Whether a number is a share of less than all, and no aim."""
    value = one.value
    plain = not one.target and not one.change and not is_hedged(one) and bool(one.unit)
    if one.unit == "%":
        return plain and 0 < (single(value) or 0) < _ALL_OF_THEM
    return plain and isinstance(value, Share) and 0 < value.part < value.whole


def _denied_by(report: Report, told: tuple[Sentence, ...], claim: _Claim, share: Figure) -> Span | None:
    """Where a sentence tells a share of those of whom a claim tells all, in words that hold all of the claim's."""
    is_rate = share.unit == "%"
    if not is_rate and not (claim.who == share.unit or claim.who.startswith(f"{share.unit} ")):
        return None
    index = bisect_left(told, share.start, key=lambda one: one.place.end)
    sentence = told[index] if index < len(told) else None
    if sentence is None or not sentence.place.start <= share.start or sentence is claim.sentence or not sentence.now:
        return None
    small, words = sentence.small, words_of(sentence.text)
    if is_rate and not (_RATE.match(sentence.text) and words_of(claim.who) <= words and small.count("%") == 1):
        return None
    groups = set(_GROUP.findall(small))
    if not claim.words <= words or sentence.search(_NO) or (groups and claim.group not in groups):
        return None
    if not are_of_one_kind(claim.words, words) or not are_of_one_level(claim.sentence.text, sentence.text):
        return None
    if sentence.search(_NARROWER) and not claim.sentence.search(_NARROWER):
        return None
    if is_of_part(report, _GROUP.sub("", sentence.text[: share.start - sentence.place.start])):
        return None
    return sentence.place


CHECKS = (check_all_and_shares,)
