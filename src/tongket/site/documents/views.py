"""The pages of documents: the registry, one document with its relations, and the cascade of a directive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from tongket.messages import N_, say
from tongket.site.documents.errors import DocumentError
from tongket.site.documents.models import Document, Relation
from tongket.site.documents.queries import documents_seen, listed
from tongket.site.documents.services import registering
from tongket.site.documents.services.registering import Fields
from tongket.site.documents.words import KINDS, kind_words
from tongket.site.interface.asked import whole
from tongket.site.people.guard import needs
from tongket.site.people.models import Body
from tongket.site.people.rights import Actor, may, seen
from tongket.site.rounds.models import Round
from tongket.vietnamese.dates import parse_date

PAGE = 50
MOST_WORDS = 100
MOST_SHOWN = 100  # mentions of a document on its page


@dataclass(frozen=True, slots=True)
class SeenDocument:
    """A document as one sees it who may read the registry."""

    document: Document
    body: Body

    @property
    def over(self) -> None:
        """A document goes to nobody."""


def document_seen(request: HttpRequest, pk: int, **_: Any) -> SeenDocument:
    """The document, for those who may know of it: their own body counts as its body."""
    rows = documents_seen(request.actor).select_related("body", "issuer_body")
    return SeenDocument(get_object_or_404(rows, pk=pk), request.actor.body)


def document_of(request: HttpRequest, pk: int, **_: Any) -> Document:
    """The document, whose registry must be the actor's for what changes it."""
    return get_object_or_404(Document.objects.select_related("body", "issuer_body"), pk=pk)


@require_GET
@needs("document.see")
def documents(request: HttpRequest) -> HttpResponse:
    """The registry, by words; proposals apart."""
    words, only = request.GET.get("q", "").strip()[:MOST_WORDS], request.GET.get("only", "")
    page = Paginator(listed(request.actor, words, only), PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "words": words,
        "only": only,
        "may_add": may(request.actor, "document.confirm"),
        "may_record": may(request.actor, "record.see"),
    }
    return render(request, "documents/list.html", context)


@needs("document.confirm")
def add(request: HttpRequest) -> HttpResponse:
    """Register a document."""
    return _form(request, None)


@needs("document.confirm", document_of, see="document.see")
def edit(request: HttpRequest, document: Document) -> HttpResponse:
    """Change a document."""
    return _form(request, document)


def _form(request: HttpRequest, document: Document | None) -> HttpResponse:
    error, typed = None, _kept(document)
    if request.method == "POST":
        typed = request.POST
        try:
            fields = _typed(request)
            if document is None:
                return redirect("documents:show", registering.register(request.actor, fields).pk)
            registering.change(request.actor, document, whole(request.POST.get("edition")), fields)
            return redirect("documents:show", document.pk)
        except DocumentError as refused:
            error = refused
    context = {
        "document": document,
        "typed": typed,
        "error": error,
        "field": error.field if error else "",
        "bodies": Body.objects.filter(path__startswith=request.actor.body.path)[:500],
    }
    return render(request, "documents/edit.html", context, status=422 if error else 200)


def _kept(document: Document | None) -> dict[str, Any]:
    if document is None:
        return {}
    names = ("type", "symbol", "date", "issuer", "subject", "edition")
    issuer_body = document.issuer_body.code if document.issuer_body else ""
    kept = {name: getattr(document, name) for name in names}
    return {**kept, "date": registering.shown_date(document.date), "issuer_body": issuer_body}


def _typed(request: HttpRequest) -> Fields:
    code = request.POST.get("issuer_body", "").strip()[:80]
    body = Body.objects.filter(code=code).first() if code else None
    if code and body is None:
        raise DocumentError(
            N_("No body has the code “{code}”."),
            N_("Choose one of the list, or leave it empty."),
            field="issuer_body",
            code=code,
        )
    texts = {name: request.POST.get(name, "") for name in ("type", "symbol", "date", "issuer", "subject")}
    return Fields(**texts, issuer_body=body)


