"""Words against the numbers and the words beside them (lời văn trái với số liệu bên cạnh).

Cases of ``body-appendix-mismatch`` and ``change-mismatch``, whose pages stand with the text against tables and the
arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongket.checking.denials import is_of_a_kind, without_circumstances
from tongket.checking.periods import tasks_of
from tongket.checking.said_of_all import SAID_OF_SOME
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number
from tongket.vietnamese.unicode import folded

# A word that does not change comes first in each pattern: the engine then jumps from one to the next.
_N = r"(?:\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)"
_MOVED = tuple(
    re.compile(
        rf"{way}(?<!\w{way})(?: (?:mạnh|nhẹ|dần|nhanh|đều|đáng kể|rõ rệt))*,? từ (?:mức )?"
        rf"(?P<first>{_N})(?:%|(?: [^\W\d_]+){{0,2}})[^.;\n\d]{{0,20}}(?:\(?năm \d{{4}}\)?)?[^.;\n\d]{{0,12}}?"
        rf"(?<!\w)(?P<to>lên|xuống)(?: (?:còn|đến|tới|mức))* (?P<last>{_N})(?![\d/])"
    )
    for way in ("tăng", "giảm")
)


def check_ways_of_moving(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a change goes two ways: 'tăng từ 45 vụ xuống còn 32 vụ', 'giảm từ 30 lên 40'.

    Not flagged: 'xuống' and 'lên' of what does not move; numbers of two units.
    """
    for found in (one for pattern in _MOVED for one in pattern.finditer(report.text)):
        first, last = parse_number(found["first"]), parse_number(found["last"])
        if first is None or last is None or first == last:
            continue
        true = "tăng" if last > first else "giảm"
        way = found[0].split()[0].rstrip(",")
        if way != true or (found["to"] == "lên") != (last > first):
            facts = {"now": found["last"], "before": found["first"], "true_way": true, "way": f"{way} … {found['to']}"}
            yield Finding("change-mismatch", "error", Span(*found.span()), "direction", facts)


_WHOLE = Decimal(100)  # %
_AIM = r"(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|KH|DT)"
_OF_PLAN = re.compile(
    rf"%\s?(?:so với )?{_AIM}(?P<of>[^.;,:()%\d\n]{{0,40}}),\s[^.;,%\d\n]{{0,30}}?"
    r"(?<!\w)(?P<said>(?:hoàn thành )?vượt|hoàn thành|(?:không|chưa) (?:đạt|hoàn thành|vượt))(?: mức)?(?: so với)?"
    rf" (?:các )?{_AIM}(?P<behind>[^.;,\n]{{0,40}})"
)
_RATE = re.compile(rf"(?<![\d.,])(?:{_N})\s?$")
_LONGEST_RATE = 10
_SHARE_TOLD = re.compile(
    rf"/(?<=[\w ]/)\s?{_N}(?: [^\W\d_]+){{0,3}},? (?:đạt|bằng) (?P<rate>{_N})\s?%,\s(?:và )?"
    rf"(?P<said>(?:hoàn thành )?vượt|(?:không|chưa) (?:đạt|hoàn thành))(?: mức)? {_AIM}"
)
_GIVER = re.compile(r"(?<!\w)(?:Trung ương|tỉnh|huyện|thành phố|xã|HĐND|Hội đồng|cấp trên|Quốc hội|nghị quyết)(?!\w)")
_PART_OF_TIME = re.compile(r"(?<!\w)(?:quý|tháng|kỳ|đợt|vụ|giai đoạn|nhiệm kỳ)(?!\w)")
_SHORT = ("không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành", "không vượt", "chưa vượt")


