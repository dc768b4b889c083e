"""Words that call a share less or more than it is (gần, hơn, trên, dưới, hầu hết), against the numbers in brackets.

A case of ``doubtful-reading``, whose page stands with what is read and not sure: of a share of which both numbers are
told, 'gần 100% (36/36)' says less than there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.numbers import shown, single
from tongket.checking.evidence.places import matches_in_lines
from tongket.checking.evidence.told import is_alike, neighbours
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_N = r"\d{1,3}(?:\.\d{3})+|\d{1,6}"
_SHARE = rf"(?<![\d.,/])(?P<part>{_N})(?: [^\W\d_]+){{0,2}}\s?/\s?(?P<whole>{_N})(?![\d/.]|,\d)"
_GAP = r"[^.;()\n\d%]{0,60}"
_PERCENT = r"(?P<pct>\d{1,3}(?:,\d{1,2})?)\s?%"
_HEDGE = r"(?<!\w)(?P<word>[Gg]ần|[Hh]ơn|[Tt]rên|[Dd]ưới)"
_OF_PERCENT = (
    re.compile(rf"(?P<said>{_HEDGE} {_PERCENT}){_GAP}\((?:đạt |là |với )?{_SHARE}"),
    re.compile(rf"{_SHARE}{_GAP}[(,]\s?(?:đạt |chiếm |bằng |tỷ lệ |đạt tỷ lệ )?(?P<said>{_HEDGE} {_PERCENT})"),
)
_HEDGED = re.compile(rf"{_HEDGE} {_PERCENT}")
_MOST = re.compile(r"(?<!\w)(?P<said>(?P<word>[Hh]ầu hết|[Đđ]a số|[Pp]hần lớn|[Gg]ần như tất cả))(?!\w)")
_OF_WORDS = re.compile(rf"{_MOST.pattern}{_GAP}\({_SHARE}")
_BELOW, _ABOVE = frozenset(("gần", "dưới")), frozenset(("hơn", "trên"))
_HUNDRED = Decimal(100)
_PLAN = re.compile(r"(?<!\w)(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|so với|tăng|giảm)(?!\w)", re.IGNORECASE)
_BACK = 25  # letters before, in which a change is told: 'tăng gần 20%'


def check_hedges(report: Report) -> Iterator[Finding]:
    """Yield ``doubtful-reading`` where a word says that a share is below or above a percentage, and its two numbers
    say otherwise: 'gần 100% tổ (36/36 tổ)'; where most are told of, and the numbers are of all or of the fewer.

    Not flagged: shares of a plan, changes; parts above their whole, which other checks see.
    """
    for pattern in _OF_PERCENT:
        for found in matches_in_lines(pattern, report.text, _HEDGED):
            true = _true_share(found)
            bound = parse_number(found["pct"])
            if true is None or bound is None or _is_of_plan(report.text, found) or _is_of_others(report.text, found):
                continue
            if true != bound and round(true, len(found["pct"].partition(",")[2])) == bound:
                continue  # the bound is the share itself, rounded
            word = found["word"].lower()
            if (word in _BELOW and true >= bound) or (word in _ABOVE and true <= bound):
                yield _finding(found, true)
    for found in matches_in_lines(_OF_WORDS, report.text, _MOST):
        true = _true_share(found)
        if true is not None and (true == _HUNDRED or 2 * true < _HUNDRED) and not _is_of_plan(report.text, found):
            yield _finding(found, true)


def _true_share(found: re.Match[str]) -> Decimal | None:
    """The share that the two numbers make, in percent; None where it can be none."""
    part, whole = parse_number(found["part"]), parse_number(found["whole"])
    if part is None or not whole or part > whole:
        return None
    return part * _HUNDRED / whole


def _is_of_plan(text: str, found: re.Match[str]) -> bool:
    return _PLAN.search(text, max(found.start() - _BACK, 0), found.end() + _BACK) is not None


_ALL_OF = re.compile(r"\s(?:của |trên |trong )?tổng số (?P<whom>[^\W\d_]+)(?!\w)")


def _is_of_others(text: str, found: re.Match[str]) -> bool:
    """Whether the percentage names all of others than the two numbers before it: '80/102 cơ quan đạt chuẩn, gần 76%
    tổng số hộ đạt chuẩn'.
    """
    named = _ALL_OF.match(text, found.end("said"))
    return named is not None and named["whom"] not in text[found.start() : found.start("said")].split()


def _finding(found: re.Match[str], true: Decimal) -> Finding:
    share = f"{found['part']}/{found['whole']}"
    facts = {
        "said": " ".join(found["said"].split()),
        "share": share,
        "true": shown(round(true, 2)),
        "word": found["word"],
    }
    related = (Span(found.start("part"), found.end("whole")),)
    return Finding("doubtful-reading", "warning", Span(*found.span("said")), "share", facts, related)


_ITSELF = re.compile(
    r"(?:(?!kế hoạch|chỉ tiêu|mục tiêu|giao)[^.,;:()\n\d]){0,50}\s?"
    r"\((?:(?:đạt|là|với|được|cụ thể|chính xác|đúng)[: ]{1,2}){0,2}$"
)
_CLOSES = re.compile(r"\s?\)")


def check_hedges_in_brackets(report: Report) -> Iterator[Finding]:
    """Yield ``doubtful-reading`` where a number is called less or more than a round one, and the brackets behind it
    give it on the other side: 'trên 90% hộ dân (89,2%)', 'gần 500 triệu đồng (512 triệu đồng)'.

    Not flagged: brackets that name a time, a place or a part, or that stand behind a comma or a plan; changes.
    """
    for figures, index in neighbours(report):
        if index + 1 == len(figures):
            continue
        said, exact = figures[index : index + 2]
        word = (said.qualifier or "").lower()
        if word not in _BELOW | _ABOVE or exact.qualifier or said.change or exact.change:
            continue
        bound, true = single(said.base_value), single(exact.base_value)
        alike = said.unit == exact.unit == "%" or is_alike(said, exact)
        if bound is None or true is None or not alike or not _CLOSES.match(report.text, exact.end):
            continue
        if _ITSELF.fullmatch(report.text, said.end, exact.start) and (true > bound if word in _BELOW else true < bound):
            low = max(said.start - _BACK, 0)
            opened = report.text[low : said.end].lower().rfind(word)
            place = Span(low + opened if opened >= 0 else said.start, said.end)
            facts = {"said": report.text[place.start : place.end], "exact": exact.text, "word": word}
            related = (Span(exact.start, exact.end),)
            yield Finding("doubtful-reading", "warning", place, "bound", facts, related)


CHECKS = (check_hedges, check_hedges_in_brackets)
