"""Teachers by the standard of their training (chuẩn trình độ đào tạo): 'Giáo viên: 86. Đạt chuẩn: 31; trên chuẩn: 48'.

By the Law on Education, Article 72, a teacher's training is of the standard, above it, or below it. A case of
``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.numbers import shown
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Place, Span
from tongket.model.reports import Report

_NUMBER = r"(?<![\d.,/])\d{1,5}(?![\d/%]|[.,]\d|\s?%)"
_STANDARD = r"(?<!\w)(?<![Cc]hưa )(?<![Kk]hông )(?:[Đđ]ạt|[Tt]rình độ) chuẩn(?!\w)(?! trở|,? (?:và|hoặc) )"
_ABOVE = r"(?<!\w)(?:[Tt]rên|[Vv]ượt) chuẩn(?!\w)"
_BELOW = r"(?<!\w)(?:[Cc]hưa (?:đạt )?|[Kk]hông đạt |[Dd]ưới )chuẩn(?!\w)"
_LED = rf"\s?(?::|là|có)?\s{{0,2}}(?P<count>{_NUMBER})"
_COUNTS = tuple(re.compile(rf"{name}{_LED}") for name in (_STANDARD, _ABOVE, _BELOW))
_TEACHERS = (
    re.compile(rf"(?<!\w)(?:[Gg]iáo viên|GV)\s?(?::|là|có)\s?(?P<whole>{_NUMBER})"),
    re.compile(rf"(?P<whole>{_NUMBER}) (?:[Gg]iáo viên|GV)(?!\w)"),
)
_TOLD = re.compile("chuẩn")
_FAR = 300  # letters
_CLOSE = 8  # the two may miss all teachers by that part of these
_WITHIN = re.compile(r"[Tt]rong (?:đó|số)|[Rr]iêng")


def check_standards(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where the teachers of the standard, above and below it are not all teachers named before.

    Not flagged: counts of which one holds the other ('đạt chuẩn 50, trong đó trên chuẩn 12'), or all; more than one
    count of teachers before them; recognised text with dirt. A warning where fewer are told, for those below the
    standard may be passed over.
    """
    text = report.text
    if "chuẩn" not in text or is_dirty(report):
        return
    for found in finds(_COUNTS[0], text):
        low = max(found.start() - _FAR, 0)
        wholes = [one for pattern in _TEACHERS for one in pattern.finditer(text, low, found.start())]
        line = text.find("\n", found.end())
        end = min(line if line >= 0 else len(text), found.end() + _FAR)
        above, below = (list(pattern.finditer(text, low, end)) for pattern in _COUNTS[1:])
        if len(wholes) != 1 or len(above) != 1 or len(below) > 1 or _TOLD.search(text, low, wholes[0].start()):
            continue
        between = sorted((found.span("count"), above[0].span("count")))
        if _WITHIN.search(text, between[0][1], between[1][0]):
            continue
        parts = sorted((Span(*one.span("count")) for one in (found, *above, *below)), key=lambda one: one.start)
        yield from _mismatch(text, Span(*wholes[0].span("whole")), parts)


def _mismatch(text: str, whole: Span, parts: list[Span]) -> Iterator[Finding]:
    """What is told of parts that do not make their whole."""
    counts = [Decimal(text[one.start : one.end]) for one in parts]
    made, of = sum(counts, Decimal(0)), Decimal(text[whole.start : whole.end])
    if made == of or abs(made - of) * _CLOSE > of or max(counts) >= of:
        return
    facts = {"parts": " + ".join(map(shown, counts)), "sum": shown(made), "total": shown(of)}
    related: tuple[Place, ...] = tuple(parts)
    yield Finding("sum-mismatch", "warning" if made < of else "error", whole, "", facts, related)


CHECKS = (check_standards,)
