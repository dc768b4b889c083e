"""Stock or flow (số liệu thời điểm hay thời kỳ): how an answer adds up over time, by the words of its row.

What exists is a stock (hiện có, đang duy trì, dư nợ); what happens is a flow (được kết nạp, tổ chức, cuộc, lượt).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tongket.programmes.drafting.units import Counting, bare_label, unit_words_exact
from tongket.vietnamese.unicode import folded

_EXISTS = re.compile(
    r"(?<!\w)(?:hiện (?:có|nay|tại|đang)|đang (?:duy trì|hoạt động|sinh hoạt|hiệu lực|công tác|có|quản lý|thực hiện)"
    r"|còn (?:hiệu lực|hoạt động|duy trì|tồn|lại)|dư nợ|tồn quỹ|số dư|trong độ tuổi|biên chế|dân số|diện tích|lũy kế"
    r"|luỹ kế|có đến|tính đến|đến (?:cuối|thời điểm|nay|ngày)|cuối kỳ|cuối năm|chuyên trách(?! được)|trình độ"
    r"|đủ điều kiện|thuộc diện|đạt chuẩn|đạt danh hiệu)(?!\w)"
)
_HAPPENS = re.compile(
    r"(?<!\w)(?:mới|kết nạp|phát triển (?:mới|được)|thành lập|tổ chức (?:được )?|trong (?:kỳ|năm|quý|tháng)|phát sinh"
    r"|ban hành|khen thưởng|biểu dương|tập huấn|bồi dưỡng|vận động được|huy động|hỗ trợ|xây (?:mới|dựng)|sửa chữa"
    r"|tiếp nhận|giải quyết|xử lý|giới thiệu|luân chuyển|điều động|bổ nhiệm|tuyển dụng|kỷ luật|tuyên truyền|phổ biến"
    r"|quán triệt|tham (?:dự|gia)|phát động|sắp xếp|sáp nhập|kiểm tra|giám sát|phản biện|đối thoại|thăm hỏi|gặp mặt"
    r"|khắc phục|chấn chỉnh|trao tặng|tặng|cấp (?:phát|mới)|đào tạo|phân bổ|bố trí|tăng thêm|giảm)(?!\w)"
)
_FLOW_KINDS = {"event", "count", "document", "opinion", "case", "money", "work", "duration", "kind"}
_STOCK_KINDS = {"place", "body", "household", "area", "length", "age"}


@dataclass(frozen=True, slots=True)
class OverTime:
    """How it adds up over time, and what says so."""

    over_time: Literal["sum", "latest"]
    why: str  # key of decisions.WHY
    words: str
    sure: bool


def over_time(label: str, counted: Counting, caption: str = "") -> OverTime:
    """How an answer adds up over time, by its label and those above, its unit, and the form's period line."""
    name = folded(label)
    exists, happens = _EXISTS.search(name), _HAPPENS.search(name)
    if exists and (not happens or exists.start() <= happens.start() or "nợ" in exists[0] or "đang" in exists[0]):
        return OverTime("latest", "words", exists[0], True)
    unit = unit_words_exact(counted.word.split(",")[0].split("/")[0].strip())
    kind = unit.kind if unit else ""
    if counted.word.startswith("lượt") or kind in _FLOW_KINDS:
        return OverTime("sum", "unit-kind", counted.word, True)
    if happens and kind not in _STOCK_KINDS:
        return OverTime("sum", "words", happens[0], bare_label(name).startswith(counted.word) or kind == "person")
    words = folded(caption)
    if "phát sinh" in words or "trong kỳ" in words:
        return OverTime("sum", "caption", caption.strip("()"), False)
    if re.search(r"tính đến|thời điểm|cuối kỳ|có đến", words):
        return OverTime("latest", "caption", caption.strip("()"), False)
    if kind in _STOCK_KINDS or kind == "person":
        return OverTime("latest", "unit-kind", counted.word, False)
    return OverTime("sum", "nothing", "", False)
