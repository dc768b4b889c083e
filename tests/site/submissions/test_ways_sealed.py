"""The sealed file: made after sending, proved on the other side, and a revision of that body there."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import io
import json
import zipfile

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.files.uploadedfile import SimpleUploadedFile
from test_reading import BODY, HEAD, upload_of
from test_ways_attachments import attach

from site_makers import TODAY
from tongket.errors import ReadError
from tongket.site.records.models import Link
from tongket.site.rounds import sealing
from tongket.site.rounds.models import Round, Submission, TrustedKey
from tongket.site.submissions.models import Narrative, Observation, Revision, Upload, Value
from tongket.site.submissions.services.narrative import write
from tongket.site.submissions.services.reading import take_report
from tongket.site.submissions.services.reviewing import Returned, return_places
from tongket.site.submissions.services.rows import ANSWER_FIELDS
from tongket.site.submissions.services.sealed import seal
from tongket.site.submissions.services.sending import revision_hash, send


@pytest.fixture
def there(open_round, province, commune) -> Submission:
    """The same request on the installation that receives: a round of its own."""
    made = Round.objects.get(pk=open_round.pk)
    made.pk = None
    made.save()
    return Submission.objects.create(round=made, body=commune, reports_to=province, due=made.due, asked=34)


@pytest.fixture
def sealed(clerk, submission, fill, acting, signed_in, django_capture_on_commit_callbacks) -> bytes:
    take_report(acting(clerk), upload_of(acting(clerk), submission, HEAD + BODY))
    attach(signed_in(clerk), submission, django_capture_on_commit_callbacks)
    write(acting(clerk), submission, "A.1", "<p>Thuận lợi</p>", 0)
    fill(**{"QT-05": "3"})
    send(acting(clerk), submission, 1, "Gửi kèm")
    submission.refresh_from_db()
    return seal(submission)


def bring(client, there, content: bytes, name: str = "bao-cao.tongket"):
    file = SimpleUploadedFile(name, content)
    return client.post(f"/submissions/rounds/{there.round_id}/sealed", {"file": file}, follow=True)


def take(client, there, edition: int = 1):
    upload = Upload.objects.get(kind="sealed", state="kept")
    address = f"/submissions/rounds/{there.round_id}/sealed/{upload.pk}/take"
    return client.post(address, {"edition": edition})


def changed(content: bytes, part: str, data: bytes | None = None) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, (data or old.read(name) + b" ") if name == part else old.read(name))
    return made.getvalue()


def test_it_becomes_the_revision_of_that_body_with_origins_kept(
    consolidator, sealed, submission, there, signed_in, django_capture_on_commit_callbacks
) -> None:
    client = signed_in(consolidator)
    answer = bring(client, there, sealed)
    assert answer.status_code == 200
    assert answer.context["count"] == Revision.objects.get().values
    assert not Value.objects.filter(submission=there).exists()
    with django_capture_on_commit_callbacks(execute=True):
        take(client, there)

    there.refresh_from_db()
    ours, theirs = Revision.objects.get(submission=there), Revision.objects.get(submission=submission)
    assert (there.state, there.revision, ours.sha256) == ("sent", 1, theirs.sha256)
    rows = Observation.objects.filter(submission=there).order_by("pk").values_list("indicator", "amount", "origin")
    assert list(rows) == list(
        Observation.objects.filter(submission=submission).order_by("pk").values_list("indicator", "amount", "origin")
    )
    assert {"read", "form"} <= {origin for _, _, origin in rows}
    assert Narrative.objects.get(submission=there).html == "<p>Thuận lợi</p>"
    assert ours.upload.report["text"]
    assert Link.objects.filter(chain=f"submission:{there.pk}", action="receive-sealed").exists()


def test_the_same_file_is_not_taken_twice(
    consolidator, sealed, there, signed_in, django_capture_on_commit_callbacks
) -> None:
    client = signed_in(consolidator)
    bring(client, there, sealed)
    with django_capture_on_commit_callbacks(execute=True):
        take(client, there)
    there.refresh_from_db()

    assert take(client, there, there.edition).status_code == 422
    assert Revision.objects.filter(submission=there).count() == 1


@pytest.mark.parametrize("part", ["values.json", "narrative.json", "files/01.txt", "manifest.json"])
def test_what_was_changed_is_refused_and_wiped(consolidator, sealed, there, signed_in, part) -> None:
    data = None
    if part == "manifest.json":
        told = json.loads(zipfile.ZipFile(io.BytesIO(sealed)).read(part))
        data = json.dumps({**told, "sha256": "0" * 64}).encode()
    answer = bring(signed_in(consolidator), there, changed(sealed, part, data))

    assert answer.status_code == 422
    assert Upload.objects.get(kind="sealed").state == "refused"


def test_a_value_changed_with_its_hash_is_refused(consolidator, sealed, there, signed_in) -> None:
    with zipfile.ZipFile(io.BytesIO(sealed)) as packed:
        values = json.loads(packed.read("values.json"))
        told = json.loads(packed.read("manifest.json"))
    values[0]["amount"] += 1
    data = json.dumps(values).encode()
    told["parts"]["values.json"] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    content = changed(changed(sealed, "values.json", data), "manifest.json", json.dumps(told).encode())

    assert bring(signed_in(consolidator), there, content).status_code == 422


@pytest.mark.parametrize("wrong", ["period", "programme", "body"])
def test_what_answers_something_else_is_refused(consolidator, sealed, there, other_commune, signed_in, wrong) -> None:
    if wrong == "period":
        Round.objects.filter(pk=there.round_id).update(period_start="2025-01-01")
    if wrong == "programme":
        from tongket.site.rounds.programmes import keep_programme

        Round.objects.filter(pk=there.round_id).update(programme=keep_programme("kl-62-tw"))
    if wrong == "body":
        Submission.objects.filter(pk=there.pk).update(body=other_commune)

    assert bring(signed_in(consolidator), there, sealed).status_code == 422


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"x", b""])
def test_what_is_no_sealed_file_is_refused(consolidator, there, signed_in, content) -> None:
    assert bring(signed_in(consolidator), there, content).status_code == 422


def test_the_body_downloads_it_after_sending_alone(clerk, submission, fill, acting, signed_in) -> None:
    client = signed_in(clerk)
    assert client.get(f"/submissions/{submission.pk}/sealed.tongket").status_code == 422
    fill(**{"QT-01": "12"})
    send(acting(clerk), submission, 1)
    answer = client.get(f"/submissions/{submission.pk}/sealed.tongket")

    assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None
    assert client.get(f"/submissions/rounds/{submission.round_id}/received").status_code in (403, 404)


def test_files_that_no_program_can_look_into_wait_until_a_person_has(
    clerk, consolidator, submission, fill, acting, signed_in, there, monkeypatch, django_capture_on_commit_callbacks
) -> None:
    attach(signed_in(clerk), submission, django_capture_on_commit_callbacks)
    fill(**{"QT-05": "3"})
    send(acting(clerk), submission, 1)
    submission.refresh_from_db()
    monkeypatch.setattr("tongket.site.submissions.services.sealed_taking.source_of", unreadable)
    client = signed_in(consolidator)
    page = bring(client, there, seal(submission))
    upload = Upload.objects.get(kind="sealed")

    assert 'name="vouched"' in page.content.decode()
    assert (upload.state, upload.sha256) == ("held", "")
    assert client.get(f"/submissions/{there.pk}/files/{upload.pk}").status_code == 404
    address = f"/submissions/rounds/{there.round_id}/sealed/{upload.pk}/take"
    assert client.post(address, {"edition": 1}).status_code == 422
    assert client.post(address, {"edition": 1, "vouched": "1"}).status_code == 302
    upload.refresh_from_db()
    assert upload.state == "kept"
    assert "danh-sach.txt" in Link.objects.get(action="receive-sealed").content.data


def unreadable(*_: object, **__: object) -> None:
    raise ReadError("locked", "unlock it")


def with_signature(content: bytes, told: dict | None) -> bytes:
    """The file with another signature, or with none."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            if name != "signature.json":
                new.writestr(name, old.read(name))
        if told:
            new.writestr("signature.json", json.dumps(told))
    return made.getvalue()


