"""What an uploaded report cites becomes proposals of the registry, to be confirmed by a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from tongket.site.documents.models import Document, Mention, Relation
from tongket.site.documents.words import KINDS
from tongket.site.jobs.models import Job
from tongket.site.jobs.work import Progress, work
from tongket.site.people.models import Body
from tongket.site.submissions.models import Upload

MOST = 2000  # citations of one report


@work("take-citations")
def take_citations_job(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Propose what the upload ``job.argument['upload']`` cites. Run again it gives the same."""
    upload = Upload.objects.select_related("body", "submission__round__body").get(pk=job.argument["upload"])
    found = take_citations(upload)
    progress(1, 1)
    return found


@transaction.atomic
def take_citations(upload: Upload) -> dict[str, int]:
    """Propose the documents that ``upload`` cites, its mentions of them and what it says of their ties; counts.

    A symbol is not an identity: a mention that fits several documents is left open. Proposals stand in the registry of
    the body that asked for the report, so that what many reports cite is confirmed once.
    """
    report = upload.report or {}
    citations = [one for one in report.get("citations", ())[:MOST] if one.get("symbol")]
    registrar = upload.submission.round.body if upload.submission else upload.body
    upload.mentions.filter(confirmed=False).delete()
    kept = set(upload.mentions.values_list("start", "end"))
    known = _Known({one["symbol"][:80] for one in citations}, registrar)
    mentions, of = [], {}
    for index, one in enumerate(report.get("citations", ())[:MOST]):
        document = known.find(one) if one.get("symbol") else None
        if document is None:
            continue
        of[index] = document
        if (one["start"], one["end"]) not in kept:
            place = {"start": one["start"], "end": one["end"], "text": one["text"][:2000]}
            mentions.append(Mention(upload=upload, document=document, **place))
    Mention.objects.bulk_create(mentions, batch_size=500)
    relations = _relations(report, of)
    Relation.objects.bulk_create(relations, ignore_conflicts=True, batch_size=500)
    return {"mentions": len(mentions), "proposed": known.made, "relations": len(relations)}


def _relations(report: Mapping[str, Any], of: Mapping[int, Document]) -> list[Relation]:
    found = {}
    for one in report.get("relations", ()):
        subject, to = of.get(one["subject"]), of.get(one["object"])
        if subject and to and subject.pk != to.pk and one["kind"] in KINDS and one["kind"] != "cites":
            found[subject.pk, to.pk, one["kind"]] = Relation(document=subject, to=to, kind=one["kind"])
    return list(found.values())


class _Known:
    """The documents of some symbols: found by symbol, date and issuer, or proposed."""

    def __init__(self, symbols: set[str], registrar: Body) -> None:
        self.registrar, self.made = registrar, 0
        self.by_symbol: dict[str, list[Document]] = {}
        for document in Document.objects.filter(symbol__in=symbols):
            self.by_symbol.setdefault(document.symbol, []).append(document)

    def find(self, citation: Mapping[str, Any]) -> Document | None:
        symbol, date = citation["symbol"][:80], (citation.get("date") or "")[:10]
        issuer = (citation.get("issuer") or "")[:200]
        same = self.by_symbol.setdefault(symbol, [])
        fitting = [one for one in same if _fits(one.date, date) and _agrees(one.issuer, issuer)]
        if len(fitting) == 1:
            return self._completed(fitting[0], date, issuer, citation)
        if fitting:
            exact = [one for one in fitting if one.date == date and one.issuer == issuer]
            return exact[0] if len(exact) == 1 and date else None
        made = Document.objects.create(
            type=(citation.get("type") or "")[:60],
            symbol=symbol,
            date=date,
            issuer=issuer,
            issuer_body=Body.objects.filter(name=issuer).first() if issuer else None,
            subject=(citation.get("title") or "")[:2000],
            body=self.registrar,
        )
        same.append(made)
        self.made += 1
        return made

    def _completed(self, document: Document, date: str, issuer: str, citation: Mapping[str, Any]) -> Document:
        """A proposal learns what a fuller mention says; what a person confirmed stays."""
        if document.confirmed:
            return document
        before = (document.date, document.issuer, document.subject)
        document.date = max(document.date, date, key=len)
        document.issuer = document.issuer or issuer
        document.subject = document.subject or (citation.get("title") or "")[:2000]
        if before != (document.date, document.issuer, document.subject):
            document.save(update_fields=["date", "issuer", "subject"])
        return document


def _fits(one: str, other: str) -> bool:
    """Whether two dates may be the same: one is unknown, or cut where the other goes on."""
    return one.startswith(other) or other.startswith(one)


def _agrees(one: str, other: str) -> bool:
    return not one or not other or one.casefold() == other.casefold()
