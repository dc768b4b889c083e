"""Harm and good told with the verbs of the other: what is to be prevented is safety, what is furthered is crime."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "spelling"


def _told(findings: list[tuple[str, str]]) -> list[str]:
    return [" ".join(passage.split()) for case, passage in findings if case == "slip"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Không để xảy ra mất an toàn thực phẩm, tai nạn giao thông.", id="its loss"),
        pytest.param("Phòng ngừa ngộ độc thực phẩm, bảo đảm an toàn giao thông.", id="each with its verb"),
        pytest.param("Giảm ùn tắc, an toàn giao thông được giữ vững.", id="another clause"),
        pytest.param("Giảm tình trạng ô nhiễm, mất an toàn giao thông và thiệt hại do mưa.", id="a list of harms"),
        pytest.param("Xảy ra 02 vụ vi phạm về an toàn thực phẩm.", id="a breach of it"),
        pytest.param("Đẩy mạnh công tác phòng, chống tham nhũng, tiêu cực.", id="against corruption"),
        pytest.param("Công tác ma túy học đường được phổ biến trong công tác phòng ngừa.", id="no end of its clause"),
        pytest.param("Phát huy ưu điểm, khắc phục hạn chế, tồn tại.", id="in their order"),
        pytest.param("Hoàn thiện thể chế, tháo gỡ rào cản, khơi thông nguồn lực.", id="with its own verb"),
        pytest.param("Hoàn thiện hồ sơ, vướng mắc báo cáo Sở Tư pháp.", id="what is reported"),
        pytest.param("Bảo đảm hạn chế ở mức thấp nhất rủi ro.", id="a verb behind it"),
        pytest.param("Khắc phục hiệu quả hậu quả mưa lũ.", id="how it is done"),
        pytest.param("Phòng ngừa, ngăn chặn các hành vi phá hoại an ninh, trật tự.", id="what harms it"),
    ],
)
def test_verbs_that_fit(body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Chưa xảy ra trường hợp ngộ độc an toàn thực phẩm.", "ngộ độc an toàn thực phẩm", id="poisoning"),
        pytest.param("Xảy ra 03 vụ tai nạn an toàn giao thông.", "tai nạn an toàn giao thông", id="accidents"),
        pytest.param("Không để xảy ra an toàn lao động.", "xảy ra an toàn lao động", id="that happen"),
        pytest.param("Phòng ngừa các vụ an toàn cháy nổ.", "Phòng ngừa các vụ an toàn cháy", id="prevented"),
        pytest.param(
            "Giảm tình trạng ô nhiễm môi trường, an toàn giao thông và thiệt hại do ngập.",
            "an toàn giao thông",
            id="in a list of harms",
        ),
        pytest.param("Đẩy mạnh công tác tham nhũng, tiêu cực.", "công tác tham nhũng", id="work at corruption"),
        pytest.param("Tăng cường công tác tệ nạn xã hội.", "công tác tệ nạn xã hội", id="work at vice"),
        pytest.param("Thực hiện công tác dịch bệnh trên đàn lợn.", "công tác dịch bệnh", id="work at diseases"),
        pytest.param("Phát huy những hạn chế, khắc phục ưu điểm.", "Phát huy những hạn chế", id="turned round"),
        pytest.param("Tập trung hoàn thiện thể chế, rào cản phát triển khoa học.", "rào cản", id="in a list of goods"),
        pytest.param("Kịp thời khắc phục những ưu điểm.", "khắc phục những ưu điểm", id="merits mended"),
        pytest.param("Bảo đảm mất an toàn giao thông dịp Tết.", "Bảo đảm mất an toàn", id="a loss assured"),
    ],
)
def test_verbs_of_the_other(body: str, said: str, findings_of: FindingsOf) -> None:
    assert said in _told(findings_of(body, KIND))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("II. NHIỆM VỤ\n\nNâng cao tỷ lệ hộ nghèo được vay vốn ưu đãi.", id="help for those in want"),
        pytest.param("II. NHIỆM VỤ\n\nĐẩy mạnh phòng, chống tảo hôn, giảm tỷ lệ hộ nghèo.", id="against it"),
        pytest.param("II. NHIỆM VỤ\n\nHạn chế làm giảm chất lượng nguồn nước.", id="guarded against"),
        pytest.param("Công tác chăm sóc gặp không ít khó khăn; thực hiện không khó khăn gì.", id="not a few"),
    ],
)
def test_tasks_the_right_way(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "body-appendix-mismatch") == []
    assert [case for case, _ in findings_of(body, "incomplete") if case == "little"] == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param(
            "II. NHIỆM VỤ\n\nĐẩy mạnh các tệ nạn xã hội, xây dựng thôn bình yên.",
            "Đẩy mạnh các tệ nạn xã hội",
            id="harm",
        ),
        pytest.param("II. NHIỆM VỤ\n\nPhấn đấu tăng tỷ lệ hộ nghèo lên 6%.", "tăng tỷ lệ hộ nghèo", id="raised"),
        pytest.param(
            "II. NHIỆM VỤ\n\nTiếp tục hạn chế chất lượng khám, chữa bệnh.", "hạn chế chất lượng", id="lowered"
        ),
    ],
)
def test_tasks_the_wrong_way(body: str, place: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "body-appendix-mismatch") == [("wrong-way", place)]


def test_not_little(findings_of: FindingsOf) -> None:
    assert findings_of("Quá trình thực hiện cũng gặp không khó khăn do thiếu vốn.", "incomplete") == [
        ("little", "gặp không khó khăn")
    ]
