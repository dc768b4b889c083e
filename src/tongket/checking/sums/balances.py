"""Balances of a fund (thu, chi, tồn): what there was, what came in, what went out and what is left, in one paragraph or
on lines with lists of what came in and went out between them ('Số dư năm trước chuyển sang: ... Tổng thu: ... Tổng chi:
... Số dư cuối kỳ: ...').

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tongket.checking.evidence.near_numbers import amount, is_pen_slip, prose_of
from tongket.checking.evidence.numbers import is_hedged, rounding, shown_as, single
from tongket.checking.evidence.told import is_off_by_zeros
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report


@dataclass(slots=True)
class _Account:
    """The sums of a fund by their step, and the other sums told between them."""

    steps: dict[str, Figure] = field(default_factory=dict)
    others: list[Figure] = field(default_factory=list)


def check_balances(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where what is left is not what there was with all that came in and without all that went
    out.

    Without what there was: slips of the pen alone. Not flagged: accounts that tell a step twice or leave one out;
    hedged numbers; what is left of what came in alone, or once another sum of the account is taken off ('nộp cấp
    trên').
    """
    money = [one for one in prose_of(report) if one.base_unit == "đồng" and "/" not in one.unit and not one.change]
    for account in (*_in_paragraphs(report.text, money), *_on_lines(report.text, money)):
        yield from _check(account.steps, [amount(one) for one in account.others])


_STOCK = re.compile(
    r"(?:(?:[Ss]ố dư|[Kk]ết dư|[Dd]ư)(?! nợ)|[Tt]ồn(?: quỹ)?|[Cc]òn(?: lại)?"
    r"|[Nn]ăm trước (?:chuyển|mang) sang)(?!\w)"
)
_BEGINNING = re.compile(
    r"đầu (?:kỳ|năm)|năm trước|kỳ trước|chuyển sang|bàn giao|năm 20\d\d chuyển|nhiệm kỳ trước|cũ(?!\w)"
)
_IN = re.compile(r"(?<!\w)(?:[Tt]hu|[Tt]iếp nhận|[Hh]uy động|[Vv]ận động|[Tt]ăng thu)(?!\w)(?! hồi| nhập)")
_OUT = re.compile(
    r"(?<!\w)(?:[Cc]hi|[Ss]ử dụng|[Gg]iải ngân|[Hh]ỗ trợ|[Tt]rích)(?!\w)(?! bộ| hội| nhánh| đoàn| tiết| cục)"
)
_PAID = re.compile(
    r"(?<!\w)(?:(?:[Tt]rích )?[Nn]ộp(?: (?:về|lên|cho))?(?: (?:cấp trên|trên|tỉnh|huyện|trung ương|công đoàn))?"
    r"|[Tt]rích (?:về|lên|chuyển) [^.;:,\d\n]{2,25})(?::| là)?\s?$"
)
_ORDERS = (
    ["stock", "in", "out", "left"],
    ["in", "out", "left"],
    ["stock", "in", "paid", "out", "left"],
    ["stock", "in", "out", "paid", "left"],
)


def _in_paragraphs(text: str, money: Sequence[Figure]) -> Iterator[_Account]:
    """The accounts that tell each of their steps once, in order, in one paragraph."""
    at = 0
    while at < len(money):
        end = at + 1
        while end < len(money) and "\n" not in text[money[end - 1].end : money[end].start]:
            end += 1
        account = _of_paragraph(text, money[at:end])
        if account is not None and list(account.steps) in _ORDERS:
            yield account
        at = end


def _of_paragraph(text: str, money: Sequence[Figure]) -> _Account | None:
    account = _Account()
    for before, one in zip((None, *money), money, strict=False):
        low = max(before.end if before else 0, one.start - 90)
        start = max(low, text.rfind("\n", low, one.start) + 1)
        step = _step(text[start : one.start])
        if not step:
            account.others.append(one)
            continue
        if step in account.steps or (step == "left" and "out" not in account.steps) or one.qualifier:
            return None
        account.steps[step] = one
    return account


def _step(label: str) -> str:
    """Which step of a balance the words before a sum name, the last of them; "" where none."""
    if "(" in label and ")" not in label.rpartition("(")[2]:
        return ""  # what stands in brackets explains another sum
    if _STOCK.search(label):
        return "stock" if _BEGINNING.search(label) else "left"
    clause = re.split(r"[,;.]", label)[-1]
    if _PAID.search(clause):
        return "paid"
    coming, going = _IN.search(clause), _OUT.search(clause)
    if coming and not going:
        return "in"
    return "out" if going and not coming else ""


