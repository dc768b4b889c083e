"""Checking never raises and never points outside the text, whatever a report holds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from report_texts import HEAD, TAIL, TITLE, read_text

from tongket.checking.catalogue import mend, message
from tongket.checking.check import check_report
from tongket.model.places import Span

PIECES = st.sampled_from(
    [
        "Chỉ thị số 06-CT/TU ngày 07/9/2021",
        "Kế hoạch số /KH-UBND",
        "Kết luận 62/KL-TW",
        "ngày 31/9/2023",
        "1. Ưu điểm",
        "II. HẠN CHẾ",
        "a)",
        "1.1",
        "12/15 thôn",
        "0/0 hộ",
        "946 hộ",
        "chiếm 55,1%",
        "gồm:",
        "trong đó",
        "tăng 12 mô hình",
        "40 mô hình",
        "99999999999999999999 tỷ đồng",
        "200.000 đồng",
        "Phụ lục kèm theo",
        "PHỤ LỤC 1",
        "(Đã ký)",
        "CHỦ TỊCH",
        "\t",
        "\t\t",
        "\n",
        "\n\n",
        ", ",
        ". ",
        "; ",
        "STT\tNội dung\tSố lượng\n",
        "1\tTổng số cuộc\t15\n",
        "\t- Cấp xã\t\n",
        "\tTổng cộng\t1.950\n",
        "| a | b |\n|---|---|\n",
        "0900 000 012",
        "xã Đăk Nua",
        "xã Đắk Nua",
        "văn hoá",
        "văn hóa",
        "¹",
        "* ",
        "**",
        "<i>",
        "-5",
        "1/0",
        "năm 2021 - 2019",
        "huyện Thanh Lũng",
        "Không",
        "\u0301",
        "\ufeff",
        "\u00a0",
    ]
)
TEXTS = st.lists(PIECES | st.text("aă1 2/.,%-\t\n", max_size=6), max_size=40).map("".join)


@settings(max_examples=50, deadline=None)
@given(TEXTS, st.booleans())
def test_any_text_is_checked(text: str, is_whole: bool) -> None:
    report = read_text(HEAD + TITLE + text + TAIL if is_whole else text)
    for finding in check_report(report):
        places = [one for one in (finding.place, *finding.related) if isinstance(one, Span)]
        assert all(0 <= one.start <= one.end <= len(report.text) for one in places)
        assert message(finding, "vi")
        assert mend(finding, "en")
