"""One name in two ways: what is told of a document, and above all what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.wording.names import check_names

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Giao Sở Tài chính, Sở Tư pháp; Sở Tài chính thẩm định. Báo cáo sở và phòng chuyên môn.", id="one way"
        ),
        pytest.param("Giao Ban Tổ chức Trung ương; thành lập Ban tổ chức hội thi.", id="a body and a committee"),
        pytest.param("Giao Văn phòng Sở Y tế, cán bộ Mặt trận; Sở Y tế, Bộ Y tế dự.", id="the end of another word"),
        pytest.param("Nhân cơ hội này, xã Nhân Cơ và thôn của Nhân Cơ họp.", id="the second syllable begins a word"),
        pytest.param(
            "Theo bản án của tòa án; gửi Tòa án. Nêu quyết định này.", id="a body told seldom, no own document"
        ),
        pytest.param(
            "Thay cụm từ “Phòng nông dân xã” bằng cụm từ “phòng Nông dân xã”; “HỘI THI KHE LẠNH”, “Hội thi Khe Lạnh”.",
            id="words of another act, capitals",
        ),
        pytest.param("Khi Nhà nước ban hành; nêu rõ: Khi nhà đầu tư đề nghị.", id="a word of grammar"),
        pytest.param(
            "Hội đồng và cơ quan của tỉnh; báo cáo Hội đồng, Cơ quan thường trực Hội đồng.", id="a body and others"
        ),
        pytest.param("Gửi Phòng Tư pháp\nPhòng Nội vụ; giao Phòng Tư pháp và Phòng Nội vụ.", id="two bodies"),
        pytest.param("Các nước Nhóm châu Á họp; Nhóm Châu Âu và Nhóm Châu Âu dự.", id="a kind of place"),
        pytest.param("Tuyến Khe Lạnh - Bản Pọm; thôn Khe Lạnh, Bản Pọm và thôn khác.", id="an enumeration"),
        pytest.param("Họp mỗi quý 1 lần; quý I đã họp.", id="a number of times"),
        pytest.param("Trạm bơm Đồng Mạ 1, Đồng Mạ II; giai đoạn 1 và giai đoạn II.", id="numerals of two things"),
        pytest.param(
            "Các Sở, ban, ngành.\nSở, ban, ngành của tỉnh họp.\nGiao các Sở, ban, ngành.", id="a sentence begins"
        ),
    ],
)
def test_names_in_one_way(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, "mixed-orthography") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Giao Trung tâm Bảo tồn Di sản Mường Lũng; báo cáo Trung tâm Bảo tồn Di sản Mường Lũng. "
            "Đề nghị Trung tâm Bảo tồn di sản Mường Lũng phối hợp.",
            ("capitals", "Trung tâm Bảo tồn di sản Mường Lũng"),
            id="a small letter inside the name of a body",
        ),
        pytest.param(
            "Giao Đài Tiếng nói Mẫu Sơn; mời Đài tiếng nói Mẫu Sơn dự.",
            ("capitals", "Đài tiếng nói Mẫu Sơn"),
            id="as often: the rule wants a capital behind the first word",
        ),
        pytest.param(
            "Giao Tổng công ty Điện lực Mẫu Sơn; mời Tổng Công ty Điện lực Mẫu Sơn dự.",
            ("capitals", "Tổng Công ty Điện lực Mẫu Sơn"),
            id="as often: 'tổng công ty' is one word",
        ),
        pytest.param(
            "Giao Công ty Môi trường và Đô thị Mẫu Sơn thu gom; mời Công ty Môi trường Đô thị Mẫu Sơn dự.",
            ("dash", "Công ty Môi trường Đô thị Mẫu Sơn"),
            id="'và' left out of the name of a body",
        ),
        pytest.param(
            "Các thành viên Ban Chỉ đạo tỉnh, giúp Ban Chỉ đạo xã, thay Ban chỉ đạo huyện.",
            ("capitals", "Ban chỉ đạo"),
            id="a board",
        ),
        pytest.param(
            "Giao Phòng Tư pháp thẩm định; chỉ đạo phòng Tư pháp rà soát.",
            ("capitals", "phòng Tư pháp"),
            id="the first word of the name of a body",
        ),
        pytest.param(
            "Đề nghị các sở, ban, ngành; giao các sở, ban, ngành; mời các Sở, Ban, ngành dự.",
            ("capitals", "Sở, Ban, ngành"),
            id="an enumeration of bodies",
        ),
        pytest.param(
            "Gửi Tòa án; nộp Tòa án; mời Tòa án; báo cáo Tòa án; hỏi Tòa án; theo bản án của tòa án.",
            ("capitals", "tòa án"),
            id="a body of the State",
        ),
        pytest.param(
            "Theo phụ lục của Kế hoạch này. Xã căn cứ kế hoạch này thực hiện.",
            ("capitals", "kế hoạch này"),
            id="the document itself",
        ),
        pytest.param(
            "Chủ đề “Văn hiến - Bản sắc - Hội nhập”; theo chủ đề “Văn hiến - Bản sắc - hội nhập”.",
            ("capitals", "Văn hiến - Bản sắc - hội nhập"),
            id="a motto",
        ),
        pytest.param(
            "Hội thi “Khe Lạnh, lần thứ II”; hội thi “Khe Lạnh, lần thứ II”; về hội thi “Khe Lạnh lần thứ II”.",
            ("dash", "Khe Lạnh lần thứ II"),
            id="the title of an event without its comma",
        ),
        pytest.param(
            "Cụm Bản Pọm; khu Bản Pọm; từ trạm Bản pọm cung cấp.", ("name-capital", "Bản pọm"), id="half a name"
        ),
        pytest.param(
            "Hội thi Khe Lạnh - Bản Pọm lần thứ I; Hội thi Khe Lạnh - Bản Pọm; chào mừng Hội thi Khe Lạnh-Bản Pọm.",
            ("dash", "Khe Lạnh-Bản Pọm"),
            id="a dash without blanks",
        ),
        pytest.param(
            "Chi cục Thú y vùng V kiểm tra; theo đề nghị của Chi cục Thú y vùng 5.",
            ("numeral", "vùng 5"),
            id="an Arabic number",
        ),
    ],
)
def test_a_name_in_two_ways(body: str, found: tuple[str, str], findings_of: FindingsOf) -> None:
    assert findings_of(body, "mixed-orthography") == [found]


def test_both_ways_are_counted() -> None:
    body = "Cụm Bản Pọm; khu Bản Pọm; trạm Bản Pọm; đường Bản Pọm; từ Bản pọm đến Bản pọm."
    (finding,) = check_names(read_text(HEAD + TITLE + body + TAIL))
    assert finding.facts == {"here": "Bản pọm", "usual": "Bản Pọm", "few": "2", "many": "4"}
