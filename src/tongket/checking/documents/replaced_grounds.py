"""Grounds that the document itself replaces (căn cứ chính văn bản bị thay thế): 'Căn cứ Quyết định số 12/QĐ-UBND ...',
then 'Quyết định này thay thế Quyết định số 12/QĐ-UBND'.

A case of ``citation-superseded``, whose page stands with the documents that have been replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import places_of
from tongket.model.documents import Citation
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_REPLACES = re.compile(r"(?<!\w)này\s(?:có hiệu lực[^.;]{0,60}\svà\s)?(?:thay thế|bãi bỏ)(?:\s(?:cho|toàn bộ))?\s$")
_GROUND = re.compile(r"(?:^|[\n;.]\s*|[-+*•]\s*)Căn cứ(?!\w)[^.;\n]{0,200}$")
_BACK = 260  # letters before a citation in which its ground begins


def check_replaced_grounds(report: Report) -> Iterator[Finding]:
    """Yield ``citation-superseded`` (a note) where a document rests on what it replaces as a whole.

    Not flagged: articles that are replaced, documents told of elsewhere than among the grounds.
    """
    if not any(places_of(report.text, "này thay thế", "này bãi bỏ", "và thay thế", "và bãi bỏ")):
        return
    gone = [one for one in report.citations if one.symbol and _REPLACES.search(_before(report.text, one))]
    for one in gone:
        for other in report.citations:
            same = (other.symbol, other.date) == (one.symbol, one.date) and other.start < one.start
            if same and _GROUND.search(_before(report.text, other)):
                place = Span(other.start, other.end)
                yield Finding(
                    "citation-superseded", "info", place, "ground", {"document": " ".join(other.text.split())}
                )
                break


def _before(text: str, one: Citation) -> str:
    return text[max(one.start - _BACK, 0) : one.start]


CHECKS = (check_replaced_grounds,)
