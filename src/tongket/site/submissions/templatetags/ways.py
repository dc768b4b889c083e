"""What pages show of files and signed copies."""

from __future__ import annotations

from typing import Any

from django import template

from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import SignedCopy
from tongket.site.submissions.services.signing import said_difference

register = template.Library()


@register.inclusion_tag("submissions/ways_copies.html")
def signed_copies(submission: Submission) -> dict[str, Any]:
    """The signed copies of a submission, newest first, each with its signature and what differs."""
    copies = SignedCopy.objects.filter(submission=submission).select_related("upload").order_by("-pk")
    told = [(copy, [said_difference(one) for one in copy.differences]) for copy in copies]
    return {"submission": submission, "copies": told}
