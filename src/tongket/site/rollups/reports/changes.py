"""What changed after a report was frozen: which of its numbers, and with them which sentences, no longer hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tongket.model.drafts import Draft, DraftParagraph, LiveFigure
from tongket.model.observations import Rollup
from tongket.site.rollups.asking import Seen
from tongket.site.rollups.figures import plain_text
from tongket.site.rollups.live import rolled_up
from tongket.site.rollups.models import Snapshot
from tongket.site.rollups.reports.snapshots import counted_revisions

_SENTENCE = re.compile(r"(?<=[.;!?])\s+(?=[A-ZĐÀ-Ỹ])")


@dataclass(frozen=True, slots=True)
class Changed:
    """A number of the report that is another now; the sentence and paragraph that hold it ("" and -1: a table)."""

    figure: LiveFigure
    now: str
    sentence: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Changes:
    """``submissions`` are those whose revision is another; ``figures`` the numbers that changed with them."""

    submissions: int
    figures: tuple[Changed, ...]

    @property
    def sentences(self) -> int:
        """How many sentences no longer hold."""
        return len({(one.paragraph, one.sentence) for one in self.figures if one.sentence})


def changed_submissions(snapshot: Snapshot) -> set[int]:
    """Those that were sent again, sent for the first time, or no longer count since the snapshot."""
    now = dict(counted_revisions(snapshot.round))
    then = {int(one): revision for one, revision in snapshot.revisions.items()}
    return {one for one in now.keys() | then.keys() if now.get(one) != then.get(one)}


def changes_since(snapshot: Snapshot, draft: Draft) -> Changes:
    """The numbers of ``draft`` that the round gives otherwise now."""
    submissions = changed_submissions(snapshot)
    if not submissions:
        return Changes(0, ())
    codes = frozenset(one.indicator for one in draft.figures)
    rolled = rolled_up(snapshot.round, codes, Seen(snapshot.view, snapshot.as_of))
    places = _places(draft)
    found = []
    for figure in draft.figures:
        now = rolled.at(figure.indicator, figure.cell, figure.unit or rolled.top)
        if _says(now) != (figure.amount, figure.reported):
            paragraph, sentence = places.get(figure.key, (-1, ""))
            found.append(Changed(figure, plain_text(now), sentence, paragraph))
    return Changes(len(submissions), tuple(found))


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
