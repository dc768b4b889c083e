"""Groups that may overlap (các nhóm có thể trùng nhau): what has or does one thing may have or do another, too.

'286 thôn, trong đó có 274 thôn có nhà văn hóa, có 132 thôn có sân thể thao' tells nothing wrong; '45 trường, trong đó
có 15 trường mầm non, 20 trường tiểu học, 16 trường trung học' does: a thing is of one kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.model.figures import Figure
from tongket.vietnamese.divisions import are_closed

_ENDS = re.compile(r"[,;.:()\n\d]|(?<!\w)(?:và|còn)(?!\w)")
_LONGEST = 60  # letters of what is said of a part
_DOES = re.compile(
    r"\s*(?:cùng |cũng |còn )?(?:có|được|do|đạt|là|làm|bị|biết|vay|nhận|hưởng|nộp|dùng|trồng|nuôi|học|ký|mở|lắp"
    r"|tham gia|tham dự|hoàn thành|hoạt động|thực hiện|tổ chức|triển khai|sử dụng|áp dụng|ứng dụng|đăng ký|duy trì"
    r"|xây dựng|thành lập|sinh hoạt|sản xuất|kinh doanh|chăn nuôi|xuất khẩu|liên kết|cam kết|phát huy|tốt nghiệp"
    r"|tiếp nhận|tiếp cận|đảm bảo|bảo đảm|đáp ứng|kết hợp|phấn đấu|ủng hộ|đóng|phát sinh|giải quyết)(?!\w)"
)
_STEP = re.compile(r"(?<!\w)(?:không|chưa|đang|đã|sẽ|còn)(?!\w)")  # one leaves the step before it
_GRADE = re.compile(r"(?<!\w)(?:loại|hạng|mức|giải|bậc|sao|xuất sắc|tốt|khá|giỏi|trung bình|yếu|kém)(?!\w)")


def may_overlap(text: str, parts: Sequence[Figure]) -> bool:
    """Whether some parts are told by what they have or do, beside others of their kind or such of another one, and not
    as steps or grades of one thing: 'mô hình hiệu quả, mô hình do phụ nữ làm chủ'.
    """
    said = [_said_of(text, one) for one in parts]
    if are_closed(said):
        return False
    doing = [words for words in said if _DOES.match(words)]
    if not doing or any(map(_STEP.search, said)):
        return False
    return (
        len(doing) < len(said)
        or sum(1 for words in doing if _GRADE.search(words)) < 2
        or all(words.split()[0] == "có" for words in doing)
    )


def _said_of(text: str, part: Figure) -> str:
    """What is said of a part behind its number and unit, up to the next mark."""
    end = _ENDS.search(text, part.end, part.end + _LONGEST)
    return text[part.end : end.start() if end else part.end + _LONGEST]
