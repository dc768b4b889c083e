"""The same said twice in one sentence: the issuer, how a thing is done, who is meant, the verb of a matter."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "spelling"


def _told(findings: list[tuple[str, str]]) -> list[str]:
    return [" ".join(passage.split()) for case, passage in findings if case == "repeated"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Chính phủ đã ban hành Nghị quyết số 71/NQ-CP ngày 01/4/2025 sửa đổi Chương trình hành động của Chính phủ.",
            id="whose programme the document changes",
        ),
        pytest.param(
            "UBND xã ban hành Kế hoạch số 12/KH-UBND ngày 05/01/2026 triển khai Kế hoạch số 04/KH-UBND ngày 02/01/2026"
            " của UBND tỉnh.",
            id="another issuer",
        ),
        pytest.param("Kịp thời phát hiện, kịp thời xử lý vi phạm.", id="two things, each in time"),
        pytest.param("Chỉ đạo kịp thời của Đảng ủy giúp nhiệm vụ triển khai kịp thời.", id="whose, and how"),
        pytest.param("Xử lý kịp thời các vụ việc; kịp thời báo cáo cấp trên.", id="two sentences"),
        pytest.param("Chi thường xuyên vượt dự toán chi thường xuyên được giao.", id="a term of the budget"),
        pytest.param("Người có công và các đối tượng chính sách được tặng quà.", id="another group"),
        pytest.param("Hội Nông dân và các hội đặc thù.", id="a kind of it"),
        pytest.param("Xây dựng kế hoạch và tổ chức triển khai chương trình.", id="two verbs, two things"),
        pytest.param("Việc thi hành án được thực hiện đúng thời hạn.", id="another verb"),
        pytest.param("Việc xử lý vi phạm chưa kịp thời; các vụ việc đã được xử lý xong.", id="in another sentence"),
        pytest.param("Gửi lấy ý kiến các bản; các bản đã góp ý kiến.", id="asked, and answered"),
        pytest.param("Trường hợp nguồn thu giảm, nếu cần thì điều chỉnh.", id="each with its own clause"),
        pytest.param("Thu ngân sách tăng vì doanh nghiệp khôi phục sản xuất.", id="a word that only begins alike"),
    ],
)
def test_said_once(body: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(
            "UBND xã đã ban hành Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã về trồng cây.",
            "của UBND xã",
            id="the issuer",
        ),
        pytest.param(
            "Chính phủ ban hành Nghị định số 45/2025/NĐ-CP ngày 12/5/2025 của Chính phủ.",
            "của Chính phủ",
            id="the Government",
        ),
        pytest.param(
            "Hội đồng nhân dân xã thông qua Nghị quyết số 08/NQ-HĐND ngày 12/7/2026 của Hội đồng nhân dân xã.",
            "của Hội đồng nhân dân xã",
            id="an assembly",
        ),
        pytest.param("Tham mưu kịp thời cho xã tổ chức thực hiện kịp thời.", "kịp thời", id="in time"),
        pytest.param("Nghiêm túc chấp hành và thực hiện nghiêm túc chế độ trực.", "nghiêm túc", id="in earnest"),
        pytest.param("Tặng quà người có công và các đối tượng người có công.", "người có công", id="who is meant"),
        pytest.param("Chăm lo hộ nghèo và các hộ nghèo vùng cao.", "hộ nghèo", id="whom the first take in"),
        pytest.param(
            "Bảo đảm việc thi hành những bản án hành chính phải được thi hành đúng hạn.", "thi hành", id="the verb"
        ),
        pytest.param("Xin ý kiến các ngành, các bản cho ý kiến về dự thảo.", "cho ý kiến", id="asked for an opinion"),
        pytest.param("Trường hợp nếu nguồn thu giảm thì điều chỉnh.", "Trường hợp nếu", id="a condition"),
        pytest.param("Họp thôn nhằm để bàn việc làm đường.", "nhằm để", id="an aim"),
        pytest.param("Chậm tiến độ vì do thiếu vốn.", "vì do", id="a cause"),
        pytest.param("Xây dựng, triển khai và tổ chức triển khai chương trình.", "tổ chức triển khai", id="one verb"),
        pytest.param("Chỉ đạo quyết liệt và xử lý quyết liệt vi phạm.", "quyết liệt", id="with resolve"),
        pytest.param("Xin chủ trương của tỉnh để cho chủ trương đầu tư.", "cho chủ trương", id="asked for a decision"),
    ],
)
def test_said_twice(body: str, said: str, findings_of: FindingsOf) -> None:
    assert _told(findings_of(body, KIND)) == [said]


def test_a_heading_as_label_of_its_own_text(findings_of: FindingsOf) -> None:
    body = (
        "1. Tồn tại, hạn chế\n\n- Tồn tại, hạn chế: Tỷ lệ nộp hồ sơ trực tuyến còn thấp.\n\n2. Kết quả\n\nKết quả tốt."
    )
    assert _told(findings_of(body, KIND)) == ["Tồn tại, hạn chế"]


def test_first_row_below_a_heading_may_have_its_name(findings_of: FindingsOf) -> None:
    body = "a) Tiếp nhận hồ sơ:\n\nTiếp nhận hồ sơ: 80 hồ sơ, đã giải quyết 52.\n\nb) Trả kết quả:\n\nĐủ."
    assert _told(findings_of(body, KIND)) == []
