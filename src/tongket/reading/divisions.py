"""Lists that divide a whole (chia ra), by what their labels say: 'nam 70, nữ 55' leaves nobody out.

A list that only picks some out ('trong đó có 12 hộ nghèo') divides nothing; opposites and classes of one scale do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_OPPOSITES = tuple(
    (re.compile(rf"(?<!\w)(?:{one})(?!\w)"), re.compile(rf"(?<!\w)(?:{other})(?!\w)"))
    for one, other in (
        ("[Nn]am(?: giới)?", "(?<!phụ )[Nn]ữ(?: giới)?"),
        ("đúng hạn|[Đđ]úng thời hạn|đúng và trước hạn|trước và đúng hạn", "quá hạn|trễ hạn|chậm hạn|trể hạn"),
        ("trực tuyến|qua mạng", "trực tiếp"),
        ("hòa giải thành|hoà giải thành|[Tt]hành", "không thành"),
        ("xây mới|làm mới|xây dựng mới", "sửa chữa"),
        ("thuộc thẩm quyền", "không thuộc thẩm quyền"),
        ("đủ điều kiện", "không đủ điều kiện"),
        ("tập thể", "cá nhân"),
        ("đạt|[Đđ]ạt chuẩn|[Đđ]ạt yêu cầu", "không đạt|chưa đạt"),
        ("thường xuyên", "định kỳ|đột xuất"),
        ("tiền mặt", "hiện vật|hàng hóa|ngày công"),
        ("[Cc]hính thức", "dự bị"),
        ("(?<!không )(?<!bán )chuyên trách", "không chuyên trách|bán chuyên trách|kiêm nhiệm"),
        (
            "kỳ trước|(?:năm|tháng|quý)(?: \\d+)? (?:trước )?chuyển sang|cũ chuyển sang|[Tt]ồn (?:đầu|từ|kỳ)",
            "trong kỳ|(?:[Tt]iếp nhận|[Tt]hụ lý|[Pp]hát sinh) mới|mới (?:tiếp nhận|thụ lý|phát sinh)",
        ),
        ("(?<!chưa )(?<!không )có điều kiện", "(?:chưa|không) có điều kiện"),
        ("chưa (?:đến|tới|quá) hạn|còn (?:trong )?hạn|trong (?:thời )?hạn", "(?<!chưa )quá hạn|trễ hạn"),
        ("(?:BHXH|bảo hiểm xã hội) bắt buộc", "(?:BHXH|bảo hiểm xã hội) tự nguyện"),
        ("(?<!ngoài )công lập", "tư thục|dân lập|ngoài công lập"),
        ("thành thị", "nông thôn"),
        ("chuyển tiếp", "khởi công mới|mở mới|mới"),
        ("trong tỉnh|trong huyện|trong xã", "ngoài tỉnh|ngoài huyện|ngoài xã"),
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
    r"(?<!\w)(?:(?<![Pp]hụ )nữ|nam|dân tộc|tôn giáo|đảng viên|ngoài [Đđ]ảng|trẻ|tuổi|tái cử|trình độ|đại học|cao đẳng"
    r"|trung cấp|lượt|DTTS|ĐBDTTS|đồng bào|hộ nghèo|người nghèo|khuyết tật|thiếu(?: hụt)?|nhu cầu|kiểm tra|bị)(?!\w)"
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
    found = [_GRADE.search(label) for label in labels]
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
    return _OVERLAPPING.search(label) is not None
