"""Two people in one post (một chức vụ, hai người): 'Bí thư Đảng ủy xã' by one name here and by another there.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.levels import level_of_report
from tongket.checking.evidence.stops import sentence_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS, key

_NAME = rf"(?P<name>[{CAPITALS}][^\W\d_]*(?: [{CAPITALS}][^\W\d_]*){{1,4}})"
_TITLE = r"(?:[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à|[Cc]ô|[Tt]hầy)"
_HEAD = r"(?:Bí thư|Chủ tịch|Hiệu trưởng|Chánh Văn phòng|Trưởng thôn|Trưởng Công an|Giám đốc)"
_OF = (
    r"(?: (?:Đảng ủy|Đảng uỷ|Đảng bộ|Chi bộ|UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Ủy ban MTTQ Việt Nam"
    r"|Hội Nông dân|Hội Liên hiệp Phụ nữ|Hội Cựu chiến binh|Đoàn Thanh niên|Công đoàn|Huyện ủy|Tỉnh ủy|Chi đoàn"
    r"|nhà trường|trường|Trường|xã|phường|thị trấn|huyện|tỉnh)){1,4}"
)
_POST = rf"(?P<post>{_HEAD}{_OF}|Bí thư Chi đoàn|Hiệu trưởng)(?!\w)"
_PERSON = rf"[{CAPITALS}][^\W\d_]* (?:Thị|Văn|Hữu|Đức|Quang|Xuân|Ngọc|Seo|A) [{CAPITALS}]"  # no name of a place
_NAME_FIRST = re.compile(rf"{_TITLE} {_NAME}(?:,| -| –) ?{_POST}(?! (?:[{CAPITALS}\d]|xã|phường|thị trấn|huyện|tỉnh))")
_POST_FIRST = re.compile(
    rf"(?<!Phó )(?<!phó )(?<!nguyên )(?<!Nguyên ){_POST}(?:(?:,|:| là) (?:{_TITLE} )?| {_TITLE} | (?={_PERSON})){_NAME}"
)
_ANOTHER_TIME = re.compile(
    r"(?<!\w)(?:[Nn]guyên|thay|từ tháng|đến tháng|trước đây|nhiệm kỳ trước|nghỉ hưu|chuyển công tác|miễn nhiệm|bầu"
    r"|bổ nhiệm|khóa|nhiệm kỳ|giai đoạn|đến năm|từ năm|quyền|điều động|phân công|[Kk]ết nghĩa|cũ|mới)(?!\w)"
)
_LOW = re.compile(r"(?<!\w)(?:xã|phường|thị trấn|Chi bộ|Chi đoàn|trường|Trường|Hiệu trưởng)(?!\w)")

_OF_ONE_BELOW = re.compile(  # 'Bí thư Chi bộ thôn Nà Pản': there is one in each
    r" (?:thôn|bản|ấp|làng|khóm|khu|khối|tổ|số|cơ quan|công an|quân sự|trường|trạm|tiểu học|mầm non)(?!\w)",
    re.IGNORECASE,
)


def check_posts(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where two names are told with one post.

    Not flagged: former holders and those who came in their place; posts that several units below have.
    """
    text, held = report.text, dict[str, tuple[str, Span]]()
    above = level_of_report(report) in ("district", "province", None)
    for pattern in (_NAME_FIRST, _POST_FIRST):
        for found in finds(pattern, text):
            low, high = sentence_start(text, found.start()), sentence_end(text, found.end(), _FAR)
            post = key(found["post"])
            if _ANOTHER_TIME.search(text, low, high) or (above and _LOW.search(found["post"])):
                continue
            if _OF_ONE_BELOW.match(text, found.end("post")):
                continue
            name, place = key(found["name"]), Span(*found.span())
            known = held.setdefault(post, (name, place))
            if known[0] != name and not known[0].endswith(name) and not name.endswith(known[0]):
                first, second = sorted((known[1], place), key=lambda one: one.start)
                yield told_otherwise(text, second, first)
                held[post] = (name, place)
                break


_FAR = 200

CHECKS = (check_posts,)
