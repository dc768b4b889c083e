"""Numbers told in figures and again in words (số tiền bằng số và bằng chữ): '12.500.000 đồng (Mười hai triệu đồng)'.

Cases of ``implausible-magnitude``, whose page stands with the magnitudes. Both are to say one number: where a decision
gives a sum twice, the words guard the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.spans import Spans
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import NUMBER_WORDS, SCALES, parse_number, parse_words

_WORD = "|".join(sorted((word for word in NUMBER_WORDS if word not in ("rưỡi", "rưởi")), key=len, reverse=True))
_SPELLED = rf"(?:{_WORD})(?:\s?[,.]?\s?(?<!\w)(?:{_WORD}))*(?!\w)"
_MONEY = r"đồng(?: Việt Nam)?(?: chẵn)?|đồng chẵn|đ|VNĐ|VND"
_AGAIN = re.compile(
    rf"\(\s?(?:(?:[Vv]iết )?[Bb]ằng chữ\s?(?:là\s?)?:?\s?)?(?P<words>{_SPELLED})"
    rf"\s?(?P<unit>[^\W\d_]+(?: [^\W\d_]+){{0,3}})?\s?[./]*\s?\)",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"[Bb]ằng chữ(?P<colon>\s?:)?\s?(?P<words>{_SPELLED})\s?(?P<unit>{_MONEY})?(?=\s*(?:[.;)\n/]|$))", re.IGNORECASE
)
_FIGURES = re.compile(
    r"\d(?<![\w.,/-]\d)(?P<rest>[\d.,]*(?<=\d))?\s?(?P<unit>[^\W\d_]+(?: [^\W\d_]+){0,3})?[\s.,;:(/*]*$"
)
_BACK = 90  # letters between a number and its words
_OF_A_ROW = re.compile(
    r"(?<!\w)(?:thứ|khóa|khoá|kỳ|số|lần|quý|tháng|ngày|năm|mục|điều|điểm|khối|lớp|tổ|thôn)\s\d*$", re.I
)


def check_numbers_in_words(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where figures and the words behind them say two numbers: '7.039.800 triệu đồng
    (Bằng chữ: Bảy nghìn không trăm chín mươi ba tỷ, tám trăm triệu đồng)'.

    Not flagged: words that count another thing, words that spell no number, the number of a row ('tổ 3 (hai ...)').
    """
    for words in _told_again(report.text):
        figures = _FIGURES.search(report.text, max(words.start() - _BACK, 0), words.start())
        if figures is not None and _differ(report.text, figures, words):
            place = Span(figures.start(), words.end("unit") if words["unit"] else words.end("words"))
            digits = report.text[figures.start() : figures.end("unit") if figures["unit"] else figures.end("rest")]
            facts = {
                "figures": digits.strip(),
                "words": " ".join(report.text[words.start("words") : place.end].split()),
            }
            yield Finding("implausible-magnitude", "warning", place, "words", facts)


def _told_again(text: str) -> list[re.Match[str]]:
    """Where words in brackets, or behind 'bằng chữ', spell a number."""
    found = [*_AGAIN.finditer(text)]
    if re.search("ằng chữ|ẰNG CHỮ", text):
        again = Spans(Span(*one.span()) for one in found)
        found += [one for one in _SAID.finditer(text) if not again.hold(one.start())]
    return found


def _differ(text: str, figures: re.Match[str], words: re.Match[str]) -> bool:
    """Whether the words are those of the figures' own count and say another number."""
    unit = (figures["unit"] or "").lower()
    told = (words["unit"] or "").lower()
    money = _is_money(unit) or unit.split(" ")[0] in SCALES
    same = told in ("", unit) if not money else not told or _is_money(told)
    by_words = "ằng chữ" in words[0].lower()
    if not same or (unit and not told and not (by_words or money)) or _OF_A_ROW.search(text[: figures.start()][-20:]):
        return False
    digits = parse_number(
        figures[0][: (figures.end("rest") if figures["rest"] else figures.start() + 1) - figures.start()]
    )
    spelled = parse_words(re.sub(r"[,.]", " ", words["words"]))
    if digits is None or spelled is None:
        return False
    return spelled not in (digits, digits * _scale(unit))


def _is_money(unit: str) -> bool:
    return bool(unit) and re.search(rf"(?:^|\s)(?:{_MONEY})$", unit, re.IGNORECASE) is not None


def _scale(unit: str) -> Decimal:
    """What a number before this unit is to be multiplied with: 'nghìn tỷ đồng', 'triệu đồng'."""
    scale = Decimal(1)
    for word in unit.split():
        if word not in SCALES:
            break
        scale *= SCALES[word]
    return scale


CHECKS = (check_numbers_in_words,)
