"""What is denied and told elsewhere in other words (nói không có, chỗ khác kể ra bằng lời khác).

    'Trong năm không có học sinh bỏ học', then 'Có 03 em thôi học giữa chừng'; 'không có đơn tố cáo nào gửi đến xã',
    then 'gồm 05 đơn khiếu nại, 02 đơn tố cáo'.

Cases of ``body-appendix-mismatch``, whose page stands with the text against tables. Which words tell of one matter, and
which are a kind of it, ``registry/data/matters.tsv`` says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import islice
from operator import eq

from tongket.checking.evidence.cells import cells_of_tables
from tongket.checking.evidence.clauses import (
    Sentence,
    is_as_guest,
    is_of_part,
    sentences,
    subject_of,
    told_otherwise,
    words_of,
)
from tongket.checking.evidence.expressions import BETWEEN_CHOICES
from tongket.checking.evidence.kept import of_last_report
from tongket.checking.evidence.stops import line_start
from tongket.checking.statements.denials import group_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.matters import words_for, words_of_matters
from tongket.vietnamese.unicode import key

_PEOPLE = (
    "đảng viên|cán bộ|công chức|viên chức|người lao động|công nhân|học sinh|sinh viên|học viên|giáo viên"
    "|hộ gia đình|hộ dân"
    "|hộ|trẻ em|trẻ|người dân|công dân|người|hội viên|đoàn viên|thanh niên|phụ nữ|quân nhân|cặp|đối tượng"
    "|bệnh nhân"
)
_BODIES = (
    "tổ chức cơ sở đảng|tổ chức đảng|chi bộ|đảng bộ|chi hội|chi đoàn|ban công tác mặt trận|cơ sở|đơn vị|cơ quan"
    "|thôn|bản|ấp"
    "|khu dân cư|xã|phường|hợp tác xã|doanh nghiệp|công ty|trường|lớp|tổ|hồ sơ|văn bản|tàu cá|phương tiện|dự án"
    "|công trình"
)
_CASES = (
    "trường hợp|vụ việc|vụ án|vụ|ca|cuộc|đợt|buổi|lượt|lần|điểm|tình trạng|hiện tượng|hành vi|em|cháu|đồng chí|đoàn"
)
_WHO = re.compile(
    rf"(?:(?:{_PEOPLE}|{_CASES}|{_BODIES})(?!\w)(?: bị(?!\w)| mắc(?!\w))?(?:, | và | hoặc | hay | )?)+", re.I
)
_IS_CASE = re.compile(_CASES)
_THERE_IS = (
    r"(?:(?<!\w)(?:[Kk]hông|[Cc]hưa)(?: (?:có|còn|để xảy ra|xảy ra|để|phát sinh|phát hiện|ghi nhận|tiếp nhận"
    r"|nhận được|nhận))+"
    r"(?: (?:thêm|một|bất kỳ|bất cứ))?)"
)
_ANOTHER = r",? (?:và |nhưng |mà )?(?:không|chưa) (?:có|còn|để|xảy ra|phát sinh|phát hiện)(?!\w)"  # denial behind one
_NONE = re.compile(rf"{_THERE_IS} (?P<what>(?:(?!{_ANOTHER})[^.;:()\n\d]){{4,110}})")
_NO_ONE = re.compile(
    r"(?<!\w)(?:[Kk]hông|[Cc]hưa)(?: (?:tổ chức|mở|tiến hành|ban hành|thành lập|xử phạt|xử lý|khởi tố|kết nạp"
    r"|thi hành|thực hiện"
    r"|triển khai|công nhận|cấp|xây dựng|ký kết|kiểm tra|giám sát|đề nghị|trao|vận động|hỗ trợ|giải quyết)(?: được)?)+"
    r" (?P<what>[^.,;:()\n\d]{3,60}?) nào(?!\w)(?P<rest>[^.,;:()\n]{0,60})"
)
_CIRCUMSTANCES = re.compile(
    r"(?:^|(?<=\s))(?:xảy ra|phát sinh|trên địa bàn|trong (?:năm|kỳ|tháng|quý|nhiệm kỳ|toàn|xã|huyện|tỉnh)|do|vì"
    r"|vào(?= (?:ngày|tháng|dịp|thời|mùa|cuối|đầu|buổi|lúc|năm))|tại|để|nên"
    r"|nhưng|mà|so với|gửi đến|gửi tới|chuyển đến|được gửi|đến (?:xã|huyện|tỉnh|cơ quan|đơn vị|ủy ban|Ủy ban)"
    r"|ở (?:xã|địa phương))"
    r"(?!\w).*$"
)
_OF_ONE = re.compile(r"^(?:với|cho|đối với|gửi|của) [^,]*$")
_AIMED = (
    "phòng|chống|nguy cơ|không|chưa|nếu|tránh|ngăn|hết|giảm|cam kết|tập huấn|xóa|xoá|tuyên truyền|thoát|trở lại"
    "|khắc phục"
    "|vận động|diễn tập|đấu tranh|cuộc thi|hỗ trợ|giúp"
)
_AIMED_BEFORE = re.compile(
    rf"(?<!\w)(?:(?:{_AIMED}|(?:kiểm tra|giám sát) (?:việc|công tác))(?!\w)"
    r"|(?:kiểm tra|giám sát)(?: thi hành| chấp hành| xử lý)?\s$)",
    re.IGNORECASE,
)  # 'kiểm tra thi hành kỷ luật 19 tổ chức đảng' counts those that were looked into
_NOT_ITS = re.compile(
    rf"(?<!\w)(?:{_AIMED}|về|kiểm tra|tham gia|ký|quy định|quỹ|bảo hiểm|cho vay|giáo dục|tư vấn|phương án|xây dựng"
    rf"|tổ|đội|ban"
    r"|câu lạc bộ|mô hình|dự|bị hại|tin báo|và|đang)(?!\w)",
    re.IGNORECASE,
)
_AFTER_IT = re.compile(
    r"\s(?:trở lại|quay lại|được (?:hỗ trợ|xóa|xoá|sửa chữa|vận động)|đã được (?:hỗ trợ|xóa|xoá|sửa|xây)|cũ)(?!\w)"
)
_OF_OTHERS = re.compile(
    r"(?<!\w)(?:do|của) (?:cấp trên|trung ương|tỉnh|huyện|các cơ quan|các cấp|sở|bộ)(?!\w)", re.IGNORECASE
)
_NUMBER = (
    r"(?:(?<![\d.,/-])(?!0+[ ,])\d{1,4}(?:\.\d{3})*(?![\d/.,%])|(?<!\w)(?:một(?! (?:số|phần|cách|trong|là))|hai|ba"
    r"|bốn|sáu|bảy|tám"
    r"|chín|mười)(?! là))"
)
_GOES_ON = re.compile(r"\s?\d")  # 'không có học sinh lưu ban ở khối 1' denies it of these
_NAMED_BY = re.compile(  # what a number behind it names and does not count
    r"(?<!\w)(?:khối|lớp|thôn|tổ|khu|khu phố|(?<!biên )(?<!văn )(?<!cơ )bản|ấp|đội|số|mục|điều|quý|tháng|đợt|năm"
    r"|ngày|tiểu khu)\s?$",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    [
        "người",
        "trường",
        "vụ",
        "ca",
        "em",
        "cháu",
        "cuộc",
        "đợt",
        "lượt",
        "lần",
        "đơn",
        "đồng",
        "đoàn",
        "đám",
        "đối",
        "cặp",
        "nạn",
    ]
)
_SOMEBODY = frozenset(("người", "em", "cháu", "đồng", "đối", "cặp"))
_IS_BODY = re.compile(_BODIES)
_LEAST_LETTERS = 6
_MOST_PARTS = 4
_MOST = 300  # denials: no report has more, and each is looked for in all sentences


@dataclass(frozen=True, slots=True)
class Denied:
    """What is denied: of whom (their nouns), the words for it, the words that tell which of it, and the group."""

    sentence: Sentence
    place: Span
    nouns: frozenset[str]
    words: frozenset[str]
    which: frozenset[str]
    group: str


def check_denied_in_other_words(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where something is denied of the whole unit, and another sentence or a row of a
    table counts it, or a kind of it, in words of its own.

    Not flagged: denials of a part, a kind, a group or another time; risks, training, plans; what was made good.
    """
    told = sentences(report)
    known: dict[tuple[object, ...], list[tuple[Sentence, Span]]] = {}  # what is denied again is looked for once
    for one in islice(_all_denied(report, told), _MOST):
        what = (one.nouns, one.words, one.which, one.group)
        if what not in known:
            places = ((other, _counted(report.text, one, other)) for other in told)
            known[what] = list(islice(((other, at) for other, at in places if at is not None), _ENOUGH))
        other = next((at for sentence, at in known[what] if sentence is not one.sentence), None)
        other = other or _row(report, one)
        if other is not None:
            yield told_otherwise(report.text, one.place, other)


