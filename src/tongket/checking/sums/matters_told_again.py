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
from tongket.checking.evidence.stops import clause_start, line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.unicode import CAPITALS, key

_BOTH = 2  # numbers that deny each other; more are of several times or places
_FEW = 12  # things that are counted, which a slip of one digit makes of any fewer
_FAR = 3  # times that one number is the other, beyond which they hardly tell of one thing


def check_matters_told_again(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where two paragraphs, or a paragraph and a row of a table, tell one matter in
    the same words and unit with two numbers.

    Not flagged: what only some words of tell alike; other times than the title's, parts, plans, hedges and changes;
    matters told with three numbers or with two that are far apart; papers that are no reports.
    """
    if report.letterhead.doc_type != "Báo cáo":
        return
    told: dict[Matter, list[Statement]] = defaultdict(list)
    for one in matters_of(report):
        told[one.matter].append(one)
    seen: set[Span] = set()
    for several in told.values():
        pair = _denied(report.text, several)
        if pair is not None and pair[0].place not in seen and not _are_below_two_bodies(report, *pair):
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
    if odd.cell is not None or (other.cell is None and _are_of_two_labels(text, odd.place.start, other.place.start)):
        return None
    noun = (odd.figure.base_unit or odd.figure.unit).split()
    if len(noun) == 1 and noun != ["%"] and match_unit(noun) is None:
        return None  # 'bê tông nhựa chặt 19 dày 6 cm'
    if other.cell is None and _doers(text, odd) != _doers(text, other):
        return None
    first, last = sorted((odd.place, other.place))
    lines = text[first.end : last.start].count("\n")
    beside = lines == 1 and not _SUMS_UP.match(text, line_start(text, last.start, _LEAD))  # items of one list
    return (odd, other) if lines and not beside else None


_SUMS_UP = re.compile(
    r"\W*(?:Đánh giá|Tóm lại|Nhìn chung|Ưu điểm|Kết luận|Tồn tại|Hạn chế|Kết quả chung)(?!\w)", re.IGNORECASE
)
_DOERS = re.compile(
    r"(?<!\w)(?:cấp (?:tỉnh|huyện|xã|thôn|cơ sở)|hội (?:nông dân|liên hiệp phụ nữ|phụ nữ|cựu chiến binh|chữ thập đỏ"
    r"|người cao tuổi|khuyến học)|đoàn (?:thanh niên|liên ngành|xã|trường)"
    r"|(?:(?<!ủy )(?<!uỷ )ban|tổ|đội) [^\W\d_]+ [^\W\d_]+|mặt trận"
    rf"|công đoàn|công an|quân sự|trạm y tế|trường [^\W\d_]+ [^\W\d_]+|(?:thôn|bản|ấp) (?-i:[{CAPITALS}])[^\W\d_]*"
    r"|vụ (?:đông xuân|hè thu|xuân|mùa|đông|chiêm)|cây [^\W\d_]+|diện tích [^\W\d_]+"
    r"|khiếu nại|tố cáo|kiến nghị|hình sự|dân sự)(?!\w)",
    re.IGNORECASE,
)


def _doers(text: str, one: Statement) -> frozenset[str]:
    """The bodies, levels, seasons and crops that a clause names before a number: 'Vụ xuân ..., sản lượng 52 tấn'."""
    low = clause_start(text, one.figure.start, _LEAD)
    return frozenset(found[0].lower() for found in _DOERS.finditer(text, low, one.figure.start))


_LABEL = re.compile(r"[\s\-+*•–]*(?P<label>[^:;.\n]{3,80}):")
_LEAD = 400  # letters before a number in which its line begins


def _are_of_two_labels(text: str, one: int, other: int) -> bool:
    """Whether two places stand in lines behind labels that differ: '- Huyện Khe Bạc: ...', '- Thị xã Ba Khe: ...'; or
    one behind the label of a part of the unit: 'Tuyến Khe Lạnh: ...'.
    """
    labels = [_LABEL.match(text, line_start(text, at, _LEAD), at) for at in (one, other)]
    said = {key(" ".join(label["label"].split())) for label in labels if label is not None}
    of_part = [label is not None and _OF_PART.match(label["label"]) is not None for label in labels]
    return len(said) > 1 or (any(of_part) and not all(of_part))


_OF_PART = re.compile(
    r"(?:tuyến|đường|thôn|bản|ấp|tổ dân phố|khu|cầu|trường|dự án|công trình|chi hội|chi bộ|chi đoàn|hội|chương trình) "
    rf"(?:[^\W\d_]+ ){{0,2}}(?-i:[{CAPITALS}\d])",
    re.IGNORECASE,
)


def _are_below_two_bodies(report: Report, one: Statement, other: Statement) -> bool:
    """Whether the headings above two places name two bodies: '1. Hội Nông dân', '2. Hội Phụ nữ'."""
    if other.cell is not None:
        return False
    named = [{key(found) for found in _DOERS.findall(matter_at(report, at.place.start))} for at in (one, other)]
    return all(named) and named[0].isdisjoint(named[1])


def _finding(text: str, odd: Statement, other: Statement) -> Finding:
    if other.cell is None:
        return told_otherwise(text, odd.place, other.place)
    facts = {"text": odd.figure.text, "table": other.cell.shown(), "label": other.row}
    place = Span(odd.figure.start, odd.figure.end)
    return Finding("body-appendix-mismatch", "error", place, "", facts, (other.place,))


CHECKS = (check_matters_told_again,)
