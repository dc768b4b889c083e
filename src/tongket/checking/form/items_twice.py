"""Items of lists that stand twice in one report, word for word (gạch đầu dòng chép lặp).

A case of ``layout``, whose page stands with the small things of form. Passages of fifty words and more are in
``passages_twice``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tongket.checking.evidence.recognition import is_recognised
from tongket.checking.evidence.spans import in_tables
from tongket.checking.evidence.stops import lines_of
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
    """Yield ``layout`` (a note) where an item of a report, or of the same list of any document, stands a second time in
    the same words.

    Not flagged: plans and rules, which say the same of several tasks; items that begin with a label, or lead to what
    stands below them; short ones; recognised text.
    """
    if is_recognised(report):
        return
    is_report = report.letterhead.doc_type == "Báo cáo"
    seen: dict[str, Span] = {}
    of_list: set[str] = set()
    for paragraph in report.paragraphs:
        mark = _MARK.match(paragraph.text) if paragraph.kind == "body" and paragraph.spans else None
        if mark is None:
            of_list.clear()
            continue
        said = paragraph.text[mark.end() :]
        if len(said) < _SHORT or not _words(said) or _LABEL.match(said) or said.rstrip().endswith(":"):
            continue
        known, place = _known(said), paragraph.spans[0]
        again = is_report and seen.setdefault(known, place) is not place
        if again or known in of_list:
            yield _finding(_words(said), said, place)
        of_list.add(known)


def _known(said: str) -> str:
    """What a paragraph says, whatever mark it begins and ends with."""
    return said.strip(" .;,-–—+•*\t\n")


_LONG = 20  # words of a paragraph without a mark that none says twice by chance


def check_paragraphs_twice(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a paragraph stands a second time right below itself, or, in a report, where one without a
    mark stands again anywhere.

    Not flagged: short ones, those that lead to what stands below them, passages that ``passages_twice`` tells;
    recognised text.
    """
    if is_recognised(report):
        return
    is_report = report.letterhead.doc_type == "Báo cáo"
    seen: set[str] = set()
    before = ""
    for paragraph in report.paragraphs:
        if paragraph.kind != "body" or not paragraph.spans:
            continue
        known = _known(paragraph.text)
        if len(known) > _SHORT and (known == before or known in seen) and _ends(paragraph.text):
            words = len(_WORD.findall(known))
            below = known == before and words >= _FEWEST and (words <= _MOST or not is_report)
            again = is_report and _LONG <= words <= _MOST
            if below or (again and not _MARK.match(paragraph.text) and not _LABEL.match(paragraph.text)):
                yield replace(_finding(words, paragraph.text, paragraph.spans[0]), severity="warning")
        seen.add(known)
        before = known


_FEW_WORDS = 5  # of a sentence that nobody says twice in a row
_MANY_WORDS = 16  # of one that nobody says twice


def check_sentences_twice(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where a sentence of a report stands a second time right behind itself, or a long one anywhere.

    Not flagged: whole paragraphs and passages, of which other checks tell; sentences that stand more than twice, as
    what a form has each unit say; recognised text.
    """
    if is_recognised(report) or report.letterhead.doc_type != "Báo cáo":
        return
    tables = in_tables(report)
    last = ""
    told: dict[str, list[Span]] = {}
    for place in _sentences(report.text):
        known = _known(" ".join(report.text[place.start : place.end].split()))
        words = len(known.split())
        whole = _is_whole_line(report.text, place)
        if words < _FEW_WORDS or tables.touch(place):
            continue
        if known == last and not whole:
            yield replace(_finding(words, known, place), severity="warning")
        elif words >= _MANY_WORDS:
            told.setdefault(known, []).append(place)
        last = known
    again = [(len(known.split()), known, places) for known, places in told.items() if len(places) == _TWICE]
    for words, known, places in again if sum(words for words, _, _ in again) <= _MOST else ():
        if not all(_is_whole_line(report.text, one) for one in places):
            yield replace(_finding(words, known, places[1]), severity="warning")


def _sentences(text: str) -> Iterator[Span]:
    """The sentences of each line, from their first letter to their stop."""
    for start, line in lines_of(text):
        low = 0
        for stop in _STOP.finditer(line):
            said = line[low : stop.end()]
            if _SHORTEST < len(said) < _LONGEST:
                yield Span(start + low + len(said) - len(said.lstrip(" \t-–—+•*")), start + stop.end())
            low = stop.end()


_STOP = re.compile(r"\.(?=\s|$)")
_SHORTEST, _LONGEST = 20, 600  # letters of a sentence
_TWICE = 2
_LINE_END = re.compile(r"[ \t]*(?:\n|$)")
_MARKS = 40  # letters of the marks and blanks with which a line begins


def _is_whole_line(text: str, place: Span) -> bool:
    """Whether a sentence is all that its line holds."""
    low = max(place.start - _MARKS, 0)
    begin = text.rfind("\n", low, place.start) + 1
    if low and not begin:
        return False
    return not _known(text[begin : place.start]) and _LINE_END.match(text, place.end) is not None


_SHORT = 40  # letters of a paragraph that may stand twice


def _ends(said: str) -> bool:
    return said.rstrip().endswith((".", ";", "!"))


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


CHECKS = (check_items_twice, check_paragraphs_twice, check_sentences_twice, check_documents_twice)