_ENOUGH = 2  # sentences that count it, of which one at least is not the denial's own


def _all_denied(report: Report, told: tuple[Sentence, ...]) -> Iterator[Denied]:
    for sentence in told:
        if not sentence.now or not ("hông" in sentence.text or "hưa" in sentence.text):
            continue
        for found in (*sentence.finds(_NONE), *sentence.finds(_NO_ONE)):
            before = _NONE.sub("", sentence.text[: found.start()])
            if not is_of_part(report, before) and not _GOES_ON.match(sentence.text, found.end()):
                yield from _denied(sentence, found)


def _denied(sentence: Sentence, found: re.Match[str]) -> Iterator[Denied]:
    """What a denial denies, one for each thing of its list; what the last is said to be, all are."""
    thing, every = _thing(found)
    who = _WHO.match(thing)
    nouns = (
        {_noun(one) for one in BETWEEN_CHOICES.split(who[0].strip(" ,")) if not _IS_CASE.fullmatch(one)}
        if who
        else set()
    )
    nouns |= {subject_of(sentence.text[: found.start()])} - {""}
    matters = []
    for number, part in enumerate(BETWEEN_CHOICES.split(thing[who.end() if who else 0 :])[:_MOST_PARTS]):
        words, which = _words_of_matter(part.strip())
        is_known = words != frozenset((part.strip(),))
        is_whole = every and not number and len(part) >= _LEAST_LETTERS
        if not words or not (is_known or is_whole or (nouns and len(part.split()) > 1)):
            break
        matters.append((words, which))
    group = group_of(found["what"])
    for words, which in matters:
        yield Denied(sentence, sentence.place_of(found), frozenset(nouns), words, which | matters[-1][1], group)


