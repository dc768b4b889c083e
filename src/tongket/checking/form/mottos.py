"""Mottos that count their parts (phương châm, nguyên tắc nêu số): "5 rõ" with four of them, "4 tại chỗ" without what
supplies ('hậu cần tại chỗ'; Law 33/2013/QH13 on natural disasters, article 4).

Cases of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted
from tongket.vietnamese.unicode import SMALL

_MOTTO = re.compile(
    r"[“\"](?P<said>(?P<number>[2-9]|0[2-9]|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Ss]áu) "
    rf"(?P<word>[{SMALL}]{{1,6}}(?: [{SMALL}]{{1,6}})?))"
    r"[”\"]\s?(?:\((?:gồm:?\s|là:?\s)?|:\s|,? (?:bao )?gồm:?\s|,? là:?\s|,? đó là:?\s)(?P<list>[^()\n:\d]{6,300})"
)
_STOP = re.compile(r"\.(?=\s|$)|[;)](?=\s*[^\W\d_]{1,20} (?:được|là|đã)(?!\w))")
_ITEM = re.compile(r"\s*[;,]\s+(?:và\s)?|\s(?:và|-)\s")
_SUPPLY = "hậu cần"
_AT_ONCE = ("chỉ huy", "lực lượng")
_FOUR, _LEAST, _OFF = 4, 2, 2


def check_mottos(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a motto lists fewer of its parts than it counts: '"5 rõ" (rõ người, rõ việc, rõ
    thời gian, rõ kết quả)'.

    Not flagged: lists of which a piece lacks its word, or says one part in two; mottos that are named alone.
    """
    for found in finds(_MOTTO, report.text):
        said = _STOP.split(found["list"])[0].lower()
        number, word = counted(found["number"]) or 0, found["word"].lower()
        told = len(re.findall(rf"(?<!\w){word}(?!\w)", said))
        pieces = [one for one in _ITEM.split(said) if one.strip()]
        of_four = word == "tại chỗ" and number == _FOUR and all(one in said for one in _AT_ONCE)
        lacks_supply = of_four and told == number - 1 and _SUPPLY not in said
        if lacks_supply or (_LEAST <= told == len(pieces) and 0 < number - told <= _OFF):
            facts = {"total": found["said"], "named": str(told)}
            yield Finding("sum-mismatch", "warning", Span(*found.span("said")), "named", facts)


CHECKS = (check_mottos,)
