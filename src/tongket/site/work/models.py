"""What a user is told."""

from __future__ import annotations

from django.db import models

from tongket.messages import say
from tongket.site.people.models import Body, User


class Notice(models.Model):
    """A line of the notices (thông báo): a message id with facts, said in the reader's language, and where it leads."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="notices")  # None: all of the body
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="notices")
    message = models.TextField()
    facts = models.JSONField(default=dict)
    url = models.CharField(max_length=300, blank=True)
    moment = models.DateTimeField(auto_now_add=True)
    mailed = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["body", "-moment"])]

    @property
    def said(self) -> str:
        """The line in the reader's language."""
        return say(self.message, **self.facts)


class Seen(models.Model):
    """Until when a user has read the notices of a body."""

    user = models.ForeignKey(User, on_delete=models.CASCADE)
    body = models.ForeignKey(Body, on_delete=models.CASCADE)
    until = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "body"], name="seen_once")]
