"""A full disk is said in words, and what was typed is not lost."""

import errno
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client

from tongket.site.embedded.base import _busy
from tongket.site.interface.views import failed
from tongket.site.submissions import entry
from tongket.site.submissions.models import Upload


def full(*_: object, **__: object) -> None:
    raise OperationalError("database or disk is full")


def test_a_saving_is_answered_with_words_and_to_try_again(clerk, submission, signed_in, monkeypatch) -> None:
    monkeypatch.setattr(entry, "save_values", full)
    cells = json.dumps({"cells": [{"place": "value:QT-01/@area", "text": "12", "version": 0}]})
    client = signed_in(clerk)
    answer = client.post(f"/submissions/{submission.pk}/values", cells, content_type="application/json")

    assert answer.status_code == 507
    assert answer.json()["again"] is True


def test_a_sending_is_answered_with_a_page_and_a_way_back(clerk, submission, signed_in, monkeypatch) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(entry, "send", no_room)
    answer = signed_in(clerk).post(f"/submissions/{submission.pk}/send", {"edition": "1"})

    assert answer.status_code == 507
    assert "data-back" in answer.content.decode()


@pytest.mark.parametrize("checked", [False, True])
def test_a_large_upload_is_answered_with_words_before_any_view(
    clerk, submission, settings, monkeypatch, checked
) -> None:
    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryFileUploadHandler.receive_data_chunk", no_room)
    client = Client(enforce_csrf_checks=checked)
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    file = SimpleUploadedFile("bao-cao.docx", b"x" * (settings.FILE_UPLOAD_MAX_MEMORY_SIZE + 1))
    answer = client.post(f"/submissions/{submission.pk}/report", {"file": file})

    assert answer.status_code == 507
    assert "data-back" in answer.content.decode()
    assert not Upload.objects.exists()
    assert not list(settings.DATA.waiting.glob("*.upload*"))


def test_any_other_fault_of_the_database_is_not_hidden(clerk, submission, signed_in, monkeypatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OperationalError("no such table")

    monkeypatch.setattr(entry, "save_values", broken)
    with pytest.raises(OperationalError):
        signed_in(clerk).post(
            f"/submissions/{submission.pk}/values", json.dumps({"cells": []}), content_type="application/json"
        )


def test_a_wait_that_was_too_long_is_said_and_what_was_typed_stays(clerk, submission, signed_in, monkeypatch) -> None:
    def busy(*_: object, **__: object) -> None:
        raise OperationalError("database is locked") from _busy()

    client = signed_in(clerk)
    client.cookies["tongket_language"] = "en"
    monkeypatch.setattr(entry, "save_values", busy)
    monkeypatch.setattr(entry, "send", busy)
    cells = json.dumps({"cells": [{"place": "value:QT-01/@area", "text": "12", "version": 0}]})
    saving = client.post(f"/submissions/{submission.pk}/values", cells, content_type="application/json")
    sending = client.post(f"/submissions/{submission.pk}/send", {"edition": "1"})

    assert (saving.status_code, saving.json()["again"]) == (503, True)
    assert sending.status_code == 503
    assert "Too many people are writing" in sending.content.decode()
    assert "data-back" in sending.content.decode()


def test_what_stands_in_the_way_outside_a_page_is_said_too(rf) -> None:
    """A session that cannot be kept: it fails after the view."""
    try:
        raise OperationalError("database is locked") from _busy()
    except OperationalError:
        answer = failed(rf.post("/accounts/login/"))

    assert answer.status_code == 503
    assert "503" not in answer.content.decode()
    assert "nothing of this was saved" in answer.content.decode()
