"""The words of roles."""

from __future__ import annotations

from tongket.messages import N_, say

ROLE_NAMES = {
    "clerk": N_("Clerk"),
    "records": N_("Records officer"),
    "approver": N_("Approver"),
    "consolidator": N_("Consolidator"),
    "inspector": N_("Inspector"),
    "administrator": N_("Administrator"),
}


def role_name(role: str, lang: str | None = None) -> str:
    """The role's name in ``lang`` (None: the language in use)."""
    return say(ROLE_NAMES[role], lang)
