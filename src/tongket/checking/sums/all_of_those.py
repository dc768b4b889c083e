"""All of those told before, and more of them (nói 'đều' mà nhiều hơn số đã nêu): 'số tiền nộp thiếu của 15 chi bộ; đến
nay 17 chi bộ nộp thiếu đều đã nộp đủ'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.near_numbers import amount, prose_of
from tongket.checking.evidence.numbers import is_hedged
from tongket.checking.evidence.same_matter import keys_of
from tongket.checking.evidence.stops import clause_end, clause_start
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_ALL_OF_THEM = re.compile(
    r"(?P<what>(?: [^\W\d_]+){0,5}?) (?:nêu trên |này |trên |nói trên )?đều(?= (?:đã|được|có|bị))"
)
_OTHERS = re.compile(
    r"(?<!\w)(?:trong đó|còn lại|khác|cùng kỳ|năm trước|cả|tổng|lũy kế|nhiệm kỳ|ngoài ra|thêm|toàn"
    r"|sau \d+ (?:năm|tháng))(?!\w)",
    re.IGNORECASE,
)
_EMPTY = keys_of("nghèo cận chính sách khó khăn có bị được đã của các những số này trên nêu nói")
_FAR = 260  # letters before in which those are told
_MOST = 8  # numbers


def check_all_of_those(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where more, all of them, are said to have done something than the sentence
    before counts of the same kind in the same words.

    Not flagged: fewer, which may be some of them; others; several numbers of the kind before, or none in these words;
    words of what they are, for many things are done for 'hộ nghèo'.
    """
    figures, text = prose_of(report), report.text
    for index, all_ in enumerate(figures):
        found = _ALL_OF_THEM.match(text, all_.end) if is_plain(all_) and not is_hedged(all_) else None
        words = keys_of(found["what"]) - _EMPTY if found else frozenset()
        if found is None or not words or not all_.base_unit:
            continue
        before = [one for one in figures[max(index - _MOST, 0) : index] if all_.start - one.end <= _FAR]
        alike = [one for one in before if one.base_unit == all_.base_unit and is_plain(one) and not is_hedged(one)]
        if len(alike) == 1 and amount(alike[0]) < amount(all_) and words <= _around(text, alike[0]):
            between = text[clause_start(text, alike[0].start) : found.end()]
            if "\n" not in text[alike[0].end : all_.start] and not _OTHERS.search(between):
                yield told_otherwise(text, Span(all_.start, found.end()), Span(alike[0].start, alike[0].end))


def _around(text: str, one: Figure) -> frozenset[str]:
    """The words of the clause of a number."""
    return keys_of(text[clause_start(text, one.start) : clause_end(text, one.end)])


CHECKS = (check_all_of_those,)
