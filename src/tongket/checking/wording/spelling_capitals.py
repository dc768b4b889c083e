"""Capitals (viết hoa) by Decree 30/2020/NĐ-CP, Appendix II."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.checking.wording.spelling_terms import Running
from tongket.checking.wording.spelling_titles import titles
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.registry import bodies
from tongket.vietnamese.syllables import canonical, is_well_spelt
from tongket.vietnamese.unicode import CAPITALS
from tongket.vietnamese.words import Words, lexicon, printed

# Listed, for in Unicode small and capital letters of Vietnamese alternate.
SMALL_LETTERS = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
# Literal text comes first and what may stand before it after that: the engine then jumps from one to the next.
_LAW = re.compile(rf"Luật (?=[{SMALL_LETTERS}])")
_LAW_IN_CAPITALS = re.compile(
    rf"[Ll]uật[ \n](?P<name>[A-ZĐ][{SMALL_LETTERS}]+(?:[ \n][A-ZĐ][{SMALL_LETTERS}]+){{1,5}})(?!\w)"
)
_DAY = re.compile(r"thứ ([2-7])(?= (?:hàng|hằng|(?:của|trong) (?:mỗi )?(?:tuần|tháng)|tuần))")
_DAY_NAMES = {"2": "Hai", "3": "Ba", "4": "Tư", "5": "Năm", "6": "Sáu", "7": "Bảy"}
_SMALL_DAY = re.compile(r"thứ (hai|ba|tư|năm|sáu|bảy)(?= (?:hàng|hằng) (?:tuần|tháng))")
_COUNTED_OF_MONTH = ("tuần ", "lần ", "kỳ ", "phiên ", "đợt ")
_PARTY = re.compile(r"đảng(?<=của đảng)(?= ?[,.;]| (?:và|về|ta|đối)(?!\w))")
_PARTY_ORGANISATION = re.compile(r"tổ chức Đảng(?= (?:các|trực|cơ|và|ở)(?!\w)| ?[,.;])")
_SENTENCE = re.compile(rf"[.] (?<=[{SMALL_LETTERS}][.] )([{SMALL_LETTERS}]+) [{SMALL_LETTERS}]+ [{SMALL_LETTERS}]+")
# Names of organisations: a capital on the word of its kind and on the first of what it is for.
_BODY_NAMES = {
    "Cựu Chiến binh": "Cựu chiến binh",
    "Cựu Chiến Binh": "Cựu chiến binh",
    "Liên hiệp thanh niên": "Liên hiệp Thanh niên",
    "Liên hiệp phụ nữ": "Liên hiệp Phụ nữ",
    "Hội nông dân": "Hội Nông dân",
    "Hội phụ nữ": "Hội Phụ nữ",
    "Hội cựu chiến binh": "Hội Cựu chiến binh",
    "Liên đoàn lao động": "Liên đoàn Lao động",
    "Hội chữ thập đỏ": "Hội Chữ thập đỏ",
    "Hội người cao tuổi": "Hội Người cao tuổi",
    "Hội khuyến học": "Hội Khuyến học",
    "thanh tra Nhân dân": "Thanh tra nhân dân",
    "Thanh tra Nhân dân": "Thanh tra nhân dân",
    "Đoàn thanh niên": "Đoàn Thanh niên",
    "ban Tuyên giáo": "Ban Tuyên giáo",
    "ban Dân vận": "Ban Dân vận",
    "ủy Ban": "Ủy ban",
    "Ủy Ban": "Ủy ban",
    "Uỷ Ban": "Uỷ ban",
    "Thủ Tướng": "Thủ tướng",
    "Huyện Ủy": "Huyện ủy",
    "Tỉnh Ủy": "Tỉnh ủy",
    "Ủy ban Nhân dân": "Ủy ban nhân dân",
    "Hội đồng Nhân dân": "Hội đồng nhân dân",
    "Tòa án Nhân dân": "Tòa án nhân dân",
    "Toà án Nhân dân": "Toà án nhân dân",
    "Ban chấp hành Trung ương": "Ban Chấp hành Trung ương",
    "Ban chấp hành trung ương": "Ban Chấp hành Trung ương",
    "Ban Chấp Hành": "Ban Chấp hành",
    "Ban Thường Vụ": "Ban Thường vụ",
    "Ban chấp hành Đảng": "Ban Chấp hành Đảng",
    "Ban thường vụ Tỉnh": "Ban Thường vụ Tỉnh",
    "Ban thường vụ Huyện": "Ban Thường vụ Huyện",
    "Ban thường vụ Đảng": "Ban Thường vụ Đảng",
}
# The highest bodies, of which there is but one each. Offices let such capitals pass: a hint, as of other capitals.
_HIGHEST_BODIES = {
    "thủ tướng chính phủ": "Thủ tướng Chính phủ",
    "Thủ tướng chính phủ": "Thủ tướng Chính phủ",
    "thủ tướng Chính phủ": "Thủ tướng Chính phủ",
    "Chính Phủ": "Chính phủ",
    "Quốc Hội": "Quốc hội",
    "đại biểu quốc hội": "đại biểu Quốc hội",
    "Nghị quyết quốc hội": "Nghị quyết Quốc hội",
    "bộ Chính trị": "Bộ Chính trị",
    "Bộ chính trị": "Bộ Chính trị",
    "ban Bí thư": "Ban Bí thư",
    "Ban bí thư": "Ban Bí thư",
    "Mặt trận tổ quốc": "Mặt trận Tổ quốc",
    "mặt trận Tổ quốc": "Mặt trận Tổ quốc",
    "Mặt Trận tổ quốc": "Mặt trận Tổ quốc",
    "Mặt Trận Tổ quốc": "Mặt trận Tổ quốc",
    "Mặt Trận Tổ Quốc": "Mặt trận Tổ quốc",
    "Mặt trận Tổ Quốc": "Mặt trận Tổ quốc",
    "Đảng cộng sản Việt Nam": "Đảng Cộng sản Việt Nam",
    "đảng Cộng sản Việt Nam": "Đảng Cộng sản Việt Nam",
    "đảng cộng sản Việt Nam": "Đảng Cộng sản Việt Nam",
}
# Names of religions and of the day of rest, the same Appendix.
_OTHER_NAMES = {
    "đạo phật": "đạo Phật",
    "đạo thiên chúa": "đạo Thiên Chúa",
    "đạo tin lành": "đạo Tin Lành",
    "đạo cao đài": "đạo Cao Đài",
    "đạo hòa hảo": "đạo Hòa Hảo",
    "chủ Nhật": "Chủ nhật",
}
# Behind a comma a sentence goes on: a word of grammar with a capital begins none there.
_BEHIND_COMMA = re.compile(
    r", (Với|Trên|Trong|Được|Để|Khi|Nếu|Theo|Sau khi|Trước khi|Qua đó|Từ đó|Đồng thời|Góp phần|Nhằm|Do đó|Vì vậy)"
    rf"(?= [{SMALL_LETTERS}]+ [{SMALL_LETTERS}])"
)
_HEADS_OF_BOARDS = ("Trưởng ", "trưởng ", "Phó ")  # 'Trưởng ban Dân vận'
_GOVERNMENT = re.compile(r"chính phủ(?<=của chính phủ)(?! (?:điện|số|nước|các)(?!\w))(?!\w)")
_PLACES = [re.compile(rf"{kind} ([{SMALL_LETTERS}]+) ([A-ZĐ][{SMALL_LETTERS}]+)") for kind in ("tỉnh", "huyện")]
_PEOPLE = re.compile(r"hân dân(?!\w)")
_OF_BODIES = ("ban ", "đồng ", "sát ", "tra ", "quân ", "an ", "đội ", "tòa ", "toà ", "án ")


@cache
def _laws() -> tuple[str, ...]:
    """Names of laws, small, longest first."""
    rows = (Path(bodies.__file__).parent / "data" / "laws.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(sorted({row.split("\t")[1] for row in rows if "\t" in row}, key=len, reverse=True))


@cache
def _laws_by_first() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in _laws():
        plain = name.replace(",", "").lower()
        found.setdefault(plain.split(" ")[0], []).append(plain)
    return {first: tuple(names) for first, names in found.items()}


@lru_cache(maxsize=1)  # two checks ask it of one text
def capitals(text: str) -> tuple[Finding, ...]:
    """Hints where a capital is missing or too many: names of laws, sentences, the Party, the People, days; names of
    bodies and posts.
    """
    return (*_capitals(text), *titles(text))


def _capitals(text: str) -> Iterator[Finding]:
    for match in _LAW.finditer(text):
        rest = " ".join(text[match.end() : match.end() + 90].split())
        plain = rest.replace(",", "").lower()
        first = plain.split(" ", 1)[0]
        for name in _laws_by_first().get(first, ()):
            if plain.startswith(name[:20]):
                right = match.group() + first.capitalize()
                yield _hint(text, match.start(), match.end() + len(first), right)
                break
    yield from _laws_in_capitals(text)
    level = text.replace("\n", " ")
    for name, right in _BODY_NAMES.items():
        for at in places_of(level, name):
            if not level.endswith(_HEADS_OF_BOARDS, 0, at) and not level[at + len(name) : at + len(name) + 1].isalpha():
                yield _hint(level, at, at + len(name), right)
    yield from _highest_bodies(level)
    for name, right in _OTHER_NAMES.items():
        for at in places_of(level, name):
            if not level[at + len(name) : at + len(name) + 1].isalpha():
                yield _hint(level, at, at + len(name), right)
    for match in finds(_BEHIND_COMMA, text):
        yield _hint(text, *match.span(1), match[1].lower())
    for match in finds(_GOVERNMENT, text):
        yield _hint(text, *match.span(), "Chính phủ")
    for match in chain.from_iterable(finds(pattern, text) for pattern in _PLACES):
        name = f"{match.group(1).capitalize()} {match.group(2)}"
        if text.count(name) > 1 and not text.count(f" {match.group(1)} ") > 1:
            yield _hint(text, match.start(1), match.end(), name)
    for match in finds(_DAY, text):
        yield _hint(text, *match.span(), f"thứ {_DAY_NAMES[match.group(1)]}")
    for match in finds(_SMALL_DAY, text):
        if text.endswith(_COUNTED_OF_MONTH, 0, match.start()):
            continue  # 'tuần thứ hai hằng tháng'
        yield _hint(text, *match.span(), f"thứ {match.group(1).capitalize()}")
    for match in finds(_PARTY, text):
        yield _hint(text, *match.span(), match.group().replace("đảng", "Đảng"))
    for match in finds(_PARTY_ORGANISATION, text):
        yield _hint(text, *match.span(), match.group().replace("Đảng", "đảng"))
    for match in _SENTENCE.finditer(text):
        yield _hint(text, match.start(1), match.end(), match.group()[2:].capitalize())
    yield from _people(text)


def _laws_in_capitals(text: str) -> Iterator[Finding]:
    """Names of laws with a capital on each syllable: 'Luật Giáo Dục', where 'Luật Giáo dục' is the name."""
    for found in finds(_LAW_IN_CAPITALS, text):
        here = " ".join(found["name"].split())
        right = _laws_by_letters().get(here.lower())
        if right not in (None, here):
            yield Finding("spelling", "info", Span(*found.span("name")), "capital", {"here": here, "right": right})


@cache
def _laws_by_letters() -> dict[str, str]:
    """The names of laws by their letters."""
    return {name.lower(): name for name in _laws()}


def _highest_bodies(level: str) -> Iterator[Finding]:
    """Names of ``_HIGHEST_BODIES`` with other capitals than theirs, each place once.

    Not flagged: what ends another word ('cán bộ Chính trị').
    """
    end = 0
    found = sorted((at, -len(name), name) for name in _HIGHEST_BODIES for at in places_of(level, name))
    for at, _, name in found:
        inside = level[at + len(name) : at + len(name) + 1].isalpha() or level[max(at - 1, 0) : at].isalpha()
        if at < end or inside or level.endswith((*_HEADS_OF_BOARDS, "cán ", "Cán "), 0, at):
            continue
        end = at + len(name)
        facts = {"here": name, "right": _HIGHEST_BODIES[name]}
        yield Finding("spelling", "info", Span(at, end), "capital", facts)


_PRESIDENT = re.compile(r"(?<!\w)H[oôồốổỗộ][ \n][Cc]h[iíìỉĩị][ \n][Mm][iíìỉĩị]nh(?!\w)")
_LAST_CAPITAL = re.compile(rf"[{CAPITALS}](?<=[{SMALL_LETTERS}].)(?!\w)")
_SYLLABLE_SO_FAR = re.compile(rf"(?<![\w./-])[{SMALL_LETTERS}]{{2,6}}$")
_ALWAYS_CAPITAL = {"tổ quốc": "Tổ quốc"}


def inner_capitals(text: str, runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """A capital inside a word of a fixed term, on its second syllable alone ('Mặt trận tổ Quốc', 'Chính sách xã Hội'),
    or as the last letter of a syllable ('xã hộI'), and a small letter or another mark in the name of President Hồ Chí
    Minh. No question of style, as other capitals are.

    Not flagged: what another capital follows, which may be a name; letters without marks, which may be units ('kV').
    """
    for found in finds(_PRESIDENT, text):
        name = " ".join(found[0].split())
        if name != "Hồ Chí Minh":
            yield Finding("spelling", "warning", Span(*found.span()), "slip", {"here": name, "right": "Hồ Chí Minh"})
    for found in finds(_LAST_CAPITAL, text):
        begun = _SYLLABLE_SO_FAR.search(text, max(found.start() - 7, 0), found.start())
        here = begun[0] + found[0] if begun else ""
        if not here.isascii() and is_well_spelt(canonical(here.lower())):
            place = Span(found.end() - len(here), found.end())
            yield Finding("spelling", "warning", place, "slip", {"here": here, "right": here.lower()})
    ends = _ends_of_terms()
    for run in runs:
        if ends.isdisjoint(run.shown):
            continue
        shown, words = run.shown, run.words
        for i in [i for i, word in enumerate(shown) if word in ends and i > 1 and shown[i - 1].islower()]:
            pair = run.pairs[i - 1]
            begins = run.pairs[i : i + 1] and run.pairs[i] in table.common  # 'cán bộ Công an'
            if pair not in table.common or begins or not all(map(str.islower, shown[i + 1 : i + 2])):
                continue
            if words[i] in table.gaps_behind.get(run.pairs[i - 2], ()):
                facts = {"here": f"{shown[i - 1]} {shown[i]}", "right": _ALWAYS_CAPITAL.get(pair, printed(pair))}
                yield Finding("spelling", "warning", run.span(i - 1, i), "slip", facts)


# What a name follows: 'anh Cường', 'thôn Khích', 'khoa Nội', 'thứ Tư'
_BEFORE_NAMES = (
    "anh chị ông bà em cô thầy bác chú cụ cháu họ tên xã phường huyện tỉnh quận thôn ấp bản buôn làng phố tổ khu xóm "
    "khoa phòng ban bộ sở vụ cục viện hội đội đoàn ngành khối nhóm trạm trại môn bài báo đài đường "
    "trường lớp cầu chợ sông hồ núi đèo suối đảo đền chùa đình tiếng người tộc dân giáo ca phía miền vùng thứ"
)
_NAMES_FOLLOW = frozenset(_BEFORE_NAMES.split(" "))


def capitals_of_halves(text: str, runs: Sequence[Running], table: Words) -> Iterator[Finding]:
    """A capital on the second syllable alone of a word, which never is a word by itself: 'tăng Cường', 'ngữ Văn'.

    Not flagged: what another capital follows, or what begins a word with the next one; names.
    """
    for run in runs:
        if run.text[1:].islower():  # as most are
            continue
        shown = run.shown
        for i in range(1, len(shown)):
            if not shown[i][0].isupper() or run.words[i] not in table.halves or not shown[i][1:].islower():
                continue
            pair = run.pairs[i - 1]
            if not shown[i - 1].islower() or pair not in table.known or run.words[i - 1] in _NAMES_FOLLOW:
                continue
            begins = run.pairs[i : i + 1] and run.pairs[i] in table.known
            if (
                not begins
                and all(map(str.islower, shown[i + 1 : i + 2]))
                and not _NAME_BEHIND.match(text, run.span(i, i).end)
            ):
                facts = {"here": f"{shown[i - 1]} {shown[i]}", "right": printed(pair)}
                yield Finding("spelling", "warning", run.span(i - 1, i), "slip", facts)


_NAME_BEHIND = re.compile(r"\s?[-–]\s?[A-ZĐ]|[ \n]+[A-ZĐÂĂÊÔƠƯ]")


@cache
def _ends_of_terms() -> frozenset[str]:
    """What ends three syllables of a fixed term, with a capital."""
    table = lexicon()
    pairs = ((gap.split(" ")[1], one) for gap, found in table.gaps_behind.items() for one in found)
    return frozenset([printed(last).capitalize() for first, last in pairs if f"{first} {last}" in table.common])


def _people(text: str) -> Iterator[Finding]:
    """'nhân dân' in a report that nearly always writes 'Nhân dân'."""
    forms: dict[str, list[int]] = {"n": [], "N": []}
    for match in finds(_PEOPLE, text):
        start = match.start() - 1
        if start >= 0 and text[start] in forms and not text.endswith(_OF_BODIES, 0, start):
            forms[text[start]].append(start)
    if len(forms["N"]) > 5 * len(forms["n"]):
        for start in forms["n"]:
            yield _hint(text, start, start + len("nhân dân"), "Nhân dân")


def _hint(text: str, start: int, end: int, right: str) -> Finding:
    return Finding("spelling", "info", Span(start, end), "capital", {"here": text[start:end], "right": right})