@require_GET
@needs("document.see", document_seen)
def show(request: HttpRequest, seen: SeenDocument) -> HttpResponse:
    """One document: what it is, its relations both ways, who cites it."""
    return _show(request, seen.document)


def _show(request: HttpRequest, document: Document, error: DocumentError | None = None) -> HttpResponse:
    visible = documents_seen(request.actor).values("pk")
    to = document.relations.filter(to__in=visible).select_related("to").order_by("kind", "to__date")
    by = document.relations_to.filter(document__in=visible).select_related("document")
    mentions = document.mentions.filter(_read_by(request.actor)).select_related("upload__body").order_by("-pk")
    context = {
        "document": document,
        "may_confirm": may(request.actor, "document.confirm", document),
        "to": [(one, kind_words(one.kind)) for one in to],
        "by": [(one, kind_words(one.kind, by=True)) for one in by.order_by("kind", "document__date")],
        "mentions": mentions[:MOST_SHOWN],
        "cited": mentions.count(),
        "kinds": [(code, say(words)) for code, words in KINDS.items()],
        "error": error,
    }
    return render(request, "documents/show.html", context, status=422 if error else 200)


def _read_by(actor: Actor) -> Q:
    """The mentions in reports that ``actor`` may see."""
    at = "upload__submission__"
    told = ~Q(**{f"{at}round__state": Round.State.DRAFT})
    return seen(actor, "submission.see", body=f"{at}body", over=f"{at}reports_to") & told


@require_POST
@needs("document.confirm", document_of, see="document.see")
def confirm(request: HttpRequest, document: Document) -> HttpResponse:
    """What was proposed is right."""
    return _done(
        request, document, lambda: registering.confirm(request.actor, document, whole(request.POST.get("edition")))
    )


@require_POST
@needs("document.confirm", document_of, see="document.see")
def reject(request: HttpRequest, document: Document) -> HttpResponse:
    """What was proposed is no document."""
    try:
        registering.reject(request.actor, document, whole(request.POST.get("edition")))
    except DocumentError as error:
        return _show(request, document, error)
    return redirect("documents:list")


@require_POST
@needs("document.confirm", document_of, see="document.see")
def relate(request: HttpRequest, document: Document) -> HttpResponse:
    """Tie it to another, which is named by its symbol and, where several have it, its date."""

    def tie() -> None:
        other = _named(request.actor, request.POST.get("to", "").strip()[:120])
        one, to = (other, document) if request.POST.get("way") == "by" else (document, other)
        registering.relate(request.actor, one, request.POST.get("kind", "")[:20], to)

    return _done(request, document, tie)


def _named(actor: Actor, text: str) -> Document:
    symbol, _, rest = text.partition(" ")
    date = parse_date(rest) or rest
    day = registering.iso_date(date)
    found = list(documents_seen(actor).filter(symbol__iexact=symbol, date__startswith=day or "")[:2])
    if len(found) == 1:
        return found[0]
    raise DocumentError(
        N_("“{text}” names several documents.") if found else N_("No document has the symbol “{text}”."),
        N_("Write symbol and date, like 12-CT/TU 15/9/2023; register it first if it is not in the list."),
        field="to",
        text=text,
    )


@require_POST
@needs("document.confirm", document_of, see="document.see")
def drop(request: HttpRequest, document: Document) -> HttpResponse:
    """Take a relation away."""
    relation = Relation.objects.filter(pk=whole(request.POST.get("relation"))).select_related("document", "to").first()
    if relation is None or document.pk not in (relation.document_id, relation.to_id):
        raise Http404
    return _done(request, document, lambda: registering.drop(request.actor, relation))


def _done(request: HttpRequest, document: Document, change: Any) -> HttpResponse:
    try:
        change()
    except DocumentError as error:
        return _show(request, document, error)
    return redirect("documents:show", document.pk)
