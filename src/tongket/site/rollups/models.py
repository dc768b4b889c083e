"""Consolidated reports and the snapshots that they stand on."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.site.people.models import Body
from tongket.site.rounds.models import Round


class Snapshot(models.Model):
    """Observations, map and formulas as they stood at a moment (bản chốt số liệu): what a report is written from.

    The values lie in ``DataFolder.made`` as a folder of facts; ``hash`` is over them, the round and the programme.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="snapshots")
    body = models.ForeignKey(Body, on_delete=models.PROTECT)
    unit = models.CharField(max_length=120)
    view = models.CharField(max_length=12, default="reported")
    as_of = models.CharField(max_length=10, blank=True)
    shared_by = models.CharField(max_length=12, default="people")  # by what divided units are apportioned
    moment = models.DateTimeField(auto_now_add=True)
    post = models.CharField(max_length=200)
    hash = models.CharField(max_length=64)
    folder = models.CharField(max_length=200)
    revisions = models.JSONField()  # {submission id: revision}: what counts, to be compared later
    # {round id: {submission id: revision}} of the rounds before that formulas reach; None: frozen before these were
    earlier = models.JSONField(null=True)
    series = models.JSONField(null=True)  # the same of the rounds that charts show beside; None: frozen before them
    reported = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()


class ReportDraft(models.Model):
    """A consolidated report (báo cáo tổng hợp) composed from a snapshot; ``draft`` holds its paragraphs and figures."""

    class State(models.TextChoices):
        MAKING = "making"
        READY = "ready"
        ISSUED = "issued"
        FAILED = "failed"

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="drafts")
    state = models.CharField(max_length=10, choices=State.choices, default=State.MAKING)
    job = models.ForeignKey("jobs.Job", on_delete=models.SET_NULL, null=True)
    title = models.CharField(max_length=300)
    draft = models.JSONField(default=dict)
    edits = models.JSONField(default=dict)  # {paragraph key: text} that a person changed
    files = models.JSONField(default=dict)  # {"docx": path, "xlsx": path, "pdf": path} below DataFolder.made
    charts = models.JSONField(default=list)  # [{indicator, kind, ...}], see ``reports/charts.py``
    edition = models.PositiveIntegerField(default=1)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-created"]

    @property
    def body(self) -> Body:
        """The body whose report it is."""
        return self.snapshot.body

    @property
    def over(self) -> None:
        """It goes to nobody before it is issued."""
