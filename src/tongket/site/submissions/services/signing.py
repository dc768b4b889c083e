"""The signed copy (bản ký): number, date and the PDF after sending, its signature, and what differs from what was sent.

Signatures are checked without a network, against the certificates that the office itself laid into the folder
``trust`` of its data folder (.pem). Without them a sound signature is 'there, not checked'.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from tongket.errors import TongketError
from tongket.messages import N_, say
from tongket.model.programmes import Programme
from tongket.model.reports import Letterhead, Report
from tongket.model.units import Unit
from tongket.programmes.match import match_report
from tongket.registry.units import Registry
from tongket.road.reading import read
from tongket.site.interface.clock import today
from tongket.site.interface.days import short_day, typed_day
from tongket.site.jobs.models import Job
from tongket.site.jobs.services import start
from tongket.site.jobs.work import Progress, work
from tongket.site.people.rights import Actor, actor_of
from tongket.site.people.units import registry
from tongket.site.records.services import record
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.rounds.sheets import cells_of
from tongket.site.submissions.boxes import shown_answer
from tongket.site.submissions.models import Answer, Observation, SignedCopy, Upload, Value
from tongket.site.submissions.services.errors import FieldError, SubmissionError
from tongket.site.submissions.services.filling import place_of_value, programme_of_submission
from tongket.site.submissions.services.reading import observations_in
from tongket.site.submissions.services.uploading import keep, path_of, receive, refuse

TAKE_SIGNED = "take-signed"
DIFFERENCES = {
    "number": N_("The number was entered as {entered}; the signed copy prints {printed}."),
    "symbol": N_("The symbol was entered as {entered}; the signed copy prints {printed}."),
    "date": N_("The date was entered as {entered}; the signed copy prints {printed}."),
    "value": N_("{name}: {printed} in the signed copy, {sent} was sent."),
    "not-sent": N_("{name}: {printed} in the signed copy, nothing was sent."),
    "nothing-compared": N_("None of the values that were sent was found in the signed copy; compare them by eye."),
}
_NUMBER = re.compile(r"\d{1,6}[A-ZĐa-zđ]?")
_SYMBOL = re.compile(r"[\w&./-]{2,60}")


def begin(actor: Actor, submission: Submission, typed: Mapping[str, str], file: UploadedFile | None) -> Job:
    """Take the signed PDF in with number, symbol and date; it is read and compared in the background.

    Raises:
        SubmissionError: nothing was sent yet, or something typed cannot be right.
    """
    if not submission.revision:
        raise SubmissionError(
            N_("nothing was sent yet, so there is nothing that the signed copy could be of."),
            N_("Send the report first; then add its signed copy."),
        )
    if submission.frozen:
        raise SubmissionError(
            N_("the report is held for review; nothing is added to it meanwhile."),
            N_("Add the signed copy once it is let go of."),
        )
    number, symbol, date = (typed.get(name, "").strip() for name in ("number", "symbol", "date"))
    if not _NUMBER.fullmatch(number):
        wrong, mend = N_("“{typed}” is no number of a document."), N_("Write the number alone, such as 45.")
        raise FieldError("number", wrong, mend, typed=number)
    if not _SYMBOL.fullmatch(symbol):
        wrong, mend = N_("“{typed}” is no symbol of a document."), N_("Write it as printed, such as BC-UBND.")
        raise FieldError("symbol", wrong, mend, typed=symbol)
    date = _checked_date(date)
    if file is None or Path(file.name or "").suffix.lower() != ".pdf":
        raise FieldError("signed-file", N_("the signed copy is a PDF."), N_("Choose the signed PDF, then add it."))
    upload = receive(actor, file, Upload.Kind.SIGNED, submission)
    told = {"upload": upload.pk, "number": number, "symbol": symbol, "date": date, "revision": submission.revision}
    return start(TAKE_SIGNED, {**told, "submission": submission.pk}, actor)


def _checked_date(date: str) -> str:
    day = typed_day(date)
    if day is None or not dt.date(2000, 1, 1) <= day <= today():
        raise FieldError(
            "date",
            N_("“{typed}” is no day on which it can have been signed."),
            N_("Choose the date of the report."),
            typed=date[:20],
        )
    return day.isoformat()


@work(TAKE_SIGNED)
def take_signed(job: Job, progress: Progress) -> Mapping[str, Any]:
    """Read the signed PDF of ``job.argument``, check its signature, compare it. Run again it gives the same."""
    told = job.argument
    upload = Upload.objects.select_related("submission__round__programme", "submission__body").get(pk=told["upload"])
    done = SignedCopy.objects.filter(upload=upload).first()
    if done:
        return {"copy": done.pk}
    actor = actor_of(job.user, job.body_id) if job.user else None
    try:
        copy = _take(actor, upload, told)
    except TongketError as error:
        if upload.state == Upload.State.WAITING:
            refuse(actor, upload, error)
        raise
    progress(1, 1)
    return {"copy": copy.pk}


def _take(actor: Actor | None, upload: Upload, told: Mapping[str, Any]) -> SignedCopy:
    submission = upload.submission
    assert submission is not None
    report = read(path_of(upload), name=upload.name)
    _check_unit(report, submission, upload.name)
    signature, signer = check_signature(path_of(upload), settings.DATA.home / "trust")
    differences = [*_typed_differences(report.letterhead, told), *_value_differences(report, submission, told)]
    if upload.state == Upload.State.WAITING:
        keep(upload)
    with transaction.atomic():
        copy = SignedCopy.objects.create(
            submission=submission,
            revision=told["revision"],
            number=told["number"],
            symbol=told["symbol"],
            date=told["date"],
            upload=upload,
            signature=signature,
            signer=signer[:200],
            differences=differences,
            user=actor.user if actor else None,
            post=actor.post if actor else "",
        )
        Submission.objects.filter(pk=submission.pk, revision=told["revision"]).update(signed_copy=True)
        content = {name: told[name] for name in ("revision", "number", "symbol", "date")}
        content |= {"sha256": upload.sha256, "signature": signature, "differences": len(differences)}
        record(f"submission:{submission.pk}", "sign", actor, content)
    return copy


def _check_unit(report: Report, submission: Submission, name: str) -> None:
    known, issuer = registry(), report.letterhead.issuing_body or ""
    units = known.of_body(issuer, submission.round.period_end.isoformat()) if issuer else ()
    if units and submission.body.unit not in {unit.id for unit in units}:
        raise SubmissionError(
            N_("this is a document of {other}, and the report is that of {own}."),
            N_("Choose the signed copy of this report."),
            where=name,
            other=issuer,
            own=submission.body.name,
        )


def _typed_differences(head: Letterhead, told: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What was typed beside the PDF against what its head prints; what is not printed is not compared."""
    printed = {"number": head.number, "symbol": head.symbol, "date": head.date}
    for kind, text in printed.items():
        if text and text.casefold().lstrip("0") != str(told[kind]).casefold().lstrip("0"):
            day = kind == "date" and len(text) == len("2026-11-10")
            facts = {"entered": told[kind], "printed": text}
            yield _difference(kind, **{name: _day(one) if day else one for name, one in facts.items()})


