"""Pairs of words of official prose (từ ghép): what a doubtful word beside a sure one can only be.

Each pair stands for all that it looks like without its marks: 'kết quá', 'kêt quả' are no words, 'kết quả' is one.
Pairs that would swallow other good ones are left out ('đề nghị': 'để nghị quyết'; 'sơ kết': 'một số kết quả').
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_UNSURE = 0.945  # a word of which recognition is surer stays as it was seen
_BRANCH = 0.97  # 'chi bộ' is seen as 'chỉ bộ' surely
_PAIRS = """
báo cáo|bổ sung|bồi dưỡng|cá nhân|cải cách|cán bộ|chất lượng|chi bộ|chỉ đạo|chi đoàn|chi hội|chỉ thị|chính quyền
chính trị|chương trình|công chức|công dân|cộng đồng|dân chủ|dân tộc|dân vận|đảng bộ|đảng ủy|đảng viên|đẩy mạnh|địa bàn
địa phương|đoàn thể|đoàn viên|đối thoại|đối tượng|đơn vị|giải ngân|giải pháp|giải quyết|giám sát|góp phần|hạn chế
hiệu quả|hộ dân|hộ nghèo|hồ sơ|hỗ trợ|hội đồng|hội nghị|hội thảo|hội viên|hướng dẫn|huyện ủy|kế hoạch|kết quả
khẳng định|khen thưởng|khiếu nại|khó khăn|khuyết điểm|kiểm soát|kiểm tra|kiến nghị|kinh tế|kịp thời|lãnh đạo|nâng cao
ngân sách|nghị định|nghị quyết|nghiêm túc|nguồn vốn|nguyên nhân|nhân dân|nhiệm vụ|nội dung|nông dân|nông thôn|ổn định
phản ánh|phản biện|phần trăm|phát triển|phối hợp|phong trào|phụ nữ|phương hướng|quốc hội|quốc phòng|quyết định
quyết liệt|sản xuất|sửa đổi|tập huấn|tập thể|thẩm định|thẩm quyền|thành phần|thành phố|thanh tra|thông tư|thủ tục
thúc đẩy|thực hiện|thường vụ|thường xuyên|tiếp nhận|tiếp tục|tinh thần|tỉnh ủy|tố cáo|tổ chức|tôn giáo|tồn tại
tổng kết|tổng số|trách nhiệm|triển khai|trung ương|trường học|tuyên truyền|ưu điểm|ủy ban|văn bản|vận động|văn hóa
viên chức|vùng sâu|xã hội|xây dựng|xử lý|ý kiến|tăng cường|thiểu số|đổi mới
"""
_D = str.maketrans({"đ": "d", "Đ": "D"})
_STOPS = ".,;:)”\"'"


def bare(text: str) -> str:
    """``text`` in small letters without marks."""
    letters = unicodedata.normalize("NFD", text.lower().translate(_D))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


_KNOWN = {
    (bare(one), bare(other)): (one, other)
    for one, other in (pair.split() for line in _PAIRS.split("\n") for pair in line.split("|") if pair)
}


def in_context(words: Sequence[tuple[str, float]]) -> list[str]:
    """The texts of ``words``, each with its confidence: doubtful ones as the pairs that they belong to are written."""
    texts = [text for text, _ in words]
    for at in range(len(texts) - 1):
        first, last = texts[at], texts[at + 1].rstrip(_STOPS)
        known = _KNOWN.get((bare(first), bare(last))) if first.isalpha() and last.isalpha() else None
        if known is None or _is_pair(texts[at + 1 : at + 3]):  # 'cần bổ sung' holds no 'cán bộ'
            continue
        texts[at] = _spelled(first, known[0], words[at][1])
        texts[at + 1] = _spelled(last, known[1], words[at + 1][1]) + texts[at + 1][len(last) :]
    for at in range(1, len(texts)):
        if texts[at] == "Ở" and texts[at - 1][-1:].islower():  # large and small are drawn alike; no name begins so
            texts[at] = "ở"
    return texts


def _is_pair(words: Sequence[str]) -> bool:
    """Whether two words are a pair as they are written."""
    plain = tuple(word.rstrip(_STOPS).lower() for word in words)
    return len(plain) == 2 and _KNOWN.get((bare(plain[0]), bare(plain[1]))) == plain


def _spelled(seen: str, known: str, sure: float) -> str:
    """``known`` in the case of ``seen`` where that is unsure."""
    if sure >= (_BRANCH if known == "chi" else _UNSURE) or len(seen) != len(known):
        return seen
    return "".join(right.upper() if one.isupper() else right for one, right in zip(seen, known, strict=True))
