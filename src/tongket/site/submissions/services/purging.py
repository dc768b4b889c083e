"""Erasing what the law demands (xóa theo luật): the content of a submission goes, the links of its chain stay."""

from __future__ import annotations

from django.db import transaction

from tongket.messages import N_
from tongket.site.records.models import Content
from tongket.site.records.services import record
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import (
    Comment,
    Narrative,
    Observation,
    Reopening,
    Return,
    Revision,
    SignedCopy,
    StoredFinding,
    Upload,
    Value,
)
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.sending import set_state
from tongket.site.submissions.services.uploading import is_needed, path_of

MOST_REASON = 300


def purge(submission_id: int, reason: str) -> dict[str, int]:
    """Erase values, words, findings, uploads and what the links of the submission say; counts of each.

    The body may send anew: the report stands as not sent. That this was done, why and to how much, is itself a link.

    Raises:
        SubmissionError: there is no such submission, or the reason is missing.
    """
    reason = reason.strip()[:MOST_REASON]
    if len(reason) < 5:
        raise SubmissionError(N_("the reason is missing."), N_("Name the law or the decision that demands it."))
    with transaction.atomic():
        locked = Submission.objects.select_for_update().filter(pk=submission_id).first()
        if locked is None:
            raise SubmissionError(
                N_("there is no submission {number}."),
                N_("Its number stands in the address of its page: /submissions/12/."),
                number=submission_id,
            )
        chain = f"submission:{locked.pk}"
        files = _uploads(locked)
        counts = {"files": len(files), **_rows(locked)}
        counts["links"] = Content.objects.filter(link__chain=chain).update(data="", erased=reason)
        set_state(locked, Submission.State.OPEN, filled=0, errors=0, signed_copy=False, frozen=None, frozen_by=None)
        record(chain, "purge", None, {"reason": reason, **counts})
        transaction.on_commit(lambda: [path.unlink(missing_ok=True) for path in files])
    return counts


def _rows(submission: Submission) -> dict[str, int]:
    counts = {}
    for name, model in (
        ("values", Value),
        ("observations", Observation),
        ("narratives", Narrative),
        ("findings", StoredFinding),
        ("comments", Comment),
    ):
        counts[name], _ = model.objects.filter(submission=submission).delete()
    Revision.objects.filter(submission=submission).update(narrative={}, attachments=[], note="")
    Return.objects.filter(submission=submission).update(reason="", place="")
    Reopening.objects.filter(submission=submission).update(reason="", places=[], answer="", findings=None)
    SignedCopy.objects.filter(submission=submission).update(differences=[], signer="")
    return counts


def _uploads(submission: Submission) -> list:
    """Forget what was read of the uploads; the files that no other upload shares, to be wiped after the commit."""
    files = []
    for upload in Upload.objects.select_for_update().filter(submission=submission):
        upload.mentions.all().delete()  # of the registry of documents
        shared = upload.sha256 and is_needed(upload.sha256, without=submission)
        if upload.state != Upload.State.REFUSED and not shared:
            files.append(path_of(upload))
        upload.state, upload.name, upload.sha256, upload.report = Upload.State.REFUSED, "", "", None
        upload.error = {"what": N_("Erased by law."), "mend": "", "facts": {}}
        upload.save()
    return files
