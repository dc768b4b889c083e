"""Reminding those without an implementing document, and the cascade as a workbook."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core import mail

from site_makers import make_user
from tongket.site.documents.models import Document
from tongket.site.documents.services.registering import Fields, iso_date, register, relate, shown_date
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.people.models import Notice, Role
from tongket.site.records.models import Link


@pytest.fixture
def directive(consolidator, acting, province, commune, other_commune) -> Document:
    """A directive that the province and one of two communes implement."""
    actor = acting(consolidator)
    made = register(actor, Fields("Chỉ thị", "12-CT/TU", "2023-09-15", "Tỉnh ủy Mẫu Sơn", "về dân vận", None))
    plan = register(actor, Fields("Kế hoạch", "318/KH-UBND", "2023-11-02", "UBND tỉnh", "", province))
    own = register(actor, Fields("Kế hoạch", "41/KH-UBND", "2023-12-20", "UBND xã", "", commune))
    relate(actor, plan, "implements", made)
    relate(actor, own, "implements", plan)
    return made


def test_one_button_reminds_those_without_a_document(directive, other_commune, consolidator, clerk, signed_in) -> None:
    other_commune.email = "nalau@example.invalid"
    other_commune.save()
    client = signed_in(consolidator)
    page = client.get(f"/documents/{directive.pk}/cascade?level=commune").content.decode()
    assert f'action="/documents/{directive.pk}/remind"' in page
    answer = client.post(f"/documents/{directive.pk}/remind", {"level": "commune", "due": "30/11/2026"})
    assert answer.status_code == 302
    run(Job.objects.get(kind="remind-implementing"), WORK)

    (notice,) = Notice.objects.filter(body=other_commune)
    assert notice.facts["day"] == "30/11/2026"
    assert [one.to for one in mail.outbox] == [["nalau@example.invalid"]]
    assert "12-CT/TU" in mail.outbox[0].subject
    assert not Notice.objects.filter(body=clerk.grants.first().body).exists()
    assert Link.objects.filter(chain=f"document:{directive.pk}", action="reminded").count() == 1
    assert make_user("canbo2", other_commune, Role.CLERK)
    below = signed_in(make_user("canbo3", other_commune, Role.CLERK))
    assert below.get(notice.url).status_code == 200


def test_a_mail_that_went_out_is_not_sent_again(directive, other_commune, consolidator, signed_in) -> None:
    other_commune.email = "nalau@example.invalid"
    other_commune.save()
    signed_in(consolidator).post(f"/documents/{directive.pk}/remind", {})
    job = Job.objects.get(kind="remind-implementing")
    run(job, WORK)
    Job.objects.filter(pk=job.pk).update(state="waiting")
    job.refresh_from_db()
    run(job, WORK)

    assert len(mail.outbox) == 1


def test_who_may_not_remind_is_not_offered_it(directive, commune, approver, clerk, signed_in) -> None:
    for user in (approver, clerk):
        client = signed_in(user)
        assert "/remind" not in client.get(f"/documents/{directive.pk}/cascade").content.decode()
        assert client.post(f"/documents/{directive.pk}/remind").status_code == 403
    assert not Notice.objects.filter(message__contains="waits for your document").exists()


def test_where_all_have_one_there_is_nobody_to_remind(
    directive, other_commune, consolidator, acting, signed_in
) -> None:
    own = register(acting(consolidator), Fields("Kế hoạch", "9/KH-UBND", "2024-01-05", "UBND xã", "", other_commune))
    relate(acting(consolidator), own, "implements", directive)
    client = signed_in(consolidator)

    assert "/remind" not in client.get(f"/documents/{directive.pk}/cascade").content.decode()
    assert client.post(f"/documents/{directive.pk}/remind").status_code == 422


def test_the_workbook_lists_every_body(directive, consolidator, signed_in) -> None:
    answer = signed_in(consolidator).get(f"/documents/{directive.pk}/cascade.xlsx?due=30/11/2023")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = {str(row[0]).strip(): row[2:5] for row in sheet.iter_rows(min_row=5, values_only=True) if row[0]}

    assert 'filename="trien-khai-chi-thi-so-' in answer["Content-Disposition"]
    assert answer["Content-Disposition"].endswith('.xlsx"')
    assert rows["UBND tỉnh Mẫu Sơn"][0] == "Kế hoạch số 318/KH-UBND"
    assert (rows["UBND xã Lũng Ẳng"][1].isoformat()[:10], rows["UBND xã Lũng Ẳng"][2]) == ("2023-12-20", 96)
    assert rows["UBND xã Nà Lầu"] == (None, None, None)
    assert "30/11/2023" in sheet["A2"].value


def test_dates_are_typed_as_people_write_them() -> None:
    typed = {"15/9/2023": "2023-09-15", "9/2023": "2023-09", "2023": "2023", "2023-09-15": "2023-09-15", "": ""}

    assert {text: iso_date(text) for text in typed} == typed
    assert [iso_date(text) for text in ("31/2/2023", "2023-02-31", "13/2023", "hôm qua", "²")] == [None] * 5
    assert [shown_date(one) for one in ("2023-09-15", "2023-09", "2023", "")] == ["15/9/2023", "9/2023", "2023", ""]


def test_a_day_far_away_breaks_no_line_of_time(directive, consolidator, signed_in) -> None:
    Document.objects.filter(pk=directive.pk).update(date="9999-12-31")
    client = signed_in(consolidator)

    assert client.get(f"/documents/{directive.pk}/cascade?due=31/12/9999").status_code == 200
    assert client.get(f"/documents/{directive.pk}/cascade?due=1/1/0001&page=x").status_code == 200


@pytest.mark.parametrize("edition", ["²", "٣", "-1", "9" * 40, "x"])
def test_an_odd_number_in_a_form_changes_nothing(directive, consolidator, signed_in, edition) -> None:
    client = signed_in(consolidator)

    assert client.post(f"/documents/{directive.pk}/confirm", {"edition": edition}).status_code == 422
    assert client.post(f"/documents/{directive.pk}/drop", {"relation": edition}).status_code == 404
