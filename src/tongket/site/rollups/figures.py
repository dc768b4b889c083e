"""A consolidated value as it is shown: its number with qualifier and marks, or why it is not added."""

from __future__ import annotations

from decimal import Decimal

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from tongket.consolidating.shown_values import words_of
from tongket.consolidating.totals import NOT_ADDED
from tongket.messages import N_, language, say
from tongket.model.observations import Rollup
from tongket.model.programmes import Indicator
from tongket.site.interface.templatetags.words import number
from tongket.site.rollups.privacy import HIDDEN, SMALL

SEE_UNITS = N_("see each unit")
NOT_ADDED_SEE_WHY = N_("not added")
PRIVATE = frozenset((SMALL, HIDDEN))  # nothing stands behind them that may be seen
_SEEN_BY_UNIT = frozenset(NOT_ADDED.values())


def amount_text(rollup: Rollup, indicator: Indicator | None = None) -> str:
    """'khoảng 1.234,5', '10–12'; "" without a number. An ``indicator`` says what is a day, a yes or a choice."""
    if rollup.amount is None:
        return ""
    words = words_of(rollup.amount, indicator) if indicator else None
    if words is not None:
        return words
    ends = [rollup.amount, *([rollup.amount_high] if rollup.amount_high is not None else [])]
    value = "–".join(_number(end, rollup.scale) for end in ends)
    return f"{rollup.qualifier} {value}".strip()


def _number(amount: int, scale: int) -> str:
    """As ``number``, quicker for whole numbers, of which a table holds thousands."""
    if scale:
        return number(Decimal(amount).scaleb(-scale))
    text = f"{amount:,}"
    return text.replace(",", ".") if language() == "vi" else text


def is_partial(rollup: Rollup | None) -> bool:
    """Whether somebody who was asked is missing from it."""
    return rollup is not None and "partial" in rollup.marks and rollup.amount is not None


def coverage_text(rollup: Rollup) -> str:
    """'53/62'."""
    return f"{rollup.reported}/{rollup.expected}"


def refusal_text(rollup: Rollup) -> str:
    """Why it is not added, as a sentence; "" where it is."""
    return say(rollup.refusal, **dict(rollup.facts)) if rollup.refusal else ""


def plain_text(rollup: Rollup | None) -> str:
    """The whole in characters alone, for readers and titles: '≈ khoảng 1.234 (53/62)'."""
    if rollup is None:
        return ""
    if rollup.refusal:
        return refusal_text(rollup)
    near = "≈ " if "estimated" in rollup.marks else ""
    mark = f" ({coverage_text(rollup)})" if is_partial(rollup) else ""
    return f"{near}{amount_text(rollup)}{mark}"


def answers_text(count: int) -> str:
    """'12 câu trả lời'."""
    return say(N_("{count} answers in words"), count=number(count))


def figure(
    rollup: Rollup | None, address: str, missing: str = "", said: int = 0, indicator: Indicator | None = None
) -> SafeString:
    """The figure as HTML, a link to what stands behind it; ``missing`` says why there is none. Where ``said`` bodies
    answered in words, their number stands for it.
    """
    if said:
        return mark_safe(f'<a class="dim" href="{escape(address)}">{escape(answers_text(said))}</a>')  # noqa: S308 - escaped
    if rollup is None:
        return mark_safe(f'<span class="dim">{escape(missing)}</span>' if missing else "")  # noqa: S308 - escaped
    if rollup.refusal:
        if rollup.refusal in PRIVATE:
            return mark_safe(f'<span class="dim">{escape(say(rollup.refusal))}</span>')  # noqa: S308 - escaped
        words = say(SEE_UNITS if rollup.refusal in _SEEN_BY_UNIT else NOT_ADDED_SEE_WHY)
        return mark_safe(f'<a class="dim" href="{escape(address)}">{escape(words)}</a>')  # noqa: S308 - escaped
    text = amount_text(rollup, indicator)
    if not text:
        return mark_safe("")  # answered, but without a number
    look = ' class="est"' if "estimated" in rollup.marks else ""
    mark = f'<span class="part">{coverage_text(rollup)}</span>' if is_partial(rollup) else ""
    return mark_safe(f'<a href="{escape(address)}"{look}>{escape(text)}</a>{mark}')  # noqa: S308 - escaped
