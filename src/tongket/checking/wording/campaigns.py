"""Names of campaigns and movements as they are quoted against those under which they were launched (tên phong trào).

Cases of ``spelling``, whose page stands with the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_NAMES = (  # as launched by the Party, the Government, the Front and the organisations
    "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh",
    "Toàn dân đoàn kết xây dựng đời sống văn hóa",
    "Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư",
    "Toàn dân xây dựng nông thôn mới, đô thị văn minh",
    "Toàn dân bảo vệ an ninh Tổ quốc",
    "Người Việt Nam ưu tiên dùng hàng Việt Nam",
    "Hàng Việt Nam chinh phục người Việt Nam",
    "Cả nước chung sức xây dựng nông thôn mới",
    "Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau",
    "Cả nước thi đua xây dựng xã hội học tập, đẩy mạnh học tập suốt đời",
    "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở",
    "Xây dựng gia đình 5 không, 3 sạch",
    "Nông dân thi đua sản xuất, kinh doanh giỏi, đoàn kết giúp nhau làm giàu và giảm nghèo bền vững",
    "Phụ nữ tích cực học tập, lao động sáng tạo, xây dựng gia đình hạnh phúc",
    "Cựu chiến binh gương mẫu",
    "Tuổi cao - Gương sáng",
    "Thầy cô giáo là tấm gương đạo đức, tự học và sáng tạo",
    "Xây dựng trường học thân thiện, học sinh tích cực",
)
_QUOTED = re.compile(r"[“\"](?P<name>[^“”\"\n]{12,120})[”\"]")
_WORD = re.compile(r"\w+")
_CAMPAIGN = re.compile(r"(?:[Cc]uộc vận động|[Pp]hong trào|CVĐ)[^.;\n]*$")
_REACH = 160  # letters before a name in which it is called a campaign, with others beside it


def check_names_of_campaigns(report: Report) -> Iterator[Finding]:
    """Yield ``spelling`` for the name of a campaign with its words in another order ('... nông thôn mới, văn minh đô
    thị'), or with a small letter at its beginning where it is quoted as a name.

    Not flagged: names that are not known, and longer or shorter ones.
    """
    for found in _QUOTED.finditer(report.text):
        words = tuple(_WORD.findall(key(found["name"])))
        name = _by_words().get(tuple(sorted(words)))
        if name is None:
            continue
        first = found.start("name")
        if words != tuple(_WORD.findall(key(name))):
            facts = {"here": " ".join(found["name"].split()), "right": name}
            yield Finding("spelling", "warning", Span(*found.span("name")), "slip", facts)
        elif report.text[first].islower() and _CAMPAIGN.search(report.text, max(first - _REACH, 0), first):
            short = _WORD.match(report.text, first)
            here = short[0] if short else report.text[first]
            facts = {"here": here, "right": here.capitalize()}
            yield Finding("spelling", "info", Span(first, first + len(here)), "capital", facts)


@cache
def _by_words() -> Mapping[tuple[str, ...], str]:
    return {tuple(sorted(_WORD.findall(key(name)))): name for name in _NAMES}
