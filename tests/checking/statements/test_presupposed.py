"""What one sentence denies and another takes for known."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Trên địa bàn không xảy ra tai nạn lao động. Sau vụ tai nạn lao động năm 2021 tại mỏ đá, chủ mỏ thay máy.",
            id="another year",
        ),
        pytest.param(
            "Phường không để xảy ra cháy, nổ. Rút kinh nghiệm từ vụ cháy chung cư ở Hà Nội, phường kiểm tra nhà trọ.",
            id="elsewhere",
        ),
        pytest.param(
            "Thôn Nà Lầu không để xảy ra trộm cắp. Từ vụ trộm cắp xe máy tại thôn Nà Pàn, xã vận động lắp camera.",
            id="another hamlet",
        ),
        pytest.param(
            "Không phát sinh dịch bệnh trên đàn lợn. Ổ dịch cúm gia cầm tại thôn Nà Lầu đã được khống chế.",
            id="other animals",
        ),
        pytest.param(
            "Quý I năm 2026, không để xảy ra cháy. Từ vụ cháy chợ ngày 12/5/2026, phường đã kiểm tra 12 nhà trọ.",
            id="another quarter",
        ),
        pytest.param(
            "Quyết tâm không để xảy ra cháy. Từ vụ cháy chợ ngày 12/5/2026, phường đã kiểm tra 12 nhà trọ.",
            id="what is striven for",
        ),
        pytest.param(
            "Xã chưa tổ chức được hội nghị đối thoại với thanh niên. Tại hội nghị đối thoại với thanh niên do huyện"
            " tổ chức, có 12 ý kiến.",
            id="held by others",
        ),
        pytest.param(
            "Xã chưa tổ chức được hội nghị đối thoại với doanh nghiệp. Tại hội nghị đối thoại với thanh niên, có 12 ý"
            " kiến.",
            id="with others",
        ),
        pytest.param(
            "Xã không để xảy ra cháy rừng. Vụ cháy rừng tại xã bên đã lan sát ranh giới, xã huy động 60 người.",
            id="next door",
        ),
        pytest.param(
            "Chưa tổ chức được hội nghị nào trong quý I. Tại hội nghị tháng 6, có 120 người dự.", id="in another month"
        ),
        pytest.param(
            "Cả huyện không có ổ dịch tai xanh trên lợn. Từ ổ dịch LMLM tại xã Khe Vang, huyện đã tiêm 1.200 liều.",
            id="of another disease",
        ),
        pytest.param("Xã chưa mở được lớp xóa mù chữ. Hai lớp xóa mù chữ sẽ mở trong quý I.", id="to come"),
    ],
)
def test_both_may_be_true(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("denied", "known"),
    [
        pytest.param(
            "không để xảy ra cháy, nổ",
            "Rút kinh nghiệm từ vụ cháy kho hàng đêm 11/02/2026, UBND xã rà soát các điểm chữa cháy.",
            id="an event to learn from",
        ),
        pytest.param(
            "không xảy ra tai nạn lao động",
            "Sau vụ tai nạn lao động tại mỏ đá Khe Đá, xã yêu cầu chủ mỏ dừng khai thác.",
            id="an event that something follows",
        ),
        pytest.param(
            "không phát sinh dịch bệnh",
            "Ổ dịch lở mồm long móng tại thôn Nà Lầu làm chết 12 con bò.",
            id="a disease by its name",
        ),
        pytest.param(
            "chưa mở được lớp xóa mù chữ",
            "Hai lớp xóa mù chữ ở Nà Lầu bế giảng với 41 học viên.",
            id="classes that ended",
        ),
        pytest.param(
            "chưa thành lập được tổ công tác liên ngành",
            "Tổ công tác liên ngành của xã đã họp 03 phiên.",
            id="a body that met",
        ),
    ],
)
def test_what_is_known_was_denied(denied: str, known: str, findings_of: FindingsOf) -> None:
    assert findings_of(f"Trong năm, xã {denied}. {known}", KIND) == [("text", denied)]


def test_a_quarter_denies_what_happened_in_it(findings_of: FindingsOf) -> None:
    body = "Quý I năm 2026, không để xảy ra cháy. Từ vụ cháy chợ ngày 12/02/2026, phường đã kiểm tra 12 nhà trọ."
    assert findings_of(body, KIND) == [("text", "không để xảy ra cháy")]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        pytest.param("Kết quả năm 2025", ["chưa tổ chức được hội nghị đối thoại với thanh niên"], id="of the title"),
        pytest.param("Kết quả năm 2026", [], id="of the year before"),
    ],
)
def test_the_year_of_a_denial(title: str, found: list[str], found_in: FindingsOf) -> None:
    body = (
        "Năm 2025, xã chưa tổ chức được hội nghị đối thoại với thanh niên. Tại hai hội nghị đối thoại với thanh niên,"
        " lãnh đạo xã đã trả lời 27 ý kiến."
    )
    text = f"{HEAD}BÁO CÁO\n{title}\n\nI. KẾT QUẢ THỰC HIỆN\n\n{body}{TAIL}"
    assert [words for _, words in found_in(text, KIND)] == found
