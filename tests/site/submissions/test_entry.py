"""The pages of the one who fills in."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from site_makers import make_user
from tongket.site.people.models import Role
from tongket.site.submissions.models import StoredFinding, Upload, Value
from tongket.site.submissions.services.checking import check_values

CELL = "value:QT-01/@area"


def save(client: Client, submission, *cells: dict) -> dict:
    answer = client.post(
        f"/submissions/{submission.pk}/values", json.dumps({"cells": cells}), content_type="application/json"
    )
    return answer.json()


def test_the_form_shows_every_asked_cell(clerk, submission, signed_in) -> None:
    text = signed_in(clerk).get(f"/submissions/{submission.pk}/").content.decode()

    assert f'data-place="{CELL}"' in text
    assert "Tổng số hội nghị quán triệt" in text


def test_a_cell_is_saved_and_stands_there_when_the_page_is_loaded_again(clerk, submission, signed_in) -> None:
    client = signed_in(clerk)
    told = save(client, submission, {"place": CELL, "text": "1.234", "version": 0})

    assert told["cells"][0]["state"] == "saved"
    assert 'value="1.234"' in client.get(f"/submissions/{submission.pk}/").content.decode()


def test_numbers_are_typed_in_both_forms_and_stand_as_in_the_signed_report(clerk, submission, signed_in) -> None:
    """On English pages too, which say so: what is signed, printed and sent as Excel is one form."""
    client = signed_in(clerk)
    client.cookies["tongket_language"] = "en"
    page = client.get(f"/submissions/{submission.pk}/").content.decode()
    told = save(client, submission, {"place": CELL, "text": "1,250", "version": 0})
    again = save(client, submission, {"place": CELL, "text": "1.250", "version": 1})

    assert 'id="numberform"' in page
    assert [one["cells"][0]["state"] for one in (told, again)] == ["saved", "saved"]
    assert told["cells"][0]["shown"] == again["cells"][0]["shown"]
    client.cookies["tongket_language"] = "vi"
    assert 'id="numberform"' not in client.get(f"/submissions/{submission.pk}/").content.decode()


def test_a_cell_that_cannot_be_taken_comes_back_with_its_mend(clerk, submission, signed_in) -> None:
    told = save(signed_in(clerk), submission, {"place": CELL, "text": "12o", "version": 0})

    assert told["cells"][0]["state"] == "invalid"
    assert "12o" in told["cells"][0]["note"]


@pytest.mark.parametrize("body", ["", "[]", '{"cells": [{"place": "x"}]}', '{"cells": [{"place": "section:1"}]}'])
def test_what_no_page_sends_is_refused(clerk, submission, signed_in, body) -> None:
    answer = signed_in(clerk).post(f"/submissions/{submission.pk}/values", body, content_type="application/json")

    assert answer.status_code == 400
    assert not Value.objects.exists()


def test_a_stranger_finds_nothing_and_a_reader_may_not_write(other_commune, approver, submission, signed_in) -> None:
    stranger = signed_in(make_user("khac", other_commune, Role.CLERK))

    assert stranger.get(f"/submissions/{submission.pk}/").status_code == 404
    assert signed_in(approver).get(f"/submissions/{submission.pk}/").status_code == 200
    assert signed_in(approver).post(f"/submissions/{submission.pk}/send", {"edition": 1}).status_code == 403


def test_the_whole_form_takes_a_fixed_number_of_statements(
    clerk, submission, fill, signed_in, django_assert_max_num_queries
) -> None:
    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "21"})
    client = signed_in(clerk)
    with django_assert_max_num_queries(18):
        client.get(f"/submissions/{submission.pk}/")


def test_findings_stand_beside_the_form_and_are_explained_there(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "25"})
    client = signed_in(clerk)
    text = client.post(f"/submissions/{submission.pk}/check").content.decode()
    mark = StoredFinding.objects.get().mark

    assert 'data-goto="value:QT-03/@area"' in text
    assert client.post(f"/submissions/{submission.pk}/explain", {"mark": mark, "text": "x"}).status_code == 422
    client.post(f"/submissions/{submission.pk}/explain", {"mark": mark, "text": "Gồm 4 hội nghị của cấp trên."})
    assert StoredFinding.objects.get().explanation == "Gồm 4 hội nghị của cấp trên."


def test_sending_with_errors_says_so_on_the_page_and_keeps_all(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "25"})
    answer = signed_in(clerk).post(f"/submissions/{submission.pk}/send", {"edition": 1})

    assert answer.status_code == 422
    assert 'id="refused"' in answer.content.decode()
    assert Value.objects.count() == 3


def test_what_was_sent_says_to_whom_and_when(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "12"})
    answer = signed_in(clerk).post(f"/submissions/{submission.pk}/send", {"edition": 1}, follow=True)

    assert answer.redirect_chain[-1][0] == f"/submissions/{submission.pk}/sent"
    assert "UBND tỉnh Mẫu Sơn" in answer.content.decode()


def test_an_upload_waits_to_be_read(clerk, submission, signed_in) -> None:
    file = SimpleUploadedFile("bao-cao.txt", "BÁO CÁO".encode())
    answer = signed_in(clerk).post(f"/submissions/{submission.pk}/report", {"file": file})

    assert answer.status_code == 302
    assert Upload.objects.get().state == "waiting"


def test_a_file_that_is_not_taken_says_why_on_the_page(clerk, submission, signed_in) -> None:
    answer = signed_in(clerk).post(f"/submissions/{submission.pk}/report", {"file": SimpleUploadedFile("a.exe", b"x")})

    assert answer.status_code == 422
    assert "a.exe" in answer.content.decode()


def test_the_details_of_a_cell_show_its_sentence_and_the_exchange(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "12"})
    Value.objects.update(passage="Tổ chức riêng 12 hội nghị.", source="bao-cao.docx")
    client = signed_in(clerk)
    client.post(f"/submissions/{submission.pk}/talk", {"place": CELL, "text": "Đã đối chiếu."})
    text = client.get(f"/submissions/{submission.pk}/cell", {"place": CELL}).content.decode()

    assert "Tổ chức riêng 12 hội nghị." in text
    assert "Đã đối chiếu." in text
    assert client.get(f"/submissions/{submission.pk}/cell", {"place": "value:XX/@area"}).status_code == 404


def test_the_paper_form_prints_filled_and_blank(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "4321"})
    client = signed_in(clerk)

    assert "4.321" in client.get(f"/submissions/{submission.pk}/paper").content.decode()
    assert "4.321" not in client.get(f"/submissions/{submission.pk}/paper", {"blank": "1"}).content.decode()


def test_an_unsigned_report_is_no_error_before_it_is_signed(clerk, submission, acting) -> None:
    from test_reading import BODY, HEAD, upload_of

    from tongket.site.submissions.services.reading import take_report

    take_report(acting(clerk), upload_of(acting(clerk), submission, HEAD + BODY))
    check_values(submission)

    kinds = {one.kind: one.severity for one in StoredFinding.objects.all()}
    assert kinds["missing-part/signature"] == "info"


def test_what_was_typed_wrong_says_so_in_its_row_when_the_page_is_loaded_again(
    clerk, submission, fill, signed_in
) -> None:
    fill(**{"QT-01": "mười hai gì đó"})
    text = signed_in(clerk).get(f"/submissions/{submission.pk}/").content.decode()
    note = text.split('data-note="value:QT-01/@area"')[1].split("</span>")[0]

    assert "mười hai gì đó" in note
