"""Words against the numbers and the words beside them (lời văn trái với số liệu bên cạnh).

Cases of ``body-appendix-mismatch`` and ``change-mismatch``, whose pages stand with the text against tables and the
arithmetic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.clauses import is_as_guest, is_of_part, told_otherwise, words_of
from tongket.checking.evidence.expressions import NUMBER
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import clause_start
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.statements.denials import group_of, is_of_a_kind, without_circumstances
from tongket.checking.statements.said_of_all import SAID_OF_SOME
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.numbers import parse_number

_QUANTITY = r"(?: (?:tỷ lệ|số|mức|thời gian|thu nhập|chi phí|lãi suất|diện tích|năng suất|sản lượng|giá|tổng)"
_OF_IT = rf"{_QUANTITY}(?: (?!(?:tăng|giảm|nâng|hạ|đưa|và|để|từ|nhằm|đạt)(?!\w))[^\W\d_]+){{0,5}}?)?"
_SOMEWHERE = r"(?: (?:ở|tại)(?: [^\W\d_]+){1,6}?(?: \([^()\n]{1,12}\))?)?"
_MOVED = {
    way: re.compile(
        rf"{way[1:]}(?<=(?i:{way}))(?<!\w{way})(?: (?:mạnh|nhẹ|dần|nhanh|đều|đáng kể|rõ rệt|lên|xuống))*"
        rf"{_OF_IT}{_SOMEWHERE},? từ\s(?:mức )?"
        rf"(?P<first>{NUMBER})(?P<unit>\s?%|(?: (?!lên|xuống|còn)[^\W\d_]+){{0,2}})"
        r"[^.;\n\d]{0,20}(?:\(?năm \d{4}\)?)?"
        r"(?P<between>[^.;\n\d]{0,12}?)"
        rf"(?<!\w)(?P<to>lên|xuống|còn)(?: (?:còn|đến|tới|mức))* (?P<last>{NUMBER})(?![\d/])(?:\s?(?P<of>%|[^\W\d_]+))?"
    )
    for way in ("tăng", "giảm", "nâng", "hạ", "rút ngắn")
}
_UP = ("tăng", "nâng", "lên")
_RANKED = re.compile(r"(?<!\w)(?:[Hh]ạng|[Bb]ậc|[Vv]ị trí|[Tt]hứ|[Xx]ếp)(?!\w)")  # of ranks the less is the higher


def check_ways_of_moving(report: Report) -> Iterator[Finding]:
    """Yield ``change-mismatch`` where a change goes two ways: 'tăng từ 45 vụ xuống còn 32 vụ', 'giảm từ 30 lên 40'.

    Not flagged: 'xuống' and 'lên' of what does not move; ranks; numbers of two units.
    """
    for way, found in ((way, one) for way, pattern in _MOVED.items() for one in finds(pattern, report.text)):
        first, last = parse_number(found["first"]), parse_number(found["last"])
        if first is None or last is None or first == last or not _are_of_one_unit(found):
            continue
        if _RANKED.search(report.text, clause_start(report.text, found.start()), found.end("unit")):
            continue
        rises = last > first
        if (way in _UP) != rises or (found["to"] in _UP) != rises:
            place = Span(found.start() - 1, found.end("last"))
            facts = {"now": found["last"], "before": found["first"], "way": f"{way} … {found['to']}"}
            facts["true_way"] = "tăng" if rises else "giảm"
            yield Finding("change-mismatch", "error", place, "direction", facts)


def _are_of_one_unit(found: re.Match[str]) -> bool:
    """Whether two numbers are of one unit, and the second is what the first became."""
    if found["to"] == "còn" and "," in found["between"]:
        return False
    one, other = found["unit"].split(), found["of"]
    return not one or other is None or one[0] == other or f"({other})" in found[0]  # '18 phòng (ban) xuống còn 13 ban'


_NONE_OF = tuple(
    re.compile(
        rf"{word}(?<=[KkCc]{word})(?<!\w[KkCc]{word}) (?:có|còn|để xảy ra|xảy ra|phát sinh|phát hiện|tổ chức|ban hành"
        r"|mở|thành lập|tiếp nhận|ghi nhận|nhận được|nhận|thực hiện|được|bị)(?: được)?"
        r"(?: (?:một|bất kỳ|bất cứ|trường hợp|tình trạng))? (?P<what>[^\W\d_]+(?:[ ,][^.,;:()\n\d]*)?)"
    )
    for word in ("hông", "hưa")
)
_PLACED = re.compile(
    r"(?<!\w)(?:[Rr]iêng|[Tt]ại|ở|[Qq]uý|(?<!\d )[Tt]háng|[Ll]ũy kế|[Tt]ừ đầu|[Nn]ăm trước|[Cc]ùng kỳ|[Tt]rước đây"
    r"|trước|giảm|[Đđ]ến nay|[Tt]ừ chỗ|[Cc]ả nước|[Tt]oàn quốc|[Vv]ận động|[Đđ]ầu (?:năm|kỳ|nhiệm kỳ)|[Bb]an đầu|khi"
    r"|[Pp]hấn đấu|[Nn]ếu|sẽ|[Dd]ự kiến|[Mm]ục tiêu|[Cc]hỉ tiêu|[Kk]ế hoạch|[Yy]êu cầu|[Nn]hiều|[Mm]ột số|hiện|còn"
    r"|[Bb]ảo đảm|[Đđ]ảm bảo"
    r"|(?:[Tt]hôn|[Xx]ã|[Bb]ản|[Ấấ]p|[Tt]ổ dân phố|[Kk]hu phố|[Hh]uyện|[Cc]hi bộ) [A-ZĐ\d]\w*"
    r"|(?:[Nn]ăm(?: học)?|[Gg]iai đoạn|[Nn]hiệm kỳ) (?P<year>(?:19|20)\d\d))(?!\w)"
)
_NUMBER_BEHIND = re.compile(r"\s*\d")
_NEGATED = re.compile(r"(?<!\w)(?:[Kk]hông|[Cc]hưa)(?!\w)")
_NEAR = 600  # letters to either side: the same matter
_LEAST_LETTERS, _LEAST_WORDS = 7, 3


def check_denied_and_counted(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where one sentence says that there is none and one near it how many there are,
    in the same words: 'không tổ chức cuộc kiểm tra nào. Qua 05 cuộc kiểm tra ...'.

    Not flagged: denials of a place, a time or a kind, which the number is not of; plans; other times.
    """
    text, tasks = report.text, tasks_of(report)
    for denial in (one for pattern in _NONE_OF for one in finds(pattern, text)):
        what = _denied(text, denial)
        place = Span(denial.start() - 1, denial.end())
        told = _left(text, place.end, denial)
        if told is None and what is not None:
            told = _counted(report, place, what) or _done_through(text, place.end, what)
        if told is None or tasks.touch(place) or tasks.touch(told) or _is_apart(report, place.start):
            continue
        before = clause_start(text, place.start)
        of_some = SAID_OF_SOME.search(text, before, place.start)
        of_part = is_of_part(report, text[before : place.start])
        goes_on = _NUMBER_BEHIND.match(text, denial.end())  # 'chưa có sản phẩm OCOP 4 sao' denies none of 3
        group = group_of(text[place.start : place.end])
        if not (of_some or of_part or goes_on) and group in text[told.start : told.end + _JUST].lower():
            yield told_otherwise(text, place, told)


