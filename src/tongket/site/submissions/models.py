"""What a body answers: values while they are filled in, what was sent, what was said about it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.site.people.models import Body, User
from tongket.site.rounds.models import Submission


class Upload(models.Model):
    """A file that came in (tệp tải lên). It waits in a private folder until the check for secrecy marks is done."""

    class State(models.TextChoices):
        WAITING = "waiting"
        HELD = "held"  # could not be looked into: it goes on waiting, until a person says that it carries no mark
        KEPT = "kept"
        REFUSED = "refused"  # wiped; only name, reason and moment stay

    class Kind(models.TextChoices):
        REPORT = "report"
        WORKBOOK = "workbook"
        SEALED = "sealed"
        SIGNED = "signed"
        ATTACHMENT = "attachment"
        REQUEST = "request"
        FORMS = "forms"
        REPLIES = "replies"  # a folder (zip) of replies dropped on a round

    kind = models.CharField(max_length=12, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    name = models.CharField(max_length=260)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64, blank=True, db_index=True)  # "" when refused as secret
    media = models.CharField(max_length=100, blank=True)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, null=True, related_name="uploads")
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True)
    moment = models.DateTimeField(auto_now_add=True)
    report = models.JSONField(null=True)  # what `tongket read --json` says of it, as read
    error = models.JSONField(default=dict)  # {what, mend, where, facts} when refused
    removed = models.DateTimeField(null=True)  # taken off after a revision was sent with it


class Answer(models.Model):
    """The columns that a value has while it is filled in and when it is kept: those of ``model/tables.OBSERVATIONS``
    that do not follow from the submission.
    """

    indicator = models.CharField(max_length=60)
    cell = models.CharField(max_length=200, blank=True)
    extent = models.CharField(max_length=4, default="area")
    period_start = models.CharField(max_length=10, blank=True)
    period_end = models.CharField(max_length=10)
    amount = models.BigIntegerField(null=True)
    amount_high = models.BigIntegerField(null=True)
    scale = models.SmallIntegerField(default=0)
    qualifier = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=16, default="reported")
    text = models.TextField(blank=True)
    origin = models.CharField(max_length=16, default="form")
    confidence = models.FloatField(default=1.0)
    source = models.CharField(max_length=260, blank=True)
    source_sha256 = models.CharField(max_length=64, blank=True)
    span_start = models.IntegerField(default=0)
    span_end = models.IntegerField(default=0)
    passage = models.TextField(blank=True)
    confirmed = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True


class Value(Answer):
    """A value of the form as it stands now (ô): typed, read, or taken over.

    ``version`` is raised by every change; a change names the version that it saw. ``typed`` keeps what was typed and
    could not be taken (``problem`` says why, a message id with facts), so that nothing typed is lost.
    """

    # Found by the index of ``value_once``. The database does not look for the submission and the user of every single
    # row, which took as long as to write them: both are there and locked where rows are written (``services.filling``).
    submission = models.ForeignKey(
        Submission, on_delete=models.CASCADE, related_name="values", db_index=False, db_constraint=False
    )
    version = models.PositiveIntegerField(default=1)
    typed = models.CharField(max_length=400, blank=True)
    problem = models.JSONField(default=dict)  # {what, mend, facts}
    explanation = models.TextField(blank=True)  # travels with the value
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True, db_index=False, db_constraint=False)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["submission", "indicator", "cell", "extent"], name="value_once")]


class Revision(models.Model):
    """What was sent, once and for ever (bản gửi)."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    moment = models.DateTimeField()
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True)
    post = models.CharField(max_length=200)
    values = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64)  # of the canonical JSON of values, narrative and files
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, null=True)
    narrative = models.JSONField(default=dict)  # {section code: html}
    attachments = models.JSONField(default=list)  # [{name, sha256, size}]
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["submission", "number"], name="revision_once")]
        ordering: ClassVar = ["-number"]


