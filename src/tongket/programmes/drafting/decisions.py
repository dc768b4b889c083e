"""What a person must decide (việc cần quyết định): the question, the default that was taken, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tongket.messages import N_, say

Target = tuple[str, str]
"""What a decision is about: ('indicator', code), ('form', code), ('row', 'form/number'), ('programme', key)."""

QUESTIONS: Mapping[str, str] = {
    "over_time": N_(
        "'{name}': is it added up over time (sum: what happened), or does the latest count (latest: stock)?"
    ),
    "owner": N_("Form {form} ({title}): which kind of body answers for its figures? Empty: any body."),
    "extent": N_("Form {form} ({title}): do bodies report their own work (own) or the whole area (area)? Empty: open."),
    "asked": N_("Who is asked to report? Levels with ';' between: {found}."),
    "due": N_("By when must each level report? Write level=date with ';' between, such as commune=2026-10-15."),
    "closing": N_("Until which day do the figures count? Write year-month-day."),
    "ratio": N_(
        "'{name}': which two indicators is it computed from? Write numerator/denominator; empty: not computed."
    ),
    "unit": N_("'{name}': what is it counted in? No unit word stands in the form."),
    "heading": N_("Row '{name}': does it take a figure (indicator) or is it only a heading (heading)?"),
    "pair": N_("Row '{name}': two figures in one cell ('a/b'), or one?"),
    "table": N_("The table '{title}' was left out: {why}"),
    "columns": N_("Form {form}, columns {columns}: {why}"),
    "directive": N_("Which document is reviewed? Type, symbol, date, issuer: {found}."),
    "period": N_("Which period does the review cover? From its first to its last day: {found}."),
    "regime": N_("Who writes the report: state, party, front or youth?"),
    "dimension": N_("Form {form}: the rows of '{name}' hold subtotals; do its cells add up to the total?"),
    "outline": N_("The section '{title}' is not one of the usual outline; it was taken as a result section."),
}

WHY: Mapping[str, str] = {
    "words": N_("by the words '{words}'"),
    "unit-kind": N_("by what '{words}' counts"),
    "caption": N_("by the line under the title: {words}"),
    "nothing": N_("nothing in the form tells; this is a guess"),
    "formula": N_("by the formula {words}"),
    "beside": N_("by the rows or columns beside it"),
    "letter": N_("as the letter says: {words}"),
    "usual": N_("the usual case"),
    "missing": N_("the letter does not say"),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One open question. ``key`` names it in the list of decisions ('QT-01.over_time'); ``default`` was taken.

    ``sure``: the form's own words tell, and a glance is enough. ``choices`` are the answers that may be given; () is a
    free text. ``why`` is a key of ``WHY``, filled with ``words``.
    """

    key: str
    question: str
    target: Target
    default: str
    choices: tuple[str, ...] = ()
    why: str = "nothing"
    words: str = ""
    sure: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    line: int = 0

    def message(self, lang: str | None = None) -> str:
        """The question in ``lang``."""
        facts = dict(self.facts)
        if "why" in facts:
            facts["why"] = say(facts["why"], lang)
        return say(QUESTIONS[self.question], lang, **facts)

    def reason(self, lang: str | None = None) -> str:
        """Why the default was taken, in ``lang``."""
        return say(WHY[self.why], lang, words=self.words)


"""What a person decided, by the keys of decisions."""