_BEGINS = r"(?:^|[.;]\s|\n\s*(?:[-+*•–]\s?|\d{1,2}[.)]\s?|[a-zđ]\)\s?)?)"
_TAIL = r"[^.;:,\d\n]{0,30}(?:năm \d{4}[^.;:,\d\n]{0,20})?(?::|là|đạt|được)?\s?$"
_BALANCE = r"(?:(?:[Ss]ố dư|[Kk]ết dư|[Dd]ư)(?! nợ)|[Tt]ồn(?: quỹ)?)[^.;:,\d\n]{0,20}"
_LABELS = tuple(
    (step, re.compile(rf"{_BEGINS}(?:{words})(?!\w){_TAIL}"))
    for step, words in (
        (
            "stock",
            rf"{_BALANCE}(?:đầu (?:kỳ|năm)|năm trước|kỳ trước|năm \d{{4}}(?= (?:chuyển|mang)))"
            r"(?: (?:chuyển|mang) sang)?|[Nn]ăm trước (?:chuyển|mang) sang",
        ),
        ("paid", _PAID.pattern.removeprefix(r"(?<!\w)").removesuffix(r"(?::| là)?\s?$")),
        (
            "in",
            r"(?:(?:[Tt]rong (?:năm|kỳ) )?(?:[Tt]ổng (?:số )?(?:tiền )?|[Ss]ố )thu|[Tt]hu trong (?:năm|kỳ)"
            r"|(?:[Tt]rong (?:năm|kỳ) )?[Tt]hu(?=(?::| được)?\s?$))(?! nhập| hồi)",
        ),
        (
            "out",
            r"(?:(?:[Tt]ổng (?:số )?(?:tiền )?|[Ss]ố |[Đđ]ã )chi|[Cc]hi trong (?:năm|kỳ)|[Cc]hi(?=:?\s?$))"
            r"(?! bộ| hội| nhánh| đoàn| phí)",
        ),
        (
            "left",
            rf"{_BALANCE}(?:cuối (?:kỳ|năm)|đến nay|hiện nay|chuyển sang)"
            r"|(?:[Qq]uỹ |[Ss]ố tiền )?(?:hiện )?[Cc]òn (?:lại|tồn|dư)(?! nợ)|(?:[Hh]iện )?[Tt]ồn(?: quỹ)?(?=:?\s?$)"
            r"|[Tt]ồn quỹ|[Ss]ố dư(?! nợ)",
        ),
    )
)
_LEAD, _FAR = 100, 2500  # letters of a label, and of an account


def _on_lines(text: str, money: Sequence[Figure]) -> Iterator[_Account]:
    """The accounts whose steps stand behind labels, on lines or in sentences of their own."""
    account = _Account()
    for one in money:
        lead = text[max(one.start - _LEAD, 0) : one.number_start]
        step = next((name for name, label in _LABELS if label.search(lead)), "")
        if not step:
            account.others.append(one)
            continue
        told = account.steps
        far = bool(told) and one.start - next(iter(told.values())).start > _FAR
        if not told or far or step in told or is_hedged(one):
            account = _Account()
        account.steps[step] = one
        if step == "left":
            if {"in", "out"} <= set(account.steps):
                yield account
            account = _Account()


def _check(steps: Mapping[str, Figure], others: Sequence[Decimal]) -> Iterator[Finding]:
    left, came, went = (steps[name] for name in ("left", "in", "out"))
    stock, paid = steps.get("stock"), steps.get("paid")
    alone = amount(came) - amount(went) - (amount(paid) if paid else Decimal(0))
    true = alone + (amount(stock) if stock else Decimal(0))
    room = sum((rounding(one.value, one.base_value) for one in steps.values()), Decimal(0))
    if any(abs(made - amount(left)) <= room for made in (true, alone)):
        return
    if any(abs(true - amount(left) - other) <= room for other in others):
        return
    if paid and abs(true + amount(paid) - amount(left)) <= room:
        return  # what was paid on is part of what went out
    there = true + amount(went)  # all that could be spent
    meant = (
        (came, amount(came) + amount(left) - true),
        (went, there - amount(left)),
        (left, true),
        *(((stock, amount(stock) + amount(left) - true),) if stock else ()),
    )
    if (stock is None or true <= 0) and not any(_is_slip(one, made) for one, made in meant):
        return  # some of what is left was there before
    signs = ([stock] if stock else []) + [came]
    gone = ([paid] if paid else []) + [went]
    facts = {
        "parts": " - ".join((" + ".join(shown_as(amount(one), one) for one in signs), *map(_shown, gone))),
        "sum": shown_as(true, came),
        "total": left.text,
    }
    related = tuple(Span(one.start, one.end) for one in (*signs, *gone))
    yield Finding("sum-mismatch", "error", Span(left.start, left.end), "", facts, related)


def _shown(one: Figure) -> str:
    return shown_as(amount(one), one)


def _is_slip(one: Figure, meant: Decimal) -> bool:
    """Whether a sum is, as it is printed, a slip of the pen of what the others make it."""
    value, base = single(one.value) or Decimal(0), amount(one)
    return bool(base) and (is_pen_slip(value, meant * value / base, one.decimals) or is_off_by_zeros(base, meant))


CHECKS = (check_balances,)
