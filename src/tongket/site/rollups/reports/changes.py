"""What changed after a report was frozen: which of its numbers and of the bodies' own words, and with them which
sentences, no longer hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tongket.model.drafts import Draft, DraftParagraph, LiveFigure, Quoted
from tongket.model.observations import Rollup
from tongket.site.rollups.figures import plain_text
from tongket.site.rollups.live import rolled_up
from tongket.site.rollups.models import Snapshot
from tongket.site.rollups.reports.snapshots import counted_before, counted_revisions, map_of
from tongket.site.rollups.reports.words import lines_of
from tongket.site.rounds.models import Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.models import Observation, Revision
from tongket.vietnamese.unicode import CAPITALS
from tongket.writing.answers import answer_text

_MASKED = re.compile("•+")
_SENTENCE = re.compile(rf"(?<=[.;!?])\s+(?=[{CAPITALS}])")


@dataclass(frozen=True, slots=True)
class Changed:
    """A number of the report that is another now; the sentence and paragraph that hold it ("" and -1: a table)."""

    figure: LiveFigure
    now: str
    sentence: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A sentence of a body that the report quotes, and that the body does not say any more."""

    quote: Quoted
    paragraph: int


@dataclass(frozen=True, slots=True)
class Changes:
    """``submissions`` are those whose revision is another; ``figures`` the numbers that changed with them, ``words``
    what they do not say any more.
    """

    submissions: int
    figures: tuple[Changed, ...]
    words: tuple[Unsaid, ...] = ()
    bodies: tuple[str, ...] = ()  # whose submissions they are

    @property
    def count(self) -> int:
        """How many numbers and quotes are others now."""
        return len(self.figures) + len(self.words)

    @property
    def sentences(self) -> int:
        """How many sentences no longer hold."""
        told = {(one.paragraph, one.sentence) for one in self.figures if one.sentence}
        return len(told | {(one.paragraph, "") if one.paragraph >= 0 else one for one in self.words})


def changed_submissions(snapshot: Snapshot) -> set[int]:
    """Those that were sent again, sent for the first time, or no longer count since the snapshot; also of the rounds
    before whose values its formulas take in.
    """
    now = {str(one): revision for one, revision in counted_revisions(snapshot.round)}
    then = dict(snapshot.revisions)
    if snapshot.earlier is not None:
        for one in counted_before(snapshot.round).values():
            now |= one
        for one in snapshot.earlier.values():
            then |= one
    return {int(one) for one in now.keys() | then.keys() if now.get(one) != then.get(one)}


def changes_since(snapshot: Snapshot, draft: Draft, files: Mapping[str, int] | None = None) -> Changes:
    """The numbers of ``draft`` that the round gives otherwise now, and the quoted sentences that are no longer said.

    ``files`` are the submissions whose words are in it, by the names of their files.
    """
    submissions = changed_submissions(snapshot)
    if not submissions:
        return Changes(0, ())
    codes = frozenset(one.indicator for one in draft.figures)
    rolled = rolled_up(snapshot.round, codes, map_of(snapshot))
    places = _places(draft)
    found = []
    for figure in draft.figures:
        now = rolled.at(figure.indicator, figure.cell, figure.unit or rolled.top)
        if _says(now) != (figure.amount, figure.reported):
            paragraph, sentence = places.get(figure.key, (-1, ""))
            found.append(Changed(figure, plain_text(now), sentence, paragraph))
    unsaid = (*_unsaid(snapshot, draft, submissions, files or {}), *_unanswered(snapshot, draft, submissions))
    rows = Submission.objects.filter(pk__in=submissions).select_related("body").order_by("body__name")
    return Changes(len(submissions), tuple(found), unsaid, tuple(dict.fromkeys(one.body.called for one in rows)))


def now_of(snapshot: Snapshot, figure: LiveFigure) -> str:
    """What the round gives now for a number of the report; "" where it is the same."""
    if not changed_submissions(snapshot):
        return ""
    rolled = rolled_up(snapshot.round, frozenset({figure.indicator}), map_of(snapshot))
    now = rolled.at(figure.indicator, figure.cell, figure.unit or rolled.top)
    return plain_text(now) if _says(now) != (figure.amount, figure.reported) else ""


def _unanswered(snapshot: Snapshot, draft: Draft, submissions: set[int]) -> Iterator[Unsaid]:
    """The answers in words of an appendix that their bodies do not give any more: two statements where any changed."""
    programme = programme_of(snapshot.round.programme)
    asked = [one.code for one in programme.indicators if one.kind == "text"]
    printed = {cell for table in draft.tables for row in table.rows for cell in row} if asked else set()
    if not printed:
        return
    counted = dict(counted_revisions(snapshot.round))
    rows = Observation.objects.filter(submission__in=submissions, indicator__in=asked).exclude(text="")
    told = list(
        rows.order_by("submission", "pk").values_list("submission", "revision", "indicator", "cell", "text", "body")
    )
    said_now = {(one[0], *one[2:4], answer_text(one[4])) for one in told if counted.get(one[0]) == one[1]}
    for submission, revision, indicator, cell, text, body in told:
        shown = answer_text(text)
        then = snapshot.revisions.get(str(submission)) == revision
        if then and shown in printed and (submission, indicator, cell, shown) not in said_now:
            yield Unsaid(Quoted(body, 0, len(shown), shown), -1)


def _unsaid(snapshot: Snapshot, draft: Draft, submissions: set[int], files: Mapping[str, int]) -> tuple[Unsaid, ...]:
    quoted = [
        (place, quote)
        for place, one in enumerate(draft.paragraphs)
        for quote in one.quotes
        if files.get(quote.file) in submissions
    ]
    said = _said_now(snapshot, {files[quote.file] for _, quote in quoted}) if quoted else {}
    return tuple(
        Unsaid(quote, place) for place, quote in quoted if not _holds(quote.text, said.get(files[quote.file], ""))
    )


def _said_now(snapshot: Snapshot, submissions: set[int]) -> dict[int, str]:
    """All words of the revisions that count now, by submission: one statement, without the rest of what was read."""
    counted = dict(counted_revisions(snapshot.round))
    rows = Revision.objects.filter(submission__in=submissions & counted.keys())
    found = {}
    for submission, number, narrative, text in rows.values_list(
        "submission", "number", "narrative", "upload__report__text"
    ):
        if counted[submission] == number:
            written = (line for html in narrative.values() for line in lines_of(html))
            found[submission] = _plain(" ".join((*written, text or "")))
    return found


def _holds(sentence: str, said: str) -> bool:
    """Whether ``sentence`` still stands in what is said; its masked letters may be any."""
    return all(part.strip(" .;") in said for part in _MASKED.split(_plain(sentence)))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _says(rollup: Rollup | None) -> tuple[int | None, int]:
    return (rollup.amount, rollup.reported) if rollup else (None, 0)


def _places(draft: Draft) -> dict[str, tuple[int, str]]:
    """By the key of a figure: its paragraph and sentence."""
    return {
        run.figure: (place, sentence_at(one, number))
        for place, one in enumerate(draft.paragraphs)
        for number, run in enumerate(one.runs)
        if run.figure
    }


def sentence_at(paragraph: DraftParagraph, number: int) -> str:
    """The sentence of ``paragraph`` that holds its run ``number``."""
    at = sum(len(run.text) for run in paragraph.runs[:number])
    start = 0
    for found in _SENTENCE.finditer(paragraph.text):
        if found.start() > at:
            return paragraph.text[start : found.start()].strip()
        start = found.end()
    return paragraph.text[start:].strip()
