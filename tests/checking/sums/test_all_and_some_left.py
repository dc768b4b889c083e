"""All of a kind that have done something, and some of them that have not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("100% chi bộ đã tổ chức đại hội, còn 02 chi bộ chưa có nhà sinh hoạt.", [], id="another matter"),
        pytest.param("Có 15/15 thôn đã tổ chức họp dân, còn 12 hộ chưa ký cam kết.", [], id="of others"),
        pytest.param("Có 13/15 thôn đã tổ chức họp dân, còn 02 thôn chưa tổ chức.", [], id="what is left"),
        pytest.param(
            "Có 22/22 sở và 63/63 xã đã ban hành kế hoạch, 02 cơ quan đang trình ban hành.",
            ["02 cơ quan đang"],
            id="fractions of all",
        ),
        pytest.param(
            "100% chi bộ đã tổ chức đại hội, còn 02 chi bộ chưa tổ chức.", ["02 chi bộ chưa"], id="a hundred per cent"
        ),
    ],
)
def test_all_and_some_left(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "sum-mismatch") if case == "all-and-some"] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Đã giải quyết xong 05/05 đơn, không có đơn tồn đọng. Hiện còn 01 đơn tố cáo đang thẩm tra, xác minh.",
            ["01 đơn tố cáo đang thẩm tra"],
            id="one is looked into",
        ),
        pytest.param(
            "Có 12/12 kiến nghị đã được giải quyết. Tuy nhiên còn 02 kiến nghị chưa được trả lời.",
            ["02 kiến nghị chưa được trả lời"],
            id="two were not answered",
        ),
        pytest.param("Thi hành 8/8 bản án. Còn 01 bản án chưa thi hành.", ["01 bản án chưa thi hành"], id="judgments"),
        pytest.param("Đã giải quyết 05/05 đơn. Hiện còn 01 đơn mới nhận đang xem xét.", [], id="what came since"),
        pytest.param("Đã giải quyết 05/06 đơn. Còn 01 đơn đang xem xét.", [], id="not all"),
        pytest.param("Xử lý 8/8 vụ vi phạm. Hiện còn 03 hộ đang khắc phục.", [], id="others"),
    ],
)
def test_settled_and_open(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for _, words in findings_of(body, "body-appendix-mismatch")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param("Tất cả 26 đơn đã được giải quyết; còn lại 03 kiến nghị đang xem xét.", [], id="another noun"),
        pytest.param("Tất cả 26 đơn của năm 2024 đã được giải quyết; còn 03 đơn đang xem xét.", [], id="all of a kind"),
        pytest.param("Đã xong toàn bộ 12 công trình, còn 03 công trình mới đang làm.", [], id="some of another kind"),
        pytest.param("100% hồ sơ được giải quyết đúng hạn, còn 04 hồ sơ đang xem xét.", [], id="in time"),
        pytest.param("12/12 thôn đã họp dân; còn 03 thôn chưa bình xét.", [], id="another act"),
        pytest.param(
            "Tất cả 26 đơn đã được giải quyết; còn lại 03 đơn đang xem xét.",
            ["còn lại 03 đơn đang xem xét"],
            id="all, and some",
        ),
        pytest.param(
            "Đã hoàn thành toàn bộ 12 công trình. Tuy nhiên, vẫn còn 03 công trình chưa hoàn thành.",
            ["còn 03 công trình chưa hoàn thành"],
            id="in the next sentence",
        ),
        pytest.param("12/12 chỉ tiêu đạt, còn 02 chỉ tiêu chưa đạt.", ["còn 02 chỉ tiêu chưa đạt"], id="one act"),
    ],
)
def test_all_and_what_is_left(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [words for case, words in findings_of(body, "body-appendix-mismatch") if case == "text"] == found


def test_the_rate_of_all_may_stand_between(findings_of: Callable[[str, str], list[tuple[str, str]]]) -> None:
    body = "Xã có 05/05 thôn được công nhận thôn văn hóa, đạt 100%; 01 thôn chưa đạt danh hiệu thôn văn hóa."
    assert [case for case, _ in findings_of(body, "sum-mismatch")] == ["all-and-some"]
    assert findings_of(body.replace("chưa đạt danh hiệu", "đạt danh hiệu lần đầu"), "sum-mismatch") == []
