"""Names of bodies of which a syllable was left out on the way (tên cơ quan gõ thiếu chữ): 'Ủy ban dân xã', 'Mặt trận Tổ
Việt Nam', 'Hội Cựu binh'.

Cases of ``spelling``, whose page stands with the slips. The names are those of the Constitution of 2013, of the laws
on the organisation of local government, of courts and procuracies, and of the statutes of the organisations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span

_NAMES = (
    "Ủy ban nhân dân",
    "Uỷ ban nhân dân",
    "Hội đồng nhân dân",
    "Tòa án nhân dân",
    "Viện kiểm sát nhân dân",
    "Mặt trận Tổ quốc Việt Nam",
    "Hội Liên hiệp Phụ nữ",
    "Hội Cựu chiến binh",
    "Liên đoàn Lao động",
    "Ủy ban Thường vụ Quốc hội",
    "Ban Chấp hành Đảng bộ",
    "Ban Chấp hành Trung ương",
    "Ban Thường vụ Đảng ủy",
    "Ban Thường vụ Huyện ủy",
    "Ban Thường vụ Tỉnh ủy",
    "Ban Chỉ huy Quân sự",
    "Bộ Chỉ huy Quân sự",
    "Bộ đội Biên phòng",
    "Bộ Giáo dục và Đào tạo",
    "Sở Giáo dục và Đào tạo",
    "Sở Nông nghiệp và Môi trường",
    "Bộ Nông nghiệp và Môi trường",
    "Sở Tài nguyên và Môi trường",
    "Sở Khoa học và Công nghệ",
    "Sở Kế hoạch và Đầu tư",
    "Sở Dân tộc và Tôn giáo",
)
_JOINTS = frozenset(("và", "-"))
_OTHER_WORDS = (  # 'Ủy ban Dân tộc', 'Tòa án dân sự'
    r"(?!\s(?:tộc|số|cử|sự|quân|phòng|vận|phố|nguyện|ý|quyền|sinh|chủ|cư|Mỹ|nhân|chính)(?!\w))"
)
_RIGHT = frozenset(  # what is left is a name too
    ("ban chấp hành", "ban chỉ huy", "bộ chỉ huy", "hội phụ nữ", "ban đảng bộ", "bộ quân sự", "ban quân sự")
)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is left of each name without one of its inner syllables, with the name."""
    found: dict[str, str] = {}
    for name in _NAMES:
        words = name.split()
        for at in range(1, len(words) - 1):
            left = " ".join((*words[:at], *words[at + 1 :]))
            if words[at] not in _JOINTS and left.lower() not in _RIGHT:
                found.setdefault(left, name)
    firsts: dict[str, list[str]] = {}
    for left in found:
        firsts.setdefault(left.split()[0], []).append(left)
    return tuple(
        (re.compile(rf"(?<!\w)(?:{'|'.join(map(_any_case, lefts))})(?!\w){_OTHER_WORDS}"), first)
        for first, lefts in firsts.items()
    )


def _any_case(words: str) -> str:
    """Words whose inner ones may begin with a capital or not."""
    first, *others = words.split()
    return r"\s".join((first, *(f"[{one[0].upper()}{one[0].lower()}]{one[1:]}" for one in others)))


@cache
def _names() -> dict[str, str]:
    return {
        " ".join((*words[:at], *words[at + 1 :])).lower(): name
        for name in reversed(_NAMES)
        for words in [name.split()]
        for at in range(1, len(words) - 1)
    }


def bodies_without_a_syllable(text: str) -> Iterator[Finding]:
    """'Ủy ban dân xã' for 'Ủy ban nhân dân xã', 'Mặt trận Tổ Việt Nam' for 'Mặt trận Tổ quốc Việt Nam'.

    Not flagged: names that are left when a word goes ('Hội Phụ nữ'), bodies that begin alike ('Ủy ban Dân tộc').
    """
    for pattern, _ in _patterns():
        for found in finds(pattern, text):
            right = _names()[" ".join(found[0].split()).lower()]
            facts = {"here": " ".join(found[0].split()), "right": right}
            yield Finding("spelling", "warning", Span(*found.span()), "left-out", facts)
