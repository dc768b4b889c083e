"""An error that is kept is said later, in the language of its reader."""

import errno
import json

import pytest
from django.db import OperationalError

from tongket.errors import ReadError
from tongket.messages import N_, Said, use_language
from tongket.site.interface.kept_errors import as_json
from tongket.site.interface.templatetags.words import say_error
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run


@pytest.fixture(autouse=True)
def _vietnamese_after():
    yield
    use_language("vi")


def test_a_fact_that_is_a_message_is_said_in_the_language_of_the_reader() -> None:
    error = ReadError("{reason}", "", where="a.docx", reason=Said((N_("the disk is full"),)))
    kept = json.loads(json.dumps(as_json(error)))

    said = {}
    for language in ("vi", "en"):
        use_language(language)
        said[language] = say_error(kept)

    assert said["en"] == "a.docx: the disk is full"
    assert said["vi"] not in ("", said["en"])
    assert "Said" not in said["vi"]


def test_what_a_file_is_called_is_no_markup() -> None:
    kept = as_json(ReadError("'{text}' is not a number.", "", where="<b>.docx", text="<script>"))

    assert "<script>" not in say_error(kept)
    assert "<b>" not in say_error(kept)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk of the site is full"),
        (OperationalError("database or disk is full"), "The disk of the site is full"),
        (ValueError("full"), "The program failed at this work"),
    ],
    ids=["a file", "the database", "any other fault"],
)
def test_work_that_ends_for_want_of_room_says_so(db, fault: Exception, said: str) -> None:
    def broken(job: Job, progress) -> dict:
        raise fault

    job = Job.objects.create(kind="broken")
    run(job, {"broken": broken})
    job.refresh_from_db()
    use_language("en")

    assert job.state == "failed"
    assert said in say_error(job.error)
