"""Prices that are called stable, and rise or fall by far in the sentences behind (giá cả ổn định, rồi kể tăng mạnh).

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.places import matches_in_lines
from tongket.checking.evidence.stops import line_end
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_CALM = r"(?:ổn định|bình ổn|không có biến động|không biến động|ít biến động|không có nhiều biến động)"
_STABLE = re.compile(
    r"(?<!\w)(?:[Mm]ặt bằng giá|[Gg]iá cả|[Gg]iá (?:bán|các mặt hàng|hàng hóa|vật tư|lương thực|nông sản|thị trường)"
    r"|[Tt]hị trường(?! (?:bất động sản|lao động|việc làm|chứng khoán|xuất khẩu)))(?!\w)[^.;:\n\d]{0,80}?(?<!\w)"
    + _CALM
    + r"(?!\w)(?:[^.;:\n\d]{0,40}?"
    + _CALM
    + r"(?: lớn| mạnh)?)?"
)
_OF_CALM = re.compile(r"ổn định|biến động")
_NOT_SAID = re.compile(
    r"(?<!\w)(?:chưa|không(?! có)(?! biến)|kém|thiếu|mất|nhằm|để|góp phần|bảo đảm|giữ|phấn đấu|riêng)(?!\w)", re.I
)
_CHANGE = re.compile(
    r"(?<!\w)(?:tăng|giảm)(?: (?:khoảng|trên|hơn|gần|tới|đến|mạnh|từ|bình quân))* (?P<number>\d{1,3}(?:,\d+)?)\s?%"
    r"(?! (?:kế hoạch|số lượng|sản lượng|doanh thu))"
)
_PRICE = re.compile(r"(?<!\w)giá(?!\w)(?! trị)", re.IGNORECASE)
_NO_PRICE = re.compile(
    r"(?<!\w)(?:số|lượng|doanh (?:thu|số)|vốn|sức mua|khách|mức bán|sản lượng|kim ngạch)(?!\w)", re.IGNORECASE
)
_ALL_ALONG = re.compile(
    r"(?<!\w)(?:[Tt]uy nhiên|[Rr]iêng|[Nn]goại trừ|[Tt]rừ|[Ss]ản lượng|[Dd]oanh thu|[Tt]ổng mức|[Kk]im ngạch"
    r"|[Nn]hưng|[Ss]ong)(?!\w)"
)
_SENTENCES, _LETTERS = 2, 350  # behind the claim, in which prices are told of
_MUCH, _LEAST = Decimal(10), 2  # percent of a change, and how many such changes


def check_stable_prices(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where prices are called stable, and the next sentences tell of several that
    rose or fell by a tenth and more: 'Giá cả ổn định. Trong đó giá gas tăng 16%, giá gạo tăng 21%'.

    Not flagged: a single price, changes behind 'riêng' or 'tuy nhiên', which name what is out of line; sales.
    """
    text, tasks = report.text, tasks_of(report)
    for claim in matches_in_lines(_STABLE, text, _OF_CALM):
        if tasks.touch(Span(*claim.span())) or _NOT_SAID.search(claim[0]):
            continue
        end = line_end(text, claim.end(), _LETTERS)
        stops = [found.end() for found in re.finditer(r"[.;](?=\s)", text[claim.end() : end])]
        if len(stops) > _SENTENCES:
            end = claim.end() + stops[_SENTENCES]
        told = text[claim.end() : end]
        great = [one for one in _CHANGE.finditer(told) if (parse_number(one["number"]) or 0) >= _MUCH]
        great = [one for one in great if not _NO_PRICE.search(_clause_before(told, one.start()))]
        if len(great) < _LEAST or not _PRICE.search(_clause_before(told, great[0].start())) or _ALL_ALONG.search(told):
            continue
        low = told.rfind(". ", 0, great[0].start()) + 1
        place = Span(claim.end() + low, claim.end() + great[-1].end())
        yield told_otherwise(text, Span(*claim.span()), place)


def _clause_before(told: str, at: int) -> str:
    """What is said to change at a place: the words behind the last mark before it."""
    return re.split(r"[.;:,]\s", told[:at])[-1]


CHECKS = (check_stable_prices,)
