"""Every message is said in Vietnamese and in English, with the same numbers and names in it."""

from __future__ import annotations

import re
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


def test_the_english_of_one_is_in_step_with_the_code(marked: dict[str, list[tuple[str, int]]]) -> None:
    assert make_messages.english_faults(marked, make_messages.read_english()) == []


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"overdue": 1, "open": 1}, "1 body is overdue, 1 has not sent yet."),
        ({"overdue": "1", "open": 0}, "1 body is overdue, 0 have not sent yet."),
        ({"overdue": 2, "open": 11}, "2 bodies are overdue, 11 have not sent yet."),
    ],
)
def test_english_words_one_otherwise_than_many(facts: dict[str, object], said: str) -> None:
    message = "{overdue} bodies are overdue, {open} have not sent yet."
    assert say(message, "en", **facts) == said


def test_the_verb_follows_the_part_and_the_noun_the_whole() -> None:
    message = "{issued} of {all} bodies have issued one"
    assert say(message, "en", issued=1, all=4) == "1 of 4 bodies has issued one"
    assert say(message, "en", issued=0, all=1) == "0 of 1 body have issued one"


def test_what_a_script_fills_in_keeps_its_placeholders() -> None:
    assert say("{count} files", "en") == "{count} files"


COUNTED = frozenset(re.findall(r"\{(\w+):[^{}|]*\|", "".join(make_messages.read_english().values()))) - {
    "most",
    "scale",
    "files",
}
_ONE_OF_MANY = re.compile(
    r"(?<![\d.,/<])\b1(?:</b>)? (?:(?!(?:of|in|to|with|and|it|is)\b)[a-z-]+ ){0,2}?"
    r"([a-z]*[a-rt-z]s|were|are|have|people|criteria)\b"
)
_NO_NOUN = {
    "is",
    "was",
    "has",
    "its",
    "this",
    "as",
    "gives",
    "lists",
    "unless",
    "lies",
    "waits",
    "wants",
    "stands",
    "does",
    "adds",
}


def test_no_english_message_speaks_of_one_as_of_many(marked: dict[str, list[tuple[str, int]]]) -> None:
    """Said with every count at 1, as a page shows it; what a limit allows at most is never one."""
    wrong = []
    for message in (one for one in marked if names_in(one) & COUNTED):
        said = say(message, "en", **{name: 1 if name in COUNTED else "X" for name in names_in(message)})
        wrong += [said for found in _ONE_OF_MANY.findall(said) if found not in _NO_NOUN]
    assert wrong == []


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
