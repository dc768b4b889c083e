"""One matter told at two places in the same words, with two numbers (một nội dung, hai nơi hai số): 'hiến 4.250 m2 đất'
among the results, 'hiến 4.850 m2 đất' in the assessment, 'Diện tích đất nhân dân hiến: 4.250 m2' in the appendix.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from tongket.checking.evidence.clauses import matter_at, told_otherwise
from tongket.checking.evidence.matters import Matter, Statement, matters_of
from tongket.checking.evidence.near_numbers import is_pen_slip
from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.spans import Spans
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
    the same words and unit with two numbers; or an introduction or assessment in mostly the same
    words, but for a slip of the pen.

    Not flagged: elsewhere what only some words of tell alike; other times than the title's, parts, plans, hedges and
    changes; matters told with three numbers or with two that are far apart; papers that are no reports.
    """
    if report.letterhead.doc_type != "Báo cáo":
        return
    told: dict[Matter, list[Statement]] = defaultdict(list)
    for one in matters_of(report):
        told[one.matter].append(one)
    seen: set[Span] = set()
    pairs = [_denied(report.text, several) for several in told.values()]
    for pair in (*pairs, *_denied_in_other_words(report, [one for several in told.values() for one in several])):
        if pair is not None and seen.isdisjoint(one.place for one in pair) and not _are_below_two_bodies(report, *pair):
            seen.add(pair[0].place)
            yield _finding(report.text, *pair)


def _denied_in_other_words(report: Report, told: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Where the introduction or the assessment tells mostly in the words of one other place what it alone tells, with a
    number that stands nowhere else: 'mở 12 lớp tập huấn cho cán bộ', then 'Nổi bật là đã tổ chức 21 lớp tập huấn'.
    """
    holders: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for one in told:
        for word in one.matter[1]:
            holders[one.matter[0], word].append(one)
    amounts = Counter((one.base_unit, single(one.base_value)) for one in report.figures)
    summing = _summing_up(report)
    for one in told:
        unit, words = one.matter
        if one.cell is not None or amounts[one.figure.base_unit, one.amount] != 1 or not summing.touch(one.place):
            continue
        rarest = sorted((holders[unit, word] for word in words), key=len)[:_RAREST]
        near = {other.figure.start: other for held in rarest if len(held) <= _MOST_ALIKE for other in held}
        shares = {at: _shared(holders, one, other) for at, other in near.items() if other.figure != one.figure}
        alike = [at for at, share in shares.items() if share >= _SOME]
        if len(alike) == 1 and shares[alike[0]] >= _MOSTLY and _may_be_told_again(report.text, one, near[alike[0]]):
            yield one, near[alike[0]]


def _shared(holders: Mapping[tuple[str, str], Sequence[Statement]], one: Statement, other: Statement) -> float:
    """How much of what the shorter of two statements says the other says, too; words count the more the fewer others
    have them.
    """
    unit = one.matter[0]

    def weight(words: Iterable[str]) -> float:
        return sum(1 / len(holders[unit, word]) for word in words)

    return weight(one.matter[1] & other.matter[1]) / min(weight(one.matter[1]), weight(other.matter[1]))


_RAREST = 3  # words of a statement by which others are looked for
_SOME, _MOSTLY = 0.5, 0.7  # shares of words at which another may be meant, and is


def _may_be_told_again(text: str, one: Statement, fuller: Statement) -> bool:
    """Whether a number in fewer words may be that of another place but for a slip, and the more words name no part."""
    first, last = sorted((one.place, fuller.place))
    if one.figure.base_unit != fuller.figure.base_unit or "\n" not in text[first.end : last.start]:
        return False
    if fuller.cell is None and _are_of_two_labels(text, one.place.start, fuller.place.start):
        return False
    if not _doers(text, one) >= _doers(text, fuller):
        return False
    return is_pen_slip(one.amount, fuller.amount, max(one.figure.decimals, fuller.figure.decimals))


def _summing_up(report: Report) -> Spans:
    """Where a report sums up what its other places tell: before its first part, and below its assessments."""
    parts = sorted(report.walk_sections(), key=attrgetter("start"))
    numbered = [part for part in parts if part.number is not None and part.title is not None]
    spans = [Span(part.start, part.end) for part in numbered if _ASSESSES.match(part.title or "")]
    if numbered:
        spans.append(Span(0, numbered[0].start))
    return Spans(spans)


_ASSESSES = re.compile(
    r"(?:kết quả )?(?:đánh giá|nhận xét|ưu điểm|kết luận|tóm lại|những mặt (?:đạt được|được)|(?:những )?kết quả nổi bật"
    r"|nhìn chung|tóm tắt|thuận lợi|hạn chế|tồn tại|mặt mạnh|kết quả đạt được)",
    re.IGNORECASE,
)
_MOST_ALIKE = 12  # statements with one word, of which more are a list


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
