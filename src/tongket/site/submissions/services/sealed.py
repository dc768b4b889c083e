"""The sealed file (tệp niêm phong, .tongket): a revision as one file, for an office on a network of its own.

A zip of values, text, report, attachments and signed copy; ``manifest.json`` names programme, period, body and the
SHA-256 of every part. The seal is the SHA-256 of the manifest: both offices see it, and can read it to each other.
The installation signs the manifest with its key (``rounds.sealing``), and the manifest names the hashes of the
revisions before it: a file that was made elsewhere, or that passes over a revision taken before, is known as such.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

import msgspec

from tongket.files.zip_errors import ZIP_ERRORS
from tongket.messages import N_
from tongket.site.interface.days import shown_day
from tongket.site.records.services import canonical
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.rounds.sealing import is_signed, public_key, sign
from tongket.site.rounds.sheets import SheetCell, cells_of
from tongket.site.submissions.models import Answer, Observation, Revision, SignedCopy, Upload
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import period_of, programme_of_submission
from tongket.site.submissions.services.narrative import MOST as MOST_LETTERS
from tongket.site.submissions.services.rows import ANSWER_FIELDS
from tongket.site.submissions.services.sending import revision_hash
from tongket.site.submissions.services.uploading import path_of
from tongket.vietnamese.unicode import key

FORMAT = "tongket-sealed/1"
MOST_BYTES = 200 << 20  # of all parts unpacked
MOST_PARTS = 60
MANIFEST, VALUES, NARRATIVE, SIGNATURE = "manifest.json", "values.json", "narrative.json", "signature.json"
_LARGEST = 2**62
_LAST = 2**31  # of a character of a text
_LONGEST = 20_000  # letters of a text that no column bounds
_ZERO = rb"\u0000"  # in JSON: the character that PostgreSQL keeps in no text
_DAY = (2020, 1, 1, 0, 0, 0)  # of every part, so that the same revision gives the same file
ASK_AGAIN = N_("Ask the body for the file again, and carry it without opening it.")


class SealedValue(msgspec.Struct, frozen=True):
    """A value as the sealed file has it: the columns of ``Answer``, and its explanation."""

    indicator: str
    cell: str
    extent: str
    period_start: str
    period_end: str
    amount: int | None
    amount_high: int | None
    scale: int
    qualifier: str
    status: str
    text: str
    origin: str
    confidence: float
    source: str
    source_sha256: str
    span_start: int
    span_end: int
    passage: str
    confirmed: str
    explanation: str = ""

    @property
    def place(self) -> ValuePlace:
        """The cell that it fills."""
        return ValuePlace(self.indicator, self.cell, self.extent)


class Part(msgspec.Struct, frozen=True):
    """A file in it: its name for people, what it is, and its hash."""

    sha256: str
    size: int
    kind: str = ""
    name: str = ""


class SealedBody(msgspec.Struct, frozen=True):
    """The body that reports, as its own installation knows it."""

    name: str
    unit: str
    kind: str


class SealedCopy(msgspec.Struct, frozen=True):
    """Number, symbol and date of the signed copy, and its part."""

    number: str
    symbol: str
    date: dt.date
    part: str


class Manifest(msgspec.Struct, frozen=True):
    """What the file says of itself."""

    format: str
    programme: str
    version: int
    hash: str
    period_start: str
    period_end: str
    body: SealedBody
    revision: int
    sent: str
    post: str
    sha256: str
    parts: dict[str, Part]
    signed: SealedCopy | None = None
    note: str = ""
    history: tuple[str, ...] = ()  # the hashes of the revisions before this one, the oldest first


class Signature(msgspec.Struct, frozen=True):
    """Who signed the manifest: the public key of the installation, and its signature in base64."""

    key: str
    signature: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed file that was opened and found whole."""

    manifest: Manifest
    seal: str
    values: tuple[SealedValue, ...]
    narrative: Mapping[str, str]
    path: Path
    key: str = ""  # the public key that signed it; "" where nobody did

    def part(self, name: str) -> bytes:
        """The bytes of a part."""
        with zipfile.ZipFile(self.path) as packed:
            return packed.read(name)

    def files(self, kind: str) -> list[tuple[str, Part]]:
        """The parts of that kind."""
        return [(name, part) for name, part in self.manifest.parts.items() if part.kind == kind]


