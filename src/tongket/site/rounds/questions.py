"""What a person should look at in a drafted programme, as the page asks it: in words, where the files have codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tongket.messages import N_, say
from tongket.programmes.choices import AGGREGATIONS, EXTENTS, LEVELS, REGIMES
from tongket.programmes.drafting.decisions import Decision
from tongket.site.interface.days import typed_day
from tongket.site.people.services.bodies import living_kinds
from tongket.vietnamese.dates import printed_day

ELSEWHERE = ("asked", "due")  # who is asked, and by when, the round itself says on the next page
_ASKED = {
    "over_time": N_("“{name}”: are the numbers of the periods added up, or does the latest one count?"),
    "owner": N_("Table “{title}”: which kind of body answers for its figures?"),
    "extent": N_("Table “{title}”: do bodies report their own work, or that of the whole area?"),
    "closing": N_("Until which day do the figures count?"),
    "heading": N_("Row “{name}”: does it take a figure, or is it only a heading?"),
    "pair": N_("Row “{name}”: does its cell take two figures (a/b), or one?"),
}
_WORDS = {
    **AGGREGATIONS,
    **EXTENTS,
    **LEVELS,
    **REGIMES,
    "indicator": N_("it takes a figure"),
    "heading": N_("only a heading"),
    "two": N_("two figures"),
    "one": N_("one figure"),
    "yes": N_("yes"),
    "no": N_("no"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One decision on the page: its words, what was taken and why, the answers to choose from (none: it is typed)."""

    key: str
    words: str
    taken: str
    reason: str
    choices: tuple[tuple[str, str], ...]
    is_day: bool


def question_of(one: Decision) -> Question:
    """How the page asks it."""
    words = say(_ASKED[one.question], **dict(one.facts)) if one.question in _ASKED else one.message()
    kinds = {kind.code: kind.name for kind in living_kinds()} if one.question == "owner" else {}
    choices = tuple(kinds.items()) or tuple((code, _word(code)) for code in one.choices if code)
    taken = printed_day(one.default) if one.question == "closing" and one.default else _word(one.default)
    return Question(one.key, words, kinds.get(one.default, taken), one.reason(), choices, one.question == "closing")


def answer_of(question: str, text: str) -> str:
    """What was answered, as files write it: a day as year-month-day; anything else as it was typed."""
    day = typed_day(text) if question == "closing" else None
    return day.isoformat() if day else text


def answers_of(typed: Mapping[str, str], questions: Mapping[str, str]) -> dict[str, str]:
    """The answers that were given, by key; ``questions``: which question each key is."""
    return {key: answer_of(questions.get(key, ""), text.strip()) for key, text in typed.items() if text.strip()}


def _word(code: str) -> str:
    """An answer of a closed list as people say it; any other as it stands."""
    return say(_WORDS[code]) if code in _WORDS else code
