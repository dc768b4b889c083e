"""Words that only what follows tells from another (từ gần âm): 'ảnh hướng đến', 'khoản 0,5 ha', 'tổng cố 1.407 hộ'.

Each is a word itself, and each pair one that may stand side by side; the number or the preposition behind decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span

_MEASURED = r"(?:ha|km2?|m2|m3|tấn|tạ|kg|mét|con|hộ|người|nhà|căn|lít|phút|giờ|ngày|giây|độ)(?!\w)"
_FOLLOWED = (
    # A picture may be turned to something ('hình ảnh hướng đến'); nothing else that is called 'ảnh' is.
    (
        re.compile(
            r"(?<!\w)(?<!ình )(?<!bức )(?<!tấm )(?<!tranh )(?<!chụp )(?<!các )(?<!bộ )(?P<here>[Ảả]nh\s(?:hướng|hường))"
            r"(?=\s(?:đến|tới|bởi|xấu|lớn|nghiêm trọng|trực tiếp|không nhỏ|tiêu cực)(?!\w))"
        ),
        "ảnh hưởng",
    ),
    # 'khoản' is money or part of an article, and neither is measured in hectares.
    (
        re.compile(
            r"(?<!\w)(?<!các )(?<!những )(?<!một )(?<!từng )(?<!số )(?<!mỗi )(?<!tài )"
            rf"(?P<here>[Kk]hoản)(?=\s\d[\d.]*(?:,\d+)?\s?{_MEASURED})"
        ),
        "khoảng",
    ),
    # A billion goes up from a number ('2 tỷ lên 3 tỷ') and to one, a rate from nothing.
    (
        re.compile(
            r"(?<!\w)(?<!\d )(?<!\d)(?<!vài )(?<!chục )(?<!trăm )(?<!nghìn )(?<!ngàn )(?<!mấy )(?<!\d\n)"
            r"(?P<here>[Tt][ỷỉ]\slên)(?=\s(?!(?:đến|tới|trên|hơn|gần|khoảng|hàng|thành|vài|mức|xuống)(?!\w))[^\W\d_])"
        ),
        "tỷ lệ",
    ),
    # What is listed or said stands behind the colon: no other word of these letters does.
    (re.compile(r"(?<!\w)(?P<here>[Nn]hư\s(?:sáu|sâu|sao|sạu|sàu|sầu|sấu))(?=\s?:)"), "như sau"),
    # Nothing of this kind lies inside a point of an article.
    (
        re.compile(
            r"(?<!\w)(?:[Nn]hiệm vụ|[Cc]ông trình|[Dd]ự án|[Đđ]ịa bàn|[Ll]ĩnh vực|[Mm]ục tiêu|[Gg]iải pháp|"
            r"[Vv]ấn đề|[Cc]hương trình)\s(?P<here>trong\sđiểm)(?!\s(?:\d|này|đó|trên|thi|đến|du|dân|[a-zđ](?!\w)))"
            r"(?!\w)"
        ),
        "trọng điểm",
    ),
    # A font of old made one of two vowels: 'khoá VIII'
    (re.compile(r"(?<!\w)(?P<here>[Kk]hố)(?=\s(?:[IVX]+|\d{1,2})(?!\w))"), "khóa"),
    (re.compile(r"(?<!\w)(?P<here>[Tt]ổng\s(?:cố|sô|sồ|sổ|só|sớ|sống))(?=\s\d)"), "tổng số"),
)


def told_by_what_follows(text: str) -> Iterator[Finding]:
    """A word that what follows tells to be another one, of a letter or mark more or less."""
    for pattern, right in _FOLLOWED:
        for match in finds(pattern, text):
            here = " ".join(match["here"].split())
            facts = {"here": here, "right": right.capitalize() if here[0].isupper() else right}
            yield Finding("spelling", "warning", Span(*match.span("here")), "slip", facts)
