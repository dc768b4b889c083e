"""True sentences whose numbers stand in no tie that they seem to stand in: nothing is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(
            "Tiếp nhận mới 8.630 hồ sơ, hồ sơ trả đúng hạn là 8.255 hồ sơ (đạt 92,32%), hồ sơ đến hạn giải quyết"
            " 8.942 hồ sơ.",
            "ratio-mismatch",
            id="a whole that stands behind its percentage",
        ),
        pytest.param(
            "Cấp tỉnh giải quyết 41.780 hồ sơ, đúng hạn 41.072 hồ sơ; quá hạn còn 708 hồ sơ, chiếm 1,69%. Trong số hồ"
            " sơ đang giải quyết gồm 1.800 hồ sơ, có 1.672 hồ sơ chưa đến hạn và có 128 hồ sơ đã quá hạn.",
            "sum-mismatch",
            id="another whole in the next sentence",
        ),
        pytest.param(
            "Cả năm thu 512 triệu đồng (nửa đầu năm 176 triệu đồng, nửa cuối năm 336 triệu đồng), đạt 128% kế hoạch"
            " (400 triệu đồng).",
            "ratio-mismatch",
            id="what brackets hold is not what was done",
        ),
        pytest.param(
            "Trong 698 học sinh, mức tốt 133 học sinh, chiếm 19,1%; mức khá 370 học sinh, chiếm 53%. Khối 12: giỏi 88"
            " học sinh, chiếm 26,3%; khá 193 học sinh, chiếm 57,8%.",
            "ratio-mismatch",
            id="a list of another whole",
        ),
        pytest.param(
            "Cử 52/52 giáo viên bồi dưỡng. Kiểm tra 26 giáo viên, bằng 50% số giáo viên, trong đó xếp loại tốt 17 giáo"
            " viên, khá 09 giáo viên.",
            "ratio-mismatch",
            id="a part of the part",
        ),
        pytest.param(
            "Toàn huyện ghi nhận 612 ca mắc sởi, tăng 402 ca so với cùng kỳ (210 ca). Cao điểm là tháng 8 với 187 ca,"
            " chiếm 30,6% tổng số ca từ đầu năm.",
            "ratio-mismatch",
            id="a whole with a longer name",
        ),
        pytest.param(
            "Dạy tiếng Anh tự chọn cho 196 em. Hội thi có 15 giáo viên đạt danh hiệu, bằng 57,7% tổng số giáo viên.",
            "ratio-mismatch",
            id="a whole of others",
        ),
        pytest.param(
            "Ủy ban Kiểm tra có 07 đồng chí, gồm Chủ nhiệm, 02 Phó Chủ nhiệm và 04 ủy viên.",
            "sum-mismatch",
            id="one that stands without a number",
        ),
        pytest.param(
            "Thực hiện Công văn số 12-CV/UBKT ngày 20/11/2023 về kỷ luật trường hợp đảng viên vi phạm, đã họp. Tổ chức"
            " đảng không có trường hợp nào phải kỷ luật.",
            "body-appendix-mismatch",
            id="the title of a letter tells nothing that happened",
        ),
        pytest.param(
            "Diện tích lúa cả năm 1.000 ha, năng suất vụ xuân 60 tạ/ha, vụ mùa 50 tạ/ha, sản lượng 5.500 tấn.",
            "ratio-mismatch",
            id="two crops of one area",
        ),
        pytest.param(
            "Có 06/12 xã có tỷ lệ tiêm chủng chưa đạt tiến độ (75%).", "ratio-mismatch", id="an aim in brackets"
        ),
        pytest.param(
            "Cây thực phẩm: 693 ha, đạt 88% kế hoạch; cây hằng năm: 711 ha, đạt 100,6% kế hoạch.",
            "ratio-mismatch",
            id="plans of their own",
        ),
        pytest.param(
            "Người tham gia chiếm tỷ lệ 35,1% lực lượng lao động, thấp hơn 0,4% so với chỉ tiêu tỉnh giao (35,5%).",
            "ratio-mismatch",
            id="points below an aim",
        ),
        pytest.param(
            "Tỷ lệ tham gia đạt 38,05%, vượt 0,05% so với chỉ tiêu đề ra (38%).",
            "ratio-mismatch",
            id="points above an aim",
        ),
        pytest.param(
            "Có 4.681 việc có điều kiện giải quyết, giảm 251 việc so với năm 2018 và 2.912 việc chưa có điều kiện.",
            "change-mismatch",
            id="another matter behind the year",
        ),
        pytest.param(
            "Trên đại học có 392 người (tỷ lệ 78,56% trong tổng số người trúng cử (trong đó, tiến sĩ là 144 người,"
            " thạc sĩ là 248 người)); trình độ đại học có 106 người (21,24%).",
            "ratio-mismatch",
            id="two parts of a whole that is told elsewhere",
        ),
        pytest.param(
            "Xảy ra 12 vụ (cùng kỳ 06 vụ, năm trước 07 vụ); kết nạp 20 người (nữ 08 người, dân tộc thiểu số 11 người).",
            "sum-mismatch",
            id="other times and groups that overlap in brackets",
        ),
        pytest.param(
            "Gieo trồng 29.028 ha, đạt 99,3% kế hoạch. Trong đó, cây lương thực 2.574 ha, đạt 95% kế hoạch; cây có củ"
            " 2.373 ha, đạt 99,8% kế hoạch; cây lâu năm 20.678 ha, đạt 100,3% kế hoạch.",
            "sum-mismatch",
            id="parts that are picked out behind the rate of the whole",
        ),
        pytest.param(
            "Có 4.681 việc có điều kiện giải quyết và 2.912 việc chưa có điều kiện giải quyết.",
            "body-appendix-mismatch",
            id="what is denied of a number of things",
        ),
        pytest.param(
            "Số việc năm 2017 chuyển sang năm 2018 là 2.041 việc, so với số việc có điều kiện thi hành năm 2016"
            " chuyển sang năm 2017 (1.857 việc) tăng 184 việc.",
            "change-mismatch",
            id="the base before the change",
        ),
        pytest.param(
            "Tổng nguồn vốn đạt 579 tỷ đồng, tăng 31 tỷ đồng so với đầu năm. Trong đó, nguồn từ Trung ương chuyển về là"
            " 435 tỷ đồng, tăng 24 tỷ đồng.",
            "change-mismatch",
            id="a source is no time",
        ),
        pytest.param(
            "Vụ Hè thu gieo trồng 603,5 ha, gồm: cây lương thực 406,5 ha, cây thực phẩm 189 ha, cây công nghiệp ngắn"
            " ngày 06 ha, cây thức ăn gia súc 02 ha.",
            "sum-mismatch",
            id="crops of few days",
        ),
    ],
)
def test_true_ties(body: str, kind: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, kind) == []


@pytest.mark.parametrize(
    ("body", "kind", "found"),
    [
        pytest.param(
            "Có 78/231 xã đạt tiêu chí số 5 (trường học), chiếm 37,3%.",
            "ratio-mismatch",
            ["37,3%"],
            id="the number of a criterion between",
        ),
        pytest.param(
            "Tổng số thụ lý là 6.747 việc, tăng 390 việc (tăng 6,14% so với cùng kỳ năm 2016), trong đó: số cũ chuyển"
            " sang là 2.524 việc; số thụ lý mới là 4.323 việc.",
            "sum-mismatch",
            ["6.747 việc"],
            id="what was there and what is new, past a comparison",
        ),
        pytest.param(
            "Tổng số phải thi hành là 8.227 việc, trong đó: số có điều kiện thi hành là 5.413 việc, số chưa có điều"
            " kiện thi hành là 2.841 việc.",
            "sum-mismatch",
            ["8.227 việc"],
            id="opposites",
        ),
        pytest.param(
            "Từ năm 2010 đến nay, toàn tỉnh huy động 44.263 tỷ đồng. Trong đó, giai đoạn 2010-2015 huy động được 24.470"
            " tỷ đồng, từ năm 2016 tới nay được 19.753 tỷ đồng.",
            "sum-mismatch",
            ["44.263 tỷ đồng"],
            id="two parts of five digits, one with a slip",
        ),
        pytest.param(
            "Sản lượng thủy sản đạt 87.581 tấn, tăng 0,75% so với cùng kỳ năm trước. Trong đó, sản lượng khai thác đạt"
            " 74.886 tấn, tăng 0,13% và sản lượng nuôi trồng đạt 12.675 tấn, tăng 4,61%.",
            "sum-mismatch",
            ["87.581 tấn"],
            id="two parts with the growth of each",
        ),
        pytest.param(
            "Tổ chức 164 hội nghị quán triệt, học tập (cấp huyện 148 hội nghị, cấp xã 17 hội nghị).",
            "sum-mismatch",
            ["164 hội nghị"],
            id="two parts in brackets",
        ),
        pytest.param(
            "Lượt khách 427,43 ngàn lượt, đạt 13,57% kế hoạch năm, bao gồm khách lưu trú 398,68 ngàn lượt và khách theo"
            " tour 38,74 ngàn lượt.",
            "sum-mismatch",
            ["427,43 ngàn lượt"],
            id="all parts behind the rate of the whole",
        ),
        pytest.param(
            "Tiếp nhận mới 14.043 hồ sơ, hồ sơ tồn kỳ trước chuyển sang là 2.911, lũy kế giải quyết trong kỳ là 16.234"
            " hồ sơ.",
            "sum-mismatch",
            ["16.234 hồ sơ"],
            id="a part of a total with a slip",
        ),
    ],
)
def test_their_wrong_twins(body: str, kind: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, kind)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đã tổ chức 412 hội nghị với 31.570 lượt cán bộ, hội viên tham gia học tập, bình quân 67,6 lượt/hội nghị.",
            ["67,6 lượt/hội nghị"],
            id="attendances of a meeting",
        ),
        pytest.param(
            "Khám, cấp thuốc cho 5.230 lượt người ở 17 xã, trị giá 418,4 triệu đồng, bình quân 60.000 đồng/lượt người.",
            ["60.000 đồng/lượt người"],
            id="with another number between",
        ),
        pytest.param(
            "Đã tổ chức 412 hội nghị với 31.570 lượt cán bộ tham gia, bình quân 76,6 lượt/hội nghị.", [], id="right"
        ),
    ],
)
def test_means(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "ratio-mismatch")] == found
