"""Dotted numbers below a part that is no heading of theirs (số có hai cấp đứng ngay dưới phần): '7.1' below 'B', of
which no '7' stands anywhere; and a heading that stands twice below one part: '2.2. Những tồn tại', '2.3. Tồn tại'.

Cases of ``numbering``, and of ``layout``, whose pages stand with the order of the numbers and the small things of form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.form.numbering import mark_end, ordinal, siblings_of, stands_between
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section
from tongket.vietnamese.unicode import key

_PART = re.compile(r"[IVX]+|[A-HĐ]")


def check_dotted_below(report: Report) -> Iterator[Finding]:
    """Yield ``numbering`` for the first number of two levels below a part whose own place in the row is another, where
    its own heading stands nowhere.

    Not flagged: numbers that go on from the part before, or begin with the place of the part ('2.1' below 'II').
    """
    parts = [one for one in report.walk_sections() if one.number and _PART.fullmatch(one.number) and one.children]
    used: set[str] = set()
    for part in parts:
        first = part.children[0]
        found, place = ordinal(first.number or ""), ordinal(part.number or "")
        prefix = found[1] if found and found[0] == "1" and "." not in found[1] else ""
        plain = {one.number for one in part.children if (one.number or "").isdecimal()}
        own = place is not None and prefix == str(place[2]) and str(place[2] + 1) not in plain
        goes_on = prefix.isdecimal() and str(int(prefix) - 1) in used
        lacks = prefix.isdecimal() and not own and not goes_on and prefix not in used | plain
        if lacks and not stands_between(report.text, prefix, part.start, first.start):
            facts = {"number": first.number or "", "above": part.number or ""}
            related = (Span(part.start, mark_end(report.text, part)),)
            at = Span(first.start, mark_end(report.text, first))
            yield Finding("numbering", "warning", at, "stray", facts, related)
        used |= {(one.number or "").partition(".")[0] for one in part.children}


_COMMON = re.compile(r"^(?:những|một số|các|về|phần)\s+", re.IGNORECASE)
_LEAST = 2  # syllables of a title


def check_headings_repeated(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where two headings in a row below one part say the same.

    Not flagged: headings of one syllable; recognised text; parts that repeat in each of several chapters.
    """
    for row in () if is_recognised(report) else siblings_of(report.sections):
        yield from _repeated(report.text, row)


def _repeated(text: str, row: Sequence[Section]) -> Iterator[Finding]:
    for one, other in pairwise(row):
        first, again = (key(_COMMON.sub("", (it.title or "").strip(" :.;"))) for it in (one, other))
        if first == again and len(again.split()) >= _LEAST and one.number and other.number:
            facts = {"printed": other.title or ""}
            at = Span(other.start, mark_end(text, other))
            yield Finding("layout", "warning", at, "heading-twice", facts, (Span(one.start, mark_end(text, one)),))


CHECKS = (check_dotted_below, check_headings_repeated)
