"""Matters of administration that a heading names, and of which the text below has no word (tiêu đề có, nội dung không).

    'Phòng, chống dịch bệnh, khám, chữa bệnh' over vaccines and sprays alone.

A case of ``missing-part``, whose page stands with the form. What each matter is told with is general knowledge: no one
reports on animals without naming one. Matters with documents or names of their own are in ``form.headings_answered``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongket.checking.evidence.pieces import pieces_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section


@dataclass(frozen=True, slots=True)
class _Matter:
    """How a heading names a matter, and the words of which one stands wherever it is told of."""

    name: re.Pattern[str]
    told: re.Pattern[str]


def _matter(name: str, told: str) -> _Matter:
    words = rf"{name}|{told}"
    return _Matter(
        re.compile(rf"(?<!\w)(?:{name})(?!\w)", re.IGNORECASE), re.compile(rf"(?<!\w)(?:{words})", re.IGNORECASE)
    )


_MATTERS = (
    _matter(r"khám,? (?:và )?chữa bệnh", r"khám|chữa|điều trị|bệnh nhân|KCB|người bệnh"),
    _matter(r"dịch bệnh", r"dịch|bệnh|tiêm|phun|ca mắc|vắc"),
    _matter(r"an toàn (?:vệ sinh )?thực phẩm|ATTP", r"thực phẩm|ATTP|ATVSTP|ngộ độc"),
    _matter(r"dân số", r"KHHGĐ|sinh|kế hoạch h"),
    _matter(r"trẻ em", r"trẻ|thiếu nhi|thiếu niên|học sinh|cháu|mầm non"),
    _matter(r"bình đẳng giới", r"giới|phụ nữ|nữ"),
    _matter(r"thể dục,? thể thao|thể thao", r"thể dục|bóng|giải|TDTT|vận động viên|hội thao|cầu lông|võ|chạy"),
    _matter(r"du lịch", r"khách|lưu trú|homestay|tham quan|điểm đến|di tích"),
    _matter(r"tôn giáo", r"giáo|chùa|linh mục|phật|nhà thờ|tín đồ|chức sắc|cơ sở thờ"),
    _matter(r"(?<!đoàn kết )(?<!toàn )(?<!các )dân tộc", r"đồng bào|DTTS|người có uy tín|già làng"),
    _matter(r"quốc phòng|quân sự", r"quân|nhập ngũ|DQ|tự vệ|QP|QS|diễn tập|SSCĐ|sẵn sàng chiến đấu|huấn luyện"),
    _matter(
        r"an ninh(?! mạng| lương thực)",
        r"trật tự|tội phạm|ANTT|ANCT|AN|TTATXH|ma túy|ma tuý|công an|vụ|tuần tra|tệ nạn",
    ),
    _matter(r"lâm nghiệp", r"rừng|lâm|cây phân tán|gỗ"),
    _matter(r"thủy sản|thuỷ sản", r"cá|tôm|nuôi trồng|ao|lồng|khai thác|tàu|đánh bắt"),
    _matter(r"chăn nuôi", r"đàn|gia súc|gia cầm|lợn|trâu|bò|heo|gà|dê|vịt|con|thú y|dịch tả"),
    _matter(r"trồng trọt", r"trồng|gieo|cây|lúa|diện tích|vụ|ngô|rau|sản lượng|năng suất"),
    _matter(r"thương mại", r"chợ|hàng|bán lẻ|kinh doanh|doanh|cửa hàng|giá cả|buôn bán|siêu thị"),
    _matter(r"giao thông", r"đường|cầu|ATGT|GTNT|xe|tuyến"),
    _matter(r"thủy lợi|thuỷ lợi", r"kênh|mương|hồ|đập|tưới|nước|đê|cống|kè"),
    _matter(r"môi trường", r"rác|ô nhiễm|chất thải|vệ sinh|nước|xanh|thu gom"),
    _matter(r"giảm nghèo", r"nghèo|hộ nghèo|sinh kế|nhà tạm|nhà dột"),
    _matter(r"(?:giải quyết )?việc làm", r"lao động|làm việc|xuất khẩu lao|tuyển dụng|XKLĐ"),
    _matter(r"bảo hiểm(?: y tế| xã hội)?", r"BHYT|BHXH|BHTN"),
    _matter(r"(?:đào tạo|dạy) nghề", r"nghề"),
    _matter(r"hộ tịch", r"khai sinh|kết hôn|khai tử|đăng ký"),
    _matter(r"chứng thực", r"bản sao|chữ ký|hồ sơ"),
    _matter(r"người có công", r"công|thương binh|liệt sĩ|liệt sỹ|chính sách|NCC"),
    _matter(r"thiên tai", r"bão|lũ|mưa|sạt lở|TKCN|PCTT|lốc|hạn|ngập|phòng thủ dân sự"),
    _matter(r"giáo dục", r"trường|học|giáo viên|GD|lớp|phổ cập|mầm non|xóa mù|xoá mù|đào tạo|kiến thức"),
    _matter(
        r"y tế(?! học)",
        r"khám|bệnh|trạm|tiêm|BHYT|dịch|sức kh|bác s|thuốc|dân số|dinh dưỡng|thực phẩm|cấp cứu|điều trị",
    ),
    _matter(
        r"văn hóa|văn hoá",
        r"văn nghệ|di tích|lễ hội|gia đình|biểu diễn|thư viện|dân cư|bản sắc|nghệ thuật|hương ước|cổ động|kỷ niệm"
        r"|thể thao|TDTT|giải|lễ|VH|phong tục|tập quán|du lịch|nếp sống|trình chiếu",
    ),
    _matter(r"khen thưởng", r"khen|thưởng|tặng|biểu dương|danh hiệu|tuyên dương|huân|huy chương|vinh danh|thi đua"),
    _matter(
        r"(?<=thưởng, )kỷ luật|(?<=thưởng và )kỷ luật|(?<=thưởng - )kỷ luật|(?<=tra, )kỷ luật",
        r"khiển trách|cảnh cáo|cách chức|khai trừ|vi phạm|xử lý|kiểm điểm|hạ bậc|buộc thôi|kỷ luật|sai phạm|phê bình",
    ),
    _matter(r"khiếu nại|tố cáo", r"đơn|khiếu|KNTC|vụ việc|kiến nghị|tranh chấp"),
    _matter(r"tiếp (?:công )?dân", r"lượt|tiếp|công dân|TCD"),
    _matter(
        r"(?:(?:phòng,? )?chống )?tham nhũng",
        r"PCTN|kê khai|tài sản|lãng phí|tiêu cực|thu nhập|minh bạch|chuyển đổi vị trí|liêm chính",
    ),
    _matter(r"hòa giải|hoà giải", r"hòa|hoà|tổ viên|vụ|mâu thuẫn"),
    _matter(r"trợ giúp pháp lý", r"trợ giúp|TGPL|tư vấn|pháp lý|luật sư"),
    _matter(
        r"đất đai|địa chính",
        r"đất|GCN|giấy chứng nhận|QSD|thu hồi|bồi thường|mặt bằng|thửa|quy hoạch|lấn chiếm|tái định cư|chuyển mục đích",
    ),
    _matter(r"khoáng sản", r"mỏ|cát|đá|sỏi|khai thác|san lấp|vàng|quặng|than"),
    _matter(
        r"khoa học(?:,| và)? công nghệ",
        r"đề tài|sáng kiến|KH|chuyển đổi số|ứng dụng|nghiên cứu|kỹ thuật|CNTT|phần mềm|mô hình|chuyển giao"
        r"|đổi mới",
    ),
    _matter(
        r"chuyển đổi số",
        r"số hóa|số hoá|trực tuyến|CNTT|phần mềm|điện tử|mạng|VNeID|định danh|CĐS|dữ liệu|dịch vụ công",
    ),
    _matter(
        r"(?<!thủ )(?<!cụm )công nghiệp(?! hóa| hoá)",
        r"sản xuất|cơ sở|nhà máy|doanh nghiệp|chế biến|GTSX|CN|xưởng|may|điện|sản phẩm|gia công|công ty",
    ),
    _matter(r"người cao tuổi", r"NCT|cao tuổi|thọ|hội viên"),
    _matter(r"kinh tế tập thể|hợp tác xã", r"HTX|hợp tác|tổ hợp"),
    _matter(r"nước sạch", r"nước"),
    _matter(r"nguyên nhân", r"\w"),  # any sentence may tell one
    _matter(
        r"giải pháp|biện pháp",
        r"tập trung|tăng cường|đẩy mạnh|tiếp tục|nâng|phải|cần|thời gian tới|sẽ|chú trọng|chỉ đạo|huy động|phối hợp"
        r"|đề nghị|xây dựng|khắc phục|thường xuyên|rà soát|chủ động|kịp thời|bảo đảm|đảm bảo|hoàn thiện|đổi mới"
        r"|quan tâm|thực hiện",
    ),
    _matter(
        r"của Trung ương", r"Trung ương|TW|Bộ|toàn quốc|cả nước|Chính phủ|Quốc hội|Luật|Nghị định|Thủ tướng|Ban Bí thư"
    ),
    _matter(r"(?:của|và) (?:địa phương|xã|phường)", r"địa phương|xã|phường|cơ sở|thôn|bản|tổ dân phố|UBND|HĐND|chi bộ"),
)
_JOINT = re.compile(r",\s|;\s|\svà\s|\s[-–]\s")
_ENDS = (".", ";", ":", ")", "/", "”", "%", "!", "|", "…")
_LEAST = 70  # letters of a text that could have spoken of both


def check_matters_of_headings(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a heading names two or more matters, and of one of them no word that it could be
    told with stands in the section, while another is told of.

    Not flagged: short texts; tasks; matters that no table of words knows; scans with dirt.
    """
    if report.letterhead.doc_type != "Báo cáo" or is_dirty(report):
        return
    tasks = tasks_of(report)
    for section in report.walk_sections():
        end = section.head_end or section.start
        if section.kind == "heading" and section.end - end >= _LEAST and not tasks.touch(Span(section.start, end)):
            yield from _check(report.text, section, end)


