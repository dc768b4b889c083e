"""Counts of one thing through the stages of one matter (các bước của một việc): entered, examined, granted.

A stage cannot pass more than the one before let in. Cases of ``implausible-magnitude``, whose page stands with the
magnitudes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from tongket.checking.evidence.numbers import is_hedged, single
from tongket.checking.evidence.pieces import may_hold
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.evidence.told import is_alike
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

Chain = tuple[re.Pattern[str], ...]
Told = tuple[tuple[int, int], ...]
"""The stages, by the numbers of their chains, of which a text may tell."""


def _chain(*stages: str) -> Chain:
    return tuple(re.compile(rf"(?<!\w)(?:{stage})(?!\w)", re.IGNORECASE) for stage in stages)


# What is told of a later stage comes out of the earlier ones.
_CHAINS: tuple[Chain, ...] = (
    _chain(
        "đăng ký (?:các )?(?:danh hiệu|thi đua|phong trào|mô hình)(?: thi đua)?",
        "(?:tặng|trao|được) (?:bằng khen|giấy khen|danh hiệu)|khen thưởng|biểu dương|tôn vinh"
        "|được công nhận(?: danh hiệu|$)",
    ),
    _chain("giới thiệu(?: cho Đảng)?(?: xem xét)?", "được kết nạp|kết nạp(?: vào)? Đảng"),
    _chain(
        "đề nghị (?:công nhận|khen thưởng|xét tặng)|trình (?:công nhận|khen thưởng)", "được (?:công nhận|khen thưởng)"
    ),
    _chain("dự thi|tham gia (?:dự thi|cuộc thi|hội thi)|gửi dự thi", "đạt giải|đoạt giải|được trao giải"),
    _chain("dự tuyển|đăng ký (?:dự tuyển|xét tuyển)|nộp hồ sơ dự tuyển", "trúng tuyển|được tuyển dụng"),
    _chain(
        "đăng ký dự thi",
        "tham gia|(?<!đăng ký )dự thi|có mặt",
        "trúng tuyển|thi đỗ|thi đạt|đỗ(?: tốt nghiệp| đại học)?|đậu",
    ),
    _chain("triệu tập|được mời", "có mặt|dự họp|tham dự|về dự"),
    _chain("đi (?:học|đào tạo|bồi dưỡng|tập huấn)", "hoàn thành (?:khóa học|chương trình)|tốt nghiệp"),
    _chain("phát ra", "thu về", "hợp lệ"),
    _chain("trong danh sách(?: cử tri)?|danh sách cử tri|tổng số cử tri", "đi bầu|đi bỏ phiếu|tham gia bỏ phiếu"),
    _chain("(?:được )?(?:thanh tra|kiểm tra)", "bị xử phạt|(?:có )?vi phạm|bị (?:nhắc nhở|đình chỉ)|xử lý"),
    _chain("tiếp nhận|nhận được|thụ lý", "(?:đã )?(?:giải quyết|xử lý|trả lời)(?: xong| dứt điểm)?"),
    _chain(
        "(?:sau|qua) (?:giám sát|kiểm tra|đối thoại|tiếp xúc cử tri|phản biện),?(?: đã)? (?:có|nêu|kiến nghị|đề xuất)",
        "đã (?:được )?(?:giải quyết|tiếp thu|khắc phục|trả lời)(?: xong| dứt điểm)?",
    ),
    _chain(
        r"(?:toàn (?:xã|huyện|tỉnh|đảng bộ|phường)|đảng bộ|chi bộ|hiện)(?: \w+)? (?:hiện )?có",
        "tham gia(?: học tập)?|tham dự|dự (?:học|họp|hội nghị)|được quán triệt|ký cam kết",
    ),
    _chain(
        "gọi (?:đi )?khám|khám tuyển|sơ tuyển|đi khám|khám sức khỏe (?:nghĩa vụ|NVQS|tuyển quân)",
        "trúng tuyển(?: nghĩa vụ)?|đủ sức khỏe|(?<!gọi )nhập ngũ",
    ),
    _chain("gửi phản biện|yêu cầu phản biện|đề nghị phản biện", "được phản biện|đã phản biện"),
    _chain("tiếp thu ý kiến|nhận được ý kiến|tham gia ý kiến", "được tiếp thu|đã tiếp thu"),
    _chain("(?:dạy|học|đào tạo|bồi dưỡng|truyền) nghề", "sau (?:khi )?(?:được )?(?:học|đào tạo|tốt nghiệp)(?: nghề)?"),
)
_SAME = (  # called again by another name
    frozenset(("học sinh", "em", "cháu", "thí sinh", "em học sinh")),
    frozenset(("lao động", "người lao động", "học viên", "người", "người học", "chị", "chị em", "phụ nữ", "hội viên")),
)
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:năm trước|cùng kỳ|lũy kế|luỹ kế|kỳ trước|chuyển sang|tồn|giai đoạn|nhiệm kỳ|từ năm|từ đầu|kế hoạch"
    r"|chỉ tiêu|bình quân|phấn đấu|trước đó|(?:19|20)\d\d)(?!\w)",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"(?<!\w)(?:(?:kỳ|năm|quý|tháng) trước|chuyển (?:sang|tiếp|qua)|(?:mang|gối) (?:sang|qua)|tồn(?: đọng)?|gối|cũ"
    r"|đầu (?:kỳ|quý|tháng)|(?:thụ lý|tiếp nhận|nhận|phát sinh) mới|mới (?:thụ lý|tiếp nhận|nhận|phát sinh)"
    r"|lũy kế)(?!\w)",
    re.IGNORECASE,
)  # 'mới' tells that there were others before
_ELSEWHERE = re.compile(
    r"(?<!\w)(?:\d{1,2} tháng|tháng \d|quý|năm \d{4}|(?<!giỏi )(?<!thi )cấp (?:xã|huyện|tỉnh|trường)"
    r"|toàn (?:xã|huyện|tỉnh)|UBND|(?:Ủy|Uỷ) ban|Sở|Phòng|Công an|Tòa án|Thanh tra|riêng|[Tt]rong (?:tổng )?số)(?!\w)"
)  # between two stages: another period, another body, or others than those that came in
_OF_WHICH = re.compile(r"(?<!\w)[Tt]rong (?:số )?đó(?!\w)[^.;\n]*$")
_OF_WHOM = re.compile(  # others than those who were put forward were admitted too: 'trong đó 64 đồng chí là đoàn viên'
    r"[^.;\d\n]{0,40}trong đó(?: có)? \d[\d.]* [^.;\d\n]{0,20}(?:là |từ )?(?:đoàn|hội|công) viên"
)
_SEVERAL = re.compile(r"(?<![\d.])(?!0?1 )\d{1,3} (?:hội nghị|lớp|buổi|cuộc|đợt|lần|phiên)(?!\w)")
# what is held several times may count one person as often
_CLAUSE = re.compile(r"[;:]\s|[.]\s|\n")
_BEHIND = 40
_NEAR = 60
_FAR = 700  # letters between two stages of one matter


def check_stages(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` where more of one thing come out of a matter than entered it: '412 lượt tập thể
    đăng ký danh hiệu thi đua; 1.520 lượt tập thể được tặng bằng khen'.

    Not flagged: things of other names ('lượt' is one); other years, plans and sums of years; rates, hedged numbers;
    stages further apart than a paragraph.
    """
    told = _told_in(report.text)
    if not told:
        return
    figures = [one for one in report.figures if not one.in_table and one.unit and one.unit != "%"]
    tasks = tasks_of(report)
    for at, late in enumerate(figures):
        stages = list(_stages(report.text, figures, at, told))
        if not stages or tasks.touch(Span(late.start, late.end)) or _is_of_another_time(report.text, late):
            continue
        for chain, stage, said in stages:
            found = _before(report.text, figures, at, told, (chain, stage))
            first, last = single(found[0].base_value) if found else None, single(late.base_value)
            if found and first and last and last > first and not _OF_WHOM.match(report.text, late.end):
                early, whole = found
                facts = {"amount": late.text, "label": said, "of": early.text, "whole": whole}
                place, related = Span(late.start, late.end), (Span(early.start, early.end),)
                yield Finding("implausible-magnitude", "warning", place, "stage", facts, related)
                break