def _noun(said: str) -> str:
    """Of whom something is denied, without what befell them: 'tổ chức đảng bị'."""
    return said.strip().removesuffix(" bị").removesuffix(" mắc")


def _thing(found: re.Match[str]) -> tuple[str, bool]:
    """The thing that is denied, small, without where, when and why; whether every one of them is ('nào')."""
    what, none, rest = found["what"].partition(" nào")
    every = found.re is _NO_ONE or bool(none)
    rest = (found["rest"] if found.re is _NO_ONE else rest).strip()
    if every and not _OF_ONE.match(rest):
        return f"{_CIRCUMSTANCES.sub('', what)} {_CIRCUMSTANCES.sub('', rest)}".strip().lower(), every
    return _CIRCUMSTANCES.sub("", what).strip().lower(), every


def _words_of_matter(said: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words that tell of a matter, and what the rest says of it: of 'chưa hoàn thành môn toán' the rest is 'môn
    toán'; none where it tells too little.
    """
    said = re.sub(r"^(?:bị|mắc|phải|vi phạm(?= kỷ luật)) ", "", said)
    words = said.split()
    for count in range(len(words), 0, -1):
        known = " ".join(words[:count])
        if known in words_of_matters():
            return words_for(known), words_of(" ".join(words[count:]))
    if len(said) < _LEAST_LETTERS:
        return frozenset(), frozenset()
    head, join, rest = said.partition(" vào ")
    if join and len(head) >= _LEAST_LETTERS:
        return frozenset((head,)), words_of(rest)  # 'đầu tư vào cụm công nghiệp'
    few = 3 if words[0] in ("không", "chưa") else 2
    if len(words) > few + 1 and words[0] in ("không", "chưa"):
        return frozenset((" ".join(words[:few]),)), words_of(" ".join(words[few:]))
    return frozenset((said,)), frozenset()


def counted(text: str, one: Denied, other: Sentence) -> Span | None:
    """Where a sentence of the report's own time tells a number of what is denied."""
    return None if other is one.sentence else _counted(text, one, other)


def _counted(text: str, one: Denied, other: Sentence) -> Span | None:
    if not other.now or one.group not in other.small:
        return None
    if not any(word in other.small for word in one.words) or other.search(_OF_OTHERS):
        return None
    if one.which and not one.which <= _words_at(text, one, other):
        return None
    pattern, at = _pattern(one.words), 0
    while (found := pattern.search(other.text, at)) is not None:
        if _is_told(one, other.text, found):
            return other.place_of(found)
        at = found.start() + 1  # 'Tháng 5 xảy ra một vụ': the next number may be the one
    return None


def _words_at(text: str, one: Denied, other: Sentence) -> frozenset[str]:
    """The words of a sentence, and of the line before it unless the denial stands there: a list tells its matter at its
    head.
    """
    line = line_start(text, other.place.start, _LINE)
    said = other.text if line <= one.place.start < other.place.end else text[line : other.place.end]
    words = {word for word in re.findall(r"\w+", key(said)) if not word.isdigit()}
    return frozenset(words.union(re.findall(r"\d+", other.text)))


_LINE = 2000  # letters before a sentence in which the head of its list stands


_FOR = re.compile(r" cho (?:các |những |đội ngũ )?(?P<whom>[^\W\d_]+(?: [^\W\d_]+){1,3})")


def _is_for_others(one: Denied, text: str, at: int) -> bool:
    """Whether what is counted is for others than what is denied: 'chưa tổ chức lớp nào cho cán bộ phụ nữ', '3 lớp tập
    huấn cho cán bộ Mặt trận'.
    """
    denied = _FOR.search(one.sentence.text, one.place.start - one.sentence.place.start)
    counted_for = _FOR.match(text, at)
    if denied is None or counted_for is None:
        return False
    shorter = min(len(denied["whom"]), len(counted_for["whom"]))
    return denied["whom"][:shorter].lower() != counted_for["whom"][:shorter].lower()


def _is_told(one: Denied, text: str, found: re.Match[str]) -> bool:
    """Whether a number counts what is denied: nothing aimed at, mended or of others, of those of whom it is denied."""
    before = re.split("[,:]", text[: found.start()])[-1]
    if _NOT_ITS.search(found["gap"] or "") or _AIMED_BEFORE.search(before) or _AFTER_IT.match(text, found.end()):
        return False
    if (
        (found["gap"] is not None and _NAMED_BY.search(before))
        or is_as_guest(text, *found.span())
        or _is_for_others(one, text, found.end())
    ):
        return False
    if found["rate"] or (
        found["gap"] is None and not found["unit2"]
    ):  # 'trước hạn 150, trễ hạn 09' of a sentence on dossiers
        return any(noun in text.lower() for noun in one.nouns)
    return _is_of(one, (found["unit"] or found["unit2"] or "").lower())


def _is_of(one: Denied, unit: str) -> bool:
    """Whether a number counts those of whom a thing is denied, or cases of it."""
    if not one.nouns:
        return True
    words = unit.split()
    if words and words[0] in _SOMEBODY and all(_IS_BODY.fullmatch(noun) for noun in one.nouns):
        return False  # 'không có tổ chức đảng bị kỷ luật', and 'kỷ luật 06 đồng chí'
    return bool(words) and (
        words[0] in _GENERIC or any(all(map(eq, words, noun.split())) for noun in one.nouns)  # as far as both go
    )


@lru_cache(maxsize=512)
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    said = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(
        rf"{_NUMBER} (?!(?:còn|có|đã|được|là"
        rf"|và)(?!\w))(?P<unit>(?!{said})[^\W\d_]+(?: (?!{said})[^\W\d_]+)?)? ?(?P<gap>(?:[^\W\d_]+"
        rf"(?:,(?= bị(?!\w)))? ){{0,6}}?)(?:{said})(?!\w)"
        rf"|(?<!\w)(?:{said})(?: (?:là|có|với|gồm|đối với))?:? {_NUMBER}"
        r"(?: (?P<unit2>[^\W\d_]+(?: [^\W\d_]+)?)|(?=\s?(?:[,;)]|\.?$)))"
        rf"|(?<!\w)(?:{said}) (?:chiếm|là|ở mức|còn)(?: tỷ lệ)? (?!0+(?:,0+)?\s?%)(?P<rate>\d{{1,3}}(?:,\d+)?\s?%)",
        re.IGNORECASE,
    )


_LEADS = re.compile(r"^(?:tổng |trong đó:? |số |tổng số )*", re.IGNORECASE)


def _row(report: Report, one: Denied) -> Span | None:
    """The label of a row that names what is denied and nothing else, where every number of the row is more than 0."""
    rows = _rows_by_act(report)
    told = sorted(row for word in one.words for row in rows.get(word, ()))
    return next((Span(*place) for *place, who in told if not who or _is_of(one, who)), None)


@of_last_report
def _rows_by_act(report: Report) -> dict[str, list[tuple[int, int, str]]]:
    """The rows with numbers of which none is 0, by what their labels say was done: where each label is, and who."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for table, cells in zip(report.tables, cells_of_tables(report), strict=True):
        least: dict[int, Decimal] = {}
        for (number, _), cell in cells.items():
            least[number] = min(cell.amount, least.get(number, cell.amount))
        for number, row in enumerate(table.rows):
            label = _LEADS.sub("", row.label.lower()).strip(" -+:.")
            if least.get(number, 0) > 0 and len(label) <= _LONGEST_LABEL:
                who = _WHO.match(label)
                act = label[who.end() :] if who and who.end() < len(label) else label
                place = (row.label_start or row.start, row.label_end or row.end)
                found[re.sub(r"^(?:bị|mắc) ", "", act).strip()].append((*place, who[0].strip(" ,") if who else ""))
    return found


_LONGEST_LABEL = 80

CHECKS = (check_denied_in_other_words,)
