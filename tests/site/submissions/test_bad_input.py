"""What no page of ours sends is refused in words, and harms nothing."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.filling import Typed, save_values
from tongket.site.submissions.services.narrative import write

PLACE = ValuePlace("QT-01", "", "area")
FORM, JSON = "application/x-www-form-urlencoded", "application/json"


def test_a_character_that_postgresql_keeps_nowhere_is_left_out(clerk, submission, acting) -> None:
    (saved,) = save_values(acting(clerk), submission, [Typed(PLACE, "12\0o")])

    assert saved.state == "invalid"
    assert Value.objects.get().typed == "12o"


def test_a_place_that_the_form_does_not_have_is_not_looked_for(clerk, submission, acting) -> None:
    (saved,) = save_values(acting(clerk), submission, [Typed(ValuePlace("QT\0" * 1000), "12")])

    assert saved.state == "locked"


@pytest.mark.parametrize("text", ["9" * 30, "-9223372036854775809", "1e400", "10000000000000001"])
def test_a_number_beyond_all_measure_is_a_mistake(clerk, submission, acting, text) -> None:
    (saved,) = save_values(acting(clerk), submission, [Typed(PLACE, text)])

    assert (saved.state, Value.objects.get().amount) == ("invalid", None)


def test_words_that_are_too_long_are_said_to_be(clerk, submission, acting) -> None:
    (saved,) = save_values(acting(clerk), submission, [Typed(PLACE, "1" * 2001)])

    assert saved.state == "invalid"
    assert "2001" in saved.mistake.message("en")
    assert len(Value.objects.get().typed) == 400


def save(client, submission, body: str):
    return client.post(f"/submissions/{submission.pk}/values", body, content_type="application/json")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{}",
        '{"cells": 1}',
        '{"cells": [{"place": "value:QT-01/@area", "text": "1", "version": Infinity}]}',
        '{"cells": [{"place": "passage:9", "text": "1", "version": 0}]}',
        '{"cells": ' + "[" * 100_000 + "]" * 100_000 + "}",
        json.dumps({"cells": [{"place": "value:" + "x" * 400, "text": "1", "version": 0}]}),
    ],
)
def test_what_is_no_saving_is_refused_in_words(clerk, submission, signed_in, body) -> None:
    answer = save(signed_in(clerk), submission, body)

    assert answer.status_code == 400
    assert answer.json()["error"]


def test_too_much_at_once_is_said_to_be(clerk, submission, signed_in) -> None:
    cell = {"place": "value:QT-01/@area", "text": "1" * 2**20, "version": 0}
    client = signed_in(clerk)
    client.cookies["tongket_language"] = "en"

    answer = save(client, submission, json.dumps({"cells": [cell]}))

    assert answer.status_code == 400
    assert "Too much" in answer.json()["error"]


def test_numbers_in_addresses_and_forms_that_are_none_are_not_found(approver, clerk, sent, signed_in) -> None:
    client, own = signed_in(approver), signed_in(clerk)
    pages = f"/submissions/{sent.pk}"

    assert client.get(f"{pages}/event?number=x").status_code == 404
    assert client.get(f"{pages}/event?number={'9' * 5000}").status_code == 404
    assert client.get(f"{pages}/event?number=1").status_code == 200
    assert client.get(f"{pages}/review?against=²").status_code == 200
    assert client.post(f"{pages}/reopen", {"reopening": "x", "edition": "2"}).status_code == 404
    assert own.post(f"{pages}/talk", {"place": "value:" + "x" * 400, "text": "Xin rà soát."}).status_code == 404


@pytest.mark.parametrize("number", ["x", "²", "٣", "9" * 5000, "-1"])
def test_what_is_no_number_is_a_stale_page_or_nothing_that_is_there(
    approver, consolidator, clerk, sent, signed_in, number
) -> None:
    pages, of_round = f"/submissions/{sent.pk}", f"/submissions/rounds/{sent.round_id}"
    own, asker = signed_in(clerk), signed_in(consolidator)

    assert own.post(f"{pages}/send", {"edition": number}).status_code == 422
    assert signed_in(approver).post(f"{pages}/approve", {"edition": number}).status_code == 422
    assert own.post(f"{pages}/detach", {"upload": number}).status_code == 422
    assert asker.post(f"{of_round}/replies/take", {"look": number, "upload": number}).status_code == 404


@pytest.mark.parametrize("query", ["/search?q=%00", "/submissions/1/cell?place=value:%00/@area"])
def test_the_character_0_is_turned_away(clerk, submission, signed_in, query) -> None:
    assert signed_in(clerk).get(query).status_code == 404
    assert signed_in(clerk).post(query, {"text": "a\0b"}).status_code == 404


def test_a_report_uploaded_after_sending_is_refused_in_words(clerk, sent, signed_in) -> None:
    file = SimpleUploadedFile("bao-cao.txt", "BÁO CÁO".encode())

    answer = signed_in(clerk).post(f"/submissions/{sent.pk}/report", {"file": file})

    assert answer.status_code == 422
    assert b'id="refused"' in answer.content
    assert not sent.uploads.exists()


@pytest.mark.parametrize("place", ["x", "passage:a-b", "value:QT-99/@area"])
def test_a_place_that_is_none_is_not_returned_or_reopened(approver, clerk, sent, signed_in, place) -> None:
    told = {"edition": sent.edition, "place": place, f"reason:{place}": "Xem lại giúp.", "due": "30/11/2026"}
    told |= {"reason": "Tính thiếu một hội nghị."}

    assert signed_in(approver).post(f"/submissions/{sent.pk}/return", told).status_code == 404
    assert signed_in(clerk).post(f"/submissions/{sent.pk}/ask-reopen", told).status_code == 404


def test_words_that_no_page_sends_are_refused(clerk, submission, signed_in) -> None:
    address = f"/submissions/{submission.pk}/narrative/write"
    deep = "[" * 100_000
    assert signed_in(clerk).post(address, deep, content_type="application/json").status_code == 400


def test_the_character_0_is_left_out_of_words(clerk, submission, acting) -> None:
    assert "\0" not in write(acting(clerk), submission, "A.1", "<p>a\0b</p>", 0).html


@pytest.mark.parametrize("page", [True, False], ids=["page", "program"])
def test_what_is_far_too_large_is_said_in_words(clerk, submission, signed_in, page) -> None:
    """Django itself would answer with a bare English page."""
    client = signed_in(clerk)
    if page:
        answer = client.post(f"/submissions/{submission.pk}/send", "note=" + "x" * 6_000_000, content_type=FORM)
    else:
        answer = client.put(f"/api/v1/submissions/{submission.pk}/values", "x" * 6_000_000, content_type=JSON)

    assert answer.status_code == 413
    said = answer.json()["error"] if not page else answer.content.decode()
    assert "Nội dung gửi trong một lần quá lớn" in said
    assert page or answer.json()["code"] == "too-large"