def _day(text: str) -> str:
    return short_day(dt.date.fromisoformat(text))


def _difference(kind: str, place: ValuePlace | None = None, **facts: str) -> dict[str, Any]:
    return {"kind": kind, "place": str(place) if place else "", "facts": facts}


def _value_differences(report: Report, submission: Submission, told: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Each value that the PDF prints against the one that was sent."""
    programme, known = programme_of_submission(submission), registry()
    unit = _unit(known, submission)
    matches = match_report(report, programme, submission.body.level)
    read_, _ = observations_in(report, matches, submission, programme, unit, Upload(name=""))
    rows = Observation.objects.filter(submission=submission, revision=told["revision"])
    sent: dict[ValuePlace, Answer] = {place_of_value(one): one for one in rows}
    if sent and not read_:
        yield _difference("nothing-compared")
    cells = cells_of(programme, submission.body.level)
    for one in read_:
        places = [ValuePlace(one.indicator, one.cell, extent) for extent in (one.extent, "area", "own")]
        place = next((place for place in places if place in cells and not cells[place].closed), None)
        if place is None:
            continue
        printed = Value(
            amount=one.amount, amount_high=one.amount_high, scale=one.scale, qualifier=one.qualifier,
            status=one.status, text=one.text,
        )  # fmt: skip
        yield from _value_difference(place, _name(programme, place), printed, sent.get(place), cells)


def _value_difference(
    place: ValuePlace, name: str, printed: Value, sent: Answer | None, cells: Mapping[ValuePlace, Any]
) -> Iterator[dict[str, Any]]:
    shown = shown_answer(printed, cells[place])
    if sent is None:
        yield _difference("not-sent", place, name=name, printed=shown)
    elif _same(printed, sent):
        return
    else:
        yield _difference("value", place, name=name, printed=shown, sent=shown_answer(sent, cells[place]))


def _same(one: Answer, other: Answer) -> bool:
    zero = {(one.status, one.amount), (other.status, other.amount)}
    if zero == {("reported", 0), ("none-occurred", None)}:  # '0' and 'không phát sinh' are printed for each other
        return True
    return (one.amount, one.amount_high, one.text) == (other.amount, other.amount_high, other.text)


def _unit(known: Registry, submission: Submission) -> Unit | None:
    return known.unit(submission.body.unit, submission.round.period_end.isoformat()) or known.unit(submission.body.unit)


def _name(programme: Programme, place: ValuePlace) -> str:
    indicator = programme.indicator(place.indicator)
    name = indicator.name if indicator else place.indicator
    values = [
        value.name for one in programme.dimensions for code in place.cell.split("+") if (value := one.value(code))
    ]
    return f"{name} ({', '.join(values)})" if values else name


def said_difference(one: Mapping[str, Any]) -> str:
    """A difference in the reader's language."""
    return say(DIFFERENCES[one["kind"]], **one["facts"])


def check_signature(path: Path, trust: Path) -> tuple[str, str]:
    """(state, signer) of the digital signatures in the PDF at ``path``: 'none', 'unchecked', 'verified' or 'broken'.

    'verified': untouched since, and signed with a certificate that one of ``trust``/*.pem vouches for. Of several
    signatures the worst counts.
    """
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # what it says of a broken file stands in the state
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    with path.open("rb") as file:
        try:
            found = list(PdfFileReader(file, strict=False).embedded_regular_signatures)
            states = [_state_of(one, trust) for one in found]
        except (PdfError, ValueError, KeyError, TypeError, IndexError):
            return "none", ""
    if not states:
        return "none", ""
    order = ("broken", "unchecked", "verified")
    return min((state for state, _ in states), key=order.index), "; ".join(dict.fromkeys(name for _, name in states))


def _state_of(embedded: Any, trust: Path) -> tuple[str, str]:
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    signer = embedded.signer_cert.subject.native.get("common_name", "") if embedded.signer_cert else ""
    context = ValidationContext(trust_roots=_trusted(trust), allow_fetching=False)
    usage = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
    try:
        status = validate_pdf_signature(embedded, context, key_usage_settings=usage)
    except SignatureValidationError:
        return "broken", str(signer)
    if not (status.intact and status.valid) or status.docmdp_ok is False:
        return "broken", str(signer)
    return ("verified" if status.trusted and not status.revoked else "unchecked"), str(signer)


def _trusted(folder: Path) -> list[Any]:
    """The certificates that the office trusts; a file that is none is passed over."""
    from pyhanko.keys import load_certs_from_pemder

    found: list[Any] = []
    for path in sorted(folder.glob("*.pem")) if folder.is_dir() else ():
        try:
            found += load_certs_from_pemder([str(path)])
        except (ValueError, OSError):
            logging.getLogger(__name__).warning("%s holds no certificate", path.name)
    return found
