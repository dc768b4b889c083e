"""Whose number one is, as its clause and its line say (số liệu của ai): the bodies, levels, seasons and crops named
before it, and the label of its line.
"""

from __future__ import annotations

import re

from tongket.checking.evidence.stops import clause_start, line_start
from tongket.vietnamese.unicode import CAPITALS, key

DOERS = re.compile(
    r"(?<!\w)(?:cấp (?:tỉnh|huyện|xã|thôn|cơ sở)|hội (?:nông dân|liên hiệp phụ nữ|phụ nữ|cựu chiến binh|chữ thập đỏ"
    r"|người cao tuổi|khuyến học)|đoàn (?:thanh niên|liên ngành|xã|trường)"
    r"|(?:(?<!ủy )(?<!uỷ )ban|tổ(?! chức)|đội) [^\W\d_]+ [^\W\d_]+|mặt trận"
    rf"|công đoàn|công an|quân sự|trạm y tế|trường (?!học)[^\W\d_]+ [^\W\d_]+"
    rf"|(?:thôn|bản|ấp) (?-i:[{CAPITALS}])[^\W\d_]*"
    r"|vụ (?:đông xuân|hè thu|xuân|mùa|đông|chiêm)|cây [^\W\d_]+|diện tích (?!gieo|trồng)[^\W\d_]+"
    r"|khiếu nại|tố cáo|kiến nghị|hình sự|dân sự)(?!\w)",
    re.IGNORECASE,
)


def doers(text: str, at: int) -> frozenset[str]:
    """The bodies, levels, seasons and crops that a clause names before a number: 'Vụ xuân ..., sản lượng 52 tấn'."""
    low = clause_start(text, at, _LEAD)
    return frozenset(found[0].lower() for found in DOERS.finditer(text, low, at))


_LABEL = re.compile(r"[\s\-+*•–]*(?P<label>[^:;.\n]{3,80}):")
_LEAD = 400  # letters before a number in which its line begins


def are_of_two_labels(text: str, one: int, other: int) -> bool:
    """Whether two places stand in lines behind labels that differ: '- Huyện Khe Bạc: ...', '- Thị xã Ba Khe: ...'; or
    one behind the label of a part of the unit: 'Tuyến Khe Lạnh: ...'.
    """
    labels = [_LABEL.match(text, line_start(text, at, _LEAD), at) for at in (one, other)]
    said = {key(" ".join(label["label"].split())) for label in labels if label is not None}
    of_part = [label is not None and _OF_PART.match(label["label"]) is not None for label in labels]
    return len(said) > 1 or (any(of_part) and not all(of_part))


_OF_PART = re.compile(
    r"(?:tuyến|đường|thôn|bản|ấp|tổ dân phố|khu|cầu|trường|dự án|công trình|chi hội|chi bộ|chi đoàn|hội|chương trình) "
    rf"(?:[^\W\d_]+ ){{0,2}}(?-i:[{CAPITALS}\d])",
    re.IGNORECASE,
)
