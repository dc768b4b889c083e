"""Provisions of the document itself that its own words cite (điều, khoản, điểm): those that it does not have, and the
very one that is speaking.

Cases of ``citation-conflict``, whose page stands in ``conflicts``. Decree 78/2025/NĐ-CP, annexes: articles are counted
through the document, clauses within an article, points within a clause by the letters of the Vietnamese alphabet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.stops import STOP_OR_SEMICOLON
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report, Section

_LETTERS = ("a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v")
_ARTICLE = re.compile(r"Điều (\d{1,3})$")
_OWN = r"(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Quy chế|Quy định|Điều lệ|Quy trình) này"
_LIST = r"(?P<{name}>{one}(?:(?:, | và | hoặc | hay |, {word} | và {word} | hoặc {word} ){one})*)"
_CLAUSES = _LIST.format(name="clauses", one=r"\d{1,2}", word="khoản")
_POINTS = _LIST.format(name="points", one=r"[a-zđ](?![\w])", word="điểm")


def _wrapped(pattern: str) -> re.Pattern[str]:
    """A pattern between whose words a line may end."""
    return re.compile(pattern.replace(" ", r"\s"))


_TO_ARTICLE = _wrapped(rf"(?<!\w)Điều (?P<article>\d{{1,3}})(?: của)? {_OWN}")
_TO_CLAUSE = _wrapped(rf"(?<!\w)khoản {_CLAUSES}(?: của)? Điều này(?!\w)")
_TO_POINT = _wrapped(
    rf"(?<!\w)điểm {_POINTS}(?: của)? (?:khoản này|khoản (?P<clause>\d{{1,2}})(?: của)? Điều này)(?!\w)"
)


def check_provisions(report: Report) -> Iterator[Finding]:
    """Yield ``citation-conflict`` for 'Điều 12 Quy chế này' in rules of ten articles, 'khoản 5 Điều này' in an article
    of four clauses, and for a point or clause that cites itself: 'e) Trừ trường hợp quy định tại điểm e khoản này'.

    Not flagged: documents that amend others, whose articles they quote; provisions that are not counted without gaps;
    'khoản này', and what a later sentence says of its own provision. In recognised text a note.
    """
    articles = [one for one in report.walk_sections() if one.number and _ARTICLE.match(one.number)]
    if not articles or _amends(report):
        return
    severity: Severity = "info" if is_dirty(report) else "warning"
    found = [*_beyond_last_article(report.text, articles)]
    for article in articles:
        found += _within(report.text, article)
    yield from (replace(one, severity=severity) for one in found)


_AMENDS = re.compile(r"sửa đổi|bổ sung một số|bãi bỏ", re.IGNORECASE)


def _amends(report: Report) -> bool:
    return _AMENDS.search(report.letterhead.title or report.text[:_HEAD]) is not None


_HEAD = 1500


def _beyond_last_article(text: str, articles: Sequence[Section]) -> Iterator[Finding]:
    numbers = [int(found[1]) for one in articles if (found := _ARTICLE.match(one.number or ""))]
    last = max(numbers)
    if set(range(1, last + 1)) - set(numbers):
        return
    for found in _TO_ARTICLE.finditer(text, articles[0].start):
        if int(found["article"]) > last and not _is_quoted(text, found.start()):
            yield _finding(found, "no-provision", {"last": f"Điều {last}"})


def _within(text: str, article: Section) -> Iterator[Finding]:
    """What the words of an article say of its own clauses and points."""
    clauses = _counted(article.children, [str(number) for number in range(1, 100)])
    for found in _TO_CLAUSE.finditer(text, article.start, article.end):
        if not clauses or _is_quoted(text, found.start()):
            continue
        for number in re.findall(r"\d+", found["clauses"]):
            if number not in clauses:
                yield _finding(found, "no-provision", {"last": f"khoản {list(clauses)[-1]}"})
            elif found["clauses"] == number and _opens(text, clauses[number], found):
                yield _finding(found, "itself", {})
    for found in _TO_POINT.finditer(text, article.start, article.end):
        if not _is_quoted(text, found.start()):
            yield from _points(text, clauses, found)


def _points(text: str, clauses: dict[str, Section], found: re.Match[str]) -> Iterator[Finding]:
    """A citation of points of the clause in which it stands, or of another one of the article."""
    here = next((one for one in clauses.values() if one.start <= found.start() < one.end), None)
    clause = clauses.get(found["clause"]) if found["clause"] else here
    points = _counted(clause.children, _LETTERS) if clause else {}
    if not points:
        return
    for letter in re.findall(r"(?<!\w)[a-zđ](?!\w)", found["points"]):
        if letter not in points and letter in _LETTERS:
            yield _finding(found, "no-provision", {"last": f"điểm {list(points)[-1]}"})
        elif letter in points and found["points"] == letter and _opens(text, points[letter], found):
            yield _finding(found, "itself", {})


def _counted(sections: Sequence[Section], marks: Sequence[str]) -> dict[str, Section]:
    """The provisions below one, by their marks; none where these are not the first of ``marks`` in their order."""
    numbered = [one for one in sections if one.number]
    own = [one.number or "" for one in numbered]
    return dict(zip(own, numbered, strict=True)) if len(own) > 1 and own == list(marks[: len(own)]) else {}


def _opens(text: str, section: Section, found: re.Match[str]) -> bool:
    """Whether a citation stands in the first sentence of a provision, above what is below it."""
    end = min((one.start for one in section.children), default=section.end)
    opened = section.start + len(section.number or "") + 1
    return section.start <= found.start() < end and STOP_OR_SEMICOLON.search(text, opened + 1, found.start()) is None


def _is_quoted(text: str, at: int) -> bool:
    """Whether words stand in quotation marks that were opened before them: the text of another document."""
    low = max(at - _QUOTE, 0)
    return text.rfind("“", low, at) > text.rfind("”", low, at)


_QUOTE = 3000


def _finding(found: re.Match[str], case: str, facts: dict[str, str]) -> Finding:
    printed = " ".join(found[0].split())
    return Finding("citation-conflict", "warning", Span(*found.span()), case, {"printed": printed, **facts})


CHECKS = (check_provisions,)
