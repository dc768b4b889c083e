"""Whether the clause of a number goes on with the matter before it (cùng một nội dung), and what was told of it.

'Huyện có 58 trường với 1.276 phòng học. Trung bình mỗi trường có 22 phòng học' is of one matter: the second sentence
names nothing that the first does not. 'Trường mầm non trung bình có 9 phòng học' is not: it names another group. Where
nothing new is named and only one number of each unit stands before, numbers that do not follow need be no slip.

Two statements tell of one matter, too, in words that are not all the same: 'Các kiến nghị sau giám sát được giải quyết
100%' and 'mới giải quyết 06/08 kiến nghị'. What names the matter in the first stands in the second, but for a word or
two. Which of several it is ('trẻ 5 tuổi', 'lớp 9') must be the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tongket.checking.evidence.clauses import words_of
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.near_numbers import before, ends_between
from tongket.checking.evidence.stops import clause_start
from tongket.checking.evidence.told import is_plain
from tongket.model.figures import Figure
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?;](?=\s)|\n")
_MARK = re.compile(r"[.,;:()\n\d]|(?<!\w)(?:và|trong khi)(?!\w)")
_LONGEST = 160  # letters of a clause to either side of its number
_NEAR, _FAR = 12, 700  # numbers and letters before a number in which its matter is told


def keys_of(words: str) -> frozenset[str]:
    """The keys of some words, for sets of words that name nothing."""
    return frozenset(map(key, _WORD.findall(words)))


_EMPTY = keys_of(
    "đã được có là và các của cho với trong trên tại từ đến thì này đó như vậy theo ở mà nên cũng chỉ mới còn khoảng"
    " số tổng toàn cả lượng nay hiện hiện nay cụ thể kết quả qua bằng tương ứng ước tính đạt"
)


CHANGE_WORDS = keys_of(
    "tăng giảm so với như vậy nên tốc độ trưởng tỷ lệ mức thêm được tương ứng tương đương điểm phần trăm trước sau"
    " năm nhiều ít hơn kết quả trong con số đạt là đi bớt thì lượng nay vậy"
)
"""The words that tell of a change, and name nothing."""
A_YEAR = re.compile(r"(?<![\d./])((?:19|20)\d\d)(?![\d.,]\d|\d)")


def lead_of(report: Report, one: Figure) -> tuple[int, int]:
    """Where the words of its clause before a number begin and end: behind the number before it or the last mark."""
    known = _leads(report)
    place = one.start, one.number_start
    if place not in known:
        known[place] = _lead_of(report, one)
    return known[place]


@of_last_report
def _leads(_report: Report) -> dict[tuple[int, int], tuple[int, int]]:
    """What is known of the leads of numbers: several checks ask for each."""
    return {}


def _lead_of(report: Report, one: Figure) -> tuple[int, int]:
    low = max(one.start - _LONGEST, 0)
    last = before(report, one, 1, _LONGEST)
    low = max(low, last[-1].end if last else 0)
    marks = [found.end() for found in _STOP.finditer(report.text, low, one.number_start)]
    return (marks[-1] if marks else low), one.number_start


def told_before(report: Report, one: Figure, ends: int) -> Sequence[Figure]:
    """The plain numbers before one, of its sentence and so many before it, nothing aimed at among them."""
    return [
        other
        for other in before(report, one, _NEAR, _FAR)
        if is_plain(other) and len(ends_between(report, other.end, one.start)) <= ends
    ]


def names_new(report: Report, one: Figure, since: int, known: frozenset[str]) -> frozenset[str]:
    """The words of the clause of a number that the text since ``since`` does not say before it, and that name
    something: neither empty nor ``known``.
    """
    low, high = lead_of(report, one)
    last = before(report, one, 1, _LONGEST)
    if last and last[-1].end == low:  # '4.160 lượt cử tri tham dự, bình quân 130 cử tri': 'tham dự' is of the first
        low = max(low, report.text.find(",", low, high))
    tail = _MARK.search(report.text, one.end, one.end + _LONGEST)
    mine = report.text[low:high] + " " + report.text[one.end : tail.start() if tail else one.end + _LONGEST]
    return keys_of(mine) - keys_of(report.text[since:low]) - _EMPTY - known


_THEN = re.compile(r"(?:[Nn]ăm (?:trước|ngoái|(?:19|20)\d\d)|[Cc]ùng kỳ|[Vv]ụ trước|[Kk]ỳ trước)(?!\w)[^.;\n]*$")


def is_of_then(text: str, one: Figure, others: Sequence[Figure]) -> bool:
    """Whether a number is told of an earlier time in a sentence behind those of others: 'Năm trước đạt 45 tạ/ha'."""
    opens = clause_start(text, one.start)
    return all(other.end <= opens for other in others) and _THEN.search(text, opens, one.start) is not None


_ADDED = re.compile(r"[^.;\n\d]{0,40}(?<!\w)(?:và|cùng|kèm)\s[^.;\d\n]{0,30}")


def adds_another(text: str, each: Figure, other: Figure) -> bool:
    """Whether another thing goes with what each takes, and so is in the total: 'mỗi suất 500.000 đồng và 20 xe đạp'."""
    return "%" not in other.unit and _ADDED.fullmatch(text, each.end, other.start) is not None


def are_of_two_years(report: Report, one: Figure, other: Figure) -> bool:
    """Whether two numbers are told of different years: 'Phấn đấu năm 2026 thu 35 tỷ đồng. Năm 2025 thu 32 tỷ đồng'."""
    years = [set(A_YEAR.findall(report.text, *lead_of(report, told))) for told in (one, other)]
    return all(years) and not years[0] & years[1]


_UNTELLING = _EMPTY | keys_of(
    "tỷ lệ hoàn thành thực tổ chức công tác kỳ năm quý tháng báo cáo xã phường huyện tỉnh đơn vị cơ quan chính"
    " quyền nhân dân những tất bộ đều đang vẫn lượt riêng hạn chế tồn khó khăn tuy nhiên bên cạnh do chưa không so"
    " cùng tăng giảm hơn nhất trước tới cao nhiều lớn ít thấp lần đầu tiên thứ duy nổi bật đánh giá chung bao gồm"
    " quy định nữa thời gian lúc ngày nghiêm túc tốt triệt để kịp vướng mắc luận chiều hướng xu"
)  # which name no matter of a statement
_WHICH = re.compile(
    r"(?<!\w)(?:(?:(?:trên|dưới|từ) )?\d+ (?:tuổi|sao)"
    r"|(?:lớp|khối|thôn|tổ|số|đợt|cấp độ|mức độ|mức|giai đoạn) \d+)(?!\w)",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"(?<!\w)(?:cấp (?:xã|huyện|tỉnh|thôn|trên|cơ sở)|thẩm quyền (?:của )?(?:cấp )?(?:xã|huyện|tỉnh|trung ương)"
    r"|trung ương)(?!\w)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def matter_of(said: str) -> frozenset[str]:
    """The words of a statement that name its matter."""
    return words_of(said) - _UNTELLING


@lru_cache(maxsize=4096)
def which_of(said: str) -> frozenset[str]:
    """Which of several a statement names by a number or a level."""
    return frozenset(" ".join(found.lower().split()) for found in (*_WHICH.findall(said), *_LEVEL.findall(said)))


def are_of_one_matter(claim: str, other: str, missing: int = 1) -> bool:
    """Whether the words that name the matter of a claim stand in another statement, but for so many of them; at least
    two do.
    """
    words, told = matter_of(claim), matter_of(other)
    shared = words & told
    one, two = which_of(claim), which_of(other)
    return len(shared) >= _LEAST and len(words - told) <= missing and (one == two or not one or not two)


_LEAST = 2
