"""Telephone numbers with a digit too many or too few."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "implausible-magnitude"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Đường dây nóng: 0243.976.22.45; 024.3825.3536; 0987.654.321.", id="as they should be"),
        pytest.param("Điện thoại: (0251) 3822 501, số máy lẻ 105.", id="a code in brackets, an extension"),
        pytest.param("Điện thoại: 024 3825 3536 105.", id="an extension behind the number"),
        pytest.param("Tổng đài 1900.9095, 1800 8098 02; điện thoại 080.45774.", id="numbers of services"),
        pytest.param("Điện thoại: 0912.345.678/0987.654.321.", id="two numbers"),
        pytest.param("Liên hệ Kho bạc, tài khoản số 0211.0000.1234.5.", id="an account"),
        pytest.param("Liên hệ trước ngày 08.01.2026 để nhận 0935 phiếu.", id="a day"),
        pytest.param("Đường ĐT 605: 03 1.250 300 45 hộ.", id="counts in a row"),
        pytest.param("Hồ sơ mã 0243.6269.37.23 đã được lưu.", id="no word of telephones"),
    ],
)
def test_number_that_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Đường dây nóng trạm Bắc: 0243.6269.37.23.", "0243.6269.37.23", id="a digit too many"),
        pytest.param("Điện thoại: 024.3825.353.", "024.3825.353", id="a digit too few"),
        pytest.param("Hotline: 0912 345 67.", "0912 345 67", id="of a mobile number"),
        pytest.param("Điện thoại (0251) 38225012.", "(0251) 38225012", id="a code in brackets"),
        pytest.param("Điện thoại trực ban: 09123456789.", "09123456789", id="without dots"),
    ],
)
def test_number_of_no_kind(body: str, said: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("telephone", said)]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Điện thoại: 04.3825.3536.", "04.3825.3536", id="Hà Nội of before"),
        pytest.param("Fax: (064) 3852 411.", "(064) 3852 411", id="a province of before"),
        pytest.param("ĐT: 0169 345 6789.", "0169 345 6789", id="a mobile number of before"),
    ],
)
def test_number_of_a_code_that_was_replaced(body: str, said: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("old-telephone", said)]


@pytest.mark.parametrize(
    "body", ["Điện thoại, mã số thuế 0100.109.106.", "Điện thoại bàn: 02 máy; 04 máy in, 120 ghế.", "Tel: 06/2026."]
)
def test_other_numbers_behind_the_word(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


def test_numbers_of_the_old_plan_are_left_alone(found_in: FindingsOf) -> None:
    text = HEAD.replace("năm 2026", "năm 2016") + TITLE + "Điện thoại: 0169.345.6789; 04.3825.3536." + TAIL
    assert found_in(text, KIND) == []
