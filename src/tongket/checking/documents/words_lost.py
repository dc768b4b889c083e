"""Words that lead to the parts of a citation and were left out (thiếu từ chỉ loại, thiếu 'ngày'): 'thành lập theo số
134/QĐ-UBND', 'Luật Đất đai 18/01/2024'.

Cases of ``citation-incomplete``, whose page stands in ``conflicts``. Decree 30/2020/NĐ-CP, annex I, section II: type,
number, symbol, 'ngày' with day, month and year, issuer and subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.spans import Spans, in_tables
from tongket.checking.evidence.stops import line_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.types import DOCUMENT_TYPES

_TYPES = "|".join(sorted((re.escape(entry.name.lower()) for entry in DOCUMENT_TYPES), key=len, reverse=True))
_NUMBER = re.compile(
    r"số(?<!\wsố):? ?\d{1,5}[a-zđ]?\s?[-/]\s?(?:(?:19|20)\d\d/)?"
    r"(?:QĐ|KH|NQ|CT|TB|BC|HD|KL|CTr|TTr)[-/]?[A-ZĐ][\w&-]*"
)
_LEADS = re.compile(r"(?<!\w)(?:theo|thực hiện|căn cứ|tại) $", re.IGNORECASE)
_WORD = 12  # letters before a number in which the word stands that leads to it
_TYPED = re.compile(rf"(?<!\w)(?:{_TYPES}|văn bản|giấy phép|hợp đồng)(?!\w)[^.;\n]*$", re.IGNORECASE)
_SENTENCE = 200  # letters before a number in which its type may stand


def check_types_lost(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` for a number whose document is called nothing: 'lập theo số 134/QĐ-UBND'.

    Not flagged: numbers in a sentence that names a type before; tables; recognised text.
    """
    if is_recognised(report):
        return
    for found in finds(_NUMBER, report.text):
        if not _LEADS.search(report.text, max(found.start() - _WORD, 0), found.start()):
            continue
        line = line_start(report.text, found.start(), _SENTENCE)
        if not _TYPED.search(report.text, line, found.start()):
            place = Span(*found.span())
            yield Finding("citation-incomplete", "warning", place, "typeless", {"printed": found[0]})


_DAY = re.compile(r",?\s+(?P<day>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)(?![\d/.-]\d|\w)")
_WITH_WORD = re.compile(r",?\s+ngày ")
_USUAL = 2  # documents with the word for each without it


def check_word_before_days(report: Report) -> Iterator[Finding]:
    """Yield ``citation-incomplete`` (a note) for a document whose day follows without the word 'ngày', where others of
    the text have it: 'Luật Đất đai 18/01/2024'.

    Not flagged: days in brackets, which need no word; tables and lists of documents; recognised text.
    """
    if is_recognised(report):
        return
    whole = [one for one in report.citations if one.kind in ("full", "named")]
    bare = [(one, found) for one in whole if (found := _DAY.match(report.text, one.core_end)) is not None]
    rows = in_tables(report) if bare else Spans(())
    bare = [(one, found) for one, found in bare if not rows.touch(Span(one.start, one.end))]
    with_word = sum(_WITH_WORD.match(report.text, one.core_end) is not None for one in whole) if bare else 0
    for one, found in bare if with_word >= _USUAL * len(bare) else ():
        place = Span(one.core_start, found.end("day"))
        facts = {"printed": " ".join(report.text[place.start : place.end].split()), "right": f"ngày {found['day']}"}
        yield Finding("citation-incomplete", "info", place, "no-day-word", facts)


CHECKS = (check_types_lost, check_word_before_days)
