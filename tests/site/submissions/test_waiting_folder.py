"""What waits and belongs to nobody any more is wiped: half of an upload that was cut off, a folder of a look."""

from __future__ import annotations

import os
import time

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from tongket.site.submissions.models import Upload
from tongket.site.submissions.services.uploading import receive, sweep_waiting, waiting_path

DAY = 24 * 3600


def left(name: str, days: float):
    path = settings.DATA.waiting / name
    path.write_bytes(b"x")
    os.utime(path, (time.time() - days * DAY,) * 2)
    return path


def test_what_nobody_waits_for_is_wiped_after_a_day(clerk, submission, acting) -> None:
    upload = receive(acting(clerk), SimpleUploadedFile("a.txt", b"x"), Upload.Kind.ATTACHMENT, submission)
    os.utime(waiting_path(upload), (time.time() - 9 * DAY,) * 2)
    folder = settings.DATA.waiting / "tmpabc"
    folder.mkdir()
    (folder / "b.docx").write_bytes(b"x")
    os.utime(folder, (time.time() - 2 * DAY,) * 2)
    old = [left("xyz.upload.docx", 2), left(f"{upload.pk + 1}.txt", 2), left("links-7.xlsx", 40), folder]
    young = [left("now.upload.docx", 0.5), left("links-8.xlsx", 20), left("bodies-ab", 2), waiting_path(upload)]

    sweep_waiting()

    assert not any(path.exists() for path in old)
    assert all(path.exists() for path in young)
    for path in young:
        path.unlink()
