"""The words of a closed list: the code that stands in files, and how people say it.

Workbooks show the words and take both; YAML takes the codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tongket.messages import LANGUAGES, N_, Said, say
from tongket.vietnamese.unicode import key

Choices = Mapping[str, str]  # code -> message id

REGIMES = {"state": N_("state bodies"), "party": N_("Party bodies"), "front": N_("the Front"), "youth": N_("the Youth")}
REVIEWS = {"sơ kết": N_("interim review"), "tổng kết": N_("final review")}
LEVELS = {
    "nation": N_("nation"),
    "province": N_("province"),
    "district": N_("district"),
    "commune": N_("commune"),
    "hamlet": N_("hamlet"),
}
KINDS = {
    "integer": N_("whole number"),
    "decimal": N_("number with decimals"),
    "money": N_("money (đồng)"),
    "share": N_("per cent"),
    "score": N_("points"),
    "rank": N_("rank"),
    "yes-no": N_("yes or no"),
    "date": N_("day"),
    "text": N_("text"),
    "choice": N_("one of a list"),
}
AGGREGATIONS = {
    "sum": N_("added up"),
    "latest": N_("the latest"),
    "max": N_("the largest"),
    "min": N_("the smallest"),
    "count-units": N_("number of units that have it"),
    "count-yes": N_("number of 'yes'"),
    "ratio": N_("ratio of the sums"),
    "weighted": N_("weighted mean"),
    "none": N_("not added up"),
}
SENSITIVITIES = {"open": N_("open"), "sensitive": N_("sensitive")}
EXTENTS = {"own": N_("the body's own work"), "area": N_("the whole area")}
PARTS = {
    "value": N_("the number"),
    "part": N_("the part of a/b"),
    "whole": N_("the whole of a/b"),
    "first": N_("the first of two"),
    "second": N_("the second of two"),
}
ROLES = {"ordinal": N_("ordinal"), "label": N_("label"), "value": N_("figure"), "note": N_("remark")}
RELATIONS = dict.fromkeys(("=", "<=", ">="), "")
COMPARISONS = dict.fromkeys(("=", "<>", "<", "<=", ">", ">="), "")
SEVERITIES = {"error": N_("wrong"), "warning": N_("to be looked at")}
DIRECTIONS = {"up": N_("more is better"), "down": N_("less is better")}
CYCLES = {
    "once": N_("once"),
    "month": N_("monthly"),
    "quarter": N_("quarterly"),
    "half": N_("half-yearly"),
    "nine-months": N_("after nine months"),
    "year": N_("yearly"),
}
PERIOD_REGIMES = {"nd-09": N_("closing days of Decree 09/2019/NĐ-CP"), "calendar": N_("calendar periods")}
PASSAGES = {
    "advantages": N_("Advantages"),
    "difficulties": N_("Difficulties"),
    "strengths": N_("Strengths"),
    "limitations": N_("Limitations"),
    "causes": N_("Causes"),
    "lessons": N_("Lessons"),
    "forecast": N_("Forecast"),
    "tasks": N_("Tasks and solutions"),
    "recommendations": N_("Recommendations"),
}
REGISTER_KINDS = {
    "event": N_("events"),
    "item": N_("living items"),
    "agreement": N_("agreements"),
    "obligation": N_("obligations"),
    "score-sheet": N_("score sheets"),
}
FIELD_KINDS = {
    "text": N_("text"),
    "integer": N_("whole number"),
    "decimal": N_("number with decimals"),
    "money": N_("money (đồng)"),
    "date": N_("day"),
    "yes-no": N_("yes or no"),
    "choice": N_("one of a list"),
    "unit": N_("a unit"),
    "body": N_("a body"),
    "document": N_("a document"),
}
COUNTED_WHATS = {
    "count": N_("number of entries"),
    "sum": N_("sum of the field"),
    "distinct": N_("number of different values"),
    "min": N_("the smallest"),
    "max": N_("the largest"),
    "latest": N_("the latest"),
}
COUNTED_WHENS = {"during": N_("begun in the period"), "at-end": N_("alive at the period's end")}
YES_NO = {"true": N_("yes"), "false": N_("no")}


def words_of(choices: Choices, code: str, lang: str | None = None) -> str:
    """How people say ``code``; the code itself where the list has no words for it."""
    return say(choices.get(code, ""), lang) or code


def said(choices: Choices, codes: Iterable[str], between: str = ", ") -> Said:
    """What ``codes`` mean, as a fact of a message."""
    return Said(tuple(choices.get(code) or code for code in codes), between)


def code_of(choices: Choices, words: str) -> str:
    """The code that ``words`` say, in any language or as the code itself; ``words`` again where none does."""
    if words in choices:
        return words
    folded = key(words)
    for code, message in choices.items():
        if message and folded in {key(say(message, lang)) for lang in LANGUAGES}:
            return code
    return words
