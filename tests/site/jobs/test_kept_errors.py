"""An error that is kept is said later, in the language of its reader."""

import json

import pytest

from tongket.errors import ReadError
from tongket.messages import N_, Said, use_language
from tongket.site.interface.templatetags.words import say_error
from tongket.site.jobs.running import as_json


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
