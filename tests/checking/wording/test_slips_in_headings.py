"""Slips in words in capitals, and in the first words of sentences: told by what else stands there; names are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("TRƯỜNG TIỂU HỌC HỢP THANH", id="a school, though 'hợp thành' is a word"),
        pytest.param("ỦY BAN NHÂN DÂN XÃ THÀNH LẤP", id="a commune, though 'thành lập' is a word"),
        pytest.param("TRẦN THÀNH LẤP", id="a person"),
        pytest.param("CHO VAY PHÁT TRIỂN CÔNG NGHIỆP HỖ TRỢ", id="a word of its own in a formula"),
        pytest.param("HỘI ĐỒNG NHÂN DÂN, ỦY BAN NHÂN DÂN", id="two bodies"),
        pytest.param("BÁO CÁO KẾT QUẢ CÔNG TÁC DÂN VẬN NĂM 2022", id="a title as it is"),
        pytest.param("Vế trái của bảng ghi số thu.", id="a word that is also a slip, with its own company"),
        pytest.param("Dược liệu của xã bán chạy.", id="a word of its own that opens a sentence"),
        pytest.param("Krông Búk là huyện bạn.", id="a name that opens a sentence"),
        pytest.param("Nhà ở xa Hòa Bình, cạnh kênh xả Yên Phú.", id="words before names that are no units"),
        pytest.param("Quan hệ với phương Tây Nam Á.", id="a direction"),
        pytest.param("Cửa Bộ mở lúc 8 giờ.", id="a door"),
    ],
)
def test_nothing_is_wrong(body: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == []


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("KẾT QUẢ CÔNG TÁC DÂN VÂN NĂM 2022", "VÂN", id="a common word"),
        pytest.param("UBND THÀNH PHỒ HÒA AN", "PHỒ", id="what a name follows"),
        pytest.param("HỘI ĐỔNG NHÂN DÂN XÃ HÒA AN", "ĐỔNG", id="a term of four"),
        pytest.param("ỦY BAN NHÂN DÂNG XÃ HÒA AN", "DÂNG", id="a letter too many"),
        pytest.param("KÉT QUẢ THỰC HIỆN NHIỆM VỤ", "KÉT", id="the first of a heading"),
        pytest.param("ĐẶC ĐIỂM TÌNH HINH", "TÌNH HINH", id="the last of a heading"),
        pytest.param("BÀI HỌC KINH NGHIÊM", "KINH NGHIÊM", id="a formula"),
    ],
)
def test_slips_in_capitals(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Nhũng biện pháp nêu trên đã có kết quả.", "Nhũng", id="a syllable of another word"),
        pytest.param("Trơng bối cảnh đó, xã vẫn giữ vững sản xuất.", "Trơng", id="no syllable"),
        pytest.param("Vể việc xử lý các dự án chậm, xã đã họp.", "Vể", id="before 'việc'"),
        pytest.param("Dược sự quan tâm của huyện, trường đã xây xong.", "Dược", id="before 'sự'"),
        pytest.param("Công văn ngày 11/9/2023 vê việc dừng bơm nước.", "vê", id="behind a date"),
    ],
)
def test_slips_in_first_words(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]


@pytest.mark.parametrize(
    ("body", "here"),
    [
        pytest.param("Đoàn thăm phương Hòa Phú và các hộ khó khăn.", "phương", id="a ward"),
        pytest.param("Dự án qua tính Hòa Bình đã xong.", "tính", id="a province"),
        pytest.param("Xã phối hợp Công an tịnh trao quà.", "tịnh", id="a body of the province"),
        pytest.param("Thông tư số 12/2023/TT-BTC ngày 28 tháng 12 năm 2023 cửa Bộ Tài chính.", "cửa", id="of whom"),
    ],
)
def test_slips_before_names(body: str, here: str, findings_of: Found) -> None:
    assert findings_of(body, "spelling") == [("slip", here)]
