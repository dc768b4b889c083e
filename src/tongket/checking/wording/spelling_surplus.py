"""Words of grammar of which one excludes the other (thừa từ): 'nhiều các tỉnh', 'tính đến tại thời điểm'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.unicode import CAPITALS

# A noun takes one word for its number ('các', 'những', 'mọi', 'nhiều', 'mỗi', 'từng'): Diệp Quang Ban, Ngữ pháp tiếng
# Việt, on the noun phrase. 'một các' is 'một cách' or 'một cái'. Before a moment stands one preposition. Behind a word
# of degree 'nhiều' tells how the verb before it is done, and begins no noun phrase: 'xuất hiện ngày càng nhiều các'.
_NUMBER = re.compile(
    r"(?<!\w)(?P<kept>(?<!càng )(?<!rất )(?<!khá )(?<!thêm )nhiều|những|mọi|mỗi|từng|một)\s(?P<other>các)(?!\w)"
    r"(?!\s(?:bon|bô|tông|ten))"
)
_PLURAL = re.compile(r"(?<!\w)(?P<kept>các)\s(?P<other>những|mọi)(?!\w)")
_MOMENT = re.compile(r"(?<!\w)(?P<kept>đến|tính đến)\s(?P<other>tại)\s(?=thời\sđiểm(?!\w))")

_ACTS = (
    "phối hợp|tổ chức|thực hiện|triển khai|chỉ đạo|xây dựng|ban hành|tích cực|quan tâm|hướng dẫn|kiểm tra|vận động"
    "|tuyên truyền|hỗ trợ|tập trung|kịp thời|chủ động|tham mưu|đẩy mạnh|tăng cường|tiếp tục|thành lập|rà soát"
)
# What ends who acts: another clause, or a verb of his own.
_OTHERWISE = (
    "và đã|hoặc|mà|nhưng|nên|vì|do|để|thông|phê|giao|công nhận|khen|tặng|cấp|duyệt|chấp|nghe|biết|ký|xem|đánh giá|cho"
)
# Who acts is either the subject of what was done or stands behind 'được', and not both: 'đã được Mặt trận đã phối hợp'.
_BY_AND_DONE = re.compile(
    rf"(?<!\w)[Đđ]ã được (?P<kept>(?:[{CAPITALS}]|các\s)[\w&-]*(?:\s(?!{_OTHERWISE})[\w&-]+){{0,6}} đã)"
    rf"(?=\s(?:{_ACTS})(?!\w))"
)


def surplus(text: str) -> Iterator[Finding]:
    """Two words of number before one noun, two prepositions before one moment, 'được' before who did it."""
    for pattern, is_sure in ((_NUMBER, True), (_PLURAL, True), (_MOMENT, False)):
        for match in finds(pattern, text):
            place = Span(match.start(), match.end("other"))
            facts = {"here": f"{match['kept']} {match['other']}", "right": match["kept"]}
            if match["kept"] == "một":
                yield Finding("spelling", "warning", place, "alone", {"here": facts["here"]})
            else:
                yield Finding("spelling", "warning" if is_sure else "info", place, "surplus", facts)
    for match in finds(_BY_AND_DONE, text):
        facts = {"here": " ".join(match[0].split()), "right": " ".join(match["kept"].split())}
        yield Finding("spelling", "warning", Span(*match.span()), "surplus", facts)