def check_verdicts_on_rates(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a share of a plan and what is said of the plan exclude each other: 'đạt
    87% dự toán, hoàn thành vượt mức chỉ tiêu', 'đạt 112% kế hoạch, không đạt chỉ tiêu'.

    Not flagged: two plans, each with who set it.
    """
    for found in _OF_PLAN.finditer(report.text):
        number = _RATE.search(report.text, max(found.start() - _LONGEST_RATE, 0), found.start())
        rate = parse_number(number[0].strip()) if number else None
        giver, other = set(_GIVER.findall(found["of"])), set(_GIVER.findall(found["behind"]))
        other_time = _PART_OF_TIME.search(found["behind"]) is not None
        if number is None or rate is None or other_time or (giver and giver != other):
            continue
        if _excludes(found["said"], rate, _WHOLE):
            yield _told(report.text, Span(number.start(), found.end("of")), Span(found.start("said"), found.end()))

    for share in _SHARE_TOLD.finditer(report.text):
        rate = parse_number(share["rate"])
        if rate is not None and _excludes(share["said"], rate, _WHOLE):
            low, high = share.start("rate"), share.end("rate") + 1
            yield _told(report.text, Span(low, high), Span(share.start("said"), share.end()))


_ALL_AIMS = re.compile(
    r"chỉ tiêu(?:(?<=[Cc]ác chỉ tiêu)|(?<=100% chỉ tiêu)|(?<=ất cả chỉ tiêu)|(?<=oàn bộ chỉ tiêu))[^.;\n\d]{0,40}? đều"
    r" (?:đã )?(?:hoàn thành|đạt|vượt)(?!\w)[^.;\n]{0,40}"
)
_ONE_SHORT = re.compile(
    rf"(?<!\w)(?:[Cc]hỉ(?: mới)?|[Mm]ới(?: chỉ)?) đạt (?P<rate>{_N})\s?%\s?(?:so với )?{_AIM}"
    rf"|(?<![\d/])(?P<some>0?[1-9]\d?) chỉ tiêu (?:(?:còn|vẫn) )?(?:chưa|không) (?:đạt|hoàn thành)"
)
_SAME_MATTER = 600  # letters


def check_all_aims(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all aims are said to be reached, and one near by is not: 'Các chỉ tiêu đều
    đạt ... Chỉ tiêu trồng rừng chỉ đạt 76% kế hoạch'.

    Not flagged: aims told of before, what is striven for.
    """
    for claim in _ALL_AIMS.finditer(report.text):
        place = Span(*claim.span())
        short = _ONE_SHORT.search(report.text, place.end, place.end + _SAME_MATTER)
        if short is None or _HEDGED.search(report.text, _clause(report.text, place.start), place.start):
            continue
        rate = parse_number(short["rate"]) if short["rate"] else Decimal(0)
        if rate is not None and rate < _WHOLE:
            yield _told(report.text, place, Span(*short.span()))


_HEDGED = re.compile(r"(?<!\w)(?:[Pp]hấn đấu|sẽ|[Cc]ơ bản|[Hh]ầu hết|[Nn]hìn chung|[Mm]ục tiêu|[Đđ]ể)(?!\w)")


def _excludes(said: str, reached: Decimal, asked: Decimal) -> bool:
    """Whether what is said of a plan denies what was reached of it."""
    if said in _SHORT:
        return reached > asked if said.endswith("vượt") else reached >= asked
    return reached < asked or (said.endswith("vượt") and reached == asked)


_REACHED = tuple(
    re.compile(
        rf"{word}(?: (?:được )?giao)?[^.;:%\d\n]{{0,60}}? (?:là )?(?P<asked>{_N})"
        r" (?P<unit>[^\W\d_]+(?: [^\W\d_]+)?)[^.;:\d\n]{0,40}[;,.]\s?"
        r"(?:[Kk]ết quả|[Tt]hực hiện|[Tt]rong năm|[Đđ]ến nay|[Ss]ố|[Đđ]ã|\d{1,2} tháng|[Nn]ăm \d{4})"
        rf"[^.;:%\d\n]{{0,60}}? (?P<reached>{_N})"
        r" (?P=unit)(?P<between>[^.;\d\n]{0,20}?), (?:đã )?"
        rf"(?P<said>(?:hoàn thành |đạt )?(?:và )?vượt|(?:không|chưa) (?:đạt|hoàn thành))(?: mức)? (?:so với )?{_AIM}"
        r"(?![^.;,\n]{0,12} (?:quý|tháng|kỳ|đợt|vụ|giai đoạn)(?!\w))"
    )
    for word in ("hỉ tiêu", "ế hoạch")
)


def check_verdicts_on_plans(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where what was reached of a plan is told as more, or less, than the plan: 'Chỉ
    tiêu ... cho 150 lao động; kết quả ... cho 126 lao động, vượt chỉ tiêu'.
    """
    for found in (one for pattern in _REACHED for one in pattern.finditer(report.text)):
        asked, reached = parse_number(found["asked"]), parse_number(found["reached"])
        if asked is not None and reached is not None and _excludes(found["said"], reached, asked):
            place, related = Span(found.start("said"), found.end()), Span(found.start("asked"), found.end("between"))
            yield _told(report.text, place, related)


_MOST_OF = tuple(
    re.compile(
        rf"{word}(?<=(?i:{first}){word})(?!\w)(?! dân tộc)[^.,;:(\n\d]{{0,60}}[,:(] ?(?:(?:có|với|chiếm|đạt|tới) )?"
        rf"(?:(?P<part>\d+)\s?/\s?(?P<whole>\d+)(?![\d/])"
        rf"|(?P<rate>{_N})\s?%(?! (?:so với )?(?:kế hoạch|dự toán|chỉ tiêu|mục tiêu)))"
    )
    for first, word in (
        ("c", "ơ bản các"),
        ("đ", "a số"),
        ("p", "hần lớn"),
        ("h", "ầu hết"),
        ("q", "uá nửa"),
        ("t", "hiểu số"),
    )
)
_FEW = "hiểu số"
_HALF = Decimal(1) / 2


def check_most(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where 'most' are less than half: 'Đa số hộ dân đồng tình: 85/240 hộ ký cam kết'.

    Not flagged: dates, ethnic minorities ('dân tộc thiểu số'), plans.
    """
    tasks = tasks_of(report)
    for found in (one for pattern in _MOST_OF for one in pattern.finditer(report.text)):
        before = report.text[max(found.start() - len("dân tộc t"), 0) : found.start()]
        whole = int(found["whole"] or 0)
        if before.lower().startswith("dân tộc ") or tasks.touch(Span(*found.span())) or (found["part"] and not whole):
            continue
        rate = Decimal(found["part"]) / whole if found["part"] else (parse_number(found["rate"]) or Decimal(0)) / 100
        few = found[0].startswith(_FEW)
        if rate <= 1 and (rate > _HALF if few else rate < _HALF):
            start = found.start("part") if found["part"] else found.start("rate")
            yield _told(report.text, Span(found.start() - 1, start), Span(start, found.end()))


_NONE_OF = tuple(
    re.compile(
        rf"{word}(?<=[KkCc]{word})(?<!\w[KkCc]{word}) (?:có|còn|để xảy ra|xảy ra|phát sinh|phát hiện|tổ chức|ban hành"
        r"|mở|thành lập|tiếp nhận|ghi nhận|nhận được|nhận|thực hiện|được|bị)(?: được)?"
        r"(?: (?:một|bất kỳ|bất cứ|trường hợp|tình trạng))? (?P<what>[^\W\d_]+(?:[ ,][^.,;:()\n\d]*)?)"
    )
    for word in ("hông", "hưa")
)
_PLACED = re.compile(
    r"(?<!\w)(?:[Rr]iêng|[Tt]ại|ở|[Qq]uý|[Tt]háng|[Ll]ũy kế|[Tt]ừ đầu|[Nn]ăm trước|[Cc]ùng kỳ|[Tt]rước đây|trước|giảm"
    r"|[Đđ]ến nay|[Tt]ừ chỗ|[Cc]ả nước|[Tt]oàn quốc|[Vv]ận động|[Đđ]ầu (?:năm|kỳ|nhiệm kỳ)|[Bb]an đầu|khi"
    r"|[Pp]hấn đấu|[Nn]ếu|sẽ|[Dd]ự kiến|[Mm]ục tiêu|[Cc]hỉ tiêu|[Kk]ế hoạch|[Yy]êu cầu|[Nn]hiều|[Mm]ột số|hiện|còn"
    r"|[Bb]ảo đảm|[Đđ]ảm bảo"
    r"|(?:[Tt]hôn|[Xx]ã|[Bb]ản|[Ấấ]p|[Tt]ổ dân phố|[Kk]hu phố|[Hh]uyện|[Cc]hi bộ) [A-ZĐ\d]\w*"
    r"|(?:[Nn]ăm|[Gg]iai đoạn|[Nn]hiệm kỳ) (?P<year>(?:19|20)\d\d))(?!\w)"
)
_NEGATED = re.compile(r"(?<!\w)(?:[Kk]hông|[Cc]hưa)(?!\w)")
_NEAR = 600  # letters to either side: the same matter
_LEAST_LETTERS, _LEAST_WORDS = 7, 3


def check_denied_and_counted(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where one sentence says that there is none and one near it how many there are,
    in the same words: 'không tổ chức cuộc kiểm tra nào. Qua 05 cuộc kiểm tra ...'.

    Not flagged: denials of a place, a time or a kind, which the number is not of; plans; other times.
    """
    text, tasks = report.text, tasks_of(report)
    for denial in (one for pattern in _NONE_OF for one in pattern.finditer(text)):
        what = _denied(text, denial)
        place = Span(denial.start() - 1, denial.end())
        of_some = SAID_OF_SOME.search(text, _clause(text, place.start), place.start)
        if of_some or tasks.touch(place) or _is_apart(report, place.start):
            continue
        told = _left(text, place.end, denial)
        if told is None and what is not None:
            told = _counted(report, place, what) or _done_through(text, place.end, what)
        if told is not None and not tasks.touch(told):
            yield _told(text, place, told)


def _counted(report: Report, place: Span, what: str) -> Span | None:
    """Where a number of what is denied stands near by, of the same place and time."""
    text = report.text
    number = re.compile(
        rf"(?<![\d.,/])(?!0+ )(?:\d+/)?\d[\d.]* (?:trường hợp |vụ |ca )?{re.escape(what)}(?!\w)", re.IGNORECASE
    )
    for found in number.finditer(text, max(place.start - _NEAR, 0), place.end + _NEAR):
        low = _clause(text, found.start())
        denied = _NEGATED.search(text, low, found.end() + _JUST)
        if not denied and not _is_apart(report, found.start()) and not place.touches(Span(*found.span())):
            return Span(low, found.end())
    return None


def _left(text: str, start: int, denial: re.Match[str]) -> Span | None:
    """Where of what is said to be no more a number is left: 'không còn nhà tạm. Hiện còn 07 nhà tạm'."""
    what = without_circumstances(denial["what"].rstrip())
    if " còn " not in denial[0].partition(what)[0] or len(what.split()) < _LEAST_WORDS - 1:
        return None
    left = re.compile(
        rf"(?:(?<=[.;] )|(?<=\n))(?:(?:Hiện|hiện|Đến nay|Toàn xã|toàn xã) )?[Cc]òn (?!0+ )\d+ {re.escape(what)}(?!\w)"
    )
    found = left.search(text, start, start + _NEAR)
    return Span(*found.span()) if found else None


def _done_through(text: str, start: int, what: str) -> Span | None:
    """Where something is told as done through what is denied: 'Qua giám sát chuyên đề đã kiến nghị ...'."""
    act = what.partition(" ")[2] if what.startswith(_CLASSIFIERS) else ""
    if len(act.split()) < _LEAST_WORDS - 1:
        return None
    at = text.find(f"Qua {act} ", start, start + _NEAR)
    return Span(at, at + len(f"Qua {act}")) if at >= 0 else None


_CLASSIFIERS = ("cuộc ", "đợt ", "lớp ", "buổi ")
_JUST = 25  # letters behind a number in which it may be denied


def _is_apart(report: Report, at: int) -> bool:
    """Whether the clause before ``at`` names a place, a plan or another time than the year of the report."""
    own = (report.letterhead.date or "")[:4]
    return any(found["year"] != own for found in _PLACED.finditer(report.text, _clause(report.text, at), at))


def _denied(text: str, denial: re.Match[str]) -> str | None:
    """The words that are denied, as a number would be followed by them; None where they are too few to tell."""
    if is_of_a_kind(text, denial.end()):
        return None
    what = without_circumstances(denial["what"].rstrip()).replace("đơn thư", "đơn")
    words = what.split()
    return what if len(words) >= _LEAST_WORDS and len(what) >= _LEAST_LETTERS else None


_ALL_IN_TIME = re.compile(
    r"% (?<=100% )(?P<who>[^\W\d_]+ [^\W\d_]+)(?!\w)[^.;\n\d]{0,60}?"
    r" (?:đúng|trước|trong) (?:và (?:đúng|trước) )?hạn(?!\w)"
)
_NOT_FAR = 250  # letters


def check_all_in_time(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all are in time and a number near by is late: '100% hồ sơ được giải quyết
    đúng hạn; còn 18 hồ sơ trễ hạn'.

    Not flagged: tasks, what is denied, other times.
    """
    text, tasks = report.text, tasks_of(report)
    for claim in _ALL_IN_TIME.finditer(text):
        who = re.escape(claim["who"])
        late = re.compile(rf"(?<!\w)(?:có|còn) (?!0+ )\d[\d.]* {who}(?: [^\W\d_]+){{0,3}} (?:trễ|quá|chậm) hạn(?!\w)")
        found = late.search(text, claim.end(), claim.end() + _NOT_FAR)
        if found is None or tasks.touch(Span(*claim.span())) or _is_apart(report, claim.start()):
            continue
        low = _clause(text, found.start())
        if not _is_apart(report, found.start()) and not _NEGATED.search(text, low, found.end()):
            yield _told(text, Span(claim.start() - len("100"), claim.end()), Span(*found.span()))


_DISCIPLINED = re.compile(
    r"(?<!\w)(?:[Kk]ỷ luật|[Kk]hiển trách|[Cc]ảnh cáo|[Kk]hai trừ)(?!\w)[^.;\n\d]{0,30}?(?P<number>[1-9]\d*|0[1-9])"
    r" (?:đồng chí|đảng viên|cán bộ|công chức|viên chức|trường hợp|người)(?!\w)"
)
_NO_DISCIPLINE = re.compile(
    r"hông có(?<=[Kk]hông có) (?:trường hợp )?[^.;\n\d]{0,40}?(?:đảng viên|cán bộ|công chức|viên chức)[^.;\n\d]{0,20}?"
    r"(?:vi phạm kỷ luật|bị (?:xử lý |thi hành )?kỷ luật|vi phạm (?:bị|phải|đến mức)[^.;\n\d]{0,20}kỷ luật)"
    r"|hông có(?<=nghiêm kỷ luật, không có) trường hợp (?:nào )?vi phạm(?=[.;,\n])"
)


def check_discipline_denied(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where nobody is said to have been disciplined and a number of them is told.

    Not flagged: other times and places; denials of a kind of them.
    """
    text = report.text
    for denial in _NO_DISCIPLINE.finditer(text):
        if _is_apart(report, denial.start()):
            continue
        for found in _DISCIPLINED.finditer(text):
            low = _clause(text, found.start())
            if not _is_apart(report, found.start()) and not _NEGATED.search(text, low, found.end()):
                yield _told(text, Span(denial.start() - 1, denial.end()), Span(*found.span()))
                return


_FINISHED = re.compile(r"oàn thành(?<=[Hh]oàn thành)(?! (?:cơ bản|một phần|\d))")
_WAS = re.compile(r"(?:^|[.;:\n\d()])(?P<what>[^.;:\n\d()]{8,110}?) đã (?:được )?h$")
_WORK_DONE = re.compile(r" (?:việc |công tác )(?P<what>[^.,;:\n\d()]{8,90})")
_OPEN = re.compile(
    r"(?P<what>[^.,;:\n\d()]{6,110}?) (?:vẫn |hiện |còn )*(?:đang (?:được |trong quá trình )?(?:rà soát|triển khai"
    r"|thực hiện|tổng hợp|thẩm định|hoàn thiện|lập|xây dựng|thi công)"
    r"|chưa (?:được )?(?:(?:hoàn thành|có kết quả|xong|thực hiện|triển khai|tổng hợp|phê duyệt|ban hành)"
    r"|(?P<act>[^\W\d_]+ [^\W\d_]+) (?:xong|dứt điểm|hết)))(?!\w)"
)
_OPENING = re.compile(
    r"^\W*(?:(?:[Hh]iện nay|[Tt]uy nhiên|[Hh]iện|[Đđ]ến nay|[Nn]hưng|[Tt]rong năm|[Vv]iệc|[Cc]ông tác)(?!\w)\W*)+"
)
_FURTHER = 400  # letters in which what is said to be finished is told to go on


def check_finished_and_open(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where what is said to be finished is told near by as going on: 'Việc lập danh
    sách hộ nghèo đã hoàn thành ... Hiện nay danh sách hộ nghèo đang được rà soát'.

    Not flagged: parts of it, which share fewer words; tasks.
    """
    text, tasks = report.text, tasks_of(report)
    for done in _FINISHED.finditer(text):
        was = _WAS.search(text, max(done.start() - 110, 0), done.start())
        what = was or _WORK_DONE.match(text, done.end())
        if what is None or tasks.touch(Span(*done.span())):
            continue
        place = Span(was.start("what") if was else done.start() - 1, done.end() if was else what.end())
        words = set(_content(what["what"]))
        for still in _OPEN.finditer(text, done.end(), done.end() + _FURTHER):
            said = _content(f"{_OPENING.sub('', still['what'])} {still['act'] or ''}")
            if len(said) >= _LEAST_WORDS and set(said) <= words:
                yield _told(text, place, Span(*still.span()))
                break


_ACTS = tuple(
    re.compile(
        rf"(?P<act>{act})(?<=[Đđ]ã {act}) (?:dứt điểm|xong|toàn bộ|triệt để|hết|100%)(?: (?:các|những|số|toàn bộ))*"
        r" (?P<what>[^\W\d_]+ [^\W\d_]+)"
    )
    for act in ("giải quyết", "xử lý", "khắc phục", "trả lời", "hoàn thành", "hỗ trợ", "thu hồi")
)


def check_wholly_done(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all of something is said to be settled, and some is told as left: 'Đã giải
    quyết dứt điểm các kiến nghị ... Hiện còn 06 kiến nghị chưa được giải quyết'.

    Not flagged: tasks, other times and places; what is far away.
    """
    text, tasks = report.text, tasks_of(report)
    for done in (one for act in _ACTS for one in act.finditer(text)):
        place = Span(done.start(), done.end())
        if tasks.touch(place) or _is_apart(report, place.start):
            continue
        left = re.compile(
            rf"(?<!\w)còn \d+ {re.escape(done['what'])}(?!\w)[^.;\n\d]{{0,60}}?(?<!\w)chưa (?:được )?{done['act']}"
        )
        found = left.search(text, place.end, place.end + _NEAR)
        if found is not None and not tasks.touch(Span(*found.span())):
            yield _told(text, place, Span(*found.span()))


_SMALL = frozenset(folded("của và các những việc công tác được cho tại trên địa bàn toàn").split())


def _content(said: str) -> list[str]:
    return [word for word in re.findall(r"\w+", folded(said)) if word not in _SMALL]


def _clause(text: str, at: int) -> int:
    low = max(at - 200, 0)
    return max(text.rfind(". ", low, at) + 1, text.rfind("; ", low, at) + 1, text.rfind("\n", low, at) + 1, low)


def _told(text: str, claim: Span, other: Span) -> Finding:
    said, told = (" ".join(text[one.start : one.end].split())[:90] for one in (claim, other))
    return Finding("body-appendix-mismatch", "warning", claim, "text", {"text": said, "other": told}, (other,))
