"""What the pages of documents read; each query starts from what the actor may see."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from tongket.site.documents.models import Document
from tongket.site.interface.searching import held
from tongket.site.people.rights import Actor, may, seen


def documents_seen(actor: Actor) -> QuerySet[Document]:
    """The documents of one's own registry and those below, of the bodies above, and those that one's reports cite.

    What a body above has registered are issued documents: those below work by them.
    """
    if not may(actor, "document.see"):
        return Document.objects.none()
    above = [int(part) for part in actor.body.path.strip("/").split("/") if part]
    return Document.objects.filter(seen(actor, "document.see") | Q(body__in=above))


def listed(actor: Actor, words: str, only: str) -> QuerySet[Document]:
    """The documents whose symbol, issuer or subject hold the words; ``only`` 'proposed' or 'confirmed' ones."""
    rows = held(documents_seen(actor), words, "symbol", "subject", "issuer")
    rows = rows.select_related("body").annotate(cited=Count("mentions"))
    if only in ("proposed", "confirmed"):
        rows = rows.filter(confirmed=only == "confirmed")
    return rows.order_by("-date", "symbol", "pk")
