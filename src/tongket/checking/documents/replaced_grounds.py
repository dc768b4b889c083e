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
    grounds: dict[tuple[str | None, str | None], Citation] = {}  # the first mention of each
    for one in report.citations if gone else ():
        if _GROUND.search(_before(report.text, one)):
            grounds.setdefault((one.symbol, one.date), one)
    for one in gone:
        other = grounds.get((one.symbol, one.date))
        if other is not None and other.start < one.start:
            facts = {"document": " ".join(other.text.split())}
            yield Finding("citation-superseded", "info", Span(other.start, other.end), "ground", facts)


def _before(text: str, one: Citation) -> str:
    return text[max(one.start - _BACK, 0) : one.start]


CHECKS = (check_replaced_grounds,)
