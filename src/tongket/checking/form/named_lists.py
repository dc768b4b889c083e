"""Lists of names against the number that announces them (danh sách nêu tên và số lượng): '05 xã: A, B, C và D'.

A case of ``sum-mismatch``, whose page stands with the arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.expressions import BETWEEN_ITEMS
from tongket.checking.evidence.finds import finds_in
from tongket.checking.evidence.items_named import items_named
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import counted
from tongket.vietnamese.unicode import CAPITALS, SMALL

_NUMBERS = "hai|ba|bốn|sáu|bảy|tám|chín"  # 'năm' alone is mostly a year
# Nouns whose things are named one by one; what has members ('tổ', 'đoàn') may be followed by these.
_PLACES = r"xã|phường|thị trấn|huyện|thành phố|thôn|bản|ấp|khóm|tổ dân phố|khu phố|làng|buôn|tỉnh"
_MATTERS = (
    r"nhóm nội dung|nội dung|nhóm nhiệm vụ|nhiệm vụ|nhóm giải pháp|giải pháp|chỉ tiêu|tiêu chí|lĩnh vực|nguyên tắc"
    r"|mục tiêu|khâu đột phá|phong trào|cuộc vận động|chương trình|đề án|hình thức|nhóm hàng|mặt hàng|điều kiện"
    r"|chức danh|di tích|lễ hội|cuộc thi|hội thi|câu lạc bộ|CLB|trường|chi bộ|hội nghị|lớp|đề tài"
    r"|khâu|dịch vụ|mô hình|dân tộc|môn học|môn|ngành nghề|nghề|loại hình|tôn giáo|chuyên đề|làng nghề|sản phẩm"
    r"|tổ (?:dịch vụ|sản xuất|chuyên môn|nghiệp vụ)|công trình|dự án|đầu mối|vị trí|tuyến đường|hạng mục|thủ tục"
    r"|tập thể|cơ sở|đảng bộ"
)
_BODIES = r"đơn vị|cơ quan|phòng|ban|sở|bộ|doanh nghiệp|công ty|ngân hàng|hợp tác xã|HTX|tổ chức"
_ANNOUNCED = re.compile(
    rf"(?<![\w.,/%-])(?P<number>[0-9][0-9]?|{_NUMBERS})"
    rf" (?P<noun>(?P<places>{_PLACES})|(?P<bodies>{_BODIES})|{_MATTERS})(?!\w)(?:, (?:{_BODIES}|{_PLACES})(?!\w))?"
    r"(?P<more>(?: [^\W\d_]+){0,8}?),?"
    r"(?P<opens>\s(?:(?:bao )?gồm(?: có)?|là|đó là|như sau|sau(?: đây)?|cụ thể(?: là| như sau)?))?"
    r"(?:\s?:|(?<=gồm)(?=\s)|(?<=gồm có)(?=\s)|(?<=\slà)(?=\s)|\s\((?P<inside>(?:(?:bao )?gồm(?: có)?|là):?\s)?)\s?"
)
_ENDS = re.compile(r"(?<!\.)(?<!TP)(?<!TT)(?<!TX)[.](?=\s|$)|\n|\)")
_PICKS = re.compile(
    r"\.\.\.|…|v\.v|(?<!\w)(?:một là|thứ nhất|như|tiêu biểu|điển hình|chủ yếu|trong đó|nhất là|đặc biệt|các|những"
    r"|một số|nhiều|toàn bộ|còn lại|khác|riêng|đến|đạt|tăng|giảm|chiếm|so với|cùng kỳ|mỗi|từng|kế hoạch|theo|thuộc"
    r"|tại|năm|trừ)(?!\w)(?! nghèo)",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(r"(?<!\w)(?:trong|có|đạt|hoàn thành|được|bình quân|thêm|còn|của|trên|về|đã|chưa)(?!\w)")
_OF_SURE = re.compile(r"(?<!\w)(?:trong|có|bình quân|thêm|còn|trên|chưa|mỗi)(?!\w)")
_OF_PLACES = re.compile(r"(?<!\w)(?:trong|có|bình quân|thêm|còn|của|trên|về|chưa)(?!\w)")
_COUNTS = re.compile(rf"(?<![\w-])\d[\d.,]*(?=\s[{SMALL}]|\s?%|/)|\d\s?[-–]\s?\d")
_NAMED_BY_NUMBER = re.compile(r"(?<!\w)(?:thôn|bản|ấp|khóm|tổ|khu|phố|buôn|làng|số|tiêu chí|đội|xóm) \d", re.IGNORECASE)
# 'Khe Lạnh 14/19 tiêu chí, Nà Pàn, Lũng Ẳng 9/19 tiêu chí': what some of them have, behind their names
_OF_EACH = re.compile(rf"(?<=[{SMALL}]) \d\d?/\d\d?(?: [{SMALL}]+){{0,3}}(?=[,;.]|$)")
_OF_A_PLACE = re.compile(rf"(?:{_PLACES})\s")
_NAME = re.compile(rf"(?:(?:{_PLACES})\s)?(?:[{CAPITALS}]|\d{{1,2}}$)")
_NAMED = re.compile(rf"(?:[{SMALL}]+\s){{0,3}}[“\"]?[{CAPITALS}]")  # 'đình Trong', 'Trường Tiểu học Khe Lạnh'
_ONE_NAME = rf"[“\"]?[{CAPITALS}]\w*(?: \w+){{0,5}}?[”\"]?"
_NAME_AGAIN = re.compile(rf"(?:, |;\s|\bvà )[“\"]?[{CAPITALS}]")
_SHORT = 2  # words that say more of what a colon names
_LONGEST = 700
_LEAST, _MOST = 3, 40


def check_named_lists(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a list names fewer things than it announces, or more: '05 xã: Khe Lạnh, Nà Pàn, Lũng
    Ẳng và Phiêng Sa'.

    What is no name may hold a comma or 'và' itself: such a list is too short only where all of them together are too
    few, and too long only by its semicolons. Not flagged: lists that pick some out or go on, those with numbers, scans
    with dirt.
    """
    for paragraph in () if is_dirty(report) else report.paragraphs:
        if paragraph.kind in ("body", "note") and paragraph.spans:
            low, high = paragraph.spans[0].start, paragraph.spans[-1].end
            for found in finds_in(_ANNOUNCED, report.text, low, high):
                yield from _check(report.text, found, high)


