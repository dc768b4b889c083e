"""All of them, and some that have not (đủ cả mà vẫn còn): '22/22 sở và 63/63 xã đã ban hành, 02 cơ quan đang trình ban
hành', '100% chi bộ đã tổ chức đại hội, còn 02 chi bộ chưa tổ chức'.

Cases of ``sum-mismatch``, whose page stands with the arithmetic, and of ``body-appendix-mismatch``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.near_numbers import amount, prose_of
from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.stops import clause_start
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.quantities import Share
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_DONE = re.compile(
    r"[^.;:()\n\d]{0,60}?(?<!\w)(?:đã|được|có|đạt)(?!\w)(?P<did>[^.;:()\n\d]{3,80}?)"
    r"(?:,? \(?(?:đạt|chiếm|bằng)?(?: tỷ lệ)? ?100 ?%\)?)?[,;] (?:và |hiện )?(?:còn )?"
)
_NOT_YET = re.compile(r"[^.,;:()\n\d]{0,30}?\s(?P<no>chưa|đang)(?P<do>(?: [^\W\d_]+){1,5})")
_OTHERS = re.compile(r"(?<!\w)(?:trong đó|riêng|khác|ngoài ra|trừ|năm trước|cùng kỳ|tiếp tục)(?!\w)")
_ALL = 100
_WORDS = 2  # syllables of a verb


def check_all_and_some_left(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where all of a kind are said to have done something and the same sentence tells how many
    have not done it yet.

    Not flagged: what is left of something else, in other words; hedges.
    """
    for one, left in _neighbours(report):
        if not _is_all(one) or not is_plain(left) or is_hedged(left) or not left.unit or left.unit == "%":
            continue
        done = _DONE.fullmatch(report.text, one.end, left.start)
        not_yet = _NOT_YET.match(report.text, left.end) if done else None
        if done is None or not_yet is None or _OTHERS.search(report.text, one.end, not_yet.end()):
            continue
        if _says_the_same(done["did"], not_yet["do"]) and amount(left) > 0:
            facts = {"all": one.text, "left": left.text}
            related = (Span(one.start, one.end),)
            yield Finding(
                "sum-mismatch", "warning", Span(left.start, not_yet.end("no")), "all-and-some", facts, related
            )


def _neighbours(report: Report) -> Iterator[tuple[Figure, Figure]]:
    """Numbers beside each other, and those between which only the rate of the first stands: '5/5 thôn, đạt 100%; 1'."""
    figures = prose_of(report)
    yield from pairwise(figures)
    for one, rate, left in zip(figures, figures[1:], figures[2:], strict=False):
        if rate.unit == "%" and _is_all(rate) and isinstance(one.value, Share):
            yield one, left


def _is_all(one: Figure) -> bool:
    """Whether a number says of all: '22/22 sở', '100%'."""
    if isinstance(one.value, Share):
        return one.value.part == one.value.whole > 1
    return one.unit == "%" and single(one.value) == Decimal(_ALL) and not one.change and not one.target


def _says_the_same(did: str, do: str) -> bool:
    """Whether two syllables in a row of what was done stand in what is not."""
    words, others = key(did).split(), key(do).split()
    pairs = {tuple(words[at : at + _WORDS]) for at in range(len(words) - 1)}
    return any(tuple(others[at : at + _WORDS]) in pairs for at in range(len(others) - 1))


_SETTLING = r"(?:giải quyết|xử lý|trả lời|xem xét|thẩm tra|xác minh|thụ lý|kiểm tra|khắc phục|thi hành)"
_SETTLED = re.compile(rf"(?<!\w)(?:[Đđ]ã |[Đđ]ều )?(?i:{_SETTLING})(?: (?:xong|dứt điểm|được))*\s(?:cả )?$")
_SETTLED_BEHIND = re.compile(rf"(?: (?:đã|đều|được))+ {_SETTLING}(?: (?:xong|dứt điểm))?(?=[.,;])")
_STILL = re.compile(r"(?<!\w)(?:[Cc]òn|[Hh]iện (?:còn|có)|[Tt]uy nhiên,? (?:vẫn )?còn)\s$")
_AT_WORK = re.compile(
    rf"(?P<of>[^.,;:()\n\d]{{0,60}}?)\s(?:đang|chưa)(?: được| tiếp tục| phải)*"
    rf" (?:[^\W\d_]+, )?{_SETTLING}(?!\w)"
)
_NEW = re.compile(r"(?<!\w)(?:mới|thêm|trong (?:thời )?hạn|kỳ sau|chuyển sang|phát sinh|cấp trên|tỉnh|huyện)(?!\w)")
_NEXT, _LETTERS = 3, 260  # numbers and letters behind a share in which what is left of it is told


