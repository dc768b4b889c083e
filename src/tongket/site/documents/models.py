"""The registry of documents, their relations, and where they are cited."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from tongket.site.people.models import Body


class Document(models.Model):
    """A document (văn bản): issuer as of its date, canonical symbol, date. ``confirmed`` by a person, or proposed."""

    type = models.CharField(max_length=60, blank=True)
    symbol = models.CharField(max_length=80)
    date = models.CharField(max_length=10, blank=True)  # ISO, cut where unknown
    issuer = models.CharField(max_length=200, blank=True)
    issuer_body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, related_name="documents")
    subject = models.TextField(blank=True)
    regime = models.CharField(max_length=10, blank=True)
    confirmed = models.BooleanField(default=False)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="registered_documents")  # that registered it
    created = models.DateTimeField(auto_now_add=True)
    edition = models.PositiveIntegerField(default=1)  # compare-and-set

    class Meta:
        constraints = [models.UniqueConstraint(fields=["symbol", "date", "issuer"], name="document_once")]
        indexes = [models.Index(fields=["symbol"])]
        ordering: ClassVar = ["-date", "symbol"]

    @property
    def over(self) -> None:
        """A document goes to nobody."""

    @property
    def named(self) -> str:
        """'Kế hoạch số 318/KH-UBND'."""
        return f"{self.type} số {self.symbol}" if self.type else self.symbol


class Relation(models.Model):
    """One document's tie to another (quan hệ): 'implements', 'based-on', 'answers', 'reviews', 'replaces' ..."""

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="relations")
    to = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="relations_to")
    kind = models.CharField(max_length=20)
    confirmed = models.BooleanField(default=False)
    passage = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "to", "kind"], name="relation_once")]


class Mention(models.Model):
    """That an uploaded report cites a document (viện dẫn)."""

    upload = models.ForeignKey("submissions.Upload", on_delete=models.CASCADE, related_name="mentions")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    confirmed = models.BooleanField(default=False)
