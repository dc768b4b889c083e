"""Every message is said in Vietnamese and in English, with the same numbers and names in it."""

from __future__ import annotations

import string
import sys
from pathlib import Path

import pytest

from tongket.checking.catalogue import kinds
from tongket.errors import ReadError, why_not_written
from tongket.messages import N_, language, say, use_language

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import make_messages  # noqa: E402 - the tool lies outside the package


@pytest.fixture(scope="module")
def marked() -> dict[str, list[tuple[str, int]]]:
    """Every message of the code."""
    return make_messages.marked_messages()


def test_the_catalogue_is_complete_and_in_step_with_the_code(marked: dict[str, list[tuple[str, int]]]) -> None:
    assert make_messages.faults(marked, make_messages.read_translations()) == []


def names_in(text: str) -> set[str]:
    """The placeholders of a message."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_messages_have_both_languages_and_the_same_placeholders(marked: dict[str, list[tuple[str, int]]]) -> None:
    assert len(marked) > 3000
    assert [message for message in marked if not say(message, "vi")] == []
    assert [message for message in marked if names_in(message) != names_in(say(message, "vi"))] == []


def test_vietnamese_is_the_language_unless_another_is_chosen() -> None:
    assert language() == "vi"
    use_language("en")
    assert say(N_("Numbering")) == "Numbering"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no such language"):
        use_language("fr")


def test_an_error_says_where_what_and_how_to_mend_in_both_languages() -> None:
    error = ReadError(N_("The number is blank."), N_("Finish it."), where="bao-cao.docx")
    assert error.message("en") == "bao-cao.docx: The number is blank. Finish it."
    assert error.message("vi") == "bao-cao.docx: Số văn bản còn để trống. Viết cho trọn câu."


@pytest.mark.parametrize("name", sorted(kinds()))
def test_a_kind_of_finding_has_its_page(name: str) -> None:
    assert (ROOT / "docs" / "findings" / f"{name}.md").exists()


@pytest.mark.parametrize(
    ("error", "english", "vietnamese"),
    [
        (PermissionError(13, "Permission denied"), "no right to write there", "chưa có quyền ghi"),
        (OSError(28, "No space left on device"), "the disk is full", "ổ đĩa đã đầy"),
        (FileNotFoundError(2, "No such file or directory"), "no such folder", "không có thư mục đó"),
        (IsADirectoryError(21, "Is a directory"), "a folder has this name", "đã có thư mục"),
        (OSError(5, "Input/output error"), "the system refused it", "hệ điều hành không cho ghi"),
        (OSError("IO Error: broken"), "the system refused it", "hệ điều hành không cho ghi"),
        (RuntimeError(PermissionError(13, "Permission denied")), "no right to write there", "chưa có quyền ghi"),
    ],
    ids=[
        "right",
        "full",
        "no folder",
        "a folder",
        "another",
        "without a number",
        "wrapped, as by the writer of workbooks",
    ],
)
def test_why_something_is_not_written_is_said_in_our_own_words(error: Exception, english: str, vietnamese: str) -> None:
    said = ReadError(N_("the page cannot be written ({reason})."), "", reason=why_not_written(error))
    assert english in said.message("en")
    assert vietnamese in said.message("vi")
