"""What was asked of whom, by when, and how far it is."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models

from tongket.site.people.models import Body, User


class ProgrammeVersion(models.Model):
    """A version of a programme (chương trình theo dõi) as rounds pin it: its files, by the hash of their content."""

    code = models.CharField(max_length=60)
    version = models.PositiveIntegerField()
    hash = models.CharField(max_length=64, unique=True)
    title = models.CharField(max_length=300)
    files = models.JSONField()  # {name: text}: programme.yaml and the rest; a workbook as base64 under its name
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["code", "-version"]


class Round(models.Model):
    """One request for reports (đợt báo cáo). A cascaded round hangs below the round of the level above."""

    class State(models.TextChoices):
        DRAFT = "draft"
        OPEN = "open"
        CLOSED = "closed"

    class Signed(models.TextChoices):
        NONE = "none"
        OPTIONAL = "optional"
        REQUIRED = "required"

    name = models.CharField(max_length=200)
    programme = models.ForeignKey(ProgrammeVersion, on_delete=models.PROTECT)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="rounds")  # that asks
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    period_start = models.DateField()
    period_end = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    due = models.DateField()  # of the lowest level asked; each submission has its own
    request_symbol = models.CharField(max_length=80, blank=True)  # '2147/UBND-NC'
    request_date = models.DateField(null=True)
    note = models.TextField(blank=True)
    signed = models.CharField(max_length=10, choices=Signed.choices, default=Signed.OPTIONAL)
    created = models.DateTimeField(auto_now_add=True)
    opened = models.DateTimeField(null=True)
    closed = models.DateTimeField(null=True)
    edition = models.PositiveIntegerField(default=1)  # compare-and-set
    plan = models.JSONField(default=dict)  # whom it asks, by when, who reports to whom: rounds.plan.Plan
    reminding = models.JSONField(default=dict)  # reminders that go out by themselves: rounds.automatic.Automatic

    class Meta:
        indexes = [models.Index(fields=["body", "state", "-due"])]

    @property
    def over(self) -> None:
        """A round goes to nobody: its submissions do."""


class Submission(models.Model):
    """One body's answer in one round (báo cáo nộp): the row that is asked, sent, returned, approved.

    ``edition`` is raised by every change of state: a state change names the edition that it saw, and is refused with
    a clear page where that is stale. ``revision`` counts what was sent; revisions are immutable.
    """

    class State(models.TextChoices):
        OPEN = "open"  # chưa gửi
        SENT = "sent"  # đã gửi
        RETURNED = "returned"  # bị trả lại
        APPROVED = "approved"  # đã duyệt
        LOCKED = "locked"  # đã khóa

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="submissions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="submissions")
    reports_to = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="received")
    due = models.DateField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    edition = models.PositiveIntegerField(default=1)
    revision = models.PositiveIntegerField(default=0)
    sent = models.DateTimeField(null=True)  # of the latest revision
    first_sent = models.DateTimeField(null=True)
    days_late = models.PositiveIntegerField(default=0)  # working days of the first sending
    frozen = models.DateTimeField(null=True)  # somebody reviews it
    frozen_by = models.PositiveBigIntegerField(null=True)  # id of the user
    return_due = models.DateField(null=True)
    reopened_until = models.DateTimeField(null=True)
    approved = models.DateTimeField(null=True)
    filled = models.PositiveIntegerField(default=0)  # cells with an answer
    asked = models.PositiveIntegerField(default=0)  # cells that are asked
    errors = models.PositiveIntegerField(default=0)  # findings of severity error that are neither mended nor explained
    signed_copy = models.BooleanField(default=False)
    reminded = models.DateTimeField(null=True)
    changed = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["round", "body"], name="asked_once")]
        indexes = [
            models.Index(fields=["body", "state", "due"]),
            models.Index(fields=["reports_to", "state", "due"]),
            models.Index(fields=["round", "state"]),
        ]

    @property
    def over(self) -> Body:
        """The body that it goes to."""
        return self.reports_to

    @property
    def deadline(self) -> dt.date:
        """The day by which it is to be sent: that of the return where one stands."""
        return self.return_due if self.state == self.State.RETURNED and self.return_due else self.due


class RoundFile(models.Model):
    """A file that belongs to a request (tệp kèm văn bản yêu cầu): the letter, the forms. Kept by its SHA-256."""

    class Kind(models.TextChoices):
        REQUEST = "request"
        FORMS = "forms"

    round = models.ForeignKey(Round, on_delete=models.CASCADE, null=True, related_name="files")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.REQUEST)
    name = models.CharField(max_length=260)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True)
    moment = models.DateTimeField(auto_now_add=True)


class ProgrammeDraft(models.Model):
    """A programme on its way from a request letter (dự thảo chương trình): as read, with what a person corrects.

    The drafted files lie in ``DataFolder.made`` under ``folder``; ``changes`` holds the corrected indicators by code:
    {code: {name, unit_word, kind, keep}}.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    user = models.ForeignKey(User, on_delete=models.SET_NULL, null=True)
    title = models.CharField(max_length=300, blank=True)
    job = models.ForeignKey("jobs.Job", on_delete=models.SET_NULL, null=True)
    letter = models.ForeignKey(RoundFile, on_delete=models.PROTECT, null=True, related_name="+")
    forms = models.ForeignKey(RoundFile, on_delete=models.PROTECT, null=True, related_name="+")
    folder = models.CharField(max_length=80, blank=True)
    decisions = models.JSONField(default=list)  # [{key, default, answer, sure}]
    changes = models.JSONField(default=dict)
    kept = models.ForeignKey(ProgrammeVersion, on_delete=models.SET_NULL, null=True)
    edition = models.PositiveIntegerField(default=1)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-created"]

    @property
    def over(self) -> None:
        """A draft goes to nobody."""


class Reminder(models.Model):
    """That a body was reminded (nhắc việc): when, by which way, by whom.

    One that went out by itself has the ``step`` of the round's setting and the deadline that it was about: a step is
    never taken twice for one deadline.
    """

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="reminders")
    moment = models.DateTimeField(auto_now_add=True)
    way = models.CharField(max_length=10)  # site, mail, digest, letter, text
    user = models.ForeignKey("people.User", on_delete=models.SET_NULL, null=True)
    step = models.SmallIntegerField(null=True)  # working days from the deadline: -3 before, 5 after; None: by hand
    due = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "due", "step"], condition=models.Q(step__isnull=False), name="reminded_once"
            )
        ]


class TrustedKey(models.Model):
    """The public key of another installation, whose sealed files a body takes as theirs (khóa niêm phong)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="trusted_keys")
    name = models.CharField(max_length=120)
    key = models.CharField(max_length=200)
    post = models.CharField(max_length=200)
    moment = models.DateTimeField(auto_now_add=True)
    removed = models.DateTimeField(null=True)

    @property
    def over(self) -> None:
        """A key goes to nobody."""


class Holiday(models.Model):
    """A day on which offices are closed, or a Saturday or Sunday that is worked instead (ngày nghỉ, làm bù)."""

    day = models.DateField(unique=True)
    works = models.BooleanField(default=False)
    name = models.CharField(max_length=120)