def _counted(report: Report, place: Span, what: str) -> Span | None:
    """Where a number of what is denied stands near by, of the same place and time."""
    text, low, high = report.text, max(place.start - _NEAR, 0), place.end + _NEAR
    if what.lower() not in f"{text[low : place.start]}\n{text[place.end : high]}".lower():
        return None
    number = re.compile(  # a digit first, so that the search leaps to the digits
        rf"\d(?<![\d.,/]\d)(?<=(?!0+ )\d)(?:\d*/\d)?[\d.]* (?:trường hợp |vụ |ca )?{re.escape(what)}(?!\w)",
        re.IGNORECASE,
    )
    for found in number.finditer(text, low, high):
        begins = clause_start(text, found.start())
        denied = _NEGATED.search(text, begins, found.end() + _JUST)
        if denied or _is_apart(report, found.start()) or is_as_guest(text, *found.span()):
            continue
        if not place.touches(Span(*found.span())):
            return Span(begins, found.end())
    return None


def _left(text: str, start: int, denial: re.Match[str]) -> Span | None:
    """Where of what is said to be no more a number is left: 'không còn nhà tạm. Hiện còn 07 nhà tạm'."""
    what = without_circumstances(denial["what"].rstrip())
    if " còn " not in denial[0].partition(what)[0] or len(what.split()) < _LEAST_WORDS - 1:
        return None
    left = re.compile(
        r"(?:(?<=[.;] )|(?<=\n))(?:[^\W\d_]+,? ){0,5}?(?<!không )(?<!Không )[Cc]òn "
        rf"(?!0+ )\d+ {re.escape(what)}(?!\w)"
    )
    found = left.search(text, start, start + _NEAR)
    return Span(*found.span()) if found else None