def check_settled_and_open(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all letters or cases are said to be settled, and right
    behind that some are open: 'Đã giải quyết xong 05/05 đơn. Hiện còn 01 đơn đang xác minh'.

    Not flagged: what came in since or is in time; those of others; what is farther off than two sentences.
    """
    figures, text = prose_of(report), report.text
    for index, one in enumerate(figures):
        if not isinstance(one.value, Share) or not _is_all(one):
            continue
        before = _SETTLED.search(text, max(one.start - 40, 0), one.start)
        if not before and not _SETTLED_BEHIND.match(text, one.end):
            continue
        for left in figures[index + 1 : index + 1 + _NEXT]:
            if left.start - one.end > _LETTERS or not is_plain(left) or is_hedged(left) or not amount(left):
                break
            still = _STILL.search(text, max(left.start - 30, 0), left.start)
            open_ = _AT_WORK.match(text, left.end) if still and _is_unit_of(one, left) else None
            if open_ is not None and not _NEW.search(text, one.end, open_.end() + _NEXT_WORDS):
                begins = before.start() if before else one.start
                yield told_otherwise(text, Span(left.start, open_.end()), Span(begins, one.end))
                break


_NEXT_WORDS = 20  # letters behind what is open that may say since when


def _is_unit_of(one: Figure, left: Figure) -> bool:
    """Whether what is left is counted by the noun of all, or by a kind of it: 'đơn', 'đơn tố cáo'."""
    return bool(one.base_unit) and f"{left.base_unit} ".startswith(f"{one.base_unit} ")


_LEFT_OF_ALL = re.compile(
    r"[;,.]\s(?:[Tt]uy nhiên,? )?(?:[Hh]iện(?: nay)? |[Vv]ẫn |[Nn]ay ){0,2}"
    r"(?P<left>[Cc]òn(?: lại)?(?: có)? (?!0+ )\d{1,4} (?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,2}?)"
    r" (?P<how>chưa|đang)(?P<do>(?: [^\W\d_]+){1,4}))"
)
_OF_ALL = re.compile(
    r"(?<![\w.,/])(?:(?:[Tt]ất cả(?: các)?|[Tt]oàn bộ(?: số)?) (?:\d{1,4} )?"
    r"|(?P<share>(?P<whole>\d{1,4})\s?/\s?(?P=whole)|100\s?%) (?:số |các )?)"
    r"(?P<noun>[^\W\d_]+(?: [^\W\d_]+){0,2}?)(?=[,;.]| (?:đều|đã|được|đạt|có)(?!\w))"
)
_IN_TIME = re.compile(r"(?<!\w)(?:hạn|năm|kỳ|quý|tháng|đợt|giai đoạn|mới|thêm|tiếp|trừ|ngoài|trong đó|riêng)(?!\w)")
_PLACED = re.compile(r"(?<!\w)(?:ở|tại|trong|đến|tới|từ) $")  # where it was done, which says nothing of all
_CLOSE = 160  # letters between what all did and what is left


def check_all_and_what_is_left(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all of a noun are told as done, and right behind that some of it are left:
    'Tất cả 26 đơn đã được giải quyết; còn lại 03 đơn đang xem xét'.

    Not flagged: all, or those left, of which more is said than the noun; what is a matter of time ('trong hạn').
    """
    text = report.text
    for found in finds(_LEFT_OF_ALL, text):
        low = max(found.start() - _CLOSE, text.rfind("\n", 0, found.start()) + 1)
        alls = [one for one in _OF_ALL.finditer(text, low, found.start() + 1) if one["noun"] == found["noun"]]
        if not alls or _IN_TIME.search(text, alls[-1].end(), found.end()):
            continue
        begins = clause_start(text, alls[-1].start())
        act = found["do"].split()[1 if found["do"].startswith(" được ") else 0]
        if found["how"] == "chưa" and act not in text[begins : found.start()].lower().split():
            continue
        if found["how"] == "đang" and (alls[-1]["share"] or _PLACED.search(text, begins, alls[-1].start())):
            continue  # '100% hồ sơ được giải quyết đúng hạn, còn 04 hồ sơ đang xem xét'
        place = Span(found.start("left"), found.end())
        yield told_otherwise(text, place, Span(begins, found.start()))


CHECKS = (check_all_and_some_left, check_settled_and_open, check_all_and_what_is_left)