def seal(submission: Submission) -> bytes:
    """The latest revision of the submission as a sealed file.

    Raises:
        SubmissionError: nothing was sent yet.
    """
    manifest, parts = _made(submission)
    signature = canonical({"key": public_key(), "signature": sign(manifest)}).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in {MANIFEST: manifest, SIGNATURE: signature, **parts}.items():
            content = data if isinstance(data, bytes) else path_of(data).read_bytes()
            packed.writestr(zipfile.ZipInfo(name, _DAY), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def seal_of(submission: Submission) -> str:
    """The seal that the file of the latest revision has: 64 letters; "" where nothing was sent yet."""
    return hashlib.sha256(_made(submission)[0]).hexdigest() if submission.revision else ""


def spoken(seal_: str) -> str:
    """A seal as people read it to each other: its first 32 letters in fours."""
    return " ".join(seal_[at : at + 4] for at in range(0, 32, 4))


def _made(submission: Submission) -> tuple[bytes, dict[str, bytes | Upload]]:
    """The manifest of the latest revision, and its parts."""
    revision = submission.revisions.first()
    if revision is None:
        raise SubmissionError(N_("nothing was sent yet."), N_("Send the report first."))
    copy = SignedCopy.objects.filter(submission=submission, revision=revision.number).order_by("-pk").first()
    parts, told = dict[str, bytes | Upload](), dict[str, dict[str, object]]()
    for name, kind, data in _parts(submission, revision, copy):
        parts[name] = data
        if isinstance(data, bytes):
            told[name] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
        else:
            told[name] = {"sha256": data.sha256, "size": data.size, "kind": kind, "name": data.name}
    round_, body = submission.round, submission.body
    earlier = submission.revisions.filter(number__lt=revision.number).order_by("number")
    signed = next((name for name, one in told.items() if one.get("kind") == "signed"), "")
    manifest = {
        "format": FORMAT,
        "programme": round_.programme.code,
        "version": round_.programme.version,
        "hash": round_.programme.hash,
        "period_start": round_.period_start.isoformat(),
        "period_end": round_.period_end.isoformat(),
        "body": {"name": body.name, "unit": body.unit, "kind": body.kind},
        "revision": revision.number,
        "sent": revision.moment.isoformat(),
        "post": revision.post,
        "sha256": revision.sha256,
        "note": revision.note,
        "history": list(earlier.values_list("sha256", flat=True)),
        "parts": told,
        "signed": {"number": copy.number, "symbol": copy.symbol, "date": copy.date.isoformat(), "part": signed}
        if copy
        else None,
    }
    return canonical(manifest).encode(), parts


def _parts(
    submission: Submission, revision: Revision, copy: SignedCopy | None
) -> Iterator[tuple[str, str, bytes | Upload]]:
    """Name, kind and content of each part."""
    rows = Observation.objects.filter(submission=submission, revision=revision.number).order_by("pk")
    values = [{name: getattr(row, name) for name in (*ANSWER_FIELDS, "explanation")} for row in rows]
    yield VALUES, "", canonical(values).encode()
    yield NARRATIVE, "", canonical(revision.narrative).encode()
    uploads = [("report", revision.upload)] if revision.upload else []
    hashes = [one["sha256"] for one in revision.attachments]
    attached = {one.sha256: one for one in Upload.objects.filter(submission=submission, sha256__in=hashes)}
    uploads += [("attachment", attached[one]) for one in hashes if one in attached]
    if copy:
        uploads.append(("signed", copy.upload))
    for number, (kind, upload) in enumerate(uploads, 1):
        yield f"files/{number:02}{PurePath(upload.name).suffix.lower()}", kind, upload


def open_sealed(path: Path, name: str) -> Sealed:
    """Open a sealed file and prove that every part is the one that was sealed.

    Raises:
        SubmissionError: it is none, is damaged, too large, or something in it was changed.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            infos = packed.infolist()
            if len(infos) > MOST_PARTS or sum(one.file_size for one in infos) > MOST_BYTES:
                raise SubmissionError(N_("the sealed file is too large."), ASK_AGAIN, where=name)
            told = packed.read(MANIFEST)
            manifest = msgspec.json.decode(told, type=Manifest)
            if manifest.format != FORMAT:
                raise SubmissionError(
                    N_("the sealed file was made by another version of the program ({format})."),
                    N_("Bring both installations to the same version."),
                    where=name,
                    format=manifest.format[:40],
                )
            _check_parts(packed, manifest, name)
            if any(_ZERO in packed.read(part) for part in (MANIFEST, VALUES, NARRATIVE)):
                raise SubmissionError(N_("this is no sealed file, or it is damaged."), ASK_AGAIN, where=name)
            key_ = _signed_by(packed, told, name)
            values = msgspec.json.decode(packed.read(VALUES), type=tuple[SealedValue, ...])
            narrative = msgspec.json.decode(packed.read(NARRATIVE), type=dict[str, str])
    except (*ZIP_ERRORS, msgspec.MsgspecError) as error:
        raise SubmissionError(N_("this is no sealed file, or it is damaged."), ASK_AGAIN, where=name) from error
    found = Sealed(manifest, hashlib.sha256(told).hexdigest(), values, narrative, path, key_)
    if _revision_hash(found) != manifest.sha256:
        raise _changed(VALUES, name)
    return found


def _check_parts(packed: zipfile.ZipFile, manifest: Manifest, name: str) -> None:
    names = [one.filename for one in packed.infolist() if one.filename != SIGNATURE]
    if sorted(names) != sorted([MANIFEST, *manifest.parts]):
        raise _changed(MANIFEST, name)
    for part, told in manifest.parts.items():
        with packed.open(part) as stream:
            if hashlib.sha256(stream.read(MOST_BYTES)).hexdigest() != told.sha256:
                raise _changed(part, name)


def _signed_by(packed: zipfile.ZipFile, manifest: bytes, name: str) -> str:
    """The key whose owner signed the manifest; "" where nobody did."""
    if SIGNATURE not in packed.namelist():
        return ""
    told = msgspec.json.decode(packed.read(SIGNATURE), type=Signature)
    if not is_signed(manifest, told.signature, told.key):
        raise _changed(SIGNATURE, name)
    return told.key


def _changed(part: str, name: str) -> SubmissionError:
    return SubmissionError(
        N_("the sealed file was changed after it was made: {part} is not what was sealed."),
        ASK_AGAIN,
        where=name,
        part=part,
    )


def _revision_hash(found: Sealed) -> str:
    """The hash of the revision as ``sending`` makes it, over what the file holds."""
    report = next((part.sha256 for _, part in found.files("report")), "")
    attachments = [{"name": one.name, "sha256": one.sha256, "size": one.size} for _, one in found.files("attachment")]
    values = [{name: getattr(one, name) for name in ANSWER_FIELDS} for one in found.values]
    explained = [[one.indicator, one.cell, one.extent, one.explanation] for one in found.values if one.explanation]
    return revision_hash(values, explained, found.narrative, report, attachments)


def submission_for(found: Sealed, round_: Round, name: str) -> Submission:
    """The submission of the round that the sealed file answers.

    Raises:
        SubmissionError: it is of another programme, version, period, or of a body that this round does not ask.
    """
    manifest = found.manifest
    if (manifest.programme, manifest.hash) != (round_.programme.code, round_.programme.hash):
        raise SubmissionError(
            N_("it answers the programme {code}, version {version}; this round asks {own}, version {now}."),
            N_("Choose the round that it answers; both installations must hold the same version of the programme."),
            where=name,
            code=manifest.programme,
            version=manifest.version,
            own=round_.programme.code,
            now=round_.programme.version,
        )
    if (manifest.period_start, manifest.period_end) != (
        round_.period_start.isoformat(),
        round_.period_end.isoformat(),
    ):
        raise SubmissionError(
            N_("it is about {start} to {end}, and this round about another period."),
            N_("Choose the round of that period."),
            where=name,
            start=shown_day(manifest.period_start),
            end=shown_day(manifest.period_end),
        )
    rows = Submission.objects.filter(round=round_, body__unit=manifest.body.unit, body__kind=manifest.body.kind)
    asked = list(rows.select_related("round__programme", "body", "reports_to"))
    named = [one for one in asked if key(one.body.name) == key(manifest.body.name)] or asked
    if len(named) != 1:
        raise SubmissionError(
            N_("this round does not ask {body}."),
            N_("Choose the round that asks it, or ask it here first."),
            where=name,
            body=manifest.body.name,
        )
    _check_values(found, named[0], name)
    return named[0]


def _check_values(found: Sealed, submission: Submission, name: str) -> None:
    cells = cells_of(programme_of_submission(submission), submission.body.level)
    if any(len(text) > MOST_LETTERS for text in found.narrative.values()):
        raise SubmissionError(N_("the sealed file is too large."), ASK_AGAIN, where=name)
    for one in found.values:
        if not _fits(one, cells.get(one.place), submission):
            raise SubmissionError(
                N_("its value {place} does not fit the form of this round."),
                N_("Both installations must ask the same of this body; compare the forms."),
                where=name,
                place=str(one.place),
            )


_COLUMNS = {
    field.name: field.max_length or _LONGEST for field in Answer._meta.get_fields() if field.empty_strings_allowed
}


def _fits(one: SealedValue, cell: SheetCell | None, submission: Submission) -> bool:
    amounts = [amount for amount in (one.amount, one.amount_high) if amount is not None]
    return (
        cell is not None
        and one.scale == cell.indicator.scale
        and (one.period_start, one.period_end) == period_of(submission, cell.indicator)
        and all(len(getattr(one, name)) <= most for name, most in _COLUMNS.items())
        and len(one.explanation) <= _LONGEST
        and 0 <= one.span_start <= one.span_end < _LAST
        and all(abs(amount) < _LARGEST for amount in amounts)
        and one.status in ("reported", "none-occurred", "not-applicable", "pending", "estimated")
        and one.origin in ("form", "workbook", "read-confirmed", "read")
        and 0 <= one.confidence <= 1
    )
