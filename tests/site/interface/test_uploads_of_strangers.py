"""Who is not signed in writes nothing to the disk of the site, however much they send."""

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.test import Client

LARGE = b"x" * (settings.FILE_UPLOAD_MAX_MEMORY_SIZE + 1)


def test_their_files_are_dropped_as_they_come(submission, clerk, signed_in, monkeypatch) -> None:
    written = []
    real = TemporaryFileUploadHandler.receive_data_chunk

    def note(self, data, start):
        written.append(len(data))
        return real(self, data, start)

    monkeypatch.setattr(TemporaryFileUploadHandler, "receive_data_chunk", note)
    for path in (f"/submissions/{submission.pk}/attach", "/accounts/login/", "/nowhere"):
        Client().post(path, {"file": SimpleUploadedFile("a.docx", LARGE)})
    assert not written

    signed_in(clerk).post(f"/submissions/{submission.pk}/attach", {"file": SimpleUploadedFile("a.docx", LARGE)})
    assert sum(written) == len(LARGE)


def test_they_still_sign_in_with_such_a_form(clerk) -> None:
    from site_makers import PASSWORD

    door = Client()
    door.post(
        "/accounts/login/", {"login": clerk.username, "password": PASSWORD, "file": SimpleUploadedFile("a", b"a")}
    )

    assert "_auth_user_id" in door.session
