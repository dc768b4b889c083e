"""The steps of an account of cases (kỳ trước chuyển sang, thụ lý, giải quyết, còn lại), by the words at a number."""

from __future__ import annotations

import re

from tongket.model.figures import Figure

_A_TIME = r"(?:kỳ|quý|tháng|năm|tuần|nhiệm kỳ)"
_STEPS = tuple(
    (step, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE))
    for step, words in (
        ("", r"so với|cùng kỳ|bình quân|chỉ tiêu|kế hoạch|lũy kế|luỹ kế|tăng|giảm"),
        (
            "left",
            rf"(?:chuyển|mang|gối) (?:(?:sang|qua) )?{_A_TIME} sau|tồn cuối {_A_TIME}|cuối {_A_TIME}(?: chỉ)? còn"
            r"|tồn chuyển sau|(?<!chưa )chuyển tiếp sau",
        ),
        (
            "was",
            rf"{_A_TIME} trước|{_A_TIME} (?:cũ|trước) (?:chuyển|để lại)|chuyển (?:sang|qua)|đầu {_A_TIME}|số cũ|cũ\s*$"
            r"|(?:tồn|từ) trước|tồn đọng từ",
        ),
        ("all", r"tổng(?: số| cộng)?|phải (?:giải quyết|xử lý|thi hành)"),
        (
            "left",
            r"còn(?: lại)?|hiện có|đang|chưa",
        ),
        ("came", r"thụ lý|tiếp nhận|nhận|phát sinh|mới|nhập(?! khẩu| ngũ| học)|vào viện|bổ sung"),
        (
            "went",
            r"giải quyết|xử lý|thi hành xong|tất toán|xét xử|trả lời|trả kết quả|hoàn thành|thu hồi|thanh lý|ra viện"
            r"|xuất(?! sắc| khẩu| hiện| bản)|hết (?:thời )?hạn|chuyển|rút đơn|đình chỉ|trả lại|hướng dẫn|tử vong",
        ),
    )
)
_CAME_THEN = re.compile("|".join(cue.pattern for step, cue in _STEPS if step in ("came", "went")), re.IGNORECASE)
_KEPT = re.compile(r"(?<!\w)(?:chuyển|để lại|tồn|còn|mang|gối|cũ)(?!\w)", re.IGNORECASE)  # not 'năm trước tiếp nhận'
_CLAUSE = re.compile(r"[,;.()]\s?")
_LEAD, _TAIL = 70, 45


_TAKEN_OVER = ("trước", "cũ", "chuyển", "đầu", "tồn đọng từ")  # one of them stands in each cue of "was"


def may_be_taken_over(text: str, first: Figure, last: Figure) -> bool:
    """Whether the words by numbers, from the first to the last, can say that one was there before the period: the cheap
    question before the steps are read.
    """
    said = text[max(first.start - _LEAD, 0) : last.end + _TAIL].lower()
    return any(word in said for word in _TAKEN_OVER)


def is_taken_over(text: str, one: Figure) -> bool:
    """Whether the words by a number say that it was there before the period."""
    return may_be_taken_over(text, one, one) and step_of(text, one, max(one.start - _LEAD, 0), one.end + _TAIL) == "was"


def step_of(text: str, one: Figure, before: int, behind: int) -> str:
    """Which step of an account the words by a number name, those before it first; "" where none."""
    lead = _CLAUSE.split(text[before : one.start])[-1]
    tail = _CLAUSE.split(text[one.end : min(one.end + _TAIL, behind)])[0]
    for said in (lead, tail):
        for step, cue in _STEPS:
            if cue.search(said):
                return "" if step == "was" and _CAME_THEN.search(said) and not _KEPT.search(said) else step
    return ""
