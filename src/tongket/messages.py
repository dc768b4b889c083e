"""What is said to people: Vietnamese by default, English beside it, both through gettext.

A message id is the English sentence, with ``{named}`` placeholders; ``locale/vi`` holds the Vietnamese.
``N_`` marks an id where it is written down and leaves it as it is; ``say`` translates and fills it. An id is worded for
many; ``locale/en`` holds how English says it of one: ``"{count} {count:body|bodies}"`` of ``"{count} bodies"``.
"""

from __future__ import annotations

import contextvars
import gettext
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LANGUAGES = ("vi", "en")
LOCALE_DIR = Path(__file__).parent / "locale"

_language: contextvars.ContextVar[str] = contextvars.ContextVar("tongket_language", default="vi")


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark ``message`` for translation."""
    return message


def language() -> str:
    """The language in use: ``"vi"`` or ``"en"``."""
    return _language.get()


def use_language(lang: str) -> None:
    """Speak ``lang`` from now on, in this context."""
    if lang not in LANGUAGES:
        raise ValueError(f"no such language: {lang}")
    _language.set(lang)


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    return gettext.translation("tongket", LOCALE_DIR, languages=[lang], fallback=lang == "en")


@dataclass(frozen=True, slots=True)
class Said:
    """A fact that is said in the language of the sentence around it: message ids, with ``between`` between them."""

    messages: tuple[str, ...]
    between: str = ", "


@dataclass(frozen=True, slots=True)
class Told:
    """A message id with the facts that fill it, kept until the language is known."""

    message: str
    facts: tuple[tuple[str, object], ...]


def say(message: str | Told, lang: str | None = None, /, **facts: object) -> str:
    """``message`` in ``lang`` (None: the language in use), its placeholders filled from ``facts``."""
    if isinstance(message, Told):
        return say(message.message, lang, **dict(message.facts))
    if not message:
        return ""
    lang_ = lang or language()
    if not facts and lang_ == "en":
        return message  # what a script fills later stays worded for many
    text = _catalogue(lang_).gettext(message)
    if not facts:
        return text
    if "|" in text:
        return text.format(**{name: _Counted(_said(fact, lang)) for name, fact in facts.items()})
    return text.format(**{name: _said(fact, lang) for name, fact in facts.items()})


@dataclass(frozen=True, slots=True)
class _Counted:
    """A fact that chooses between two wordings, ``{count:is|are}``; anywhere else it is printed as it is."""

    fact: object

    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        if not bar:
            return format(self.fact, spec)
        return one if str(self.fact) == "1" else many

    def __str__(self) -> str:
        return str(self.fact)

    def __repr__(self) -> str:
        return repr(self.fact)


def _said(fact: object, lang: str | None) -> object:
    if isinstance(fact, Said):
        return fact.between.join(say(message, lang) for message in fact.messages)
    return fact
