"""Names of places against the official list of units: what is told, and what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đoàn của tỉnh Đắk Lắk và tỉnh Điện Biên dự.", [], id="as in the list"),
        pytest.param("Đoàn của tỉnh ĐĂK LĂK dự.", [], id="capitals"),
        pytest.param("Cán bộ xã Đăk Nông, huyện Ngọc Hồi dự.", [], id="a commune of another name"),
        pytest.param("Cán bộ thôn Đăk Nông dự.", [], id="a hamlet"),
        pytest.param("Cán bộ huyện Đăk Tô dự.", [], id="a district whose own offices may write it so"),
        pytest.param("Đoàn của tỉnh Đăk Lăk dự.", [("official", "Đăk Lăk")], id="a province of today"),
        pytest.param(
            "UBND huyện Đắk R'Lấp họp; xã của huyện Đắk R'Lấp và huyện Đăk R'Lấp.",
            [("official", "Đăk R'Lấp")],
            id="a name with an apostrophe",
        ),
        pytest.param("Báo Đăk Nông đưa tin.", [("official", "Đăk Nông")], id="a province of before, without its kind"),
        pytest.param(
            "Cán bộ huyện Đăk Tô dự; huyện Đăk Tô báo cáo; UBND huyện Đắk Tô rà soát.",
            [("official", "Đăk Tô")],
            id="a district in two spellings: the list decides, not the number",
        ),
    ],
)
def test_official_names(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "mixed-orthography") == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tải MobiFone trên máy; thôn Pá Vầy họp.", [], id="a brand"),
        pytest.param("Thư điện tử PáVầy@mauson.gov.vn; thôn Pá Vầy họp.", [], id="an address"),
        pytest.param("Thôn Pá Vầy họp; trưởng thôn PáVầy báo cáo.", [("blank", "PáVầy")], id="a name as one word"),
    ],
)
def test_names_written_as_one_word(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "spelling") == found


_FOUR_TIMES = "Nhân dân xã Pá Vầy góp đất. Trường xã Pá Vầy mở lớp. Trạm xã Pá Vầy khám bệnh. Chợ xã Pá Vầy họp. "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(_FOUR_TIMES + "Đường vào xã Khe Lạn đã mở.", [], id="another name"),
        pytest.param(_FOUR_TIMES + "Hai xã Pá Vầy, xã Pá Vầyn cùng làm.", [], id="side by side"),
        pytest.param("Nhân dân xã Pá Vầy góp đất. Đường vào xã Pá Vầyn đã mở.", [], id="each once"),
        pytest.param(_FOUR_TIMES + "Đường vào xã Pá Vầyn đã mở.", [("name", "Pá Vầyn")], id="a letter too many"),
        pytest.param(_FOUR_TIMES + "Đường vào xã Pá Vầ đã mở.", [("name", "Pá Vầ")], id="a letter too few"),
    ],
)
def test_names_of_units_with_a_letter_more_or_less(
    body: str, found: list[tuple[str, str]], findings_of: FindingsOf
) -> None:
    assert [one for one in findings_of(body, "mixed-orthography") if one[0] == "name"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Chợ Quốc Lâm, cầu Quốc Lâm và đường Quc Lâm.", [("name", "Quc Lâm")], id="no syllable"),
        pytest.param("Chợ Quốc Lâm và đường Quc Lâm.", [], id="each once"),
        pytest.param("Chợ Plei Lâm, cầu Plei Lâm và đường Ple Lâm.", [], id="a name of another language"),
    ],
)
def test_names_that_lost_a_letter(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert [one for one in findings_of(body, "mixed-orthography") if one[0] == "name"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Đường qua tỉnh Lạng Sơn và tỉnh Lào Cai.", [], id="two of the list"),
        pytest.param("Đường qua tỉnh Lạng Sơn. Ông Lang Sơn đề nghị.", [], id="a person"),
        pytest.param("Đường qua tỉnh Mẫu Sơn. Tỉnh Mẫu Sen góp vốn.", [], id="neither in the list"),
        pytest.param("Đường qua huyện Khe Bạc. Thôn Khe Bặc góp đất; huyện Mai Sơn.", [], id="a hamlet"),
        pytest.param(
            "Đường qua tỉnh Lạng Sơn dài 60 km. Đề nghị tỉnh Long Sơn sớm bàn giao.",
            [("slip", "Long Sơn")],
            id="another letter",
        ),
        pytest.param(
            "Mặt bằng qua huyện Mai Sơn đã xong. Huyện Mai Sởn còn 03 hộ. Đề nghị huyện Mai Sởn vận động.",
            [("slip", "Mai Sởn"), ("slip", "Mai Sởn")],
            id="another tone, however often",
        ),
    ],
)
def test_units_one_letter_off(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "spelling") == found