def _told_in(text: str) -> Told:
    """The stages whose words may stand in a text, of the chains of which it may tell several."""
    small = " ".join(text.lower().split())
    told: list[tuple[int, int]] = []
    for at, chain in enumerate(_CHAINS):
        stages = [stage for stage, pattern in enumerate(chain) if may_hold(pattern, small)]
        told += [(at, stage) for stage in stages if len(stages) > 1]
    return tuple(told)


def _before(
    text: str, figures: Sequence[Figure], at: int, told: Told, reached_late: tuple[int, int]
) -> tuple[Figure, str] | None:
    """The nearest number of an earlier stage that counts the same, and the words of that stage."""
    late, (chain, stage) = figures[at], reached_late
    for before in range(at - 1, -1, -1):
        early = figures[before]
        if late.start - early.end > _FAR or "\n" in text[early.end : late.start].strip():
            return None
        same = _are_the_same(early.unit, late.unit, chain)
        if (not same and (early.unit != late.unit or not is_alike(early, late))) or is_hedged(early):
            continue
        reached = _reached(text, figures, before, told).get(chain)
        if reached is None or reached[0] >= stage or _is_of_another_time(text, early):
            continue
        if _OF_WHICH.search(text, max(early.start - _NEAR, 0), early.start):
            continue  # a part of what came in
        carried = _CARRIED.search(text, max(early.start - _FAR // 2, 0), late.end + _BEHIND)
        apart = _ELSEWHERE.search(text, early.end, late.start)
        several = _SEVERAL.search(text, early.end, late.end + _BEHIND)
        return None if carried or apart or several else (early, reached[1])
    return None


def _are_the_same(early: str, late: str, chain: int) -> bool:
    """Whether two units may name the same people: pupils anywhere, grown-ups who learn a trade and have work then."""
    pupils, learners = _SAME
    return {early, late} <= pupils or (chain == len(_CHAINS) - 1 and {early, late} <= learners)


def _stages(text: str, figures: Sequence[Figure], at: int, told: Told) -> Iterator[tuple[int, int, str]]:
    """The chains of which the words around a number name a later stage, the stage, and these words."""
    if not is_hedged(figures[at]) and not figures[at].change:
        for chain, stage in _reached(text, figures, at, told).items():
            if stage[0]:
                yield chain, *stage


def _reached(text: str, figures: Sequence[Figure], at: int, told: Told) -> Mapping[int, tuple[int, str]]:
    """By chain the last stage that the words of a number name, and these words: behind it, else before it."""
    one = figures[at]
    behind = _named(one.what, told) if one.what else {}
    low = max(figures[at - 1].end if at else 0, one.start - 80)
    lead = _named(_CLAUSE.split(text[low : one.start])[-1], told)
    if not behind or not lead:
        return behind or lead
    return {chain: behind.get(chain) or lead[chain] for chain in sorted(behind.keys() | lead.keys())}


@lru_cache(maxsize=4096)
def _named(said: str, told: Told) -> Mapping[int, tuple[int, str]]:
    """The last stage that some words name, and which of them name it, by its chain; kept, for each number is asked
    again for every one behind it.
    """
    small = said.lower()
    found = {}
    for chain, stage in told:
        pattern = _CHAINS[chain][stage]
        if may_hold(pattern, small) and (named := pattern.search(said)):
            found[chain] = (stage, named[0])
    return found


def _is_of_another_time(text: str, one: Figure) -> bool:
    low = max(one.clause_start, one.start - 120)
    high = min(one.clause_end or one.end, one.end + 120)
    return _OTHER_TIME.search(text, low, one.start) is not None or _OTHER_TIME.search(text, one.end, high) is not None


CHECKS = (check_stages,)
