"""Items of lists that stand twice in one report, word for word (gạch đầu dòng chép lặp).

A case of ``layout``, whose page stands with the small things of form. Passages of fifty words and more are in
``passages_twice``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_recognised
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_FEWEST, _MOST = 12, 49  # words of an item that says something by itself, and no whole passage
_MARK = re.compile(r"\s*[-–—+•*]\s*(?=[^\W\d_])")
_LABEL = re.compile(r"[^.;:\n]{0,60}:")  # 'Đơn vị phối hợp: ...', which a list says of each of its tasks
_WORD = re.compile(r"\w+(?:[.,/-]\w+)*")
_SHOWN = 80


def check_items_twice(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) where an item of a report stands a second time in the same words.

    Not flagged: plans and rules, which say the same of several tasks; items that begin with a label, or lead to what
    stands below them; short ones; recognised text.
    """
    if report.letterhead.doc_type != "Báo cáo" or is_recognised(report):
        return
    seen: dict[str, Span] = {}
    for paragraph in report.paragraphs:
        mark = _MARK.match(paragraph.text) if paragraph.kind == "body" and paragraph.spans else None
        said = paragraph.text[mark.end() :] if mark else ""
        words = _words(said)
        if not words or _LABEL.match(said) or said.rstrip().endswith(":"):
            continue
        place = paragraph.spans[0]
        if seen.setdefault(key(said).strip(" .;,"), place) is not place:
            yield _finding(words, said, place)


_NUMBERED = re.compile(r"số:? ?\d+[a-zđ]?(?:[/-][\w&]+){2,},? (?:ngày|của) ")


def check_documents_twice(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) where a document stands a second time in one enumeration that semicolons divide: 'số
    12/KH-UBND ngày 05/3/2025 về ...; số 12/KH-UBND ngày 05/3/2025 về ...'.

    Not flagged: documents of which the second place says something else; recognised text.
    """
    if is_recognised(report):
        return
    for paragraph in report.paragraphs:
        if paragraph.kind not in ("body", "note") or not paragraph.spans or paragraph.text.count(";") < len("a;"):
            continue
        numbered = _NUMBERED.findall(paragraph.text)
        if len(set(numbered)) == len(numbered):
            continue
        before: list[str] = []
        for said in paragraph.text.split(";"):
            known = key(said).strip(" .,")
            named = _NUMBERED.search(said)
            if named and any(one.endswith(known) for one in before):
                start = report.text.rfind(said.split()[-1], paragraph.spans[0].start, paragraph.spans[-1].end)
                at = report.text.rfind(named[0].split()[1], paragraph.spans[0].start, max(start, 0) + 1)
                place = Span(at, start + len(said.split()[-1])) if 0 <= at < start else paragraph.spans[0]
                yield _finding(len(_WORD.findall(said)), said, place)
            before.append(known)


def _words(said: str) -> int:
    """How many words an item has; 0 where they are too few to say anything, or so many that it is a passage."""
    words = len(_WORD.findall(said))
    return words if _FEWEST <= words <= _MOST else 0


def _finding(words: int, said: str, place: Span) -> Finding:
    said = " ".join(said.split())
    printed = said if len(said) <= _SHOWN else f"{said[:_SHOWN].rsplit(' ', 1)[0]} …"
    return Finding("layout", "info", place, "twice", {"words": str(words), "printed": printed})


CHECKS = (check_items_twice, check_documents_twice)