def _check(text: str, section: Section, head_end: int) -> Iterator[Finding]:
    heading = text[section.start : head_end]
    small = " ".join(heading.lower().split())
    if not _JOINT.search(heading) or sum(sign in small for sign in _signs()) <= 1:
        return
    named = [(one, found) for one in _MATTERS if (found := one.name.search(text, section.start, head_end))]
    if len(named) <= 1:
        return
    below = text[head_end : section.end].rstrip()
    if not below.endswith(_ENDS):
        return  # what else there was may have been cut off
    missing = [found for one, found in named if not one.told.search(below)]
    if 0 < len(missing) < len(named):
        facts = {"matter": " ".join(missing[0].group().split()), "title": section.title or ""}
        yield Finding("missing-part", "warning", Span(*missing[0].span()), "matter", facts)


@cache
def _signs() -> tuple[str, ...]:
    """Pieces, in small letters, of which one stands in each name of a matter; one that two share is told twice."""
    return tuple(piece for one in _MATTERS for pieces in pieces_of(one.name)[:1] for piece in pieces)


_DIFFICULT = re.compile(r"khó khăn|vướng mắc|tồn tại|hạn chế", re.IGNORECASE)
_ASKING = re.compile(r"kiến nghị|đề nghị|đề xuất|giải pháp|khắc phục|tháo gỡ|nhiệm vụ", re.IGNORECASE)
_ASKS = re.compile(r"[\s\d.)*+–-]*(?:[a-zđ]\)\s*)?(?:Kính )?(?:đề nghị|kiến nghị|đề xuất)(?!\w)", re.IGNORECASE)


def check_difficulties_asked(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` (a note) where a section of difficulties holds requests and nothing else.

    Not flagged: headings that name requests too; sections of which one paragraph opens in other words; scans with dirt.
    """
    if report.letterhead.doc_type != "Báo cáo" or is_dirty(report):
        return
    for section in report.walk_sections():
        title = section.title or ""
        if section.kind != "heading" or not _DIFFICULT.search(title) or _ASKING.search(title):
            continue
        lines = [one for one in report.text[section.head_end : section.end].split("\n") if one.strip()]
        if lines and section.head_end and all(map(_ASKS.match, lines)):
            at = Span(section.start, section.head_end)
            matter = " ".join((_DIFFICULT.search(title) or [""])[0].split())
            yield Finding("missing-part", "info", at, "matter", {"matter": matter, "title": title})


CHECKS = (check_matters_of_headings, check_difficulties_asked)
