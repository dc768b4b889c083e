"""Numbers told side by side, time after time: where one count adds up, the other must."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]


LISTS = (
    "Có 230 hộ với {all} khẩu, trong đó:\n\na) Xã biên giới: 150 hộ với 640 khẩu, gồm ổn định tại chỗ 60 hộ, 250 khẩu "
    "và xen ghép 90 hộ, {moved} khẩu.\n\nb) Xã có sạt lở: 80 hộ với 355 khẩu tại 12 thôn.\n\n"
    "Toàn huyện có 4.120 hộ."
)


@pytest.mark.parametrize(
    ("all_told", "moved", "found"),
    [
        pytest.param("995", "390", [], id="both add up"),
        pytest.param("1.025", "390", ["1.025 khẩu"], id="the people of all lists"),
        pytest.param("995", "430", ["640 khẩu"], id="the people of a list in a list"),
    ],
)
def test_pairs_in_lists_of_lists(all_told: str, moved: str, found: list[str], findings_of: FindingsOf) -> None:
    said = findings_of(LISTS.format(all=all_told, moved=moved), "sum-mismatch")
    assert [words for _, words in said] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Phát hiện 64 vụ với 97 đối tượng. Trong đó, khởi tố 38 vụ, 51 bị can; xử phạt 22 vụ, 37 đối tượng với 80 "
            "triệu đồng. Đang xác minh 4 vụ với 8 đối tượng.",
            ["97 đối tượng"],
            id="the people",
        ),
        pytest.param(
            "Mở 26 lớp bồi dưỡng cho 1.820 lượt cán bộ; trong đó cấp tỉnh 08 lớp với 640 lượt người, cấp huyện 18 lớp"
            " với 1.280 lượt người.",
            ["1.820 lượt cán bộ"],
            id="classes and those who attend them",
        ),
        pytest.param(
            "Phát hiện 46 vụ với 96 đối tượng; khởi tố 38 vụ, 51 bị can; xử phạt 26 vụ, 45 đối tượng.",
            ["46 vụ"],
            id="the cases, two digits changed places",
        ),
        pytest.param(
            "Phát hiện 64 vụ với 96 đối tượng; khởi tố 38 vụ, 51 bị can; xử phạt 26 vụ, 45 đối tượng.", [], id="right"
        ),
        pytest.param(
            "Khởi tố 48 vụ, 64 bị can: ma túy 26 vụ, 36 bị can; kinh tế 22 vụ, 82 bị can.",
            ["64 bị can"],
            id="a part of which two digits changed places",
        ),
        pytest.param(
            "Phát hiện 40 vụ, 52 đối tượng; khởi tố 25 vụ, 33 bị can; xử lý 15 vụ, 22 đối tượng (có người ở nhiều vụ).",
            [],
            id="one person in several cases",
        ),
        pytest.param(
            "Tổ chức 36 buổi, 1.200 người; cấp xã 12 buổi, 500 lượt người; cấp thôn 24 buổi, 900 lượt người.",
            [],
            id="attendances are more than those who attend",
        ),
        pytest.param(
            "Khởi tố 48 vụ, 64 bị can: trật tự xã hội 26 vụ, 36 bị can; kinh tế 9 vụ, 8 bị can; công nghệ cao có 1 vụ; "
            "ma túy 12 vụ, 20 bị can.",
            [],
            id="a case without people",
        ),
        pytest.param(
            "Họp 14 phiên với 62 lượt người, giám sát 3 cuộc với 12 lượt người, tiếp xúc 8 cuộc với 450 lượt người.",
            [],
            id="counts of their own",
        ),
        pytest.param(
            "Đã giải quyết 18/93 ý kiến; 37/93 ý kiến được giải trình; 39/93 ý kiến đang giải quyết.",
            [],
            id="done behind",
        ),
        pytest.param(
            "Có 18/93 ý kiến đã được giải quyết; 37/93 ý kiến được giải trình; 39/93 ý kiến đang giải quyết.",
            ["39/93 ý kiến"],
            id="shares of one whole",
        ),
        pytest.param(
            "Đã hoàn thành 12/30 nhiệm vụ, đang thực hiện 15/30 nhiệm vụ, chưa thực hiện 5/30 nhiệm vụ.",
            ["5/30 nhiệm vụ"],
            id="shares behind what is said of them",
        ),
        pytest.param(
            "Có 18/60 hồ sơ đã hoàn thành, 40/60 hồ sơ nộp trực tuyến, 12/60 hồ sơ chưa thanh toán.",
            [],
            id="shares of several matters",
        ),
        pytest.param(
            "Có 18/60 hồ sơ đã hoàn thành, 40/60 hồ sơ được nộp trực tuyến, 12/60 hồ sơ chưa thanh toán.",
            [],
            id="not done is another matter than done",
        ),
        pytest.param(
            "Xét xử 24 vụ, 31 bị cáo; kỳ trước chuyển sang 10 vụ, 14 bị cáo; thụ lý mới 14 vụ, 20 bị cáo.",
            [],
            id="what there was to do",
        ),
        pytest.param(
            "Có 18/39 ý kiến đã được giải quyết; 37/93 ý kiến được giải trình; 38/93 ý kiến đang giải quyết.",
            ["18/39 ý kiến"],
            id="one of another whole",
        ),
        pytest.param(
            "Có 18/20 thôn đã đạt chuẩn văn hóa, 12/20 thôn có nhà văn hóa, 9/20 thôn chưa có sân thể thao.",
            [],
            id="shares that one may have together",
        ),
        pytest.param(
            "Vi phạm 26 vụ, 35 đối tượng; xử phạt 23 vụ, 28 đối tượng với 84,5 triệu đồng; chuyển điều tra 03 vụ,"
            " 04 đối tượng.",
            ["35 đối tượng"],
            id="the cases are no people left out",
        ),
        pytest.param(
            "Trung ương khen 03 tập thể, 06 cá nhân; tỉnh khen 14 tập thể, 28 cá nhân; huyện khen 45 tập thể, 112 cá "
            "nhân, cộng chung cả nhiệm kỳ có 62 tập thể và 152 cá nhân được khen.",
            ["152 cá nhân"],
            id="all behind, with words between",
        ),
        pytest.param(
            "Tỉnh khen 12 tập thể, 31 cá nhân, huyện khen 40 tập thể, 96 cá nhân, như vậy đã có 52 tập thể và 127 cá "
            "nhân được khen.",
            [],
            id="all behind, right",
        ),
    ],
)
def test_numbers_told_side_by_side(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Nêu 640 vấn đề, trong đó có 153 vấn đề của xã; giải trình tại chỗ 83 vấn đề, còn lại 60 vấn đề ghi nhận.",
            ["60 vấn đề"],
            id="wrong",
        ),
        pytest.param(
            "Nêu 640 vấn đề, trong đó có 153 vấn đề của xã; giải trình tại chỗ 83 vấn đề, còn lại 70 vấn đề ghi nhận.",
            [],
            id="right of the last whole",
        ),
        pytest.param(
            "Có 153 vấn đề; giải trình 83 vấn đề, chuyển lên 30 vấn đề, còn lại 40 vấn đề đang xem xét.",
            [],
            id="two parts",
        ),
    ],
)
def test_what_is_left_of_the_last_whole(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found


@pytest.mark.parametrize(
    ("groups", "found"),
    [
        pytest.param("07", [], id="children and groups add up"),
        pytest.param("08", ["08 lớp"], id="the children do, and the groups do not"),
    ],
)
def test_people_with_their_groups_on_lines_below(groups: str, found: list[str], findings_of: FindingsOf) -> None:
    body = (
        f"- Tổng số học sinh: 255 trẻ/{groups} lớp. Trong đó:\n. Lớp mầm: 25 trẻ 01 lớp\n. Lớp chồi: 87 trẻ 02 lớp\n"
        ". Lớp lá: 143 trẻ/04 lớp\n"
    )
    assert [words for _, words in findings_of(body, "sum-mismatch")] == found