_TOLD_IN_BRACKETS = ("trường", "dân tộc")  # by ``things_named``


def _check(text: str, found: re.Match[str], high: int) -> Iterator[Finding]:
    number = counted(found["number"]) or 0
    far = min(high, found.end() + _LONGEST)
    stop = _ENDS.search(text, found.end(), far)
    if stop is None and far < high:
        return
    said = _closed(text[found.end() : stop.start() if stop else high].strip(" ;,"))
    if found["places"]:
        said = _OF_EACH.sub("", said)
    items = items_named(said)
    bracket = text[found.start() : found.end()].rstrip().endswith("(") or bool(found["inside"])
    alike = said[: len(found["noun"])].lower() == found["noun"].lower()
    sure = _are_names(items, found)
    colon = found[0].rstrip().endswith(":")
    at_once = colon and not found["more"]
    named = colon and (sure or len(found["more"].split()) <= _SHORT)  # '08 khâu dịch vụ: thủy lợi, làm đất'
    told_of_inside = found["inside"] and found["noun"] not in _TOLD_IN_BRACKETS and not found["bodies"]
    opened = named or bool(found["opens"] or told_of_inside or found["places"]) or alike
    opened = opened or (bracket and _is_off_by_one(items, number))
    # names and what semicolons part, which no comma or 'và' parts
    fewest = _LEAST - 1 if found["places"] or sure or said.count(";") >= _SHORT else _LEAST
    if not fewest <= number <= _MOST or not opened or (bracket and (stop is None or stop[0] != ")")):
        return
    if not said or len(said) >= _LONGEST or ":" in said or "(" in said or _PICKS.search(said):
        return
    if _COUNTS.search(_NAMED_BY_NUMBER.sub("", said)) or _is_of_some(found, sure=sure):
        return
    least, most = _count_bodies(items) if found["bodies"] else _count(said, items, found["places"])
    if bracket and any(_OF_A_PLACE.match(one) and not one.startswith(found["noun"]) for one in items):
        return  # '05 xã (huyện Mẫu Sơn, tỉnh Khe Vang)' says where they are
    own = " ".join(found["more"].split()[:2])  # '03 loại hình bảo hiểm gồm bảo hiểm xã hội, bảo hiểm y tế'
    by_own = len(own) > 1 and " " in own and len(items) >= _LEAST and all(one.lower().startswith(own) for one in items)
    if by_own or all(one.startswith(found["noun"]) for one in items):  # 'hội nghị triển khai, hội nghị sơ kết'
        least = most = len(items)
    if named and not (at_once or found["opens"] or sure) and (most < _LEAST or number < least):
        return  # behind a colon alone words may explain, and then a few
    if not least <= number <= most and most > 1:
        yield _finding(Span(found.start("number"), found.end("noun")), found, most if number > most else least)


