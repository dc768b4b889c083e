"""Bodies spoken of as if they had been named, in a text that names none of their kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "incomplete"


def _told(findings: list[tuple[str, str]]) -> list[str]:
    return [passage for case, passage in findings if case == "unnamed"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Qua kiểm tra 12 cơ sở, 03 cơ sở vi phạm. Đoàn kiểm tra đã nhắc nhở.", id="a team by its work"),
        pytest.param(
            "Ban Chỉ đạo phòng, chống thiên tai xã họp 02 phiên. Các thành viên Ban Chỉ đạo trực 24/24 giờ.",
            id="named in full before",
        ),
        pytest.param(
            "Các thành viên Ban Chỉ đạo trực 24/24 giờ. Ủy ban nhân dân xã kiện toàn Ban Chỉ đạo gồm 15 người.",
            id="set up in the text",
        ),
        pytest.param("BCĐ giảm nghèo họp 04 phiên; thành viên Ban Chỉ đạo đi cơ sở.", id="named in short"),
        pytest.param("Các tổ công tác, đoàn công tác đã về thôn.", id="several, of no name"),
        pytest.param(
            "Công ty cổ phần Thủy điện Nậm Hán xả lũ. Đề nghị Công ty báo trước 06 giờ.", id="a company of a name"
        ),
        pytest.param("Đoàn công tác do Phó Chủ tịch xã làm trưởng đoàn đã kiểm tra 05 hồ chứa.", id="with its head"),
        pytest.param("Thanh niên đi làm công ty, gửi tiền về nhà.", id="in small letters, any of them"),
        pytest.param("Mỗi xã lập một Tổ công tác, có 03 thành viên.", id="counted"),
        pytest.param(
            "Bàn giao mặt bằng cho Tổng công ty Điện lực. Công ty đã dựng 30 cột.", id="of a name with more words"
        ),
        pytest.param("Thành viên Ban Chỉ đạo Chương trình mục tiêu đi cơ sở.", id="its name behind it"),
    ],
)
def test_body_that_is_named(body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(
            "Ban Chỉ huy Phòng thủ dân sự xã lập nhóm để các thành viên Ban Chỉ đạo, trưởng thôn nắm tình hình.",
            "Ban Chỉ đạo",
            id="a board that the text calls otherwise",
        ),
        pytest.param(
            "Hồ Khe Cạn đang xả qua tràn. Công ty dự kiến tăng lưu lượng vào buổi chiều.", "Công ty", id="a company"
        ),
        pytest.param(
            "Một số hộ khiếu nại về nổ mìn; tiếp tục đề nghị Công ty di dời máy nghiền.", "Công ty", id="which is asked"
        ),
        pytest.param("Hồ sơ đã gửi Đoàn giám sát.", "Đoàn giám sát", id="one to which was sent"),
        pytest.param("Theo phân công của Tổ công tác, 05 xã đã báo cáo.", "Tổ công tác", id="one that shared out work"),
        pytest.param("Trưởng Ban Chỉ đạo đã ký thông báo kết luận.", "Ban Chỉ đạo", id="of which the head is told"),
        pytest.param("Ủy ban nhân dân xã đã giải trình với Đoàn kiểm tra.", "Đoàn kiểm tra", id="to whom was answered"),
        pytest.param("Tiểu ban đã họp 03 phiên, thông qua đề cương.", "Tiểu ban", id="which met"),
        pytest.param("Sau khi làm việc với Đoàn công tác, xã đã bổ sung hồ sơ.", "Đoàn công tác", id="which came"),
        pytest.param("Công ty đã bồi thường cho 12 hộ.", "Công ty", id="which paid"),
    ],
)
def test_body_that_is_named_nowhere(body: str, said: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == [said]


def test_one_of_a_kind_is_told_once(findings_of: FindingsOf) -> None:
    body = "Công ty đã bồi thường cho 12 hộ. Đề nghị Công ty sửa đường."
    assert _told(findings_of(body, KIND)) == ["Công ty"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Điều này cho thấy phong trào đi vào chiều sâu.", id="what was said before"),
        pytest.param("Mọi người nói nhiều về điều này.", id="a thing"),
        pytest.param("Điều 5 quy định mức hỗ trợ.\n\nĐiều 6. Các hộ tại Điều này được miễn.", id="a text of articles"),
        pytest.param(
            "Theo Điều 30 Thông tư số 05/2018/TT-BTC: mức chi tại Điều này giảm dần.", id="one that is named before"
        ),
        pytest.param("Sửa thành “các đối tượng tại Điều này được vay vốn”.", id="quoted"),
    ],
)
def test_article_that_may_be_spoken_of(body: str, findings_of: FindingsOf) -> None:
    assert [passage for case, passage in findings_of(body, "missing-part") if case == "section"] == []


def test_an_article_in_a_text_without_articles(findings_of: FindingsOf) -> None:
    body = "Các xã bố trí kinh phí cho các nhiệm vụ quy định tại Điều này từ quý I."
    assert ("section", "Điều này") in findings_of(body, "missing-part")
