"""Registering, changing and confirming documents and their relations."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F

from tongket.messages import N_
from tongket.site.documents.errors import DocumentError
from tongket.site.documents.models import Document, Relation
from tongket.site.documents.words import KINDS
from tongket.site.interface.days import shown_day, typed_day
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor
from tongket.site.records.services import record
from tongket.vietnamese.dates import parse_date
from tongket.vietnamese.unicode import nfc

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_WHOLE = 10  # characters of a date that is not cut
MOST = {"type": 60, "symbol": 80, "issuer": 200, "subject": 2000}


@dataclass(frozen=True, slots=True)
class Fields:
    """What a person says of a document; ``date`` is ISO, cut where unknown."""

    type: str = ""
    symbol: str = ""
    date: str = ""
    issuer: str = ""
    subject: str = ""
    issuer_body: Body | None = None


@transaction.atomic
def register(actor: Actor, fields: Fields) -> Document:
    """A document of the actor's registry, confirmed.

    Raises:
        DocumentError: a field is wrong, or it is registered already.
    """
    values = _checked(fields)
    made = _saved(Document(body=actor.body, confirmed=True, **values))
    record(f"document:{made.pk}", "document-registered", actor, _told(made))
    return made


@transaction.atomic
def change(actor: Actor, document: Document, edition: int, fields: Fields) -> None:
    """Change a document; what a person has changed is confirmed with it.

    Raises:
        DocumentError: a field is wrong, another has this identity, or it was changed since ``edition``.
    """
    values = _checked(fields)
    before = _told(document)
    _set(document, edition)
    for name, value in values.items():
        setattr(document, name, value)
    document.confirmed = True
    _saved(document)
    record(f"document:{document.pk}", "document-changed", actor, {"before": before, "after": _told(document)})


@transaction.atomic
def confirm(actor: Actor, document: Document, edition: int) -> None:
    """A proposed document is right, and so are its mentions.

    Raises:
        DocumentError: it was changed since ``edition``.
    """
    _set(document, edition, confirmed=True)
    document.mentions.update(confirmed=True)
    record(f"document:{document.pk}", "document-confirmed", actor, _told(document))


@transaction.atomic
def reject(actor: Actor, document: Document, edition: int) -> None:
    """What was proposed is no document: take it out, with its mentions and relations.

    Raises:
        DocumentError: it is confirmed, or was changed since ``edition``.
    """
    if document.confirmed:
        raise DocumentError(
            N_("A confirmed document is not taken out."), N_("Change it, or drop the relations that are wrong.")
        )
    _set(document, edition)
    record(f"document:{document.pk}", "document-rejected", actor, _told(document))
    document.delete()


@transaction.atomic
def relate(actor: Actor, document: Document, kind: str, to: Document) -> Relation:
    """Tie a document to another; a proposed tie of that kind is confirmed.

    Raises:
        DocumentError: there is no such kind, or both are the same.
    """
    if kind not in KINDS:
        raise DocumentError(N_("There is no relation of this kind."), N_("Choose one of the list."), field="kind")
    if document.pk == to.pk:
        raise DocumentError(N_("A document has no relation to itself."), N_("Choose another one."), field="to")
    made, _ = Relation.objects.update_or_create(document=document, to=to, kind=kind, defaults={"confirmed": True})
    record(f"document:{document.pk}", "related", actor, {"to": to.pk, "kind": kind})
    return made


@transaction.atomic
def drop(actor: Actor, relation: Relation) -> None:
    """Take a tie away that is wrong."""
    told = {"to": relation.to_id, "kind": relation.kind, "confirmed": relation.confirmed}
    record(f"document:{relation.document_id}", "relation-dropped", actor, told)
    relation.delete()


def _set(document: Document, edition: int, **columns: object) -> None:
    rows = Document.objects.filter(pk=document.pk, edition=edition)
    if not rows.update(edition=F("edition") + 1, **columns):
        raise DocumentError(
            N_("Somebody changed this document while the page was open; nothing was changed now."),
            N_("Load the page again and look at what stands there."),
        )
    document.edition = edition + 1


def _saved(document: Document) -> Document:
    try:
        with transaction.atomic():
            document.save()
    except IntegrityError as error:
        raise DocumentError(
            N_("{symbol} of this date and issuer is registered already."),
            N_("Search it in the list."),
            field="symbol",
            symbol=document.symbol,
        ) from error
    return document


def _checked(fields: Fields) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, most in MOST.items():
        text = " ".join(nfc(getattr(fields, name)).split())
        if len(text) > most:
            raise DocumentError(N_("This is longer than {most} characters."), N_("Shorten it."), field=name, most=most)
        values[name] = text
    if not values["symbol"]:
        raise DocumentError(
            N_("The number and symbol are missing."), N_("Write them like 12-CT/TU or 318/KH-UBND."), field="symbol"
        )
    date = iso_date(fields.date)
    if date is None:
        raise DocumentError(
            N_("“{text}” is no date."),
            N_("Write it like 15/9/2023; 9/2023 or 2023 where the rest is not known."),
            field="date",
            text=fields.date.strip()[:20],
        )
    return {**values, "date": date, "issuer_body": fields.issuer_body}


def iso_date(text: str) -> str | None:
    """The date that a person typed, ISO and cut where unknown: 15/9/2023, 9/2023, 2023; None where it is none."""
    date = parse_date(text[:40]) or text.strip()
    if date and not _DATE.fullmatch(date):
        return None
    return date if len(date) < _WHOLE or typed_day(date) else None


def shown_date(date: str) -> str:
    """An ISO date, cut where unknown, as it is typed: 15/9/2023, 9/2023, 2023."""
    if len(date) == _WHOLE:
        return shown_day(date)
    year, _, month = date.partition("-")
    return f"{int(month)}/{year}" if month.isdigit() else date


def _told(document: Document) -> dict[str, object]:
    names = ("type", "symbol", "date", "issuer", "subject", "confirmed")
    return {**{name: getattr(document, name) for name in names}, "issuer_body": document.issuer_body_id}
