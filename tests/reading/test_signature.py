"""Recipients and signature, in one column, two columns, or a cell that came over as one line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.model.reports import Report

ReportOf = Callable[[str], Report]

BODY = "BÁO CÁO\n\nKết quả công tác\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n\n"


@pytest.mark.parametrize(
    ("tail", "recipients", "signature"),
    [
        pytest.param("", (), None, id="nothing printed"),
        pytest.param(
            "Nơi nhận:\n\n- Sở Nội vụ (b/c);\n- Lưu: VT, NV.\n\n**TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n"
            "PHÓ CHỦ TỊCH**\n\nY Nam\n",
            ("Sở Nội vụ (b/c)", "Lưu: VT, NV"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Nam"),
            id="one under the other",
        ),
        pytest.param(
            "Nơi nhận:\n- Các sở,\n    ban, ngành;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nY Nam\n",
            ("Các sở, ban, ngành", "Lưu: VT"),
            ("TM. ỦY BAN NHÂN DÂN", None, "CHỦ TỊCH", "Y Nam"),
            id="a recipient that goes on in an indented line",
        ),
        pytest.param(
            "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- UBND tỉnh; CHỦ TỊCH\n- Lưu: VT.\nY Nam\n",
            ("UBND tỉnh", "Lưu: VT"),
            ("TM. ỦY BAN NHÂN DÂN", None, "CHỦ TỊCH", "Y Nam"),
            id="columns with one blank between",
        ),
        pytest.param(
            "\tNơi nhận:\n\n- Ban Dân vận (b/c),\n- Lưu Văn phòng.    \n\t\n\tT/M BAN THƯỜNG VỤ\nPHÓ "
            "BÍ THƯ              \n",
            ("Ban Dân vận (b/c)", "Lưu Văn phòng"),
            ("T/M BAN THƯỜNG VỤ", None, "PHÓ BÍ THƯ", None),
            id="Party, without name",
        ),
        pytest.param(
            "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nNông Văn Mẫu\n\nNơi nhận:\n- Lưu: VT.\n",
            ("Lưu: VT",),
            ("TM. ỦY BAN NHÂN DÂN", None, "CHỦ TỊCH", "Nông Văn Mẫu"),
            id="signature above the recipients, name below the mark of signing",
        ),
        pytest.param(
            "TM. ỦY BAN NHÂN DÂN\tTM. BAN THƯỜNG TRỰC\nKT. CHỦ TỊCH\tCHỦ TỊCH\nPHÓ CHỦ TỊCH\t\nY Nam\tNông Văn Mẫu\n",
            (),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Nam"),
            id="the first of two who sign side by side",
        ),
        pytest.param(
            "Nơi nhận:   KT. GIÁM ĐỐC\n- Thanh tra tỉnh;   PHÓ GIÁM ĐỐC\n- Lưu: VT.   Người ký: Sở\nSở Mẫu\n",
            ("Thanh tra tỉnh", "Lưu: VT"),
            (None, "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", None),
            id="two columns and a digital stamp",
        ),
        pytest.param(
            "*Nơi nhận:\n- Sở Nội vụ (b/c);\n- Lưu: VT, VHXH.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNông Văn Mẫu\n",
            ("Sở Nội vụ (b/c)", "Lưu: VT, VHXH"),
            ("TM. ỦY BAN NHÂN DÂN", None, "CHỦ TỊCH", "Nông Văn Mẫu"),
            id="an asterisk before the word",
        ),
        pytest.param(
            "| * Nơi nhận: - Huyện ủy (để báo cáo), - Lưu ĐU. | T/M ĐẢNG ỦY BÍ THƯ |\n",
            ("Huyện ủy (để báo cáo)", "Lưu ĐU"),
            ("T/M ĐẢNG ỦY", None, "BÍ THƯ", None),
            id="an asterisk before the word in a cell",
        ),
        pytest.param(
            "* Nơi nhận\tTM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ;\tCHỦ TỊCH\n- Lưu: VT, VHXH.\tNông Văn Mẫu\n",
            ("Sở Nội vụ", "Lưu: VT, VHXH"),
            ("TM. ỦY BAN NHÂN DÂN", None, "CHỦ TỊCH", "Nông Văn Mẫu"),
            id="an asterisk in a row of tabs",
        ),
        pytest.param(
            "| Nơi nhận: - Huyện ủy (để báo cáo), - Lưu ĐU. | T/M ĐẢNG ỦY BÍ THƯ |\n",
            ("Huyện ủy (để báo cáo)", "Lưu ĐU"),
            ("T/M ĐẢNG ỦY", None, "BÍ THƯ", None),
            id="cells that came over as one line",
        ),
        pytest.param(
            "TM. HỘI ĐỒNG QUẢN TRỊ\nCHỦ TỊCH\nNông Văn Mẫu\n\nNơi nhận: Thành viên; Đảng ủy, UBND xã; Lưu HTX.\n",
            ("Thành viên", "Đảng ủy, UBND xã", "Lưu HTX"),
            ("TM. HỘI ĐỒNG QUẢN TRỊ", None, "CHỦ TỊCH", "Nông Văn Mẫu"),
            id="on one line behind the signature",
        ),
    ],
)
def test_tails(
    tail: str,
    recipients: tuple[str, ...],
    signature: tuple[str | None, str | None, str | None, str | None] | None,
    report_of: ReportOf,
) -> None:
    report = report_of(BODY + tail)
    assert report.recipients == recipients
    found = report.signature
    assert (found and (found.authority, found.capacity, found.title, found.name)) == signature


@pytest.mark.parametrize(
    ("tail", "others"),
    [
        pytest.param("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nY Nam\n", [], id="one body"),
        pytest.param(
            "TM. ỦY BAN NHÂN DÂN\tTM. BAN THƯỜNG TRỰC\nKT. CHỦ TỊCH\tCHỦ TỊCH\nPHÓ CHỦ TỊCH\t\nY Nam\tNông Văn Mẫu\n",
            [("TM. BAN THƯỜNG TRỰC", None, "CHỦ TỊCH", "Nông Văn Mẫu")],
            id="two side by side",
        ),
        pytest.param(
            "Nơi nhận:\n- Lưu: VT.\n\nTM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\n\nNông Văn Mẫu\n\nTM. ỦY BAN NHÂN DÂN\n"
            "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nY Nam\n",
            [("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Y Nam")],
            id="one below the other",
        ),
    ],
)
def test_other_bodies_of_a_joint_document_sign_too(
    tail: str, others: list[tuple[str | None, ...]], report_of: ReportOf
) -> None:
    report = report_of(BODY + tail)
    assert report.signature is not None
    assert [(one.authority, one.capacity, one.title, one.name) for one in report.co_signatures] == others


def test_minutes_end_where_secretary_and_chair_sign(report_of: ReportOf) -> None:
    body = "BIÊN BẢN\n\nHội nghị sơ kết\n\nI. Nội dung\n\nĐã bàn việc năm tới.\n\n"
    report = report_of(f"{body}THƯ KÝ\n\nNông Thị Thử\n\nCHỦ TRÌ\n\nHà Văn Mẫu\n")
    assert [one.title for one in report.walk_sections()] == ["Nội dung"]
