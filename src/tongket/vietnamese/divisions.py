"""Lists that divide a whole (chia ra), by what their labels say: 'nam 70, nữ 55' leaves nobody out.

A list that only picks some out ('trong đó có 12 hộ nghèo') divides nothing; opposites and classes of one scale do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from tongket.vietnamese.unicode import CAPITALS

_OPPOSITES = tuple(
    (re.compile(rf"(?<!\w)(?:{one})(?!\w)"), re.compile(rf"(?<!\w)(?:{other})(?!\w)"))
    for one, other in (
        ("[Nn]am(?: giới)?", "(?<!phụ )[Nn]ữ(?: giới)?"),
        ("đúng hạn|[Đđ]úng thời hạn|đúng và trước hạn|trước và đúng hạn", "quá hạn|trễ hạn|chậm hạn|trể hạn"),
        ("trực tuyến|qua mạng|gián tiếp|qua báo cáo|qua điện thoại|qua văn bản", "trực tiếp"),
        ("riêng(?: lẻ)?|độc lập", "liên (?:khu|thôn|bản|xã|ấp|tổ|trường|chi đoàn|chi hội)|chung|ghép"),
        ("lần đầu|[Cc]ông nhận mới", "(?:[Cc]ông nhận|đạt) lại|tái công nhận|năm liền|năm liên tục|lần thứ hai"),
        ("vốn đầu tư(?: phát triển)?", "vốn sự nghiệp"),
        ("ban ngày", "ban đêm"),
        ("toàn bộ|toàn phần", "một phần"),
        ("tại trụ sở", "lưu động|tại nhà"),
        ("(?<!không )bắt buộc", "tự nguyện"),
        ("(?<!không )thu phí", "miễn phí|không thu phí"),
        ("từ [\\d.,]+ [^;]{1,30} trở lên|trên [\\d.,]+", "dưới [\\d.,]+"),
        ("tự (?:nguyện )?(?:phá dỡ|tháo dỡ|khắc phục)", "cưỡng chế"),
        ("hòa giải thành|hoà giải thành|[Tt]hành", "không thành"),
        ("xây mới|làm mới|xây dựng mới", "sửa chữa"),
        ("thuộc thẩm quyền", "không thuộc thẩm quyền"),
        ("đủ điều kiện", "không đủ điều kiện"),
        ("tập thể", "cá nhân"),
        ("đạt|[Đđ]ạt chuẩn|[Đđ]ạt yêu cầu", "không đạt|chưa đạt"),
        ("thường xuyên", "định kỳ|đột xuất"),
        ("định kỳ|thường kỳ|theo kế hoạch", "đột xuất|ngoài kế hoạch"),
        ("tiền mặt", "hiện vật|hàng hóa|ngày công"),
        ("[Cc]hính thức", "dự bị|dự khuyết"),
        ("(?<!không )(?<!bán )chuyên trách", "không chuyên trách|bán chuyên trách|kiêm nhiệm"),
        (
            "kỳ trước|(?:năm|tháng|quý)(?: \\d+)? (?:trước )?chuyển sang|cũ chuyển sang|[Tt]ồn (?:đầu|từ|kỳ)",
            "trong kỳ|(?:[Tt]iếp nhận|[Tt]hụ lý|[Pp]hát sinh) mới|mới (?:tiếp nhận|thụ lý|phát sinh)",
        ),
        ("(?<!chưa )(?<!không )có điều kiện", "(?:chưa|không) có điều kiện"),
        ("chưa (?:đến|tới|quá) hạn|còn (?:trong )?hạn|trong (?:thời )?hạn", "(?<!chưa )quá hạn|trễ hạn"),
        ("(?:BHXH|bảo hiểm xã hội) bắt buộc", "(?:BHXH|bảo hiểm xã hội) tự nguyện"),
        ("(?<!ngoài )công lập", "tư thục|dân lập|ngoài công lập"),
        ("thành thị|đô thị", "nông thôn"),
        ("(?:[Ss]ố|[Tt]in|[Đđ]ơn|[Áá]n|[Vv]ụ|[Vv]iệc|[Hh]ồ sơ) cũ", "mới"),
        ("(?:2|02|hai) buổi", "(?:1|01|một) buổi"),
        ("nhỏ l[ẻẽ]", "tập trung|trang trại|công nghiệp"),
        ("tài khoản|chuyển khoản", "tiền mặt"),
        ("qua đêm", "trong ngày"),
        ("quốc tế|nước ngoài", "nội địa|trong nước"),
        ("nội trú", "ngoại trú"),
        ("trong biên chế|[Bb]iên chế", "[Hh]ợp đồng"),
        ("tại chỗ", "di chuyển|di dời"),
        ("(?<!không )(?<!chưa )hoạt động", "hư hỏng|bị hỏng|không hoạt động|ngừng hoạt động"),
        ("chuyển tiếp", "khởi công mới|mở mới|mới"),
        ("trong tỉnh|trong huyện|trong xã", "ngoài tỉnh|ngoài huyện|ngoài xã"),
        ("đang (?:cách ly|điều trị|theo dõi|giám sát)", "kết thúc|hoàn thành cách ly|khỏi|ra viện|xuất viện"),
        ("hoàn thành|đã xong", "đang thực hiện|chưa hoàn thành|đang triển khai|dở dang"),
        ("đã giải quyết|giải quyết xong|đã xử lý", "đang giải quyết|chưa giải quyết|đang xử lý|còn lại"),
    )
)
_CLASSES = re.compile(r"(?:[Xx]ếp loại|[Pp]hân loại|[Đđ]ánh giá(?:, xếp loại)?|[Kk]ết quả xếp loại)[^.;]{0,60}$")
_GRADE = re.compile(
    r"(?<!\w)(?P<scale>[Ll]oại|[Hh]ạng|[Nn]hóm|[Mm]ức|[Bb]ậc|[Kk]hu vực|[Vv]ùng|[Đđ]ợt|[Qq]uý|[Gg]iai đoạn|[Cc]ấp độ)"
    r" (?P<grade>[A-E]|[1-5]|I{1,3}|IV|V)(?![\w.,/]?\w)"
)
_GRADES = ("ABCDE", "12345", ("I", "II", "III", "IV", "V"))
# Groups that overlap: their sum may well pass the whole.
_OVERLAPPING = re.compile(
    rf"(?<!\w)(?:(?<![Pp]hụ )nữ|nam(?! [{CAPITALS}])|dân tộc|tôn giáo|đảng viên|ngoài [Đđ]ảng|trẻ|tuổi|tái cử|trình độ"
    r"|đại học|cao đẳng"
    r"|trung cấp|lượt|DTTS|ĐBDTTS|đồng bào|hộ nghèo|người nghèo|khuyết tật|thiếu(?: hụt)?|nhu cầu|kiểm tra|bị"
    r"|chuyển (?:tuyến|viện)|nội trú)(?!\w)"
)
_LOWEST = re.compile(
    r"không hoàn thành|[Kk]hông xếp loại|[Yy]ếu(?!\w)|[Kk]ém(?!\w)|loại C|loại D|[Cc]hưa đạt|[Kk]hông đạt"
)


def divides(labels: Sequence[str], before: str) -> bool:
    """Whether parts with these ``labels`` make up their whole: two opposites, three grades or more of one scale from
    the first on ('loại A', 'loại B', 'loại C'), or all classes of a rating that the words ``before`` it announce.
    """
    if len(labels) == 2:
        return any(
            (one.search(labels[0]) and other.search(labels[1]) and not other.search(labels[0]))
            or (other.search(labels[0]) and one.search(labels[1]) and not other.search(labels[1]))
            for one, other in _OPPOSITES
        )
    if _are_grades(labels):
        return True
    rated = _CLASSES.search(before) is not None
    return rated and len(labels) >= 3 and any(_LOWEST.search(label) for label in labels)


def _are_grades(labels: Sequence[str]) -> bool:
    found = list(takewhile(lambda one: one is not None, map(_GRADE.search, labels)))  # of most lists none
    marks = [(one["scale"].lower(), one["grade"]) for one in found if one is not None]
    if len(marks) < len(labels) or len(labels) < _LEAST_GRADES or len({scale for scale, _ in marks}) > 1:
        return False
    return any([grade for _, grade in marks] == list(scale[: len(marks)]) for scale in _GRADES)


_LEAST_GRADES = 3


_OPENS = re.compile(r"[(:]|[Tt]rong đó")


def overlaps(labels: Sequence[str]) -> bool:
    """Whether a label names a group that others of the list hold as well ('nữ', 'đảng viên').

    Of the first label only what stands behind the mark of the list: before it stands what the whole is.
    """
    opened = [found.end() for found in _OPENS.finditer(labels[0])]
    return _may_overlap(labels[0][opened[-1] :] if opened else "") or any(map(_may_overlap, labels[1:]))


@lru_cache(maxsize=1024)  # where wholes stand in a row, each is asked of the same labels
def _may_overlap(label: str) -> bool:
    return _OVERLAPPING.search(_FIRST.sub(lambda found: found[0].lower(), label)) is not None


_FIRST = re.compile(r"(?:^|[-+*•–:;\n])\s*[^\W\d_]")  # the letter of an item, a capital where it has a line of its own


_AT = r"(?:(?:cấp|tuyến|ngân sách|vốn|quỹ|nguồn|thẩm quyền|ở|tại) |^\s*)(?:ngân sách |cấp |của )?"
_NO_NAME = rf"(?! (?-i:[{CAPITALS}]))"  # kinds of units, not two of them: 'xã Cẩm Sơn 81, thị trấn Đông Hà 84'
_SERIES: tuple[tuple[str, ...], ...] = (
    # Levels of authority: the lowest is the one that a complete list cannot do without
    (
        rf"{_AT}(?:trung ương|TW)",
        rf"{_AT}(?:tỉnh|thành phố)",
        rf"{_AT}(?:huyện|quận)",
        rf"!{_AT}(?:xã|phường|cơ sở)",
        rf"{_AT}(?:thôn|bản|ấp|khu dân cư)",
    ),
    (rf"!{_AT}(?:trung ương|TW)", rf"!{_AT}(?:tỉnh|thành phố)", rf"!{_AT}(?:huyện|quận)"),
    ("!3 sao", "!4 sao", "5 sao"),
    ("!khiển trách", "cảnh cáo", "giáng chức|hạ bậc lương", "cách chức", "khai trừ|buộc thôi việc|khác"),
    ("!đảng bộ(?: cơ sở| xã)?", "!chi bộ(?: cơ sở)?", "(?:đảng bộ|chi bộ) (?:bộ phận|khác)"),
    ("!mầm non|mẫu giáo", "!tiểu học", "!THCS|trung học cơ sở", "THPT|trung học phổ thông", "liên cấp|TH&THCS|PTDT"),
    ("!(?:giải |huy chương |HC)?vàng|HCV", "!(?:huy chương |HC)?bạc|HCB", "!(?:huy chương |HC)?đồng|HCĐ"),
    ("!(?:giải )?nhất", "!(?:giải )?nhì", "!(?:giải )?ba", "(?:giải )?(?:khuyến khích|tư|đặc biệt)"),
    ("!khiếu nại", "!tố cáo", "!(?:kiến nghị|phản ánh|đề nghị)(?:, phản ánh| và phản ánh)?|khác", "khác"),
    ("!đúng", "!sai|không đúng", "đúng một phần|có đúng,? có sai|đúng, có sai"),
    ("!(?:vụ )?(?:đông )?xuân", "(?:vụ )?hè thu", "(?:vụ )?thu đông", "!(?:vụ )?mùa", "vụ đông|cây vụ đông"),
    ("!(?:vụ )?đông xuân", "!(?:vụ )?hè thu", "(?:vụ )?(?:thu đông|mùa)"),
    ("!tập thể|tổ chức|doanh nghiệp", "!cá nhân", "hộ gia đình|gia đình"),
    (rf"!xã{_NO_NAME}", rf"!phường{_NO_NAME}", rf"(?:thị trấn|đặc khu){_NO_NAME}"),
    (rf"!xã{_NO_NAME}", rf"!thị trấn{_NO_NAME}", rf"phường{_NO_NAME}"),
    (
        "!hình sự",
        "!dân sự",
        "(?:hôn nhân(?: và)? gia đình|HNGĐ)",
        "hành chính",
        "kinh doanh(?:,)? thương mại",
        "lao động",
    ),
    (
        "!nông(?:,)? lâm(?:,| nghiệp)?.{0,20}|nông nghiệp",
        "!công nghiệp.{0,20}|xây dựng",
        "!(?:thương mại.{0,6})?dịch vụ",
    ),
    ("!dương tính", "!âm tính", "chờ kết quả|chưa có kết quả|đang xét nghiệm"),
    ("!hoàn thành|đã xong", "!đang (?:thực hiện|triển khai)", "quá hạn|chưa (?:thực hiện|triển khai)"),
    ("!hết hiệu lực", "!còn hiệu lực", "sửa đổi.{0,20}|thay thế|bãi bỏ"),
    (
        "!(?:khối |cơ quan )?đảng(?! viên| ủy| bộ)",
        "!(?:khối |cơ quan )?(?:chính quyền|nhà nước)",
        "!(?:khối |cơ quan )?(?:mặt trận|MTTQ|đoàn thể)",
    ),
    ("!khối [Đđ]ảng", "!khối (?:chính quyền|[Nn]hà nước)"),
    ("!(?:nộp )?trực tiếp", "!trực tuyến", "(?:qua )?(?:dịch vụ )?(?:bưu chính|BCCI)"),
    ("!chết|tử vong", "!bị thương", "mất tích"),
    ("!tốt", "!khá", "!(?:chưa|không) đạt", "!đạt"),
    ("!nghỉ hưu", "!(?:nghỉ|thôi|buộc thôi) việc", "chuyển công tác|tinh giản"),
    ("!thường xuyên", "!định kỳ", "đột xuất"),
    ("!trước hạn|sớm hạn", "!đúng hạn", "quá hạn|trễ hạn|chậm hạn"),
    ("!thóc", "!ngô"),
    ("!ủy viên UBKT|ủy ban kiểm tra", "!cấp ủy|ban thường vụ", "chi bộ"),
)
"""Kinds that leave nothing out together: those with '!' must be there, of the others any; two at least, each once."""


def _compiled(series: Sequence[str]) -> tuple[tuple[re.Pattern[str], bool], ...]:
    return tuple(
        (re.compile(rf"(?<!\w)(?:{name.lstrip('!')})(?!\w)", re.IGNORECASE), name.startswith("!")) for name in series
    )


_CLOSED = tuple(_compiled(series) for series in _SERIES)


def are_closed(labels: Sequence[str]) -> bool:
    """Whether parts with these ``labels`` are all kinds of one series ('cấp tỉnh', 'cấp huyện', 'cấp xã'; 'đảng bộ',
    'chi bộ'; 'khối 6' to 'khối 9'), or two opposites: what is none of them is no part of the whole.
    """
    if any(_is_series(series, labels) for series in _CLOSED) or (len(labels) == 2 and divides(labels, "")):
        return True
    return _classes(labels) in _SCHOOLS


_CLASS = re.compile(r"(?<!\w)(?:[Kk]hối|[Ll]ớp) (?P<class>1[0-2]|[1-9])(?![\w,./-])")
_SCHOOLS = ([1, 2, 3, 4, 5], [6, 7, 8, 9], [10, 11, 12])


def _classes(labels: Sequence[str]) -> list[int]:
    """The years of school that the labels name, in order; [] where one names none, or two of them."""
    found = [_CLASS.findall(label) for label in labels]
    return sorted(int(one[0]) for one in found) if all(len(one) == 1 for one in found) else []


_TIME = re.compile(r"(?<!\w)(?:[Nn]ăm (?:19|20)\d\d|[Qq]uý (?:I{1,3}|IV|[1-4])|[Tt]háng (?:1[0-2]|0?[1-9]))(?![\w/])")


def _of_time(labels: Sequence[str]) -> list[str]:
    """The years, quarters or months that the labels name; [] where one names none, or two of them."""
    found = [list(_TIME.finditer(label)) for label in labels]
    return [one[0][0].lower() for one in found] if all(len(one) == 1 for one in found) else []


def _is_series(series: Sequence[tuple[re.Pattern[str], bool]], labels: Sequence[str]) -> bool:
    """Whether each label names another kind of a series, and none that must be there is left out."""
    if not 2 <= len(labels) <= len(series):
        return False
    found: set[int] = set()
    for label in labels:
        named = [at for at, (name, _) in enumerate(series) if at not in found and name.search(label)]
        if not named:
            return False
        found.add(named[0])
    return all(at in found for at, (_, is_needed) in enumerate(series) if is_needed)


_SCHOOLING = re.compile(
    r"(?<!\w)(?:tiến sĩ|thạc sĩ|cao học|trên đại học|sau đại học|đại học|cao đẳng|trung cấp|sơ cấp|cao cấp|cử nhân"
    r"|trung học|tiểu học|THPT|THCS)(?!\w)",
    re.IGNORECASE,
)


_WEALTH = re.compile(r"(?<!\w)(?:cận nghèo|thoát (?:cận )?nghèo|nghèo|trung bình|khá|giàu)(?!\w)", re.IGNORECASE)


def are_of_scale(labels: Sequence[str]) -> bool:
    """Whether each label is another level of schooling, or of what a household lives on, or another year of school, or
    of the calendar: nobody is counted twice.
    """
    if len(labels) < _LEAST_GRADES:
        return False
    if any(len(set(years)) == len(labels) for years in (_classes(labels), _of_time(labels))):
        return True
    return any(_are_levels(scale, labels) for scale in (_SCHOOLING, _WEALTH))


def _are_levels(scale: re.Pattern[str], labels: Sequence[str]) -> bool:
    found = [named[0].lower() for label in labels if (named := scale.search(label))]
    return len(found) == len(set(found)) == len(labels)
