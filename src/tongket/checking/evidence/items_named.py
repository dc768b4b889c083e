"""The things that a list in a sentence names (các mục của một dãy liệt kê), of which a name may itself hold an 'và' or
a comma: 'Văn phòng HĐND và UBND, Sở Văn hóa, Thể thao và Du lịch' are two.
"""

from __future__ import annotations

import re

from tongket.checking.evidence.expressions import BETWEEN_ITEMS

_COUNCILS = r"(?:UBND|HĐND|[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân)"
_SCHOOLS = r"(?:Mầm non|Tiểu học|TH|Trung học cơ sở|THCS|Trung học phổ thông|THPT)"
_FIELDS = (  # of the names of ministries, departments, offices and stations
    r"Văn hóa, Thể thao và Du lịch|Văn hóa, Khoa học và Thông tin|Văn hóa và (?:Thể thao|Thông tin|Du lịch)"
    r"|Thể thao và Du lịch|Nông nghiệp và (?:Môi trường|Phát triển nông thôn|PTNT)|Tài nguyên và Môi trường"
    r"|Khoa học và (?:Công nghệ|Kỹ thuật)|Giáo dục và Đào tạo|Thông tin và Truyền thông|Kế hoạch và Đầu tư"
    r"|Dân tộc và Tôn giáo|Thương binh và Xã hội|Kinh tế, Hạ tầng và Đô thị|Kinh tế và Hạ tầng|Tuyên giáo và Dân vận"
    r"|Phát thanh(?: và|,) Truyền hình|Tổ chức và Nội vụ|Thương mại và Dịch vụ|Dịch vụ và Thương mại"
    r"|Xây dựng và Thương mại|Đầu tư và Xây dựng|Sản xuất và Thương mại|Văn học và Nghệ thuật|Văn hóa và Xã hội"
    r"|Trồng trọt và Bảo vệ thực vật|Chăn nuôi và Thú y|Quản lý đất đai và Đô thị|Quy hoạch và Đô thị"
    r"|dân tộc thiểu số và miền núi"
)
_ONE_NAME = re.compile(
    rf"Văn phòng (?:[^,;:()\n]{{0,40}}? )?(?:{_COUNCILS}|ĐBQH|Đoàn đại biểu Quốc hội) và {_COUNCILS}"
    rf"|(?:{_FIELDS})(?!\w)|(?<!\w){_SCHOOLS}(?:, {_SCHOOLS})? và {_SCHOOLS}(?!\w)"
)
_QUOTED = re.compile(r"[“\"][^“”\"\n]{2,120}[”\"]")


def items_named(said: str) -> list[str]:
    """The things of a list, each once; what stands within one name, or within quotation marks, parts nothing."""
    kept = _QUOTED.sub(_closed, _ONE_NAME.sub(_closed, said)) if " và " in said or "“" in said else said
    return [one.strip() for one in BETWEEN_ITEMS.split(kept) if one.strip()]


def _closed(found: re.Match[str]) -> str:
    return found[0].replace(", ", ",_").replace("; ", ";_").replace(" và ", "_và_").replace(" với ", "_với_")