def _done_through(text: str, start: int, what: str) -> Span | None:
    """Where something is told as done through what is denied: 'Qua giám sát chuyên đề đã kiến nghị ...'."""
    act = what.partition(" ")[2] if what.startswith(_CLASSIFIERS) else ""
    if len(act.split()) < _LEAST_WORDS - 1:
        return None
    found = re.compile(rf"(?:Q|[Tt]hông q)ua {re.escape(act)}(?!\w)").search(text, start, start + _NEAR)
    return Span(*found.span()) if found else None


_CLASSIFIERS = ("cuộc ", "đợt ", "lớp ", "buổi ")
_JUST = 25  # letters behind a number in which it may be denied


def _is_apart(report: Report, at: int) -> bool:
    """Whether the clause before ``at`` names a place, a plan or another time than the year of the report."""
    own = (report.letterhead.date or "")[:4]
    return any(found["year"] != own for found in _PLACED.finditer(report.text, clause_start(report.text, at), at))


def _denied(text: str, denial: re.Match[str]) -> str | None:
    """The words that are denied, as a number would be followed by them; None where they are too few to tell."""
    if is_of_a_kind(text, denial.end()):
        return None
    what = without_circumstances(denial["what"].rstrip()).replace("đơn thư", "đơn")
    words = what.split()
    return what if len(words) >= _LEAST_WORDS and len(what) >= _LEAST_LETTERS else None


_DISCIPLINED = re.compile(
    r"(?<!\w)(?:[Kk]ỷ luật|[Kk]hiển trách|[Cc]ảnh cáo|[Kk]hai trừ)(?!\w)[^.;\n\d]{0,30}?(?P<number>[1-9]\d*|0[1-9])"
    r" (?:đồng chí|đảng viên|cán bộ|công chức|viên chức|trường hợp|người)(?!\w)"
)
_NOT_DISCIPLINED = re.compile(
    r"(?<!\w)(?:[Kk]iểm tra|[Gg]iám sát|[Đđ]ề nghị|chấp hành|khiếu nại|[Xx]óa|[Hh]ết thời hạn|giữ)(?!\w)"
)
_WHO = r"(?:đảng viên|cán bộ|công chức|viên chức|người lao động)"
_NO_DISCIPLINE = re.compile(
    rf"hông có(?<=[Kk]hông có)(?: trường hợp| tập thể,?| tổ chức đảng,?)* {_WHO}(?:,? (?:và |hoặc )?{_WHO})*(?: nào)?"
    r" (?:vi phạm kỷ luật|bị (?:xử lý |thi hành )?kỷ luật|vi phạm (?:bị|phải|đến mức)[^.;\n\d]{0,20}kỷ luật)"
    r"|hông có(?<=[Kk]hông có) trường hợp (?:nào )?(?P<bare>vi phạm)(?=[.;,\n])"  # of what was named before
)


