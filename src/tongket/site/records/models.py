"""Audit chains: each link holds the hash of what changed; the content stands beside it and may be erased by law."""

from __future__ import annotations

from django.db import models


class Link(models.Model):
    """One thing that happened (mắt xích), in its chain: 'submission:12', 'round:3', 'body:7', 'site'.

    ``hash`` is SHA-256 over chain, previous hash, number, moment, actor, post, action and ``digest``, which is the
    SHA-256 of the content's canonical JSON. Links are never changed or deleted.
    """

    chain = models.CharField(max_length=60)
    number = models.PositiveBigIntegerField()
    moment = models.DateTimeField()
    actor = models.PositiveBigIntegerField(null=True)  # id of the user; None: the site itself
    post = models.CharField(max_length=200, blank=True)  # as which post and body: 'Cán bộ tổng hợp, UBND xã ...'
    action = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="link_once")]
        indexes = [models.Index(fields=["moment"]), models.Index(fields=["actor", "moment"])]


class Content(models.Model):
    """What a link is about, as JSON. ``erased`` names the reason; then ``data`` is empty and the link stays."""

    link = models.OneToOneField(Link, on_delete=models.PROTECT, primary_key=True)
    data = models.TextField()  # canonical JSON: its bytes are what ``digest`` was made of
    erased = models.CharField(max_length=300, blank=True)


class Head(models.Model):
    """The last link of a chain: the row that a writer locks."""

    chain = models.CharField(max_length=60, primary_key=True)
    number = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)
    changed = models.DateTimeField(db_index=True)


class Seal(models.Model):
    """A link of the site chain: Merkle root over all heads that changed since the last one, every minute."""

    number = models.PositiveBigIntegerField(primary_key=True)
    moment = models.DateTimeField()
    heads = models.PositiveIntegerField()
    covered = models.TextField()  # JSON: [[chain, number, hash], ...], sorted by chain
    root = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)