def _are_names(items: list[str], found: re.Match[str]) -> bool:
    """Whether each of several items is the name of such a thing, and not of where it is."""
    if len(items) < _SHORT:
        return False
    if found["places"]:
        return all(map(_NAME.match, items))
    if found["bodies"]:
        return all(map(_BODY.match, items))
    return all(_NAMED.match(one) and (one[:1].islower() or " " in one) for one in items)


def _is_of_some(found: re.Match[str], *, sure: bool) -> bool:
    """Whether the words behind a number say of which these are some: '12 trường có học sinh giỏi: ...'."""
    if found["opens"] == " là" and not found[0].rstrip().endswith(":") and not sure:
        return True  # '05 tiêu chí là đường, điện và trường' may say what they are
    of_which = _OF_PLACES if found["places"] else _OF_SURE if sure else _OF_WHICH
    return of_which.search(found["more"]) is not None


_SMALL_ITEM = re.compile(rf"(?:[{SMALL}]+ ){{0,4}}[{SMALL}]+")
_FEWEST_IN_BRACKETS = 4


def _is_off_by_one(items: list[str], number: int) -> bool:
    """Whether brackets hold a list of short names, one more or less than announced: '07 tổ dịch vụ (thủy lợi, bảo vệ
    đồng, vật tư, nước sạch, quản lý chợ, vệ sinh môi trường)'; other brackets say where they are or whose.
    """
    near = len(items) >= _FEWEST_IN_BRACKETS and abs(len(items) - number) == 1
    return near and all(map(_SMALL_ITEM.fullmatch, items))


_CLOSED = re.compile(rf"(?P<names>(?:{_ONE_NAME}, ){{1,14}}{_ONE_NAME},? và {_ONE_NAME})(?=, [{SMALL}][^\n]{{0,200}}$)")


_OF_THEM_ALL = re.compile(r";\s(?=(?:đạt|kết quả|qua đó|thu hút|với|có|được|trong đó|tổng)(?!\w))")


def _closed(said: str) -> str:
    """A list of names without what is told of them all behind its last one: 'Toán học, Cầu lông và Văn nghệ, sinh hoạt
    02 lần/tháng'.
    """
    aside = _OF_THEM_ALL.search(said)
    said = said[: aside.start()] if aside and ";" not in said[: aside.start()] else said
    tail = _TOLD_OF_ALL.search(said) if _OPENS_LARGE.match(said) else None
    said = said[: tail.start()] if tail and BETWEEN_ITEMS.search(said[: tail.start()]) else said
    found = _CLOSED.match(said)
    return found["names"] if found and not _NAME_AGAIN.search(said, found.end()) else said


_OPENS_LARGE = re.compile(rf"[“\"]?[{CAPITALS}]")
_TOLD_OF_ALL = re.compile(  # behind the last of several names
    r",\s(?:bảo đảm|đảm bảo|góp phần|qua đó|nhằm|phù hợp|đáp ứng|để|với|được|đã|đang|đều|phục vụ|tạo|thu hút|trực thuộc"
    r"|thuộc|hoạt động|kịp thời|theo|do|cơ bản|từng bước|giúp|không|tăng|giảm|đạt|hoàn thành|trong khi|đồng thời)(?!\w)"
    r"[^;\n]{0,300}$"
)
_LEVELS = re.compile(
    r"(?P<village>thôn|bản|ấp|khóm|tổ dân phố|khu phố|làng|buôn)|(?P<commune>xã|phường|thị trấn)|(?P<district>huyện"
    r"|thành phố)|(?P<province>tỉnh)"
)
_ORDER = ("village", "commune", "district", "province")


