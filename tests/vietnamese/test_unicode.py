"""Forms of text for comparing: what counts as the same, and what never does."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.vietnamese.unicode import as_read, breakable, fold_marks, folded, key, plain, syllable_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("bạn", "bán", id="tones"),
        pytest.param("dân", "đan", id="letters"),
        pytest.param("tai", "tay", id="i and y after a"),
        pytest.param("cui", "cuy", id="i and y after u"),
        pytest.param("ban", "bán", id="a tone and none"),
        pytest.param("quá", "qua", id="after qu"),
    ],
)
def test_what_differs(one: str, other: str) -> None:
    assert key(one) != key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("hòa bình", "hoà bình", id="old and new place of the tone"),
        pytest.param("Thủy, Thúy, khỏe", "Thuỷ, Thuý, khoẻ", id="in every open group"),
        pytest.param("quý", "qúy", id="a tone misplaced after q"),
        pytest.param("giữ gìn", "gĩư gìn", id="and after g"),
        pytest.param("kỹ thuật, lý do, Mỹ Quý", "kĩ thuật, lí do, Mĩ Quí", id="i and y"),
        pytest.param("Tiếng Việt", unicodedata.normalize("NFD", "Tiếng Việt"), id="decomposed"),
        pytest.param("Việt", "Viê\u0323t", id="hat composed, tone combining"),
        pytest.param("Việt", "Vie\u0302\u0323t", id="marks in another order"),
        pytest.param("xã\u00a0Mẫu  Sơn", "XÃ MẪU SƠN", id="blanks and case"),
        pytest.param("dân\u200b chủ\u00ad\ufeff\u2060", "dân chủ", id="what shows nothing"),
        pytest.param("Chân Mây \u2013 Lăng Cô", "Chân Mây - Lăng Cô", id="dashes"),
        pytest.param("KH\u2011UBND", "KH-UBND", id="a hyphen that does not break"),
        pytest.param("“Dân vận khéo”", '"Dân vận khéo"', id="quotes"),
        pytest.param("Ea H\u02bcleo", "Ea H’leo", id="apostrophes"),
        pytest.param("Ðắk Lắk, QÐ, Ɖà ðất", "Đắk Lắk, QĐ, Đà đất", id="look-alikes of Đ"),
        pytest.param("Cао Вằng", "Cao Bằng", id="Cyrillic in Latin words"),
        pytest.param("ﬁle, eﬀort", "file, effort", id="ligatures of PDFs"),
        pytest.param("ＵＢＮＤ ２０２５", "UBND 2025", id="full-width letters"),
    ],
)
def test_what_is_the_same(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("Москва, Ελλάδα", "Москва, Ελλάδα", id="words of other alphabets"),
        pytest.param("ΣA, Ω, µm, 5 м", "ΣA, Ω, µm, 5 м", id="signs"),
        pytest.param("m² ½ № ① ™", "m² ½ № ① ™", id="nothing of compatibility"),
        pytest.param("hòa, hoà", "hòa, hoà", id="the place of a tone is never rewritten"),
        pytest.param("QÐ-UВND số ６２", "QĐ-UBND số 62", id="look-alikes"),
        pytest.param("UВND,UВND_Вa Москва", "UBND,UBND_Ba Москва", id="each word by itself"),
        pytest.param("AВСЕ", "ABCE", id="several in one word"),
    ],
)
def test_how_letters_are_read(typed: str, read: str) -> None:
    assert as_read(typed) == read


def test_what_does_not_break_is_read_as_what_does_at_the_same_place() -> None:
    text = "Khe\u00a0Vân 12\u2009%, KH\u2011UBND"
    assert breakable(text) == "Khe Vân 12 %, KH-UBND"
    assert len(breakable(text)) == len(text)


def test_accents_go_for_search_alone() -> None:
    assert plain("Đăk Glei") == plain("Đắk  Glei") == "dak glei"
    assert folded("Đăk Glei") != folded("Đắk Glei")


def test_the_tone_moves_to_the_end() -> None:
    assert [syllable_key(one) for one in ("hòa", "hoà", "quý", "quí", "thuý", "ý", "ban")] == [
        "hoa2", "hoa2", "qui5", "qui5", "thuy5", "y5", "ban",
    ]  # fmt: skip


@given(st.text(max_size=60))
def test_letters_as_read_keep_every_offset(text: str) -> None:
    assert len(as_read(text)) == len(text)
    assert as_read(as_read(text)) == as_read(text)


@given(st.text(max_size=60))
def test_keys_are_their_own_keys(text: str) -> None:
    for make in (folded, fold_marks, plain):
        assert make(make(text)) == make(text)
    assert key(unicodedata.normalize("NFD", text)) == key(unicodedata.normalize("NFC", text))
