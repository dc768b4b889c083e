"""What pages show of files and signed copies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import SignedCopy
from tongket.site.submissions.services.signing import said_difference

register = template.Library()


@register.simple_tag(takes_context=True)
def if_wrong(context: Mapping[str, Any], field: str) -> SafeString:
    """The attributes of the field that was refused: marked, tied to the sentence below it, and where the page opens."""
    marked = mark_safe(' aria-invalid="true" aria-describedby="refused" autofocus')
    return marked if context.get("at") == field else SafeString()


@register.inclusion_tag("submissions/ways_wrong.html", takes_context=True)
def what_is_wrong(context: Mapping[str, Any], field: str) -> dict[str, Any]:
    """The sentence below a field, where that was refused."""
    return {"error": context["error"] if context.get("at") == field else None}


@register.inclusion_tag("submissions/ways_copies.html")
def signed_copies(submission: Submission) -> dict[str, Any]:
    """The signed copies of a submission, newest first, each with its signature and what differs."""
    copies = SignedCopy.objects.filter(submission=submission).select_related("upload").order_by("-pk")
    told = [(copy, [said_difference(one) for one in copy.differences]) for copy in copies]
    return {"submission": submission, "copies": told}
