"""What is denied and happened all the same, anywhere in the report (nói không có, chỗ khác lại có).

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. A denial is held against numbers of
the very thing that is denied, against harm to people where that was denied, and against a crash so deadly that the
Penal Code calls it grave (Article 260: two dead, three dead).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from tongket.checking.evidence.clauses import Sentence, is_of_part, matter_at, sentences, told_otherwise
from tongket.checking.evidence.expressions import BETWEEN_CHOICES
from tongket.checking.statements.denials import group_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.unicode import CAPITALS, folded

_NONE = re.compile(
    r"(?<!\w)(?:[Kk]hông|[Cc]hưa)(?: (?:có|để|xảy ra|phát sinh|phát hiện|ghi nhận|còn))+(?: xảy ra)?"
    r"(?: (?:một|bất kỳ|bất cứ|trường hợp|tình trạng|vụ việc|vụ|ca|hiện tượng))*(?P<what> (?!thêm|đủ|nhiều|kế hoạch)"
    r"[^.;:()\n]{4,110})"
)
_CIRCUMSTANCES = re.compile(
    r" (?:xảy ra|phát sinh|trên địa bàn|trong|do|vì|tại|để|nên|nhưng|mà|so với"
    r"|vào(?= (?:ngày|tháng|dịp|thời|mùa|cuối|đầu|buổi|lúc|năm)))(?!\w).*$"
)
_LEAST_WORDS, _LEAST_LETTERS = 2, 6
_MOST_PARTS = 3
_GAP = r"(?:[^\W\d_]+ ){0,6}?"
_NOT_ITS = re.compile(
    r"(?<!\w)(?:về|phòng|nguy cơ|không|chưa|của|để(?! xảy ra)|nếu|chống|tránh|ngăn|hết|giảm|kiểm tra|tham gia|ký"
    r"|cam kết|quy định|chế độ|quỹ|bảo hiểm|công tác|tổ|đội|ban|lớp|tập huấn|nghề|cho vay|hộ vay)(?!\w)"
)
_GENERIC = frozenset(
    (
        "người",
        "trường hợp",
        "vụ",
        "vụ việc",
        "ca",
        "em",
        "cháu",
        "trẻ",
        "hộ",
        "cuộc",
        "đợt",
        "điểm",
        "lượt",
        "lần",
        "đơn",
    )
)


def check_denied_elsewhere(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where something is denied, and a sentence anywhere else counts it: 'không có
    học sinh bỏ học', then 'trong năm bỏ học 03 học sinh'; 'không xảy ra đình công, ngừng việc', then 'Ngày 18/6 145
    công nhân ngừng việc'.

    Not flagged: denials of one place, part of the year, group, cause or kind; risks, plans, other years; numbers of
    another noun.
    """
    told = sentences(report)
    counted: dict[tuple[str, str, str, int], list[tuple[Sentence, Span]]] = {}
    for sentence in told:
        since = _since(sentence)
        for denial in sentence.finds(_NONE) if sentence.now or since else ():
            group = group_of(denial["what"])
            for noun, act in _denied(denial["what"]):
                what = (noun, act, group, since)
                if what not in counted and len(counted) < _MOST_DENIED:
                    counted[what] = list(islice(_counted(told, *what), 2))
                other = next((at for one, at in counted.get(what, ()) if one is not sentence), None)
                if other is not None and not is_of_part(report, sentence.text[: denial.start()]):
                    place = sentence.place_of(denial)
                    yield told_otherwise(report.text, place, other)
                    break


_SINCE = re.compile(r"(?<!\w)[Tt]ừ (?:đầu )?năm (?P<year>20\d\d) đến nay(?!\w)")
_IN_YEAR = re.compile(r"(?<!\w)[Nn]ăm (?P<year>20\d\d)(?!\d)")
_NOT_SO = re.compile(
    r"(?<!\w)(?:sẽ|phấn đấu|nguy cơ|phòng|dự kiến|nếu|kế hoạch|mục tiêu|so với|cùng kỳ|trước|đến năm|giảm)(?!\w)",
    re.IGNORECASE,
)


