"""Pairs of words of official prose (từ ghép): what a doubtful word beside a sure one can only be.

Each pair stands for all that it looks like without its marks: 'kết quá', 'kêt quả' are no words, 'kết quả' is one.
Pairs that would swallow other good ones are left out ('đề nghị': 'để nghị quyết'; 'sơ kết': 'một số kết quả').
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_UNSURE = 0.93  # a word of which recognition is surer stays as it was seen
_BRANCH = 0.97  # 'chi bộ' is seen as 'chỉ bộ' surely
_PAIRS = """
báo cáo|bồi dưỡng|cán bộ|chi bộ|chi đoàn|chi hội|chỉ đạo|chỉ thị|chính quyền|chính trị|chương trình|công chức
đảng viên|đảng ủy|địa phương|đoàn viên|đơn vị|giải pháp|giám sát|hạn chế|hộ nghèo|hội đồng|hội viên|huyện ủy
hướng dẫn|kế hoạch|kết quả|khen thưởng|khuyết điểm|kiểm tra|kiến nghị|kinh tế|lãnh đạo|nghị định|nghị quyết
nguyên nhân|nhân dân|nhiệm vụ|phong trào|phối hợp|quyết định|tập huấn|thành phố|thông tư|thường vụ|thực hiện
tổ chức|tỉnh ủy|tổng kết|tổng số|tồn tại|triển khai|trung ương|tuyên truyền|ủy ban|ưu điểm|vận động|văn hóa
viên chức|xã hội
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
        if known is None:
            continue
        texts[at] = _spelled(first, known[0], words[at][1])
        texts[at + 1] = _spelled(last, known[1], words[at + 1][1]) + texts[at + 1][len(last) :]
    for at in range(1, len(texts)):
        if texts[at] == "Ở" and texts[at - 1][-1:].islower():  # large and small are drawn alike; no name begins so
            texts[at] = "ở"
    return texts


def _spelled(seen: str, known: str, sure: float) -> str:
    """``known`` in the case of ``seen`` where that is unsure."""
    if sure >= (_BRANCH if known == "chi" else _UNSURE) or len(seen) != len(known):
        return seen
    return "".join(right.upper() if one.isupper() else right for one, right in zip(seen, known, strict=True))
