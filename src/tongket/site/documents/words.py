"""The words of relations between documents (quan hệ)."""

from __future__ import annotations

from tongket.messages import N_, say

KINDS = {
    "implements": N_("implements"),
    "makes-concrete": N_("makes concrete"),
    "based-on": N_("is based on"),
    "answers": N_("answers"),
    "promulgates": N_("promulgates"),
    "reviews": N_("reviews"),
    "replaces": N_("replaces"),
    "joint": N_("is issued together with"),
    "cites": N_("cites"),
    "amends": N_("amends"),
    "repeals": N_("repeals"),
}
BY = {
    "implements": N_("is implemented by"),
    "makes-concrete": N_("is made concrete by"),
    "based-on": N_("is the basis of"),
    "answers": N_("is answered by"),
    "promulgates": N_("is promulgated by"),
    "reviews": N_("is reviewed by"),
    "replaces": N_("is replaced by"),
    "joint": N_("is issued together with"),
    "cites": N_("is cited by"),
    "amends": N_("is amended by"),
    "repeals": N_("is repealed by"),
}
IMPLEMENTING = ("implements", "makes-concrete")


def kind_words(kind: str, *, by: bool = False) -> str:
    """What the relation is called, seen from the one document or (``by``) from the other."""
    words = BY if by else KINDS
    return say(words[kind]) if kind in words else kind