def _since(sentence: Sentence) -> int:
    """The year since which a sentence speaks of all the time up to now; 0 where it does not."""
    found = _SINCE.search(sentence.text) if "đến nay" in sentence.small else None
    return int(found["year"]) if found and not _NOT_SO.search(sentence.text) else 0


def _was_since(sentence: Sentence, since: int) -> bool:
    """Whether a sentence tells of one year since then."""
    years = [int(one["year"]) for one in _IN_YEAR.finditer(sentence.text)] if since else []
    return len(years) == 1 and years[0] >= since and not _NOT_SO.search(sentence.text)


def _denied(what: str) -> Iterator[tuple[str, str]]:
    """The noun and what it does, for each thing of a list that is denied: ('học sinh', 'bỏ học')."""
    noun = ""
    said = _CIRCUMSTANCES.sub("", what.replace(" nào", "", 1)).strip()
    narrowed = _OF_ALL_PARTS.search(said)
    for part in BETWEEN_CHOICES.split(said)[:_MOST_PARTS]:
        words = part.split()
        if narrowed is not None and not part.endswith(narrowed[0]):
            words += narrowed[0].split()  # 'không có khiếu nại, tố cáo vượt cấp'
        unit = match_unit(words)
        if (
            unit is not None
            and len(words) - unit[1] >= _LEAST_WORDS
            and unit[0].kind in ("person", "household", "body")
        ):
            noun, words = unit[0].word, words[unit[1] :]
        act = " ".join(words)
        if len(words) >= _LEAST_WORDS and len(act) >= _LEAST_LETTERS:
            yield noun, act


_OF_ALL_PARTS = re.compile(r"(?:vượt cấp|đông người|kéo dài|phức tạp|nghiêm trọng|trái (?:phép|pháp luật))$")
_MOST_DENIED = 200  # things: no report denies more, and each is looked for in all sentences


def _counted(
    told: tuple[Sentence, ...], noun: str, act: str, group: str, since: int
) -> Iterator[tuple[Sentence, Span]]:
    """The sentences with a number of what is denied, of the report's own time, or of a year ``since`` which it is
    denied, and of the group it is denied of, and where it stands.
    """
    small = act.lower()
    pattern: re.Pattern[str] | None = None
    for one in told:
        if small not in one.small or group not in one.small or not (one.now or _was_since(one, since)):
            continue
        if not _MAY_COUNT.search(one.text):
            continue  # an expression of its own is made for what is counted somewhere alone
        pattern = pattern or _pattern(act)
        for found in pattern.finditer(one.text):
            unit = match_unit((found["unit"] or found["unit2"]).split())
            named = unit[0].word if unit is not None else ""
            generic = named in _GENERIC and not (noun and named == "hộ")  # 'hội viên' are no households
            its_own = generic or (named == noun if noun else bool(named) or not found["gap"])
            gap = found["gap"] or ""
            before = one.text[max(one.text.rfind(",", 0, found.start()), 0) : found.start()]
            if its_own and not _NOT_ITS.search(gap) and not _NOT_ITS.search(before):
                yield one, one.place_of(found)
                break


_MAY_COUNT = re.compile(r"\d|(?<!\w)một(?!\w)", re.IGNORECASE)


def _pattern(act: str) -> re.Pattern[str]:
    number = r"(?:(?<![\d.,/])(?!0+[ ,])(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d/.,])|(?<!\w)một(?! số))"
    said = re.escape(act)
    return re.compile(
        rf"{number} (?P<unit>[^\W\d_]+(?: [^\W\d_]+)?) (?P<gap>{_GAP}){said}(?!\w)"
        rf"|(?<!\w){said}(?: (?:là|có|với|gồm))? {number} (?P<unit2>[^\W\d_]+(?: [^\W\d_]+){{0,2}})",
        re.IGNORECASE,
    )


