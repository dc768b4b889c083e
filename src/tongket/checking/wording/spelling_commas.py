"""Commas left out between matters of one rank ('các cơ quan đơn vị'), and commas that part a word from its object.

Decree 30/2020/NĐ-CP and the laws themselves write 'sửa đổi, bổ sung', 'cơ quan, đơn vị', 'các sở, ban, ngành'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.stops import line_start
from tongket.checking.wording.spelling_blanks import few_of_many
from tongket.checking.wording.spelling_terms import Running
from tongket.model.findings import Finding
from tongket.model.places import Place, Span
from tongket.vietnamese.unicode import CAPITALS, SMALL
from tongket.vietnamese.words import lexicon, parted

# What may do the first of two matters itself: 'cơ quan chủ trì phối hợp với ...', 'đoàn kiểm tra giám sát việc ...'.
_ACTORS = frozenset(("quan", "vị", "đoàn", "tổ", "ban", "chức", "người", "viên", "bộ"))


def missing_commas(text: str, runs: Sequence[Running]) -> Iterator[Finding]:
    """Hints where two matters of one rank stand side by side without a comma; each said once, with its other places.

    Not flagged: two verbs of which somebody does the first ('cơ quan chủ trì phối hợp với'); a syllable that belongs to
    the word before ('trực tiếp nhận xử lý'); capitals in the second;
    units above each other, and units with a name behind them ('các xã huyện Ví Dụ').
    """
    places: dict[str, list[tuple[Span, str, str]]] = {}
    for run in runs:
        for first, last, right in _unparted(run):
            here = " ".join(run.shown[first:last])
            places.setdefault(here.lower(), []).append((run.span(first, last - 1), here, right))
    for match in finds(_UNITS, text):
        here = " ".join(match["units"].split())
        right = ", ".join(_UNIT.findall(here))  # 'ban ngành' is a word of its own
        if right != here and len(set(right.split(", "))) == right.count(",") + 1 <= _MOST:
            right = right.replace("ban ngành", "ban, ngành")
            places.setdefault(here, []).append((Span(*match.span("units")), here, right))
    for match in finds(_MANNERS, text):
        here = " ".join(match[0].split())
        places.setdefault(here, []).append((Span(*match.span()), here, here.replace(" đúng", ", đúng")))
    for (place, here, right), *others in places.values():
        related: tuple[Place, ...] = tuple(other for other, _, _ in others)
        yield Finding("spelling", "info", place, "comma", {"here": here, "right": right}, related)


def _unparted(run: Running) -> Iterator[tuple[int, int, str]]:
    """Where matters stand unparted in a run: the first word, the one behind the last, and how they are written."""
    table, common, done = parted(), lexicon().common, 0
    pairs = run.pairs
    if table.keys().isdisjoint(pairs):
        return
    for i in [i for i, pair in enumerate(pairs[:-2]) if pair in table and pairs[i + 2] in table[pair]]:
        last = i
        while last + 2 < len(pairs) and pairs[last + 2] in table.get(pairs[last], ()):
            last += 2
        shown = run.shown[i : last + 2]
        if i < done or not all(one.islower() for one in shown[1:]):
            continue
        if i and (run.words[i - 1] in _ACTORS or pairs[i - 1] in common):
            continue
        done = last + 2
        yield i, done, ", ".join(" ".join(shown[at : at + 2]) for at in range(0, len(shown), 2))


_MOST = 5  # units of one rank
_TIERS = (  # units of one rank
    r"thành\sphố|tỉnh|thành",
    r"huyện|quận|thị\sxã|thành\sphố",
    r"xã|phường|thị\strấn|đặc\skhu",
    "sở|ban ngành|ban|ngành|đoàn thể",
)
_UNIT = re.compile(r"thành phố|thị xã|thị trấn|đặc khu|đoàn thể|ban ngành|\w+")


# Words that begin with a unit and name none: 'các tỉnh thành lập', 'các sở ban hành', 'các xã hội'.
_NO_UNIT_WORDS = "lập|công|viên|tích|phần|quả|đoàn|ủy|uỷ|niên|tựu|hình|đạt|hành|đầu|bố|chỉ|quản|hữu|tại|nghề|hội|lỵ|lị"
_NO_UNIT = rf"(?!\w|\s(?:{_NO_UNIT_WORDS})(?!\w))"


def _tier(units: str) -> str:
    """Two units of a rank or more, behind each other or behind commas."""
    return rf"(?:{units}){_NO_UNIT}(?:,?\s(?:{units}){_NO_UNIT})+"


_UNITS = re.compile(
    rf"(?:(?<!\w)(?:[Cc]ác|[Mm]ọi|[Tt]ừng|[Nn]hững)|,)\s"
    rf"(?P<units>{'|'.join(map(_tier, _TIERS))}|(?:khu|tuyến)\sđiểm)(?!\w|,?\s[{CAPITALS}])"
)


# 'đúng' after another manner begins one of its own; alone it tells what the words before do.
_MANNERS = re.compile(
    r"(?<!\w)(?:đầy\sđủ|kịp\sthời|nghiêm\stúc|chính\sxác|chặt\schẽ|khách\squan|minh\sbạch|nhanh\schóng)"
    r"\sđúng\s(?:quy\s(?:định|trình|chế)|thời\s(?:hạn|gian)|tiến\sđộ|đối\stượng|pháp\sluật|chế\sđộ|hạn|trình\stự)(?!\w)"
)
_OPENERS = "Căn cứ|Xét|Theo|Thực hiện|Thi hành|Trường hợp|Đối với|Tại|Trong|Nhằm|Để|Với|Bằng|Nếu|Khi"
_OBJECTS = (
    "các|những|mọi|một số|đề nghị|tờ trình|Luật|Bộ luật|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Quyết định|Kế hoạch"
    "|Công văn|Tờ trình|Báo cáo|Thông báo|Hướng dẫn|Chương trình|quy định|tình hình"
)
_NEEDLESS = re.compile(
    r"(?<!\w)(?:ngày\s\d{1,2},\stháng|(?:24/24|24/7|7/7),\s(?:giờ|ngày)"
    r"|(?<!\d\s)(?:cán\sbộ|công\schức|viên\schức),\scấp\s(?:xã|huyện|tỉnh|phường|thôn)"
    rf"|(?P<opener>(?:{_OPENERS}),\s(?:{_OBJECTS})))(?!\w)"
)
_ITEM = re.compile(r"(?:[-–+*•]\s?|\(?\w{1,3}[.)]\s)?")  # what may stand before the word that opens a line


# The first mark stands before the choice, because a search for what begins so is many times faster
_TWO_MARKS = re.compile(r"[,;:.…](?:(?<=[,;:])\s?[,;]|(?<=[,;])\.|(?<=\.)\.[,;]|(?P<end>(?<=\.)[;,]|(?<=…)\.))(?=\s|$)")
_WORD_BEFORE = re.compile(rf"(?<!\S)[{SMALL}]+\Z")
_LONGEST = 40  # letters of a word
_ENDS = 3  # letters from which a word is no abbreviation: 'tr.;'
# The number of a heading before a second point: 'I.. KẾT QUẢ'
_HEADING_NUMBER = re.compile(r"(?:^|\n|[.;:”] )[ \t]*(?P<number>[IVX]{1,4}|\d{1,2})\Z")
_HEADING = re.compile(rf"\.\.(?=[ \t]*[{CAPITALS}])")
_NUMBERS = 8  # letters of such a number with what stands before it
_OF_DATES = frozenset(("năm", "ngày", "tháng"))  # dots behind these are to be filled in


def doubled_marks(text: str) -> Iterator[Finding]:
    """Hints where two marks stand behind a word, of which one belongs: 'dự họp,;', 'tăng cao..,', '80 tuổi.;'; findings
    where two points stand behind the number of a heading: 'I.. KẾT QUẢ'.
    """
    found: list[Finding] = []
    for at in places_of(text, ".."):
        number = _HEADING_NUMBER.search(text, max(at - _NUMBERS, 0), at) if _HEADING.match(text, at) else None
        if number is not None:
            place = Span(number.start("number"), at + 2)
            yield Finding("spelling", "warning", place, "marks", {"here": text[place.start : place.end]})
    for marks in _TWO_MARKS.finditer(text):
        word = _WORD_BEFORE.search(text, max(marks.start() - _LONGEST, 0), marks.start())
        if word is None or (marks["end"] and (len(word[0]) < _ENDS or (marks[0] == "…." and word[0] in _OF_DATES))):
            continue
        place = Span(word.start(), marks.end())
        here = " ".join(text[place.start : place.end].split())
        found.append(Finding("spelling", "info", place, "marks", {"here": here}))
    yield from few_of_many(found)


def needless_commas(text: str) -> Iterator[Finding]:
    """Hints where a comma parts what is one: a day from its month ('ngày 05, tháng 3'), '24/24, giờ', officers
    from their rank ('cán bộ, cấp xã'), and the word that opens a sentence from its object ('Xét, đề nghị của ...').
    """
    for match in finds(_NEEDLESS, text):
        start, end = match.span()
        if match["opener"] and not _ITEM.fullmatch(text, line_start(text, start), start):
            continue
        here = " ".join(text[start:end].split())
        facts = {"here": here, "right": here.replace(",", "")}
        yield Finding("spelling", "info", Span(start, end), "needless-comma", facts)