def check_discipline_denied(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where nobody is said to have been disciplined and a number of them is told.

    Not flagged: other times and places; denials of a kind of them ('cán bộ lãnh đạo'); who keeps discipline; tasks.
    """
    text, tasks = report.text, tasks_of(report)
    for denial in finds(_NO_DISCIPLINE, text):
        named = "kỷ luật" in text[clause_start(text, denial.start()) : denial.start()]
        aimed = tasks.touch(Span(*denial.span())) or _is_apart(report, denial.start())
        if aimed or (denial["bare"] and not named):
            continue
        for found in finds(_DISCIPLINED, text):
            low = clause_start(text, found.start())
            denied = _NEGATED.search(text, low, found.end()) or _NOT_DISCIPLINED.search(text, low, found.start())
            if not denied and not tasks.touch(Span(*found.span())) and not _is_apart(report, found.start()):
                yield told_otherwise(text, Span(denial.start() - 1, denial.end()), Span(*found.span()))
                return


_FINISHED = re.compile(r"oàn thành(?<=[Hh]oàn thành)(?! (?:cơ bản|một phần|\d))")
_WAS = re.compile(r"(?:^|[.;:\n\d()])(?P<what>[^.;:\n\d()]{8,110}?) đã (?:được )?h$")
_WORK_DONE = re.compile(r" (?:việc |công tác )(?P<what>[^.,;:\n\d()]{8,90})")
_OPEN = re.compile(
    r"(?P<what>[^.,;:\n\d()]{6,110}?) (?:vẫn |hiện |còn )*(?:đang (?:được |trong quá trình )?(?:rà soát"
    r"|tổng hợp|hoàn thiện|lập|xây dựng|thi công|(?P<next>triển khai|thực hiện|thẩm định|trình|lấy ý kiến))"
    r"|chưa (?:được )?(?:(?:hoàn thành|có kết quả|xong|thực hiện|triển khai|tổng hợp|phê duyệt|ban hành)"
    r"|(?P<act>[^\W\d_]+ [^\W\d_]+) (?:xong|dứt điểm|hết)))(?!\w)"
)
_MADE = re.compile(
    r"(?<!\w)(?:lập|xây dựng|soạn thảo|ban hành|phê duyệt|ký kết)(?!\w)"
)  # what is carried out after that
_OPENING = re.compile(
    r"^\W*(?:(?:[Hh]iện nay|[Tt]uy nhiên|[Hh]iện|[Đđ]ến nay|[Nn]hưng|[Tt]rong năm|[Vv]iệc|[Cc]ông tác)(?!\w)\W*)+"
)
_FURTHER = 400  # letters in which what is said to be finished is told to go on


def check_finished_and_open(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where what is said to be finished is told near by as going on: 'Việc lập danh
    sách hộ nghèo đã hoàn thành ... Hiện nay danh sách hộ nghèo đang được rà soát'.

    Not flagged: parts of it, which share fewer words; tasks; a plan that was made and is carried out now.
    """
    text, tasks = report.text, tasks_of(report)
    for done in finds(_FINISHED, text):
        was = _WAS.search(text, max(done.start() - 110, 0), done.start())
        what = was or _WORK_DONE.match(text, done.end())
        if what is None or tasks.touch(Span(*done.span())):
            continue
        place = Span(was.start("what") if was else done.start() - 1, done.end() if was else what.end())
        words = words_of(what["what"])
        for still in _OPEN.finditer(text, done.end(), done.end() + _FURTHER):
            said = words_of(f"{_OPENING.sub('', still['what'])} {still['act'] or ''}")
            if still["next"] and _MADE.search(what["what"]):
                continue
            if len(said) >= _LEAST_WORDS and said <= words:
                yield told_otherwise(text, place, Span(*still.span()))
                break


_ACTS = {
    act: re.compile(
        rf"{act}(?<=[Đđ]ã {act}) (?:dứt điểm|xong|toàn bộ|triệt để|hết|100%)(?: (?:các|những|số|toàn bộ))*"
        r" (?P<what>[^\W\d_]+ [^\W\d_]+)(?P<behind>[^.,;:()\n]{0,60})"
    )
    for act in ("giải quyết", "xử lý", "khắc phục", "trả lời", "hoàn thành", "hỗ trợ", "thu hồi")
}
_WHOSE = ("của", "trên", "trong", "từ", "do", "được", "và", "còn", "vẫn")


def check_wholly_done(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all of something is said to be settled, and some is told as left: 'Đã giải
    quyết dứt điểm các kiến nghị ... Hiện còn 06 kiến nghị chưa được giải quyết'.

    Not flagged: tasks, other times and places; what is far away; two kinds ('kiến nghị kéo dài', 'kiến nghị mới').
    """
    text, tasks = report.text, tasks_of(report)
    for act, done in ((act, one) for act, pattern in _ACTS.items() for one in finds(pattern, text)):
        place = Span(done.start(), done.end("what"))
        if tasks.touch(place) or _is_apart(report, place.start):
            continue
        left = re.compile(
            rf"(?<!\w)còn \d+ {re.escape(done['what'])}(?!\w)(?P<kind>[^.;\n\d]{{0,60}}?)(?<!\w)chưa (?:được )?{act}"
        )
        found = left.search(text, place.end, place.end + _NEAR)
        if found is None or tasks.touch(Span(*found.span())):
            continue
        if _kind(found["kind"]) == _kind(done["behind"]):
            yield told_otherwise(text, place, Span(*found.span()))


def _kind(said: str) -> frozenset[str]:
    """The words behind a thing that make it one kind of it; none where they say whose it is or where."""
    words = said.split()
    return words_of(said) if words and words[0] not in _WHOSE else frozenset()


CHECKS = (
    check_ways_of_moving,
    check_denied_and_counted,
    check_discipline_denied,
    check_finished_and_open,
    check_wholly_done,
)