_NO_HARM = re.compile(
    r"(?<!\w)(?:[Kk]hông|[Cc]hưa)(?: (?:có|để|xảy ra|gây|gây ra|ghi nhận|bị))+"
    r"(?: [^.;\d\n]{2,40}? (?:gây|làm)(?: ra)?)? (?:thiệt hại (?:nào )?về người"
    r"|thương vong(?: về người)?|người (?:chết|bị thương|thương vong|thiệt mạng)[^.;,\n]{0,20})"
)
_HARM = re.compile(
    r"(?<![\d.,/])(?!0+ )\d{1,3} (?:người|công nhân|học sinh|cháu|em|trẻ em|trẻ|hành khách|chiến sĩ|nạn nhân)(?!\w)"
    r"[^.;,\d\n]{0,60}?(?<!\w)(?:bị thương|chết|tử vong|thiệt mạng|mất tích|tử nạn)"
    r"|(?<!\w)(?:bị thương|làm chết|chết|tử vong|thiệt mạng|mất tích)(?: là)? (?!0+ )\d{1,3} "
    r"(?:người|công nhân|học sinh|cháu|em|trẻ em|hành khách)"
)
_MATTERS = tuple(
    re.compile(words)
    for words in (
        r"thiên tai|mưa lũ|lũ|bão|sạt lở|dông|lốc|ngập lụt|mưa đá|sét đánh|đá lăn|rét đậm",
        r"(?<!\w)cháy|hỏa hoạn|hoả hoạn",
        r"giao thông|xe máy|mô tô|ô tô|va chạm|đường sắt",
        r"lao động|công trường|hầm lò|giàn giáo",
        r"đuối nước",
        r"ngộ độc",
    )
)


