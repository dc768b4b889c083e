"""Papers, forces, levies and offices called as the law no longer calls them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, read_text

from tongket.checking.check import check_report

FoundIn = Callable[[str, str], list[tuple[str, str]]]
KIND = "stale-unit"
PLAN = "KẾ HOẠCH\nCông tác quý IV năm 2026\n\nI. NHIỆM VỤ\n\n"
REVIEW = "BÁO CÁO\nTổng kết 05 năm phong trào Toàn dân bảo vệ an ninh Tổ quốc\n\nI. KẾT QUẢ\n\n"


def _plan(body: str, date: str = "năm 2026", title: str = PLAN) -> str:
    return HEAD.replace("BC-UBND", "KH-UBND").replace("năm 2026", date) + title + body + TAIL


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Cấp thẻ căn cước cho 120 công dân.", id="the paper of now"),
        pytest.param("Thực hiện Luật Căn cước công dân năm 2014 và Luật Căn cước.", id="the title of a law"),
        pytest.param("Công an xã tổ chức tuần tra 45 lượt.", id="the police of now"),
        pytest.param("Rà soát 15 công an viên cũ để chi trả trợ cấp.", id="said to be of before"),
        pytest.param("Ông Vàng A Sủng, số CCCD 012345678901, trú tại bản Nậm Ngà.", id="the card of a person"),
        pytest.param("Số CC/CCCD/Hộ chiếu của người khai.", id="any paper, in a form"),
        pytest.param("Bãi bỏ yêu cầu nộp sổ hộ khẩu trong 12 thủ tục.", id="what is no longer asked"),
        pytest.param("Từ ngày 01/01/2026 không thu lệ phí môn bài.", id="what is no longer levied"),
        pytest.param("Hộ kinh doanh chuyển từ thuế khoán sang kê khai.", id="what it is changed into"),
        pytest.param("Năm 2023, Ban Công an xã được khen thưởng.", id="a year of before"),
        pytest.param("Phòng Kinh tế, Phòng Văn hóa - Xã hội thực hiện.", id="offices of the commune"),
        pytest.param("Phòng Kinh tế, Hạ tầng và Đô thị phường thẩm định 12 hồ sơ.", id="an office of the ward"),
        pytest.param("Kho bạc Nhà nước khu vực kiểm soát chi đúng hạn.", id="the treasury of now"),
        pytest.param("Cả nước có 34 tỉnh, thành phố.", id="the provinces of now"),
        pytest.param("Trước khi sắp xếp, cả nước có 63 tỉnh, thành phố.", id="the provinces of before, said to be so"),
        pytest.param("Trung tâm Y tế huyện Mường Lự khám cho 45 người.", id="a name that it may have kept"),
        pytest.param("Khi thực hiện thủ tục không phải xuất trình sổ hộ khẩu giấy.", id="which nobody need show"),
    ],
)
def test_word_that_may_stand(body: str, found_in: FoundIn) -> None:
    assert found_in(_plan(body), KIND) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Cấp 120 thẻ căn cước công dân cho học sinh.", ("term", "căn cước công dân"), id="a paper"),
        pytest.param("Cấp CCCD gắn chip cho 120 người.", ("term", "CCCD"), id="in short"),
        pytest.param("Phối hợp với Ban công an xã tuần tra.", ("term", "Ban công an xã"), id="police"),
        pytest.param("Mỗi bản bố trí 01 công an viên.", ("term", "công an viên"), id="a man of it"),
        pytest.param("Chi hỗ trợ lực lượng bảo vệ dân phố.", ("term", "bảo vệ dân phố"), id="guards"),
        pytest.param("Người dân mang theo chứng minh nhân dân.", ("term", "chứng minh nhân dân"), id="an older paper"),
        pytest.param("Hồ sơ gồm bản sao sổ hộ khẩu.", ("term", "sổ hộ khẩu"), id="a book"),
        pytest.param("Thu lệ phí môn bài đạt 45 triệu đồng.", ("term-gone", "lệ phí môn bài"), id="a levy"),
        pytest.param("Thu thuế khoán của 34 hộ kinh doanh.", ("term", "thuế khoán"), id="a tax"),
        pytest.param("Phối hợp với Chi cục Thuế thu nợ đọng.", ("term", "Chi cục Thuế"), id="a tax office"),
        pytest.param(
            "Giao phòng Tài chính - Kế hoạch thẩm định.", ("term", "phòng Tài chính - Kế hoạch"), id="an office"
        ),
        pytest.param(
            "Phối hợp với Cục Thống kê tỉnh Lương Tân.", ("term", "Cục Thống kê tỉnh"), id="with its province"
        ),
        pytest.param(
            "Chi cục Thi hành án dân sự đã thi hành 12 vụ.", ("term", "Chi cục Thi hành án dân sự"), id="enforcement"
        ),
        pytest.param("Triển khai tại 63 tỉnh, thành phố.", ("term", "63 tỉnh, thành phố"), id="the provinces"),
        pytest.param("Trung tâm Y tế huyện khám cho 45 người.", ("term", "Trung tâm Y tế huyện"), id="a health centre"),
        pytest.param("Ban cán sự đảng UBND tỉnh cho ý kiến.", ("term", "Ban cán sự đảng"), id="a body of the Party"),
    ],
)
def test_word_that_the_law_has_left(body: str, found: tuple[str, str], found_in: FoundIn) -> None:
    assert found_in(_plan(body), KIND) == [found]


def test_a_word_is_told_once_with_the_number_of_its_places() -> None:
    body = "Mỗi bản có 01 công an viên. Tập huấn cho 12 công an viên."
    found = [one for one in check_report(read_text(_plan(body))) if one.kind == KIND]
    assert [one.facts["times"] for one in found] == ["2"]


def test_it_was_right_before_that_day(found_in: FoundIn) -> None:
    body = "Cấp 120 thẻ căn cước công dân. Phối hợp với Ban công an xã."
    assert [case for case, _ in found_in(_plan(body, "năm 2023"), KIND) if case == "term"] == []


def test_a_review_of_years_tells_of_what_was(found_in: FoundIn) -> None:
    assert found_in(_plan("Mỗi bản có 01 công an viên.", title=REVIEW).replace("KH-UBND", "BC-UBND"), KIND) == []


def test_a_month_and_its_year_are_no_years_of_before(found_in: FoundIn) -> None:
    title = "BÁO CÁO\nKết quả công tác tháng 02 năm 2026\n\nI. KẾT QUẢ\n\n"
    assert found_in(_plan("Phối hợp với Ban công an xã.", title=title), KIND) == [("term", "Ban công an xã")]