def _is_above(item: str, noun: str) -> bool:
    """Whether an item is a place in which such places lie: 'Thôn Bó Pia, Khuổi Vùa, xã Quảng Bạch'."""
    of_item, of_noun = _LEVELS.match(item), _LEVELS.match(noun)
    if of_item is None or of_noun is None:
        return False
    return _ORDER.index(of_item.lastgroup or "") > _ORDER.index(of_noun.lastgroup or "")


def _count(said: str, items: list[str], places: str | None) -> tuple[int, int]:
    """How many things a list names at least and at most; ``places``: the noun of places."""
    items = [one for one in items if not (places and _is_above(one, places))]
    if all(_NAME.match(one) if places else _NAMED.match(one) for one in items):
        return len(items), len(items)
    return said.count(";") + 1, len(items)


_BODY = re.compile(
    r"(?:Sở|Bộ|Phòng|Ban|Trường|Trung tâm|Chi cục|Cục|Tổng cục|Vụ|Viện|Văn phòng|Công an|Hội|Đoàn|UBND|[ỦU][yỷ] ban"
    r"|Tòa án|Thanh tra|Kho bạc|Thuế|Chi bộ|Đảng bộ|Đài|Báo|Bệnh viện|Trạm|Công ty|Tổng công ty|Tập đoàn|Ngân hàng|HTX"
    r"|Hợp tác xã|Bảo hiểm|Mặt trận|Liên đoàn|Bưu điện|Điện lực|Hạt|Ban quản lý)(?!\w)",
    re.IGNORECASE,
)
_WORDS_OF_NAME = re.compile(rf"[{CAPITALS}][\w&.-]*(?: [{CAPITALS}\d][\w&.-]*)*")


def _count_bodies(items: list[str]) -> tuple[int, int]:
    """How many bodies a list names: each that begins as a body does, at most each piece, for a name may hold a comma
    or an 'và' ('Sở Văn hóa, Thể thao và Du lịch'); none where neither words of bodies nor plain names stand.
    """
    if all(_WORDS_OF_NAME.fullmatch(one) for one in items):
        return len(items), len(items)
    bodies = sum(1 for one in items if _BODY.match(one))
    return (bodies, len(items)) if items and _BODY.match(items[0]) else (0, _MOST)


_WAY = r"(?:tăng|giảm|giữ(?: nguyên)?|không (?:biến động|đổi|thay đổi|tăng|giảm)|ổn định|đi ngang)"
_WAYS = re.compile(rf"(?<!\w){_WAY}(?:\s{_WAY})*(?!\w)")
_GROUPS = re.compile(
    r"(?P<number>\d(?<![\w.,/%-].)\d?) (?P<noun>nhóm|mặt hàng|ngành|chỉ số|loại)(?!\w)"
    r"(?P<more>[^.;:()\d\n]{0,50}?)\s?:\s"
)
_SENTENCE = re.compile(rf"[.]\s+(?=[{CAPITALS}])|\n")
_OFF = 2


def check_ways_named(report: Report) -> Iterator[Finding]:
    """Yield ``sum-mismatch`` where a sentence says of each group which way it went, and misses one or two of the number
    that it announces: '11 nhóm hàng: hàng ăn tăng, đồ uống giảm; ...' of ten.
    """
    for found in _GROUPS.finditer(report.text):
        far = min(found.end() + 2 * _LONGEST, len(report.text))
        stop = _SENTENCE.search(report.text, found.end(), far)
        said = report.text[found.end() : stop.start() if stop else far]
        number, named = int(found["number"]), len(_WAYS.findall(said))
        if 0 < abs(number - named) <= _OFF and named > 2 * _OFF and not re.search(r"\d \w*nhóm|…|\.\.\.", said):
            yield _finding(Span(found.start("number"), found.end("more")), found, named)


def _finding(place: Span, found: re.Match[str], named: int) -> Finding:
    facts = {"total": f"{found['number']} {found['noun']}", "named": str(named)}
    return Finding("sum-mismatch", "warning", place, "named", facts)


CHECKS = (check_named_lists, check_ways_named)
