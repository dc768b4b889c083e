"""Work that takes longer than a second."""

from __future__ import annotations

from django.db import models


class Job(models.Model):
    """A piece of background work (việc chạy nền) with its progress; what runs it is ``jobs.work``.

    Every kind is idempotent: a job whose worker died is run again, at most three times, then failed and shown.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    kind = models.CharField(max_length=40)
    argument = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict)
    error = models.JSONField(default=dict)  # {what, mend, where, facts}: said in the reader's language
    user = models.ForeignKey("people.User", on_delete=models.SET_NULL, null=True)
    body = models.ForeignKey("people.Body", on_delete=models.CASCADE, null=True)
    post = models.CharField(max_length=200, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    worker = models.CharField(max_length=60, blank=True)
    heartbeat = models.DateTimeField(null=True)
    created = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["state", "heartbeat"]), models.Index(fields=["user", "-created"])]

    @property
    def over(self) -> None:
        """A job goes to nobody."""
