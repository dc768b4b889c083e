"""Words that may be written in two ways: what is told of a document that writes both."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.wording.variants import find_variants

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Các nghệ sĩ, chiến sĩ và bác sĩ dự.", id="one habit"),
        pytest.param("Hằng năm, hằng quý họp; hàng hóa tăng, hàng rào được sửa.", id="'hàng' of other words"),
        pytest.param("Họp tổ dân phố, kí ca kí cóp; ký tên.", id="no word of two syllables"),
        pytest.param("Có kỹ năng, kĩ thuật.", id="two words"),
    ],
)
def test_words_in_one_way(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "mixed-orthography") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Các nghệ sĩ và Nghệ sĩ dự; mời nghệ sỹ khác.", "nghệ sỹ", id="the second syllable"),
        pytest.param("Theo quy định, quy định và qui định.", "qui định", id="the first syllable"),
        pytest.param("Kiểm tra hàng năm, hàng năm và hằng năm.", "hàng năm", id="'hằng' as the Constitution has it"),
    ],
)
def test_a_word_in_two_ways(body: str, found: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "mixed-orthography") == [("i-or-y", found)]


def test_both_habits_of_tone_are_shown_on_one_syllable() -> None:
    body = "Ủy ban xã; nhà văn hóa, đời sống văn hóa; thủy lợi. Đảng uỷ xã họp về văn hoá."
    (finding,) = find_variants(read_text(HEAD + TITLE + body + TAIL).text)
    assert (finding.facts["here"], finding.facts["usual"].lower()) == ("uỷ", "ủy")