class Observation(Answer):
    """A value that was sent (số liệu): a row of ``model/tables.OBSERVATIONS``, never changed.

    Its table has those columns and three of the site's: ``submission``, ``explanation`` and the key.
    """

    submission = models.ForeignKey(  # found by the index of ``observation_once``; written as values are
        Submission, on_delete=models.PROTECT, related_name="observations", db_index=False, db_constraint=False
    )
    unit = models.CharField(max_length=120)
    body = models.CharField(max_length=200)
    body_kind = models.CharField(max_length=40)
    programme = models.CharField(max_length=60)
    programme_version = models.PositiveIntegerField(db_column="version")
    revision = models.PositiveIntegerField()
    unit_word = models.CharField(max_length=60, blank=True)
    explanation = models.TextField(blank=True)

    class Meta:
        db_table = "observations"
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "revision", "indicator", "cell", "extent"], name="observation_once"
            )
        ]  # the one index beside the key: every other costs each sending a write for each of its values


class Narrative(models.Model):
    """The words of one section of the outline, as clean HTML (phần lời)."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="narratives")
    section = models.CharField(max_length=40)
    html = models.TextField(blank=True)
    source = models.CharField(max_length=260, blank=True)  # the report that it was taken from, untouched since
    span_start = models.IntegerField(default=0)
    span_end = models.IntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["submission", "section"], name="narrative_once")]


class StoredFinding(models.Model):
    """A finding of a submission (phát hiện), without its words: those come from the catalogue in the reader's language.

    ``mark`` is a hash of kind and place: the same finding of a later run keeps its explanation.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="findings")
    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, null=True)  # of the report; None: of the values
    mark = models.CharField(max_length=64)
    kind = models.CharField(max_length=40)
    severity = models.CharField(max_length=8)
    place = models.JSONField()  # {span: [start, end]} or {value: [indicator, cell, extent]}
    related = models.JSONField(default=list)
    facts = models.JSONField(default=dict)
    order = models.PositiveIntegerField(default=0)
    explanation = models.TextField(blank=True)
    explained_by = models.CharField(max_length=200, blank=True)  # the post
    explained = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["submission", "mark"], name="finding_once")]
        ordering: ClassVar = ["order", "pk"]


class Comment(models.Model):
    """A word of an exchange about a cell, a section, a passage or the whole (trao đổi)."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="comments")
    place = models.CharField(max_length=300, blank=True)  # see ``rounds.places``; "" = the whole
    text = models.TextField()
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True)
    post = models.CharField(max_length=200)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    moment = models.DateTimeField(auto_now_add=True)


class Return(models.Model):
    """That a revision, or places of it, were returned (trả lại): the body sees exactly these, word for word."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="returns")
    revision = models.PositiveIntegerField()
    place = models.CharField(max_length=300, blank=True)  # "" = the whole
    reason = models.TextField()
    due = models.DateField()
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True)
    post = models.CharField(max_length=200)
    moment = models.DateTimeField()
    answered = models.PositiveIntegerField(null=True)  # the revision that was sent after it

    class Meta:
        ordering: ClassVar = ["moment", "pk"]


class Reopening(models.Model):
    """A body asks to mend what was approved; the reviewer grants it for named places until a moment (mở lại)."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="reopenings")
    reason = models.TextField()
    places = models.JSONField(default=list)
    asked = models.DateTimeField(auto_now_add=True)
    asked_by = models.CharField(max_length=200)
    granted = models.BooleanField(null=True)  # None: not decided
    decided = models.DateTimeField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    answer = models.TextField(blank=True)
    until = models.DateTimeField(null=True)
    findings = models.JSONField(null=True)  # as they stood when it was granted; None: not, or before they were kept


class SignedCopy(models.Model):
    """The signed copy of a revision (bản ký): number, date and the PDF, compared with what was sent."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="signed_copies")
    revision = models.PositiveIntegerField()
    number = models.CharField(max_length=20)
    symbol = models.CharField(max_length=60)
    date = models.DateField()
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT)
    signature = models.CharField(max_length=12, default="none")  # none, unchecked, verified, broken
    signer = models.CharField(max_length=200, blank=True)  # of the certificate: an office or a signatory
    differences = models.JSONField(default=list)  # findings: [{kind, place, facts}]
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True)
    post = models.CharField(max_length=200)
    moment = models.DateTimeField(auto_now_add=True)
