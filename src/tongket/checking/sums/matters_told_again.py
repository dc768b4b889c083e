"""One matter told at two places in the same words, with two numbers (một nội dung, hai nơi hai số): 'hiến 4.250 m2 đất'
among the results, 'hiến 4.850 m2 đất' in the assessment, 'Diện tích đất nhân dân hiến: 4.250 m2' in the appendix.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.clauses import matter_at, told_otherwise
from tongket.checking.evidence.matters import Matter, Statement, matters_of
from tongket.checking.evidence.stops import line_start
from tongket.checking.evidence.whose import DOERS, are_of_two_labels, doers
from tongket.checking.sums.matters_in_other_words import denied_in_other_words
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.unicode import key

_BOTH = 2  # numbers that deny each other; more are of several times or places
_FEW = 12  # things that are counted, which a slip of one digit makes of any fewer
_FAR = 3  # times that one number is the other, beyond which they hardly tell of one thing


def check_matters_told_again(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where two paragraphs, or a paragraph and a row of a table, tell one matter in
    the same words and unit with two numbers; or an introduction or assessment in mostly the same
    words, but for a slip of the pen.

    Not flagged: elsewhere what only some words of tell alike; other times than the title's, parts, plans, hedges and
    changes; matters told with three numbers or with two that are far apart; papers that are no reports.
    """
    if report.letterhead.doc_type != "Báo cáo":
        return
    statements = tuple(matters_of(report))
    told: dict[Matter, list[Statement]] = defaultdict(list)
    for one in statements:
        if one.firm:
            told[one.matter].append(one)
    seen: set[Span] = set()
    pairs = [_denied(report.text, several) for several in told.values()]
    for pair in (*pairs, *denied_in_other_words(report, statements)):
        if pair is not None and seen.isdisjoint(one.place for one in pair) and not _are_below_two_bodies(report, *pair):
            seen.add(pair[0].place)
            yield _finding(report.text, *pair)


def _denied(text: str, several: Sequence[Statement]) -> tuple[Statement, Statement] | None:
    """The statement of the prose that another one of the same matter denies, with that one."""
    amounts = [one.amount for one in several]
    low, high = min(amounts), max(amounts)
    few = not several[0].matter[0] and high <= _FEW
    if len(set(amounts)) != _BOTH or not low or (high > low * _FAR and not few):
        return None
    odd = min(reversed(several), key=lambda one: (one.cell is not None, amounts.count(one.amount)))
    others = [one for one in several if one.amount != odd.amount]
    other = next((one for one in others if one.cell is not None), others[0])
    if odd.cell is not None or (other.cell is None and are_of_two_labels(text, odd.place.start, other.place.start)):
        return None
    noun = (odd.figure.base_unit or odd.figure.unit).split()
    if len(noun) == 1 and noun != ["%"] and match_unit(noun) is None:
        return None  # 'bê tông nhựa chặt 19 dày 6 cm'
    if other.cell is None and doers(text, odd.figure.start) != doers(text, other.figure.start):
        return None
    first, last = sorted((odd.place, other.place))
    lines = text[first.end : last.start].count("\n")
    beside = lines == 1 and not _SUMS_UP.match(text, line_start(text, last.start, _LINE))  # items of one list
    return (odd, other) if lines and not beside else None


_LINE = 400  # letters before a number in which its line begins
_SUMS_UP = re.compile(
    r"\W*(?:Đánh giá|Tóm lại|Nhìn chung|Ưu điểm|Kết luận|Tồn tại|Hạn chế|Kết quả chung)(?!\w)", re.IGNORECASE
)


def _are_below_two_bodies(report: Report, one: Statement, other: Statement) -> bool:
    """Whether the headings above two places name two bodies: '1. Hội Nông dân', '2. Hội Phụ nữ'."""
    if other.cell is not None:
        return False
    named = [{key(found) for found in DOERS.findall(matter_at(report, at.place.start))} for at in (one, other)]
    return all(named) and named[0].isdisjoint(named[1])


def _finding(text: str, odd: Statement, other: Statement) -> Finding:
    if other.cell is None:
        return told_otherwise(text, odd.place, other.place)
    facts = {"text": odd.figure.text, "table": other.cell.shown(), "label": other.row}
    place = Span(odd.figure.start, odd.figure.end)
    return Finding("body-appendix-mismatch", "error", place, "", facts, (other.place,))


CHECKS = (check_matters_told_again,)
