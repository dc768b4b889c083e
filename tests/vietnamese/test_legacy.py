"""Text of before Unicode: not one wrong letter, and nothing touched that is Unicode."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legacy_typing import LETTERS, SIGNED, typed_tcvn3, typed_vni
from tongket.vietnamese.legacy import Encoding, decode, decode_run, decode_runs, encoding_of_font, is_capital_font
from tongket.vietnamese.legacy_guess import guess
from tongket.vietnamese.legacy_tables import SINGLE_BYTE
from tongket.vietnamese.legacy_words import is_syllable

TEXT = """Ủy ban nhân dân xã Lũng Ẳng báo cáo kết quả thực hiện quy chế dân chủ ở cơ sở năm 2025.
Đã tổ chức 12 cuộc đối thoại, tiếp 34 lượt người; giải quyết xong 05 vụ, đạt 80% (giảm 02 vụ so với cùng kỳ).
Nguyên nhân: một số thôn chưa quyết liệt, phương tiện thiếu, đường sá khó đi vào mùa mưa lũ."""
FOREIGN = {
    "English": "The committee reports on its work: naïve façades, a café, and the coöperation of Señor Núñez.",
    "French": "Le comité a décidé d'améliorer l'accès à l'école où les élèves étudient ; ça a été apprécié là-bas.",
    "Spanish": "El comité decidió según la situación económica del año: más niños, también José está allí, sí.",
    "German": "Der Ausschuß prüfte für München die größten Mängel: über fünfzig Bürger hörten Gespräche spät.",
    "Portuguese": "A comissão não é só política: é também à população que dá atenção, após três anos de avaliação.",
    "Ede": "Buôn Ƀuôn Ja Wầm, Čư Mgar, Êa H'leo, Krông Păc: ƀuôn sang hdĭp mơ̆ng êlâo, jih anak čô.",
    "Bana and Jarai": "Plei Ƀrêl, Čư̆ Prông, Ia Grai: bôn plei kon pơlei hŏm hloi tơdrong kơdih, Đak Đoa.",
    "Vietnamese in Unicode": TEXT,
    "Vietnamese decomposed": unicodedata.normalize("NFD", TEXT),
    "figures": "12\t13\t14 - 15/16 (17%) 80 m² × 3 = 240 m²; 1° « a » © 2025 ®",
}
FONTS = {
    "tcvn3": [".VnTime", ".VnTimeH", ".vnarial", ".VnArial NarrowH", "VnTime-Bold", "ABCDEF+.VnAvantH,Bold", ".Vn3DH"],
    "vni": ["VNI-Times", "Vni-Helve", "VNI-Aptima Bold", "BCDEEE+VNI-Times,Italic"],
    "vps": ["VPS Times", "VPS Long An Hoa"],
    "viscii": ["VI Times", "VI Arial Hoa", "HoangYen 1.1"],
    None: [
        "",
        "Times New Roman",
        "Arial",
        "VNF-Comic Sans",
        "UVN Thoi Nhung",
        "UTM Times",
        "Vni-DOS Sample Font",
        "Vnf",
    ],
}


@pytest.mark.parametrize(("encoding", "font"), [(encoding, font) for encoding in FONTS for font in FONTS[encoding]])
def test_what_a_font_shows(encoding: Encoding | None, font: str) -> None:
    assert encoding_of_font(font) == encoding


@pytest.mark.parametrize("font", [".VnTime", ".VnArial", "VNI-Times", "Times New RomanH", "VPS Times"])
def test_fonts_of_small_letters(font: str) -> None:
    assert not is_capital_font(font)


@pytest.mark.parametrize("font", [".VnTimeH", ".vntimeh", ".VnArial NarrowH", "ABCDEF+.VnTimeH,Bold", "VI Arial Hoa"])
def test_fonts_of_capitals(font: str) -> None:
    assert is_capital_font(font)


@pytest.mark.parametrize(
    ("typed", "font", "read"),
    [
        pytest.param("Ủy ban", ".VnTime", "Ủy ban", id="Unicode that was pasted into an old font"),
        pytest.param("là và", ".VnTime", "là và", id="a word that is one in Unicode alone"),
        pytest.param("UBND 12/2025", ".VnTime", "UBND 12/2025", id="plain letters"),
        pytest.param("Uû ban nh©n d©n", "Times New Roman", "Uû ban nh©n d©n", id="a font of Unicode"),
        pytest.param("Uû ban nh©n d©n x·", ".VnTime", "Uỷ ban nhân dân xã", id="TCVN3"),
        pytest.param("n\xadíc \xadu tiªn", ".VnTime", "nước ưu tiên", id="the soft hyphen is a letter"),
        pytest.param("n\u2212íc, x\u2219, nh\u03bc", ".VnTime", "nước, xã, nhà", id="signs that a PDF gives for bytes"),
        pytest.param("5 \u2212 3 = 2", ".VnTime", "5 \u2212 3 = 2", id="a minus stays one"),
        pytest.param("“nh©n” – “lµ”", ".VnTime", "“nhân” – “là”", id="quotes and dashes are no letters"),
        pytest.param("céng hoµ x· héi", ".VnTimeH", "CỘNG HOÀ XÃ HỘI", id="a font of capitals"),
        pytest.param("Sè: 12/BC-UBND", ".VnTimeH", "SỐ: 12/BC-UBND", id="all of it in capitals"),
        pytest.param(
            "Uû BAN NH¢N D¢N TØNH Hµ GIANG", ".VnTime", "UỶ BAN NHÂN DÂN TỈNH HÀ GIANG", id="typed with Caps Lock"
        ),
        pytest.param("Sè: 12/BC-UBND Hµ Néi", ".VnTime", "Số: 12/BC-UBND Hà Nội", id="abbreviations make no capitals"),
        pytest.param("UBND x· ë H§ND", ".VnTime", "UBND xã ở HĐND", id="nor do they around a word"),
        pytest.param("\uf055\uf0fb ban nh\uf0a9n", ".VnTime", "Uỷ ban nhân", id="letters that Word took for symbols"),
        pytest.param("Uûy ban nhaân daân xaõ", "VNI-Times", "Ủy ban nhân dân xã", id="VNI"),
        pytest.param("COÄNG HOØA XAÕ HOÄI", "VNI-Times", "CỘNG HÒA XÃ HỘI", id="VNI capitals"),
        pytest.param("Luõng AÚng, chaúng, oå, saün", "VNI-Times", "Lũng Ẳng, chẳng, ổ, sẵn", id="rare letters of VNI"),
        pytest.param("Noël, oë", "VNI-Times", "Noël, oë", id="what is no letter of VNI stays"),
    ],
)
def test_runs(typed: str, font: str, read: str) -> None:
    assert decode_run(typed, font) == read


def test_runs_of_one_font_are_one_text() -> None:
    runs = [("nha", "VNI-Times"), ("ân da", "VNI-Times"), ("ân ", "VNI-Times"), ("là", "Arial"), ("x·", ".VnTime")]
    found = decode_runs(runs)
    assert "".join(found) == "nhân dân làxã"
    assert len(found) == len(runs)
    assert found[3:] == ["là", "xã"]


@pytest.mark.parametrize("encoding", ["tcvn3", "viscii", "vps"])
def test_tables_hold_each_letter_once(encoding: Encoding) -> None:
    letters = list(SINGLE_BYTE[encoding].values())
    assert sorted(letters) == sorted({*SIGNED, *(letter.upper() for letter in SIGNED)})


@pytest.mark.parametrize("letter", SIGNED)
def test_every_letter_of_fonts(letter: str) -> None:
    assert decode(typed_tcvn3(letter), "tcvn3") == letter
    assert decode(typed_tcvn3(letter), "tcvn3", capitals=True) == letter.upper()
    assert decode(typed_vni(letter), "vni") == letter
    assert decode(typed_vni(letter.upper()), "vni") == letter.upper()


SYLLABLES = st.builds(
    lambda onset, vowel, coda: onset + vowel + coda,
    st.sampled_from(["", "b", "ch", "đ", "gi", "kh", "ngh", "qu", "th", "tr", "v"]),
    st.sampled_from(LETTERS),
    st.sampled_from(["", "n", "ng", "nh", "t", "ch", "i", "u"]),
)
SENTENCES = st.lists(SYLLABLES, max_size=12).map(" ".join)


@given(SENTENCES)
def test_vni_comes_back_in_any_case(text: str) -> None:
    for cased in (text, text.upper(), text.title()):
        assert decode(typed_vni(cased), "vni") == cased


@given(SENTENCES)
def test_tcvn3_comes_back(text: str) -> None:
    assert decode(typed_tcvn3(text), "tcvn3") == text
    assert decode(typed_tcvn3(text), "tcvn3", capitals=True) == text.upper()


@given(SENTENCES)
def test_windows_1258_comes_back(text: str) -> None:
    typed = unicodedata.normalize("NFD", text)
    composed = re.sub("([aeiouAEIOU])(\u0323?)([\u0302\u0306\u031b])", lambda found: _hatted(found), typed)
    data = composed.encode("cp1258")
    assert decode(data.decode("latin-1"), "cp1258") == text


def _hatted(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", found[1] + found[3]) + found[2]


@pytest.mark.parametrize(("encoding", "charset"), [("tcvn3", "TCVN5712-1"), ("viscii", "VISCII")])
def test_iconv_types_the_same(encoding: Encoding, charset: str) -> None:
    if shutil.which("iconv") is None:
        pytest.skip("no iconv here")
    text = TEXT + "\n" + " ".join(f"b{letter} B{letter.upper()}" for letter in SIGNED)
    made = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", charset], input=text.encode(), capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("this iconv does not know the charset")
    assert decode(made.stdout.decode("latin-1"), encoding) == text


@pytest.mark.parametrize("language", FOREIGN)
def test_no_encoding_is_guessed(language: str) -> None:
    assert guess(FOREIGN[language]) is None
    assert guess(FOREIGN[language] * 20) is None


@pytest.mark.parametrize("line", TEXT.splitlines())
def test_encodings_are_guessed(line: str) -> None:
    assert guess(typed_tcvn3(line)) == "tcvn3"
    assert guess(typed_vni(line)) == "vni"


@given(st.text(alphabet="abcdghiklmnopqrstuvxyàáâãèéêìíòóôõùúýăđơư éèêëîïôöûüçñ", max_size=80))
def test_what_unicode_holds_is_never_guessed_wrong(text: str) -> None:
    """Random letters are no syllables of any encoding often enough to be taken for one."""
    words = [word for word in text.split() if len(word) > 1 and not word.isascii()]
    if len(words) >= 5 and sum(map(is_syllable, words)) * 2 > len(words):
        assert guess(text) is None


@given(st.text(max_size=60), st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times", "VPS Times", "VI Times", "Arial"]))
def test_any_text_in_any_font(text: str, font: str) -> None:
    decode_run(text, font)
    assert len(decode_runs([(text, font), (text, font)])) == 2


def test_real_texts_come_back_letter_by_letter(shared: Path) -> None:
    """Every syllable of the real reports, typed in each encoding and read again."""
    for path in sorted((shared / "reports").glob("*.txt")):
        words = set(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", path.read_text("utf-8"))))
        for word in words:
            if not set(word.lower()) <= {*LETTERS, *"bcdđghklmnpqrstvxfjwz"}:
                continue
            assert decode(typed_vni(word), "vni") == word
            assert decode(typed_tcvn3(word), "tcvn3", capitals=True) == word.upper()
            assert decode(typed_tcvn3(word.lower()), "tcvn3") == word.lower()
