"""Whether a report answers a programme: by the directive it names, a document that implements it, or its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.model.documents import Citation
from tongket.model.matches import Answer
from tongket.model.programmes import DirectiveRef, Programme
from tongket.model.reports import Report
from tongket.programmes.tables import best_fit
from tongket.programmes.words import normal
from tongket.vietnamese.unicode import key

_LEAST_FORM_ROWS = 6


def answers(report: Report, programme: Programme) -> Answer:
    """How ``report`` answers ``programme``.

    The subject's directives count first, then the documents that the subject's document implements, then, for a report
    that names no directive, tables that fill in the programme's forms.
    """
    named = report.subject.directive or (report.subject.directives[0].symbol if report.subject.directives else "")
    for directive in report.subject.directives:
        if is_same(programme.directive, directive.symbol, directive.date, directive.issuer):
            sure = bool(directive.date or directive.issuer)
            return Answer("via" if directive.via else "directive", directive.symbol, directive.via or "", sure)
    for own in (
        *(one.symbol for one in report.subject.directives),
        *(one.via or "" for one in report.subject.directives),
    ):
        for cited in _implemented(report, own):
            if is_same(programme.directive, cited.symbol or "", cited.date, cited.issuer):
                return Answer("via", cited.symbol or "", own, bool(cited.date or cited.issuer))
    if not named and _fills_forms(report, programme):
        return Answer("form", "", "", sure=False)
    return Answer("no", named)


def is_same(directive: DirectiveRef, symbol: str, date: str | None, issuer: str | None) -> bool:
    """Whether a document of that symbol, date and issuer (None where not printed) can be ``directive``.

    Symbols compare without case and leading zeros; dates as far as both are known. An issuer of another level is
    another document.
    """
    if not symbol or _folded(symbol) != _folded(directive.symbol):
        return False
    if date and not (directive.date.startswith(date) or date.startswith(directive.date)):
        return False
    return not issuer or _issuers_agree(directive.issuer, issuer)


def _folded(symbol: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"\s+", "", key(symbol)))


_LEVEL_WORDS = ("tỉnh", "thành", "huyện", "thị", "trung ương", "bộ chính trị", "ban bí thư", "đảng ủy")


def _issuers_agree(known: str, printed: str) -> bool:
    """Whether two names can be one issuer: no word of level in one that contradicts the other's."""
    mine = {word for word in _LEVEL_WORDS if normal(word) in normal(known)}
    theirs = {word for word in _LEVEL_WORDS if normal(word) in normal(printed)}
    return not mine or not theirs or bool(mine & theirs) or {"tỉnh", "thành"} >= mine | theirs


def _implemented(report: Report, symbol: str) -> Iterator[Citation]:
    """The documents that the document of ``symbol`` implements, by the report's own words."""
    if not symbol:
        return
    for relation in report.relations:
        subject = report.citations[relation.subject]
        if relation.kind in ("implements", "makes-concrete") and _folded(subject.symbol or "") == _folded(symbol):
            yield report.citations[relation.object]


def _fills_forms(report: Report, programme: Programme) -> bool:
    rows = 0
    for table in report.tables:
        fit = best_fit(table, programme)
        if fit is not None:
            rows += sum(row.score >= 0.9 for row in fit.rows)
    return rows >= _LEAST_FORM_ROWS
