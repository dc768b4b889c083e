"""A mistake in what somebody wrote, as a value: what is wrong and how to mend it, said in either language."""

from __future__ import annotations

from dataclasses import dataclass

from tongket.messages import say


@dataclass(frozen=True, slots=True)
class Mistake:
    """``what`` and ``mend`` are message ids, filled from ``facts``; where it stands, the caller knows."""

    what: str
    mend: str
    facts: tuple[tuple[str, str], ...] = ()

    def message(self, lang: str | None = None) -> str:
        """Both sentences in ``lang`` (None: the language in use)."""
        facts = dict(self.facts)
        return " ".join(say(part, lang, **facts) for part in (self.what, self.mend) if part)


def mistake(what: str, mend: str, **facts: object) -> Mistake:
    """A mistake with its facts as texts."""
    return Mistake(what, mend, tuple((name, str(value)) for name, value in facts.items()))
