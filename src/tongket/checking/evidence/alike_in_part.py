"""Whether two sentences tell of one matter in words that are not all the same (cùng nội dung, khác cách nói).

'Các kiến nghị sau giám sát được giải quyết 100%' and 'mới giải quyết 06/08 kiến nghị': what names the matter in the
first stands in the second, but for a word or two. Which of several it is ('trẻ 5 tuổi', 'lớp 9') must be the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from tongket.checking.evidence.clauses import words_of
from tongket.vietnamese.unicode import key

_EMPTY = frozenset(
    key(
        "tỷ lệ đạt được hoàn thành thực hiện tổ chức kết quả công tác tổng số lượng trong kỳ năm quý tháng báo cáo "
        "xã phường huyện tỉnh đơn vị cơ quan chính quyền nhân dân các những tất toàn bộ cả đều đã đang vẫn nay qua "
        "lượt riêng hạn chế tồn tại khó khăn tuy nhiên bên cạnh đó do chưa không còn so cùng tăng giảm hơn nhất từ "
        "trước tới cao nhiều lớn ít thấp lần đầu tiên thứ chỉ duy mới cũng như và nổi bật đánh giá chung bao gồm "
        "theo quy định nữa thời gian lúc ngày nghiêm túc tốt triệt để kịp thời vướng mắc kết luận hiện chiều hướng "
        "xu"
    ).split()
)
_WHICH = re.compile(
    r"(?<!\w)(?:(?:(?:trên|dưới|từ) )?\d+ (?:tuổi|sao)"
    r"|(?:lớp|khối|thôn|tổ|số|đợt|cấp độ|mức độ|mức|giai đoạn) \d+)(?!\w)",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?<!\w)(?:cấp (?:xã|huyện|tỉnh|thôn|trên|cơ sở)|thẩm quyền (?:của )?(?:cấp )?(?:xã|huyện|tỉnh|trung ương)"
    r"|trung ương)(?!\w)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def matter_of(said: str) -> frozenset[str]:
    """The words of a statement that name its matter."""
    return words_of(said) - _EMPTY


@lru_cache(maxsize=4096)
def which_of(said: str) -> frozenset[str]:
    """Which of several a statement names by a number or a level."""
    return frozenset(" ".join(found.lower().split()) for found in (*_WHICH.findall(said), *_LEVEL.findall(said)))


def are_of_one_matter(claim: str, other: str, missing: int = 1) -> bool:
    """Whether the words that name the matter of a claim stand in another statement, but for so many of them; at least
    two do.
    """
    words, told = matter_of(claim), matter_of(other)
    shared = words & told
    one, two = which_of(claim), which_of(other)
    return len(shared) >= _LEAST and len(words - told) <= missing and (one == two or not one or not two)


_LEAST = 2
