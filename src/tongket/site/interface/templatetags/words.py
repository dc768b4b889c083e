"""Words, numbers and days of the pages, in the language of the reader."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django import template
from django.utils import timezone
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from tongket.errors import TongketError
from tongket.messages import N_, Said, language, say
from tongket.site.interface.clock import now, today
from tongket.site.interface.days import due_words, long_day, short_day, shown_day
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.numbers import format_number

register = template.Library()


@register.simple_tag(name="say")
def say_tag(message: str, **facts: Any) -> SafeString:
    """``{% say "English id" name=value %}``: the message in the reader's language; facts are escaped, markup in
    the message itself is not.
    """
    return mark_safe(say(message, **{name: conditional_escape(fact) for name, fact in facts.items()}))  # noqa: S308 - facts are escaped


@register.simple_tag
def say_id(message: str) -> str:
    """A message id held by a value, in the reader's language; escaped."""
    return conditional_escape(say(message))


@register.simple_tag
def say_error(error: dict[str, Any], beside: str = "") -> str:
    """An error kept as JSON (``interface.kept_errors.as_json``): what, where and how to mend, in the reader's language.

    It begins with a capital, unless a file's name stands there. ``beside``: the name that it is shown beside, and does
    not say again.
    """
    facts = {name: _kept_fact(fact) for name, fact in error.get("facts", {}).items()}
    where = f"{error['where']}: " if error.get("where") and error["where"] != beside else ""
    told = " ".join(say(error[part], **facts) for part in ("what", "mend") if error[part])
    return conditional_escape(where + told if where else told[:1].upper() + told[1:])


@register.filter
def told(error: TongketError) -> str:
    """An error as a sentence: where, what, how to mend; a capital first, unless a file's name stands there."""
    message = error.message()
    return message if error.where else message[:1].upper() + message[1:]


@register.filter
def percent(value: float) -> str:
    """0.934 as 93%."""
    return f"{round(value * 100)}%"


@register.filter
def number(value: Any, decimals: int | None = None) -> str:
    """1.234,5 in Vietnamese, 1,234.5 in English; '' for nothing."""
    if value is None or value == "":
        return ""
    text = format_number(Decimal(value), decimals)
    return text if language() == "vi" else text.translate(str.maketrans(",.", ".,"))


@register.filter
def amount(value: int | None, scale: int) -> str:
    """An amount, an integer at ``scale`` decimals, as people write it."""
    return "" if value is None else number(Decimal(value).scaleb(-scale))


SYMBOL = re.compile(r"\d+[a-z]?[-/](?:\d{4}/)?[A-ZĐ][\w/-]*")
"""The symbol of a document in running words: 06-CT/TU, 318/KH-UBND, 30/2020/NĐ-CP."""


@register.filter
def whole(word: str) -> SafeString:
    """A word that stays on one line, though it has a hyphen."""
    return format_html('<span class="nb">{}</span>', word)


@register.filter
def unbroken(title: str) -> SafeString:
    """A title in which no line ends within the symbol of a document."""
    ends = [0, *(end for found in SYMBOL.finditer(title) for end in found.span()), len(title)]
    pieces = [conditional_escape(title[start:end]) for start, end in pairwise(ends)]
    pieces[1::2] = [whole(piece) for piece in pieces[1::2]]
    return mark_safe("".join(pieces))  # noqa: S308 - the pieces are escaped


@register.filter
def day(value: dt.date | dt.datetime | str | None) -> str:
    """05/02/2026."""
    return short_day(_date(value))


@register.filter
def printed(value: str) -> str:
    """An ISO date, cut where it is unknown, as people write it: 15/9/2023, 9/2023; anything else as it stands."""
    return printed_day(value) if re.fullmatch(r"\d{4}(-\d\d){0,2}", value) else value


@register.filter
def weekday(value: dt.date | dt.datetime | str | None) -> str:
    """thứ Sáu 20/11/2026."""
    return long_day(_date(value))


DAY_PATTERN = r"\s*(\d{1,2}[\/.\-]\d{1,2}[\/.\-]\d{2,4}|\d{8}|\d{4}-\d{2}-\d{2})\s*"


@register.simple_tag
def day_input(
    name: str,
    value: dt.date | str | None = "",
    *,
    id: str = "",
    label: str = "",
    wrong: bool = False,
    required: bool = False,
) -> SafeString:
    """A field for a day, written day/month/year in every browser: a date field follows the language of the browser,
    which in a Vietnamese office is as often as not English. Beside it a button that a script shows opens a calendar.

    ``id`` "" takes the name; ``label`` names a field that has no label of its own. ``interface.days.typed_day`` reads
    what is typed.
    """
    flags = (
        (("aria-invalid", "true"),) * wrong + (("required", ""),) * required + (("aria-label", label),) * bool(label)
    )
    return format_html(
        '<span class="daybox"><input class="in day" type="text" autocomplete="off" maxlength="20" id="{}" name="{}"'
        ' value="{}" pattern="{}" placeholder="{}" title="{}"{}><button class="btn icon daypick" type="button"'
        ' aria-label="{}" hidden>{}</button></span>',
        id or name,
        name,
        shown_day(value),
        DAY_PATTERN,
        say(N_("day/month/year")),
        say(N_("Day, month, year: 25/11/2026")),
        format_html_join("", ' {}="{}"', flags),
        say(N_("Choose a day")),
        icon("cal"),
    )


@register.filter
def clock(value: dt.datetime | None) -> str:
    """09:42 today, else 09:42, 12/11/2026."""
    if value is None:
        return ""
    local = timezone.localtime(value)
    time = f"{local:%H:%M}"
    return time if local.date() == timezone.localtime(now()).date() else f"{time}, {short_day(local.date())}"


@register.filter
def due(value: dt.date | None) -> str:
    """'Còn 2 ngày', 'Hôm nay', 'Quá hạn 6 ngày'."""
    return "" if value is None else due_words(value, today())


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An icon of the sprite; with ``label`` it is read out, else it is decoration."""
    from django.templatetags.static import static

    address = f"{static('tongket/icons.svg')}#i-{name}"
    if label:
        return format_html('<svg class="i" role="img" aria-label="{}"><use href="{}"/></svg>', label, address)
    return format_html('<svg class="i" aria-hidden="true"><use href="{}"/></svg>', address)


STATE_TAGS = {
    "open": ("", N_("Not sent")),
    "sent": ("sent", N_("Sent")),
    "returned": ("back", N_("Returned")),
    "approved": ("done", N_("Approved")),
    "locked": ("done", N_("Locked")),
    "waiting": ("act", N_("Awaiting approval")),
    "overdue": ("wrong", N_("Overdue")),
}


@register.simple_tag
def state_tag(state: str) -> SafeString:
    """The tag of a submission's state, with its shape and word."""
    look, word = STATE_TAGS[state]
    return format_html('<span class="tag {}">{}</span>', look, say(word))


def _kept_fact(fact: Any) -> Any:
    return Said(tuple(fact["said"]), fact["between"]) if isinstance(fact, dict) else fact


def _date(value: dt.date | dt.datetime | str | None) -> dt.date | None:
    if isinstance(value, str):
        return dt.date.fromisoformat(value) if len(value) == 10 else None
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).date()
    return value
