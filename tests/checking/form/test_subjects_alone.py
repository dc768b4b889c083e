"""Sentences that name a matter and say nothing of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "incomplete"


@pytest.mark.parametrize(
    "body",
    [
        "BÁO CÁO\nKết quả công tác năm\nCông tác quản lý đất đai đi vào nền nếp. Việc cấp giấy chứng nhận quyền sử"
        " dụng đất lần đầu cho hộ gia đình, cá nhân trên địa bàn các thôn Đoài, Hạ. Trong năm cấp 45 giấy.",
        "BÁO CÁO\nKết quả công tác năm\nViệc lập và gửi báo cáo quyết toán vốn đầu tư của các chủ đầu tư theo Thông"
        " tư số 10/2020/TT-BTC ngày 20/02/2020. Năm nay có 14 dự án.",
    ],
)
def test_matter_of_which_nothing_is_said(body: str, findings_of: FindingsOf) -> None:
    assert "subject" in [case for case, _ in findings_of(body, KIND)]


@pytest.mark.parametrize(
    "body",
    [
        "BÁO CÁO\nKết quả công tác năm\nViệc lập và gửi báo cáo quyết toán vốn đầu tư của các chủ đầu tư được làm"
        " theo Thông tư số 10/2020/TT-BTC ngày 20/02/2020. Năm nay có 14 dự án.",
        "BÁO CÁO\nKết quả công tác năm\na) Việc lập và gửi báo cáo quyết toán vốn đầu tư của các chủ đầu tư theo"
        " Thông tư số 10/2020/TT-BTC ngày 20/02/2020. Năm nay có 14 dự án.",
        "BÁO CÁO\nKết quả công tác năm\nViệc tiếp nhận tiền ủng hộ của các cơ quan, đơn vị và Nhân dân thực hiện"
        " theo Nghị định số 93/2021/NĐ-CP ngày 27/10/2021. Các thôn họp 26 buổi.",
    ],
)
def test_matter_of_which_something_is_said(body: str, findings_of: FindingsOf) -> None:
    assert "subject" not in [case for case, _ in findings_of(body, KIND)]


@pytest.mark.parametrize(
    "body",
    [
        "II. NHIỆM VỤ\n\n- UBND các xã, phường để có phương án ứng phó với ngập trên diện rộng, kéo dài (nơi trũng)."
        "\n- Trực 24/24 giờ.",
        "II. NHIỆM VỤ\n\na) Công an xã nhằm nâng cao chất lượng tuần tra;\nb) Trực 24/24 giờ.",
    ],
)
def test_who_and_what_for_without_what_is_done(body: str, findings_of: FindingsOf) -> None:
    assert "verb" in [case for case, _ in findings_of(body, KIND)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("- UBND các xã lập phương án để ứng phó với ngập trên diện rộng.", id="a verb before the aim"),
        pytest.param("- UBND các xã, để ứng phó với ngập, lập phương án di dân.", id="a verb behind the aim"),
        pytest.param("- UBND xã để ứng phó với ngập phải lập phương án di dân.", id="what it must"),
        pytest.param("Sở Xây dựng phối hợp với\nUBND các xã để có phương án ứng phó.", id="a line that goes on"),
    ],
)
def test_who_does_what_for_an_aim(body: str, findings_of: FindingsOf) -> None:
    assert "verb" not in [case for case, _ in findings_of(f"II. NHIỆM VỤ\n\n{body}", KIND)]
