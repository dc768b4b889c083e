"""Documents that a body does not issue, organs and heads that bodies of its kind do not have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "layout"


def _told(findings: list[tuple[str, str]], case: str) -> list[str]:
    return [passage for here, passage in findings if here == case]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Hội đồng nhân dân xã đã ban hành 02 nghị quyết về ngân sách.", id="what a council issues"),
        pytest.param("UBND xã trình HĐND xã ban hành 03 nghị quyết về ngân sách.", id="the one asked issues it"),
        pytest.param("HĐND, UBND xã ban hành các nghị quyết, quyết định về ngân sách.", id="two bodies, two types"),
        pytest.param("Đảng ủy UBND tỉnh đã ban hành 02 nghị quyết chuyên đề.", id="the Party committee inside"),
        pytest.param("UBND xã ban hành Kế hoạch thực hiện Nghị quyết của Đảng ủy.", id="a plan for a resolution"),
        pytest.param("UBND xã ban hành Nghị quyết liên tịch với Hội Nông dân xã.", id="a joint resolution"),
        pytest.param("Thường trực HĐND xã ban hành Quyết định thành lập Đoàn giám sát.", id="the standing body"),
        pytest.param(
            "Thanh tra Chính phủ ban hành Thông tư về tiếp công dân.", id="a ministry of the government's name"
        ),
        pytest.param("Sở Y tế trình HĐND tỉnh ban hành nghị quyết về viện phí.", id="a department that submits"),
        pytest.param("Chính phủ đã ban hành 05 nghị định và 02 nghị quyết.", id="the government"),
    ],
)
def test_documents_that_a_body_issues(body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND), "not-issued") == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Trong quý, UBND xã đã ban hành 03 nghị quyết về ngân sách.", "nghị quyết", id="of a committee"),
        pytest.param("Chủ tịch UBND xã ban hành Nghị quyết thành lập Tổ.", "Nghị quyết", id="of its chairman"),
        pytest.param("Hội đồng nhân dân tỉnh ban hành Chỉ thị về phòng cháy rừng.", "Chỉ thị", id="of a council"),
        pytest.param("Đảng ủy xã ban hành 01 nghị quyết và 02 thông tư.", "thông tư", id="the second type"),
        pytest.param("Thủ tướng Chính phủ ban hành Nghị định về hộ tịch.", "Nghị định", id="of the prime minister"),
        pytest.param("Chính phủ ban hành Luật Đất đai để thi hành từ năm nay.", "Luật", id="of the government"),
        pytest.param("Sở Nội vụ đã ban hành 02 thông tư hướng dẫn.", "thông tư", id="of a department"),
    ],
)
def test_document_that_a_body_does_not_issue(body: str, said: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND), "not-issued") == [said]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Ban Thường trực Ủy ban MTTQ Việt Nam xã tặng quà 25 hộ.", id="the Front"),
        pytest.param("Ban Thường vụ Đảng ủy xã họp định kỳ.", id="the Party"),
        pytest.param("Bí thư Đảng ủy, Chủ tịch HĐND xã chủ trì hội nghị.", id="two posts"),
        pytest.param("Bí thư Đảng ủy UBND tỉnh dự hội nghị.", id="the Party inside a committee"),
        pytest.param("Ban Chấp hành Công đoàn UBND xã tổ chức đại hội.", id="the union inside a committee"),
        pytest.param("Phó Chủ tịch, Đảng ủy viên phụ trách thôn 3.", id="a member of the Party committee"),
        pytest.param("Đồng chí Chủ tịch Đảng ủy viên phụ trách thôn 3.", id="the same without a comma"),
        pytest.param("Ban Thường trực Hội Người cao tuổi xã họp.", id="a union with such an organ"),
    ],
)
def test_organs_that_a_body_has(body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND), "organ-of") == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param("Ban Thường trực Đảng ủy xã đã họp.", "Ban Thường trực Đảng ủy", id="of the Front, not the Party"),
        pytest.param("Ban Thường vụ HĐND xã giám sát 02 đợt.", "Ban Thường vụ HĐND", id="of the Party, not a council"),
        pytest.param("Ban Chấp hành UBND xã họp hằng tháng.", "Ban Chấp hành UBND", id="of a party or union"),
        pytest.param(
            "Ban Thường vụ Ủy ban MTTQ xã họp.", "Ban Thường vụ Ủy ban MTTQ", id="the Front's is the standing one"
        ),
        pytest.param("Bí thư UBND xã chủ trì hội nghị.", "Bí thư UBND", id="a secretary of a committee"),
        pytest.param("Bí thư Hội Nông dân xã báo cáo.", "Bí thư Hội Nông dân", id="a secretary of a union"),
        pytest.param("Chủ tịch Đảng ủy xã kết luận.", "Chủ tịch Đảng ủy", id="a chairman of the Party"),
        pytest.param("Chủ tịch Sở Tư pháp chỉ đạo.", "Chủ tịch Sở Tư", id="a chairman of a department"),
    ],
)
def test_organ_that_a_body_does_not_have(body: str, said: str, findings_of: FindingsOf) -> None:
    assert [one.startswith(said) for one in _told(findings_of(body, KIND), "organ-of")] == [True]
