"""What a text calls itself."""

from __future__ import annotations

import pytest
from report_texts import read_text

from tongket.checking.form.own_name import check_own_name

_HEAD = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ LŨNG ẲNG\tĐộc lập - Tự do - Hạnh phúc
Số: 41/{symbol}-UBND\tLũng Ẳng, ngày 12 tháng 9 năm 2026

{kind}
{title}

"""
_TAIL = "\n\nNơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\n"


def _named(body: str, kind: str = "CHỈ THỊ", title: str = "Về tăng cường phòng cháy rừng") -> list[str]:
    text = _HEAD.format(kind=kind, symbol="CT" if kind == "CHỈ THỊ" else "KH", title=title) + body + _TAIL
    return [one.facts["here"] for one in check_own_name(read_text(text))]


@pytest.mark.parametrize(
    ("body", "kind", "here"),
    [
        pytest.param(
            "Các thôn thực hiện nghiêm các nội dung tại Công văn này.", "CHỈ THỊ", "Công văn này", id="letter"
        ),
        pytest.param(
            "Báo cáo kết quả trước ngày 20.\n\nTrưởng các ban thực hiện Thông báo này.",
            "KẾ HOẠCH",
            "Thông báo này",
            id="notice",
        ),
    ],
)
def test_text_that_calls_itself_another_type(body: str, kind: str, here: str) -> None:
    assert _named(body, kind) == [here]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Các thôn thực hiện nghiêm Chỉ thị này.", id="its own type"),
        pytest.param("Tỉnh có Công văn số 12/UBND-NL ngày 02/3/2026. Công văn này yêu cầu trực 24/24 giờ.", id="cited"),
        pytest.param(
            "UBND tỉnh đã ban hành công văn về trực Tết. Công văn này yêu cầu trực 24/24 giờ.", id="spoken of"
        ),
        pytest.param("Ghi vào sổ theo mẫu: “Thực hiện theo Công văn này”.", id="quoted"),
        pytest.param(
            "Ban hành kèm theo kế hoạch.\n\nKẾ HOẠCH\nPhòng cháy rừng\n\nThực hiện Kế hoạch này.", id="put into force"
        ),
        pytest.param("Thực hiện văn bản này.", id="a document of whatever type"),
    ],
)
def test_other_documents_and_the_text_itself(body: str) -> None:
    assert _named(body) == []


def test_document_that_the_title_names() -> None:
    assert _named("Các thôn học tập Nghị quyết này.", title="Về học tập Nghị quyết Đại hội Đảng bộ xã") == []
