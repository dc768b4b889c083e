"""Words of a form that were left in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Giá dao động trong biên độ tăng giảm 5%.", [], id="a range"),
        pytest.param("Nhân dân lấy phiếu đồng ý/không đồng ý về tên thôn.", [], id="what is voted on"),
        pytest.param("Xã theo dõi tình hình tăng, giảm của 12 mặt hàng.", [], id="a matter"),
        pytest.param("Kiểm tra các vi phạm (nếu có) của hộ kinh doanh.", [], id="no number"),
        pytest.param("Đề nghị báo cáo 03 trường hợp (ghi rõ lý do).", [], id="a request"),
        pytest.param("Giá điện tăng giữ giảm (-0,02%).", [("choice", "tăng giữ giảm")], id="three ways at once"),
        pytest.param("Số vụ tăng (giảm) 12 vụ.", [("choice", "tăng (giảm)")], id="one way in brackets"),
        pytest.param("Số vụ tăng/giảm 12 vụ.", [("choice", "tăng/giảm")], id="two ways at once"),
        pytest.param("Xã đã đạt/chưa đạt tiêu chí số 5.", [("choice", "đạt/chưa đạt")], id="a choice left"),
        pytest.param("Đã xử lý 03 vụ (nếu có).", [("direction", "03 vụ (nếu có)")], id="beside a number"),
        pytest.param(
            "Chưa giải quyết xong (nêu rõ lý do) hồ sơ.", [("direction", "(nêu rõ lý do)")], id="what the form asks"
        ),
        pytest.param("Đánh giá khái quát, tình hình năm 2025 ổn định.", [], id="an order with a number in it"),
        pytest.param("Ghi rõ tên người nhận tiền là việc hằng ngày của kế toán.", [], id="a subject with its verb"),
        pytest.param("Xã nêu rõ những hạn chế của từng thôn. Dân đồng tình.", [], id="somebody who did so"),
        pytest.param("1. Đánh giá rõ những hạn chế, nguyên nhân\n\nCòn 02 tiêu chí.", [], id="a heading"),
        pytest.param(
            "  Nêu tóm tắt đặc điểm tình hình, thuận lợi, khó khăn của địa phương.\n\nXã có 12 thôn.",
            [("direction", "Nêu tóm tắt đặc điểm tình hình, thuận lợi, khó khăn của địa phương.")],
            id="a sentence of the outline",
        ),
        pytest.param(
            "Xã có 12 thôn. Phân tích rõ nguyên nhân của từng hạn chế.",
            [("direction", "Phân tích rõ nguyên nhân của từng hạn chế.")],
            id="another behind an answer",
        ),
        pytest.param(
            "Xã đã thành lập 03 tổ (Có số liệu cụ thể).",
            [("direction", "(Có số liệu cụ thể)")],
            id="in brackets with a capital",
        ),
        pytest.param(
            "1. Kiến nghị (nếu có)\n\nXã cần thêm cán bộ.\n\n2. Kết luận\n\nXã đã họp.",
            [("direction", "1. Kiến nghị (nếu có)")],
            id="in a heading",
        ),
    ],
)
def test_words_of_forms(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == found
