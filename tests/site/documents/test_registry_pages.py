"""The registry of documents, what reports cite, and the cascade of a directive."""

from __future__ import annotations

import datetime as dt

import pytest

from site_makers import make_body, make_user
from tongket.site.documents.cascade import cascade_of
from tongket.site.documents.models import Document, Mention, Relation
from tongket.site.documents.services.citing import take_citations
from tongket.site.documents.services.registering import DocumentError, Fields, confirm, register, reject, relate
from tongket.site.people.models import Role
from tongket.site.people.rights import actor_of
from tongket.site.records.models import Link
from tongket.site.submissions.models import Upload


def cited(symbol: str, start: int, **more: object) -> dict[str, object]:
    return {"symbol": symbol, "start": start, "end": start + 10, "text": f"số {symbol}", "type": "Chỉ thị", **more}


@pytest.fixture
def upload(submission, commune) -> Upload:
    report = {
        "citations": [
            cited("12-CT/TU", 0, date="2023-09-15", issuer="Tỉnh ủy Mẫu Sơn", title="về công tác dân vận"),
            cited("12-CT/TU", 40),
            cited("41/KH-UBND", 80, type="Kế hoạch", date="2023-11-20", issuer="UBND xã Lũng Ẳng"),
            {**cited("", 120), "symbol": None},
        ],
        "relations": [{"kind": "implements", "subject": 2, "object": 0}, {"kind": "cites", "subject": 0, "object": 2}],
    }
    return Upload.objects.create(
        kind="report", name="bao-cao.docx", size=1, state="kept", submission=submission, body=commune, report=report
    )


def test_what_a_report_cites_is_proposed_once(upload, province, commune) -> None:
    assert take_citations(upload) == {"mentions": 3, "proposed": 2, "relations": 1}
    assert take_citations(upload)["proposed"] == 0
    assert Mention.objects.count() == 3
    directive, plan = Document.objects.get(symbol="12-CT/TU"), Document.objects.get(symbol="41/KH-UBND")
    assert (directive.body, directive.confirmed, directive.date) == (province, False, "2023-09-15")
    assert plan.issuer_body == commune
    assert Relation.objects.get().kind == "implements"


def test_undated_twins_are_left_open(upload, province) -> None:
    for date in ("2018-05-02", "2023-09-15"):
        Document.objects.create(symbol="12-CT/TU", date=date, body=province, confirmed=True)
    take_citations(upload)
    assert Document.objects.filter(symbol="12-CT/TU").count() == 2
    assert [one.document.date for one in Mention.objects.filter(document__symbol="12-CT/TU")] == ["2023-09-15"]


def test_what_a_person_confirmed_stays(upload, consolidator, acting) -> None:
    actor = acting(consolidator)
    take_citations(upload)
    one = Document.objects.get(symbol="12-CT/TU")
    confirm(actor, one, 1)
    with pytest.raises(DocumentError):
        confirm(actor, one, 1)
    take_citations(upload)
    assert Mention.objects.filter(confirmed=True).count() == 2
    assert Mention.objects.count() == 3
    with pytest.raises(DocumentError):
        reject(actor, Document.objects.get(pk=one.pk), 2)
    assert Link.objects.filter(chain=f"document:{one.pk}", action="document-confirmed").exists()


def test_the_cascade_says_who_when_and_who_has_none(consolidator, acting, province, commune, other_commune) -> None:
    actor = acting(consolidator)
    directive = register(actor, Fields("Chỉ thị", "12-CT/TU", "2023-09-15", "Tỉnh ủy", "", None))
    plan = register(actor, Fields("Kế hoạch", "318/KH-UBND", "2023-11-02", "UBND tỉnh", "", province))
    own = register(actor, Fields("Kế hoạch", "41/KH-UBND", "2023-12-20", "UBND xã", "", commune))
    relate(actor, plan, "implements", directive)
    relate(actor, own, "implements", plan)
    found = cascade_of(actor, directive, due=dt.date(2023, 11, 30))
    rows = {row.body: row for row in found.rows}
    assert (rows[province].days, rows[province].is_late) == (48, False)
    assert (rows[commune].document, rows[commune].days, rows[commune].is_late) == (own, 96, True)
    assert rows[other_commune].document is None
    assert (found.issued, found.missing) == (2, 1)


def test_a_wrong_field_is_said_at_its_place(consolidator, signed_in) -> None:
    client = signed_in(consolidator)
    answer = client.post("/documents/add", {"symbol": "12-CT/TU", "date": "31/2/2023"})
    assert answer.status_code == 422
    assert 'id="e-date"' in answer.content.decode()
    assert client.post("/documents/add", {"symbol": "12-CT/TU", "date": "2023-09-15"}).status_code == 302
    assert client.post("/documents/add", {"symbol": "12-CT/TU", "date": "2023-09-15"}).status_code == 422
    assert Document.objects.count() == 1


def test_the_pages_of_a_document(upload, consolidator, clerk, signed_in, django_assert_max_num_queries) -> None:
    take_citations(upload)
    client, one = signed_in(consolidator), Document.objects.get(symbol="12-CT/TU")
    with django_assert_max_num_queries(14):
        assert client.get("/documents/?q=12-ct&only=proposed").content.decode().count("data-document=") == 1
    with django_assert_max_num_queries(16):
        page = client.get(f"/documents/{one.pk}/").content.decode()
    assert "data-relation=" in page
    plan = Document.objects.get(symbol="41/KH-UBND")
    tie = {"kind": "implements", "way": "by", "to": "41/KH-UBND 2023-11-20"}
    assert client.post(f"/documents/{one.pk}/relate", tie).status_code == 302
    assert Relation.objects.get(document=plan, to=one).confirmed
    assert client.post(f"/documents/{one.pk}/relate", {"kind": "cites", "to": "99-CT/TU"}).status_code == 422
    with django_assert_max_num_queries(16):
        page = client.get(f"/documents/{one.pk}/cascade?view=list&due=2023-11-30&level=commune").content.decode()
    assert page.count("data-body=") == 1
    assert client.post(f"/documents/{one.pk}/confirm", {"edition": "1"}).status_code == 302
    relation = Relation.objects.get(document=plan)
    assert client.post(f"/documents/{one.pk}/drop", {"relation": relation.pk}).status_code == 302
    assert client.post(f"/documents/{plan.pk}/reject", {"edition": "1"}).status_code == 302

    below = signed_in(clerk)
    assert below.get(f"/documents/{one.pk}/").status_code == 200  # of the body above
    assert below.post(f"/documents/{one.pk}/confirm", {"edition": "2"}).status_code == 404


def test_a_stranger_sees_nothing_of_it(upload, signed_in) -> None:
    take_citations(upload)
    elsewhere = make_body("ubnd-tinh-khac", "UBND tỉnh khác", level="province", unit="xx")
    stranger = make_user("nguoi-la", elsewhere, Role.CONSOLIDATOR, subtree=True)
    assert actor_of(stranger) is not None
    client, one = signed_in(stranger), Document.objects.first()
    assert "data-document=" not in client.get("/documents/").content.decode()
    for path in ("", "cascade", "edit"):
        assert client.get(f"/documents/{one.pk}/{path}").status_code == 404
