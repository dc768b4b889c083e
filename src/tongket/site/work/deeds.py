"""The record in words: what a chain is of, by its name, and what was done, for those who read no code."""

from __future__ import annotations

from collections.abc import Iterable

from tongket.messages import N_, say
from tongket.site.documents.models import Document
from tongket.site.people.models import Body
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.timeline import WORDS

DEEDS = WORDS | {
    "site-begun": N_("site begun"),
    "body-added": N_("body added"),
    "body-changed": N_("body changed"),
    "bodies-imported": N_("bodies taken from a sheet"),
    "invited": N_("invited by link"),
    "invitation-cancelled": N_("invitation cancelled"),
    "password-link-made": N_("link for a new password made"),
    "right-given": N_("role given"),
    "right-revoked": N_("role taken back"),
    "right-lent": N_("role lent"),
    "loan-ended": N_("loan of a role ended"),
    "key-made": N_("key for a program made"),
    "key-ended": N_("key for a program ended"),
    "key-trusted": N_("key of another installation trusted"),
    "key-distrusted": N_("key of another installation trusted no more"),
    "programme-uploaded": N_("programme uploaded"),
    "programme-drafted": N_("programme drafted from a letter"),
    "programme-answered": N_("questions on a programme answered"),
    "programme-kept": N_("programme kept"),
    "round-created": N_("round made"),
    "round-changed": N_("round changed"),
    "round-opened": N_("round opened"),
    "round-closed": N_("round closed"),
    "round-reopened": N_("round opened again"),
    "round-deleted": N_("draft of a round deleted"),
    "reminding-set": N_("automatic reminders set"),
    "dues-moved": N_("due dates moved"),
    "day-set": N_("day of the calendar entered"),
    "day-forgotten": N_("day of the calendar taken away"),
    "document-registered": N_("document registered"),
    "document-changed": N_("document changed"),
    "document-confirmed": N_("document confirmed"),
    "document-rejected": N_("proposed document taken out"),
    "related": N_("relation added"),
    "relation-dropped": N_("relation taken away"),
    "freeze-figures": N_("figures frozen for a report"),
    "edit-report": N_("written report changed"),
    "erase-from-report": N_("what was erased taken out of a written report"),
}
"""What was done, by the action that a link names; one that is not here is shown as it is named."""


def deed_words(action: str) -> str:
    """What was done, in the reader's language."""
    return say(DEEDS[action]) if action in DEEDS else action


def deeds() -> list[tuple[str, str]]:
    """(action, words) of all, by their words, to choose one from."""
    return sorted(((action, say(words)) for action, words in DEEDS.items()), key=lambda one: one[1].casefold())


def chains_named(chains: Iterable[str]) -> dict[str, str]:
    """What each chain is of: 'Báo cáo quý I: UBND xã Lũng Ẳng'. At most one query for each kind of thing."""
    wanted: dict[str, list[int]] = {}
    for kind, _, number in (chain.partition(":") for chain in set(chains)):
        wanted.setdefault(kind, []).append(int(number) if number.isdigit() else 0)
    found = {"site:0": say(N_("the whole site")), "calendar:0": say(N_("calendar"))}
    for kind, numbers in wanted.items():
        found |= {f"{kind}:{pk}": name for pk, name in _names(kind, numbers).items()}
    return {chain: found.get(chain if ":" in chain else f"{chain}:0", chain) for chain in set(chains)}


def _names(kind: str, numbers: list[int]) -> dict[int, str]:
    if kind == "submission":
        rows = Submission.objects.filter(pk__in=numbers).select_related("round", "body")
        return {one.pk: f"{one.round.name}: {one.body.called}" for one in rows}
    if kind == "round":
        return {one.pk: one.name for one in Round.objects.filter(pk__in=numbers)}
    if kind == "body":
        return {one.pk: one.called for one in Body.objects.filter(pk__in=numbers)}
    if kind == "document":
        return {one.pk: one.named for one in Document.objects.filter(pk__in=numbers)}
    return {}