def manifest_of(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return packed.read("manifest.json")


def signed_by_another(content: bytes) -> tuple[bytes, str]:
    key = Ed25519PrivateKey.generate()
    public = sealing._text(key.public_key())
    signature = base64.b64encode(key.sign(manifest_of(content))).decode()
    return with_signature(content, {"key": public, "signature": signature}), public


def test_the_signature_is_shown_as_trusted_unknown_or_absent(consolidator, sealed, there, signed_in, province) -> None:
    client = signed_in(consolidator)
    content, key = signed_by_another(sealed)

    assert 'data-signed="unknown"' in bring(client, there, content).content.decode()
    assert 'data-signed="none"' in bring(client, there, with_signature(sealed, None)).content.decode()
    TrustedKey.objects.create(body=province, name="Tỉnh ủy Mẫu Sơn", key=key, post="")
    page = bring(client, there, content).content.decode()
    assert 'data-signed="trusted"' in page
    assert "Tỉnh ủy Mẫu Sơn" in page


def test_a_signature_of_something_else_is_refused(consolidator, sealed, there, signed_in) -> None:
    content, key = signed_by_another(sealed)
    wrong = with_signature(content, {"key": key, "signature": base64.b64encode(b"x" * 64).decode()})

    assert bring(signed_in(consolidator), there, wrong).status_code == 422
    assert Upload.objects.get(kind="sealed").state == "refused"


def test_a_file_that_passes_over_what_was_taken_before_is_refused(
    request, clerk, approver, submission, sealed, there, fill, acting, signed_in, django_capture_on_commit_callbacks
) -> None:
    def give_back(one: Submission) -> None:
        one.refresh_from_db()
        due = TODAY + dt.timedelta(days=3)
        return_places(acting(approver), one, one.edition, [Returned("", "Bổ sung số liệu.")], due)
        one.refresh_from_db()

    client = signed_in(request.getfixturevalue("consolidator"))
    bring(client, there, sealed)
    with django_capture_on_commit_callbacks(execute=True):
        take(client, there)
    give_back(submission)
    fill(**{"QT-05": "4"})
    send(acting(clerk), submission, submission.edition)
    submission.refresh_from_db()
    second = seal(submission)
    assert len(json.loads(manifest_of(second))["history"]) == 1

    give_back(there)
    Revision.objects.filter(submission=submission, number=1).update(sha256="0" * 64)  # another history
    made_elsewhere = seal(submission)
    bring(client, there, made_elsewhere)
    uploads = Upload.objects.filter(kind="sealed", state="kept").order_by("-pk")
    address = f"/submissions/rounds/{there.round_id}/sealed/{{}}/take"
    assert client.post(address.format(uploads[0].pk), {"edition": there.edition}).status_code == 422

    bring(client, there, second)
    assert client.post(address.format(uploads[0].pk), {"edition": there.edition}).status_code == 302
    assert Revision.objects.filter(submission=there).count() == 2


# A sealed file is made elsewhere, by anybody: what is in it is measured before any of it is kept.


def remade(content: bytes, change) -> bytes:
    """The file with values and manifest as ``change(values, manifest)`` leaves them, sound in every hash and signed."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    values, told = json.loads(parts["values.json"]), json.loads(parts["manifest.json"])
    change(values, told)
    parts["values.json"] = json.dumps(values).encode()
    told["parts"]["values.json"] = {
        "sha256": hashlib.sha256(parts["values.json"]).hexdigest(),
        "size": len(parts["values.json"]),
    }
    answers = [{name: one[name] for name in ANSWER_FIELDS} for one in values]
    explained = [
        [one["indicator"], one["cell"], one["extent"], one["explanation"]] for one in values if one["explanation"]
    ]
    files = [one for one in told["parts"].values() if one.get("kind") == "attachment"]
    attached = [{name: one[name] for name in ("name", "sha256", "size")} for one in files]
    report = next((one["sha256"] for one in told["parts"].values() if one.get("kind") == "report"), "")
    told["sha256"] = revision_hash(answers, explained, json.loads(parts["narrative.json"]), report, attached)
    parts["manifest.json"] = json.dumps(told).encode()
    parts["signature.json"] = json.dumps(
        {"key": sealing.public_key(), "signature": sealing.sign(parts["manifest.json"])}
    ).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return made.getvalue()


def of_first(**fields):
    return lambda values, told: values[0].update(fields)


def of_signed(**fields):
    signed = {"number": "45", "symbol": "BC-UBND", "date": "2026-11-10", "part": "files/01.txt", **fields}
    return lambda values, told: told.update(signed=signed)


def test_what_is_sound_is_taken(consolidator, sealed, there, signed_in) -> None:
    answer = bring(signed_in(consolidator), there, remade(sealed, lambda values, told: None))
    assert answer.status_code == 200, answer.content.decode()


@pytest.mark.parametrize(
    "change",
    [
        of_first(period_end="2030-12-31"),
        of_first(period_start="x" * 40),
        of_first(qualifier="x" * 41),
        of_first(source="x" * 261),
        of_first(source_sha256="x" * 65),
        of_first(confirmed="x" * 201),
        of_first(passage="a\0b"),
        of_first(explanation="a\0b"),
        of_first(span_start=2**40),
        of_first(span_end=-1),
        of_signed(date="ngày mai"),
    ],
)
def test_what_no_form_gives_is_refused_in_words(consolidator, sealed, there, signed_in, change) -> None:
    answer = bring(signed_in(consolidator), there, remade(sealed, change))

    assert answer.status_code == 422
    assert Upload.objects.get(kind="sealed").state == "refused"
    assert not Value.objects.filter(submission=there).exists()


def test_a_broken_part_is_refused_in_words(consolidator, sealed, there, signed_in) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sealed)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    with zipfile.ZipFile(made) as packed:
        info = packed.getinfo("values.json")
        at = info.header_offset + 30 + len(info.filename)
    broken = bytearray(made.getvalue())
    broken[at : at + 4] = b"\xff\xff\xff\xff"

    assert bring(signed_in(consolidator), there, bytes(broken)).status_code == 422
