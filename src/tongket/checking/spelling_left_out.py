"""Words left out (thiếu từ): a syllable without the other half that it always has; comparisons without 'so'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.words import Words

# Syllables of official prose that make a word only with another one; no trade and no name has them alone.
_BOUND_WORDS = (
    "nhiệm quyết triển nghị trách tác biệt hoạch ninh giám dục phục thiết tịch tín hiểm biện tích hỗ thuật phê "
    "phối soát chấp ương nhượng tộc luận cấu khả trật thiểu huy thụ khấu nghiệm dưỡng tảng trữ mại nghiên khích"
)
_BOUND = frozenset(_BOUND_WORDS.split(" "))
_JOINTS = frozenset("-/–,")


def lonely(text: str, runs: Sequence[Running], lexicon: Words) -> Iterator[Finding]:
    """A bound syllable that makes no word with what stands beside it: 'phương hướng, nhiệm năm 2019', 'dân tộc thiểu
    tại chỗ'.

    Not flagged: capitals, ends of lines, what a comma or a hyphen ties to more ('lãnh, chỉ đạo').
    """
    for run in runs:
        words = run.words
        if _BOUND.isdisjoint(words):
            continue
        for i, word in enumerate(words):
            if word not in _BOUND or not all(one.islower() for one in run.shown[max(0, i - 1) : i + 2]):
                continue
            if i + 1 == len(words) or (i and run.pairs[i - 1] in lexicon.known) or run.pairs[i] in lexicon.known:
                continue
            place = run.span(i, i)
            if not i and text[max(place.start - 2, 0) : place.start] != ", ":
                continue
            if text[run.span(i, i + 1).end : run.span(i, i + 1).end + 1] in _JOINTS and i + 2 == len(words):
                continue
            here = " ".join(run.shown[max(0, i - 1) : i + 2])
            yield Finding("spelling", "warning", run.span(max(0, i - 1), i + 1), "alone", {"here": here})


_COMPARED = re.compile(
    r" với (?=(?:cùng kỳ|cùng kì|năm \d|năm trước|năm ngoái|tháng trước|quý trước|kế hoạch|dự toán|chỉ tiêu)(?!\w))"
)
_CHANGED = re.compile(r"(?<!\w)(?:tăng|giảm|cao hơn|thấp hơn)(?: [\d.,]+ ?%?(?: (?!so$)\w+){0,2})?$")
_BEFORE = 40


def without_so(text: str) -> Iterator[Finding]:
    """'tăng 5% với cùng kỳ' for 'so với cùng kỳ'."""
    for match in _COMPARED.finditer(text):
        if _CHANGED.search(text[max(0, match.start() - _BEFORE) : match.start()]):
            place = Span(match.start() + 1, match.end() - 1)
            yield Finding("spelling", "warning", place, "left-out", {"here": "với", "right": "so với"})
