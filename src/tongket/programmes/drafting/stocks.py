"""Stock or flow (số liệu thời điểm hay thời kỳ): how an answer adds up over time, by the words of its row.

What exists is a stock (hiện có, đang duy trì, dư nợ); what happens is a flow (được kết nạp, tổ chức, cuộc, lượt).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from tongket.programmes.drafting.units import Counting, unit_words_exact
from tongket.vietnamese.unicode import folded

_EXISTS = re.compile(
    r"(?<!\w)(?:hiện (?:có|nay|tại|đang)|đang (?:duy trì|hoạt động|sinh hoạt|hiệu lực|công tác|có|quản lý|thực hiện)"
    r"|còn (?:hiệu lực|hoạt động|duy trì|tồn|lại)|dư nợ|tồn quỹ|số dư|trong độ tuổi|biên chế|dân số|diện tích|lũy kế"
    r"|luỹ kế|có đến|tính đến|đến (?:cuối|thời điểm|nay|ngày)|cuối kỳ|cuối năm|trình độ|đủ điều kiện|thuộc diện"
    r"|đạt chuẩn|đạt danh hiệu|(?:chưa )?được hưởng)(?!\w)"
)
_VERBS = (
    r"mới|kết nạp|phát triển (?:mới|được)|thành lập|trong (?:kỳ|năm|quý|tháng)|phát sinh|ban hành|khen thưởng"
    r"|biểu dương|tập huấn|(?<!mức )bồi dưỡng|vận động được|huy động|hỗ trợ|xây (?:mới|dựng)|sửa chữa|tiếp nhận"
    r"|giải quyết|xử lý"
    r"|giới thiệu|luân chuyển|điều động|bổ nhiệm|tuyển dụng|kỷ luật|tuyên truyền|phổ biến|quán triệt|tham (?:dự|gia)"
    r"|phát động|sắp xếp|sáp nhập|kiểm tra|giám sát|phản biện|đối thoại|thăm hỏi|gặp mặt|khắc phục|chấn chỉnh|công nhận"
    r"|trao tặng|tặng|cấp (?:phát|mới)|đào tạo|phân bổ|bố trí|tăng thêm|giảm"
)
_HAPPENS = re.compile(rf"(?<!\w)(?:{_VERBS}|tổ chức (?:được )?)(?!\w)")
# Of bodies and places a bare verb may be part of the name ('Ban giám sát'); 'được' or 'đã' before it tells.
_DONE_TO = re.compile(rf"(?<!\w)(?:được|đã)(?: \w+)? (?:{_VERBS})(?!\w)|(?<!\w)(?:mới thành lập|thành lập mới)(?!\w)")
# What befalls people and things is counted as it happens: 'số người chết', 'diện tích rừng bị cháy'.
_BEFALLS = re.compile(
    r"(?<!\w)(?:chết|tử vong|mất tích|bị (?:cháy|thương|thiệt hại|hại|hư hỏng|hỏng|sập|đổ|cuốn|ngập|chết|mất|bắt|phạt"
    r"|xử phạt|xử lý|khởi tố|truy tố|kỷ luật|đình chỉ|tạm giữ|thu hồi))(?!\w)"
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


def over_time(label: str, counted: Counting, above: str = "", caption: str = "") -> OverTime:
    """How an answer adds up over time: by its own label and unit, then by the label ``above``, then by the form's
    period line.
    """
    kind = _kind(counted)
    for name in (label, above):
        found = _by_words(folded(name), counted, kind, own=name is label)
        if found is not None:
            return found
    words = folded(caption)
    if "phát sinh" in words or "trong kỳ" in words:
        return OverTime("sum", "caption", caption.strip("()"), False)
    if kind in _STOCK_KINDS or kind == "person" or re.search(r"tính đến|thời điểm|cuối kỳ|có đến", words):
        dated = "" if kind in _STOCK_KINDS or kind == "person" else caption.strip("()")
        return OverTime("latest", "caption" if dated else "unit-kind", dated or counted.word, False)
    return OverTime("sum", "nothing", "", False)


def _kind(counted: Counting) -> str:
    unit = unit_words_exact(counted.word.split(",")[0].split("/")[0].strip())
    return unit.kind if unit else ""


def _by_words(name: str, counted: Counting, kind: str, *, own: bool) -> OverTime | None:
    """What a label says by itself; ``own`` is False for the label of the row above."""
    if not name:
        return None
    if own and (befalls := _BEFALLS.search(name)):
        return OverTime("sum", "words", befalls[0], True)
    exists = _EXISTS.search(name)
    happens = (_DONE_TO if kind in _STOCK_KINDS else _HAPPENS).search(name)
    if exists and not (happens and happens.start() < exists.start() and "hưởng" not in exists[0] and own is False):
        return OverTime("latest", "words", exists[0], own)
    if own and (counted.word.startswith("lượt") or kind in _FLOW_KINDS):
        return OverTime("sum", "unit-kind", counted.word, True)
    if own and kind in {*_STOCK_KINDS, "person"} and not happens and name.startswith("tổng số"):
        return OverTime("latest", "unit-kind", counted.word, False)
    if happens:
        return OverTime("sum", "words", happens[0], own and kind in ("person", "body"))
    return None
