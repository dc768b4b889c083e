"""A whole report of a made-up commune in a few lines, to which tests give a body."""

from __future__ import annotations

from tongket.files.limits import within_limits
from tongket.files.text import text_blocks
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.model.sources import Source
from tongket.reading.read import read_source

HEAD = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ LŨNG ẲNG\tĐộc lập - Tự do - Hạnh phúc
Số: 41/BC-UBND\tLũng Ẳng, ngày 12 tháng 9 năm 2026

"""
TITLE = """BÁO CÁO
Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU ngày 07/9/2021 của Ban Thường vụ Tỉnh ủy về tập hợp quần chúng

I. KẾT QUẢ THỰC HIỆN

"""
TAIL = """

Trên đây là báo cáo của Ủy ban nhân dân xã./.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
(Đã ký)
"""


def read_text(text: str) -> Report:
    """The report that ``text`` is, through the real reader."""
    return read_source(within_limits(Source("x.txt", "", "txt", text, text_blocks(text))))


def passage(report: Report, finding: Finding) -> str:
    """The words that the finding marks."""
    assert isinstance(finding.place, Span)
    return report.text[finding.place.start : finding.place.end]