def check_harm_denied(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where no harm to people is told of a matter (storms, fires, traffic), and a
    sentence on that matter counts the hurt or dead.

    Not flagged: harm in another matter; denials of one day or place, and of the own area where the harm was done in
    that of another unit.
    """
    told = [one for one in sentences(report) if one.now]
    denials = [(one, found) for one in told if (found := one.search(_NO_HARM))][:_MOST]
    harms = _harms_by_matter(report, told) if denials else {}
    for sentence, denial in denials:
        if is_of_part(report, sentence.text[: denial.start()]):
            continue
        matter = _matter(report, sentence, sentence.text[: denial.end()].lower())
        of_own_area = sentence.search(_IN_OWN_AREA) is not None
        for other, place in harms.get(matter, ()):
            if other is not sentence and not (of_own_area and _is_elsewhere(report, place)):
                yield told_otherwise(report.text, sentence.place_of(denial), place)
                break


_MOST = 300  # denials: no report has more, and each is held against all that were hurt


def _harms_by_matter(report: Report, told: Sequence[Sentence]) -> dict[int, list[tuple[Sentence, Span]]]:
    """The sentences that count the hurt or dead, by the one matter that each is on."""
    found: dict[int, list[tuple[Sentence, Span]]] = {}
    for one in told:
        harm = one.search(_HARM)
        if harm is not None and not _NEGATION.search(one.text, 0, harm.start()):
            matter = _matter(report, one, one.text.lower())
            found.setdefault(matter, []).append((one, one.place_of(harm)))
    found.pop(0, None)  # on none or several
    return found


_IN_OWN_AREA = re.compile(r"(?<!\w)(?:trên\s+địa\s+bàn|tại\s+địa\s+phương|trong\s+(?:xã|phường|huyện|tỉnh))(?!\w)")
_OWN_UNIT = re.compile(r"(?<!\w)(?P<level>xã|phường|thị trấn|huyện|tỉnh)\s(?P<name>\S.*)", re.IGNORECASE)
_STORY = 500  # letters in which an event is told where it happened, before its dead are counted


def _is_elsewhere(report: Report, harm: Span) -> bool:
    """Whether what did harm happened in another unit of the own level: 'thuộc địa phận xã B' in a report of xã A."""
    own = _OWN_UNIT.search(report.letterhead.issuing_body or "")
    if own is None:
        return False
    place = re.compile(
        rf"(?<!\w)(?:tại|ở|địa\s+phận|trên|địa\s+bàn)\s[^.;]{{0,80}}?(?<!\w){own['level'].lower()}\s+"
        rf"(?P<name>[{CAPITALS}]\w*(?:\s[{CAPITALS}]\w*)*)"
    )
    told = place.finditer(report.text, max(harm.start - _STORY, 0), harm.start)
    return any(not folded(one["name"]).startswith(folded(own["name"])) for one in told)


_NEGATION = re.compile(r"(?<!\w)(?:[Kk]hông|[Cc]hưa|[Gg]iảm)(?!\w)[^,]*$")


def _matter(report: Report, sentence: Sentence, said: str) -> int:
    """The one matter of a sentence, by its words, else by its paragraph and headings, else by the report's title."""
    title = report.letterhead.title or ""
    for where in (said, matter_at(report, sentence.place.start), title.lower()):
        found = [number for number, pattern in enumerate(_MATTERS, 1) if pattern.search(where)]
        if found:
            return found[0] if len(found) == 1 else 0
    return 0


_NO_CRASH = re.compile(
    r"(?<!\w)[Kk]hông(?: (?:có|để|xảy ra))+(?: vụ)? tai nạn(?: giao thông)?[^.;,\d\n]{0,20}?"
    r"(?P<grave>đặc biệt|rất) nghiêm trọng"
)
_CRASH = re.compile(
    r"(?:[Nn]gày|[Đđ]êm|[Ss]áng|[Cc]hiều|[Tt]ối|[Tt]rưa|[Hh]ồi|[Ll]úc|(?:(?<=01 )|(?<=[ (]1 )|(?<=[Mm]ột ))vụ)"
    r" [^.;\n]{0,140}?(?:va chạm|đâm|tông|lật|tai nạn)[^.;\n]{0,90}?"
    r"(?:(?:làm|khiến)(?: chết)? (?P<dead>\d{1,2}) người (?:chết|tử vong|thiệt mạng)"
    r"|làm chết (?P<dead2>\d{1,2}) người|(?P<dead3>\d{1,2}) người (?:chết|tử vong|thiệt mạng))"
)
_DAY = re.compile(r"\d{1,2}[/-]\d{1,2}|vụ (?:va chạm|tai nạn|lật|đâm)")
_MANY = re.compile(r"(?<!\d)(?!0?1 )\d{1,3} (?:vụ|lần)(?!\w)")
_DEAD = {"rất": 2, "đặc biệt": 3}


def check_grave_crashes_denied(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where no crash is said to have been grave, and one killed as many as the law
    calls so.

    Not flagged: the dead of many crashes together; other years.
    """
    told = [one for one in sentences(report) if one.now]
    denials = [(one, found) for one in told if (found := one.search(_NO_CRASH))][:_MOST]
    crashes = [(one, found) for one in told if (found := one.search(_CRASH))] if denials else []
    crashes = [(one, found) for one, found in crashes if _DAY.search(found[0]) and not _MANY.search(found[0])]
    for one, denial in denials:
        grave = (crash for crash in crashes if _dead(crash[1]) >= _DEAD[denial["grave"]])
        other, found = next(grave, (None, None))
        if other is not None and found is not None:
            yield told_otherwise(report.text, one.place_of(denial), other.place_of(found))


def _dead(crash: re.Match[str]) -> int:
    return int(crash["dead"] or crash["dead2"] or crash["dead3"])


CHECKS = (check_denied_elsewhere, check_harm_denied, check_grave_crashes_denied)
