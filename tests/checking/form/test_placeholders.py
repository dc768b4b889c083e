"""What the drafter meant to come back to: marks, notes to oneself, lists announced only."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Trang thông tin có xxx lượt truy cập.", [("placeholder", "xxx")], id="letters for a number"),
        pytest.param("Số hồ sơ trễ hạn là ??? hồ sơ.", [("placeholder", "???")], id="question marks"),
        pytest.param(
            "Đã trao quà, tổng trị giá (chờ kế toán đối chiếu).",
            [("placeholder", "(chờ kế toán đối chiếu)")],
            id="a note",
        ),
        pytest.param(
            "Các thôn đã họp dân (đồng chí văn thư điền tên thôn vào chỗ này).",
            [("placeholder", "(đồng chí văn thư điền tên thôn vào chỗ này)")],
            id="asked of a colleague",
        ),
        pytest.param("Hồ sơ (do Văn phòng cung cấp) đã được kiểm tra.", [], id="who gave it"),
        pytest.param("Hồ sơ (đề nghị bổ sung giấy tờ trước khi gửi) còn 03 bộ.", [], id="asked of those who apply"),
        pytest.param("Trường có từ năm ...... Đến nay đủ lớp.", [("placeholder", "......")], id="dots for a year"),
        pytest.param("Kinh phí (cập nhật sau).", [("placeholder", "(cập nhật sau)")], id="later"),
        pytest.param("Chuyển đến: ; chuyển đi: 6 đồng chí.", [("placeholder", ": ;")], id="no value"),
        pytest.param("Diện tích đạt: ......../1.240 ha.", [("placeholder", "......../1.240")], id="a part of a whole"),
        pytest.param("Đến nay còn ... tổ chưa họp.", [("placeholder", "... ")], id="three dots for a number"),
        pytest.param("Xã đã thành lập ... tổ hòa giải.", [("placeholder", "... ")], id="three dots behind a verb"),
        pytest.param(
            "Trong kỳ đã tổ chức … buổi họp.", [("placeholder", "… ")], id="dots as one letter, behind a verb"
        ),
        pytest.param("Tỉ lệ nòng cốt là ……. %.", [("placeholder", "……. ")], id="dots before a per cent sign"),
        pytest.param("Hộ nghèo chiếm …% số hộ.", [("placeholder", "…")], id="a rate behind 'chiếm'"),
        pytest.param("Hộ nghèo chiếm…% số hộ.", [("placeholder", "chiếm…%")], id="without a blank"),
        pytest.param("Có 12 hộ nghèo (…%) và 3 hộ khá.", [("placeholder", "(…%)")], id="a rate in brackets"),
        pytest.param("Nghe chuyên đề về ... và ... của xã.", [], id="three dots for words"),
        pytest.param("Xã [tên xã] đã họp dân.", [("placeholder", "[tên xã]")], id="a field of a form"),
        pytest.param(
            "Cắt giảm dự án dưới 50% (danh mục dự án: đang cập nhật).",
            [("placeholder", "(danh mục dự án: đang cập nhật)")],
            id="a list to follow",
        ),
        pytest.param("Đảng viên mới kết nạp: [    ] chị.", [("placeholder", "[    ]")], id="a blank in brackets"),
        pytest.param(
            "Xếp thứ 31/63 (chờ số liệu Bộ Nội vụ).", [("placeholder", "(chờ số liệu Bộ Nội vụ)")], id="awaited"
        ),
        pytest.param("Đường đạt khoảng % khối lượng.", [("placeholder", "%")], id="a rate left out"),
        pytest.param("Đường đạt khoảng 45% khối lượng.", [], id="a rate"),
        pytest.param("Quỹ chỉ có ……./21 đơn vị đủ chi.", [("placeholder", "……./21")], id="dots as one letter"),
        pytest.param("Đồng chí phụ trách (tên: …) hoàn thiện.", [("placeholder", "(tên: …)")], id="a name"),
        pytest.param("Tổng số hộ nghèo 214 hộ, đã đối thoại (?).", [("placeholder", "(?)")], id="a doubt"),
        pytest.param(
            "Kết quả tập huấn (chưa có số liệu).", [("placeholder", "(chưa có số liệu)")], id="no figures yet"
        ),
        pytest.param("Mai táng phí cho     đối tượng.", [("placeholder", "cho     ")], id="blanks for a number"),
        pytest.param("Vận động được XX triệu đồng.", [("placeholder", "XX")], id="letters for a sum"),
        pytest.param("Có 03 tôn giáo với (điền số) tín đồ.", [("placeholder", "(điền số)")], id="a note to oneself"),
        pytest.param("Thu hồi (.....) triệu đồng.", [("placeholder", "(.....)")], id="dots in brackets"),
        pytest.param("Sửa quy chế (bổ sung nội dung đối thoại).", [], id="what was put in"),
        pytest.param("Đại hội lần thứ XX; khóa XXX.", [], id="Roman numbers"),
        pytest.param("Còn 03 hồ sơ (chờ Sở bổ sung thủ tục).", [], id="how far a matter is"),
        pytest.param("Vì sao dân chưa hài lòng? Vì chờ lâu.", [], id="a question"),
        pytest.param("Bổ sung quy chế (bổ sung Điều 5).", [], id="what was added"),
        pytest.param("Đã kiểm tra (02 đợt): thôn Trong, thôn Ngoài.", [], id="a list behind its colon"),
    ],
)
def test_placeholders(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, "incomplete") == found


@pytest.mark.parametrize(
    ("body", "cases"),
    [
        pytest.param(
            "1. Kết quả\n\nĐã kiểm tra tại các thôn sau đây:\n\n2. Hạn chế\n\nCòn chậm.", ["announced"], id="a list"
        ),
        pytest.param(
            "1. Kết quả\n\nCác thôn như sau:\n\n- Thôn Trong.\n\n2. Hạn chế\n\nCòn chậm.", [], id="it follows"
        ),
        pytest.param("1. Kết quả\n\nXã báo cáo như sau:\n\na) Họp dân\n\nĐã họp.", [], id="lower headings"),
        pytest.param("Nguyên nhân là năng lực tham mưu của cán bộ và.", ["word"], id="a word that joins"),
        pytest.param("Nhân dân góp công, góp của.", [], id="a word that may end"),
    ],
)
def test_paragraph_ends(body: str, cases: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "incomplete")] == cases


def test_the_document_that_its_grounds_announce(found_in: FindingsOf) -> None:
    head = "KẾ HOẠCH\nHoạt động năm 2026\n\nI. CƠ SỞ\n\nTheo tình hình thực tế,\n\n"
    body = "Công đoàn xây dựng kế hoạch năm 2026 như sau:\n\nII. ĐẶC ĐIỂM\n\nCó 20 đoàn viên.\n"
    assert found_in(head + body, "incomplete") == []
