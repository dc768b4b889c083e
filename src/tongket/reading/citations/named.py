"""Documents that are cited by name and not by number: laws, charters, resolutions of congresses and plenums.

A law's name is read word by word against the names in ``registry/data/laws.tsv``: words may be missing at the end or
change places with their neighbours ('Luật giao thông', 'Luật phòng chống tác hại của bia rượu'), commas and casing do
not count. A law that is not in the table is taken only when its name is written with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from tongket.reading.citations.issuers import read_issuer
from tongket.reading.running.looseness import loosen
from tongket.registry.bodies import DATA
from tongket.vietnamese.unicode import CAPITALS, plain, syllable_key


@dataclass(frozen=True, slots=True)
class Named:
    """A document cited by name: ``start``..``core_end`` is the designation, ``end`` lies behind its issuer."""

    start: int
    core_end: int
    end: int
    type: str
    issuer: tuple[int, int] | None = None
    amends: bool = False  # 'Luật sửa đổi ... của Luật X': the name holds another
    conjunct: bool = False  # the bare remainder of a list: 'XII' in 'khóa XI, XII'


_WORD = re.compile(r"[^\W\d_]+")
_CODE_BEFORE = re.compile(r"(?<!\w)(?:[Bb]ộ|BỘ)[ \n\u00a0]$")
_NOT_A_LAW_BEFORE = ("pháp", "kỷ", "kỉ", "quy", "qui", "thượng", "dự", "hình", "âm", "nhạc", "mẹo", "giới")
_AFTER_WORDS = "sư pháp định lệ tục gia này đó trên nêu khác số sẽ có được phải quy hiện về nhằm và của"
_NOT_A_LAW_AFTER = frozenset(_AFTER_WORDS.split())
_STOP_WORDS = (
    "và của được quy là có để số ngày năm này khi theo trong thì đã do với đối cho như nhằm từ đến tại sau khoản điều"
    " các hoặc hay nêu nhưng mà bởi về đang sẽ phải cũng không chưa nên vẫn ra vào bao gồm ban sửa thay hiện"
)
_STOP = frozenset(_STOP_WORDS.split())
_LINK_END = frozenset(["và", "của", "ở", "cơ", "với", "theo", "tại", "do", "ra", "một", "số", "công", "an", "nhà"])
_AMENDS = re.compile(
    loosen(r"[ \n]+[Ss]ửa đổi(?:\s*,?\s*(?:và\s+)?bổ sung)?(?:\s+(?:một số\s+)?[Đđ]iều)?(?:\s+của)?(?:\s+các)?")
)

_ANOTHER = re.compile(r"(?:\s*,\s*|\s+và\s+|\s*,\s*và\s+)(?P<type>Bộ luật|Luật)(?!\S)")


def read_law(text: str, at: int, end: int, type_name: str, *, inner: bool = False) -> Named | None:
    """The law that the type word at ``at``..``end`` names, or None: plain prose, a lawyer, a number follows.

    ``inner``: one that another law amends; it is not looked into for further amendments.
    """
    if text[at] == "l" and text[at - 5 : at] == "pháp ":
        return None
    if type_name == "Luật" and (code := _CODE_BEFORE.search(text, max(0, at - 5), at)) is not None:
        if code.group()[0] == "B":
            return None  # 'Bộ luật' is a type word of its own
        at, type_name = code.start(), "Bộ luật"
    before = text[max(0, at - 12) : at].split()
    if before and text[at - 1 : at] == " " and before[-1].lower() in _NOT_A_LAW_BEFORE and text[end - 4].islower():
        return None
    amends = _AMENDS.match(text, end) if not inner else None
    if amends and type_name in ("Luật", "Bộ luật", "Pháp lệnh") and text[at].isupper():
        whole = _amended(text, amends.end()) or end + len(re.sub(r"\s+của(?:\s+các)?$", "", amends.group()))
        return Named(at, whole, whole, type_name, amends=True)
    stop, whole = _known_name(text, end, type_name)
    if not whole:
        stop = max(stop, _written_name(text, at, end))
    return Named(at, stop, stop, type_name) if stop else None


_AMENDED = re.compile(r"\s+(?P<type>Bộ luật|Luật|Pháp lệnh)\b")
_MOST_AMENDED = 12


def _amended(text: str, at: int) -> int:
    """Where the names of the laws end that an amending law names from ``at`` on; 0 where it names none."""
    end = 0
    found = _AMENDED.match(text, at)
    for _ in range(_MOST_AMENDED):
        law = read_law(text, found.start("type"), found.end(), found["type"], inner=True) if found else None
        if law is None:
            break
        end = law.core_end
        found = _ANOTHER.match(text, end)
    return end


@cache
def _names() -> tuple[dict[tuple[str, str], tuple[int, ...]], tuple[tuple[str, ...], ...]]:
    """Where names stand among all, by type and first syllable, and all names as folded syllables; a leading 'thực
    hiện' may be left out.
    """
    found: dict[tuple[str, str], list[int]] = {}
    every: list[tuple[str, ...]] = []
    for line in (DATA / "laws.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        type_name, name = line.split("\t")
        words = tuple(syllable_key(word.lower()) for word in _WORD.findall(name))
        forms = [words, words[2:]] if words[:2] == ("thưc6", "hiên6") and len(words) > 4 else [words]
        for form in forms:
            found.setdefault((type_name, form[0]), []).append(len(every))
            every.append(form)
    return {first: tuple(names) for first, names in found.items()}, tuple(every)


_Walk = tuple[int, int, int]  # a name by its place in ``_all_names``, its syllables used (one bit each), the last place


# What prose says for a body or a kind of document within the name of a law: 'Luật Tổ chức HĐND và UBND'.
_SHORT = {
    short: tuple(map(syllable_key, whole.split()))
    for short, whole in (
        ("HĐND", "hội đồng nhân dân"),
        ("UBND", "ủy ban nhân dân"),
        ("MTTQ", "mặt trận tổ quốc"),
        ("QPPL", "quy phạm pháp luật"),
        ("VBQPPL", "văn bản quy phạm pháp luật"),
    )
}
_AND_SYLLABLE = syllable_key("và")
_NEXT_WORD = re.compile(r"(?P<gap>[ \n\u00a0]*,?[ \n\u00a0]+)(?P<word>[^\W\d_]+)")


def _known_name(text: str, at: int, type_name: str) -> tuple[int, bool]:
    """Where the known name ends that begins behind ``at``, and whether it is whole: the longest, of two syllables or
    more; 0 for none.
    """
    found = _NEXT_WORD.match(text, at)
    if found is None or "," in found["gap"]:
        return 0, False
    word, end = found["word"], found.end()
    small = word.lower()
    if small in _NOT_A_LAW_AFTER and small != "quy":
        return 0, False
    walks, is_one = _first_step(type_name, syllable_key(small))
    whole = is_one and word[0].isupper()
    best = end if whole else 0
    while walks and (found := _NEXT_WORD.match(text, end)) is not None:
        small = found["word"].lower()
        after, complete = _steps(walks, found["word"], "," in found["gap"])
        if not after:
            if syllable_key(small) != _AND_SYLLABLE or (whole and best == end):
                break
            after, complete = walks, False  # 'và' for the comma of a name that is not at its end
        walks, end = after, found.end()
        if complete or small not in _LINK_END:
            best, whole = end, complete
    return best, whole


@lru_cache(maxsize=1024)
def _first_step(type_name: str, syllable: str) -> tuple[tuple[_Walk, ...], bool]:
    """The walks over the names of a type that begin with ``syllable``, and whether it is a whole name."""
    first, all_names = _names()
    walks = tuple((name, 1, 0) for name in first.get((type_name, syllable), ()))
    return walks, any(len(all_names[name]) == 1 for name, _, _ in walks)


def _steps(walks: tuple[_Walk, ...], word: str, strict: bool) -> tuple[tuple[_Walk, ...], bool]:
    """As ``_step``, with the syllables that a short form stands for."""
    complete = False
    for syllable in _SHORT.get(word) or (syllable_key(word.lower()),):
        walks, complete = _step(walks, syllable, strict)
        strict = False
    return walks, complete


@lru_cache(maxsize=16384)
def _step(walks: tuple[_Walk, ...], syllable: str, strict: bool) -> tuple[tuple[_Walk, ...], bool]:
    """The walks that go on with ``syllable``: at the next place, or (not behind a comma) one or two away; and whether
    one has all of its name.
    """
    all_names = _names()[1]
    after: list[_Walk] = []
    complete = False
    for index, used, place in walks:
        name = all_names[index]
        over_and = place + 1 < len(name) and name[place + 1] == _AND_SYLLABLE  # a comma for the 'và' of the name
        for step in ((1, 2) if over_and else (1,)) if strict else (1, 2, -1):
            at = place + step
            if 0 <= at < len(name) and not used >> at & 1 and _alike(name[at], syllable):
                after.append((index, used | 1 << at, at))
                complete = complete or after[-1][1].bit_count() == len(name)
                break
    return tuple(after), complete


_bare = lru_cache(maxsize=8192)(plain)


def _alike(name: str, printed: str) -> bool:
    """Whether two folded syllables are one, also without accents, as scanners lose them."""
    return name == printed or _bare(name) == _bare(printed)


_NAME_WORD = re.compile(rf"[ \n]+([{CAPITALS}]?[^\W\d_]+)(?![\w/])")


_SHORT_NAME = re.compile(r"[A-ZĐ]{3,}")  # 'Luật THDCCS', 'Luật BHYT'
_DIGITAL = re.compile(r"\s+số(?!\s*:?\s*[0-9])")  # 'Chuyển đổi số' is a name, 'số 12' is not


def _written_name(text: str, at: int, end: int) -> int:
    """The end of an unknown name in capitals behind a capital type word ('Luật Xanh đô thị'); 0 for none."""
    first = _NAME_WORD.match(text, end)
    if first is None or not text[at].isupper() or not first[1][0].isupper() or text[at + 1].isupper():
        return 0
    if (
        first[1].lower() in _NOT_A_LAW_AFTER
        or first[1].lower() in _STOP
        or first[1] in ("Điều", "Chương", "Khoản", "Luật", "Nghị", "Bộ", "Quốc")
    ):
        return 0
    stop = first.end()
    for _ in range(10):
        word = _NAME_WORD.match(text, stop)
        if word is None or (word[1].lower() in _STOP and not _DIGITAL.match(text, word.start())):
            break
        stop = word.end()
    return stop if stop > first.end() or _SHORT_NAME.fullmatch(first[1]) else 0


_SEVERAL = ("các ", "Các ", "CÁC ")
_LISTED = re.compile(r"\s*:\s*")
_DATED = r"(?:,?\s+(?:(?:ngày|năm)\s+[0-9][0-9/.-]*|số:?\s+[0-9]+/[0-9]{4}/QH[0-9]+))*"
_NEXT_LAW = re.compile(rf"{_DATED}(?:\s*[,;]\s*(?:và\s+)?|\s+và\s+)(?=[{CAPITALS}])")
_MOST_LAWS = 20


def read_more_laws(text: str, at: int, end: int, type_name: str) -> Iterator[Named]:
    """The laws of a list that prints the type word at ``at`` once: 'các Luật Đất đai, Nhà ở', 'các Luật: Đầu tư công
    ngày 13/6/2019; Xây dựng'. ``end`` is that of the first name, or of the type word where no name follows at once.

    Only behind 'các' and only known names, all of each: other words may follow a law's name with a capital.
    """
    if not text.endswith(_SEVERAL, 0, at):
        return
    for _ in range(_MOST_LAWS):
        joint = _NEXT_LAW.match(text, end) or _LISTED.match(text, end)
        if joint is None or not text[joint.end() : joint.end() + 1].isupper():
            return
        stop, whole = _known_name(text, joint.end() - 1, type_name)
        if not whole:
            return
        yield Named(joint.end(), stop, stop, type_name, conjunct=True)
        end = stop


_LAW_AT_LARGE = re.compile(r"\s*(?:,|,?\s*và)\s+(?:các\s+)?(?:pháp )?luật\b")
_CONSTITUTION = re.compile(r"(?:\s+nước\s+(?:Cộng hòa|Cộng hoà|CHXHCN)(?:\s+xã hội chủ nghĩa)?(?:\s+Việt Nam)?)?")
_CHARTER = re.compile(
    rf"\s+(?:của\s+)?(?=(?:Đảng|MTTQ|Mặt trận|Công đoàn|Đoàn|Liên đoàn|Liên minh|Liên hiệp)\b|Hội\s+[{CAPITALS}])"
)


def read_constitution(text: str, at: int, end: int) -> Named | None:
    """'Hiến pháp', 'Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam'.

    Not in small letters, nor where it stands for the law at large ('Hiến pháp và pháp luật').
    """
    if not text[at].isupper() or _LAW_AT_LARGE.match(text, end):
        return None
    tail = _CONSTITUTION.match(text, end)
    stop = tail.end() if tail else end
    return Named(at, stop, stop, "Hiến pháp")


def read_charter(text: str, at: int, end: int) -> Named | None:
    """'Điều lệ Đảng', 'Điều lệ MTTQ VN', 'Điều lệ Hội Nông dân Việt Nam'; not the charters of bodies at large."""
    lead = _CHARTER.match(text, end)
    body = read_issuer(text, lead.end(), of=False) if lead else None
    return Named(at, body[1], body[1], "Điều lệ") if body else None


_ROMAN = r"(?:X{0,2}(?:IX|IV|V?I{0,3}|IH|IIH)H?)(?![\w])(?<=[IVXH])"
_SPOKEN = r"(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: (?:một|hai|ba|tư|bốn|năm|lăm))?"
_ORDINAL = rf"(?:[0-9]{{1,2}}(?![\w/])|{_ROMAN}|{_SPOKEN})"
_WHICH = re.compile(rf"(?<!\w){_ORDINAL}")
_AND = r"(?:\s*[,;]\s*|\s+và\s+)"
_TERM = rf"\s*,?\s*\(?\s*[Kk]h[óo][aá]\s+(?P<term>{_ROMAN}|[0-9]{{1,2}})"
_PLENUM = re.compile(
    r"\s+(?:của\s+)?(?:"
    r"(?:(?:các\s+)?[Hh]ội nghị\s+)?(?:Trung ương|TW|TƯ)(?:(?:\s+Đảng)?\s+(?:lần\s+)?thứ)?"
    r"|[Hh]ội nghị\s+(?:Ban [Cc]hấp hành|BCH)\s+(?:Trung ương|TW|TƯ)(?:\s+Đảng)?\s+(?:lần\s+)?thứ"
    r"|[Hh]ội nghị\s+(?:lần\s+)?thứ"
    rf")(?:\s+|(?<=TW)|(?<=TƯ))(?P<which>{_ORDINAL})(?P<more>(?:{_AND}{_ORDINAL}){{0,16}})"
)
# A further plenum behind one with its own term: '(khóa IX), Trung ương 7 (khóa X)'
_ANOTHER_PLENUM = re.compile(r"(?:\s*[,;]\s|\s+và\s)(?=(?:[Hh]ội nghị\s+)?(?:Trung ương|TW|TƯ)\s)")
_MOST_PLENUMS = 40
_COMMITTEE = r"(?:Ban [Cc]hấp hành|BCH|BCHTW)\s*(?:Trung ương|TW|TƯ)?(?:\s+Đảng)?"
_OF_TERM = re.compile(rf"(?P<body>\s*,?\s+(?:của\s+)?{_COMMITTEE})?(?:{_TERM}(?P<close>\s*\))?)?")
_MORE_TERMS = re.compile(
    rf"{_AND}(?:khóa\s+)?(?P<term>{_ROMAN})(?=\s*[,;.)]|\s+(?:của|về|và|của|“|\")|\s*$)", re.MULTILINE
)
_TERM_YEARS = r"\s*,?\s*nhiệm k[ỳì]\s+[0-9]{4}\s*[-–]\s*[0-9]{4}"
# Word by word, so that no name can be split in two ways; at most as many words as such a name has
_CONGRESS = re.compile(
    loosen(
        r"\s+(?:của\s+)?(?:Đại hội|ĐẠI HỘI|ĐH)(?P<what>(?:\s+(?:"
        r"(?:đại|biểu|đảng|bộ|trận|quốc|đoàn|hiệp|toàn|tỉnh|huyện|quận|xã|thành|phố|thị|trấn|phường|các|cấp|khối|nữ|dân|chiến|binh|liên|minh)(?!\w)"
        rf"|[{CAPITALS}][\w']*)){{0,18}}?)"
        rf"(?P<which>\s*,?\s*(?:lần\s+thứ|LẦN THỨ)\s+{_ORDINAL}|\s+{_ROMAN}|{_TERM_YEARS})"
        rf"(?P<after>\s+của Đảng|\s+Đảng bộ\s+(?:tỉnh|huyện|xã|thành phố)(?:\s+[A-ZĐ]\w*){{0,3}}|{_TERM_YEARS})?"
    )
)


_ORGANISATION = re.compile(
    r"\s+(?=(?:Hội|Công đoàn|Đoàn|MTTQ|Mặt trận|Liên hiệp|Liên minh|Tổng Liên đoàn)"
    r" (?:[A-ZĐ]|(?:tỉnh|huyện|xã|phường|thành phố) [A-ZĐ]))"
)


def read_party_named(text: str, at: int, end: int, type_name: str) -> list[Named]:
    """Resolutions and conclusions by plenum or congress: 'Nghị quyết Trung ương 4 khóa XI, XII' is two.

    Not taken: 'Nghị quyết Đại hội Đảng bộ các cấp', which names no congress.
    """
    congress = _CONGRESS.match(text, end)
    if congress and "các cấp" not in congress["what"]:
        body = None if congress["after"] else _ORGANISATION.match(text, congress.end())
        name = read_issuer(text, body.end(), of=False) if body else None
        stop = name[1] if name else congress.end()
        return [Named(at, stop, stop, type_name)]
    plenum = _PLENUM.match(text, end)
    if plenum is None:
        return []
    named = _plenums(text, at, plenum, type_name)
    while (joint := _ANOTHER_PLENUM.match(text, named[-1].end)) is not None and len(named) < _MOST_PLENUMS:
        plenum = _PLENUM.match(text, joint.end() - 1)
        if plenum is None:
            break
        named += [replace(one, conjunct=True) for one in _plenums(text, joint.end(), plenum, type_name)]
    return named


def _plenums(text: str, at: int, plenum: re.Match[str], type_name: str) -> list[Named]:
    tail = _OF_TERM.match(text, plenum.end())
    stop = tail.end() if tail else plenum.end()
    if not plenum["more"]:
        core = stop if tail and tail["term"] and not tail["body"] else plenum.end()
        first = Named(at, core, stop, type_name, _body(tail))
        return [first, *_terms(text, stop, type_name)]
    places = [plenum.start("which")]
    places += [found.start() for found in _WHICH.finditer(text, plenum.start("more"), plenum.end())]
    ends = [plenum.end("which")]
    for place in places[1:]:
        found = re.compile(_ORDINAL).match(text, place)
        ends.append(found.end() if found else place + 1)
    named = [Named(at, ends[0], ends[0], type_name)]
    named += [Named(p, e, e, type_name, conjunct=True) for p, e in zip(places[1:], ends[1:], strict=True)]
    named[-1] = replace(named[-1], end=stop, issuer=_body(tail))
    return named


def _body(tail: re.Match[str] | None) -> tuple[int, int] | None:
    """The plenum's body with its term, where printed: 'BCH Trung ương Đảng (khóa XII)'."""
    if tail is None or not tail["body"]:
        return None
    start = tail.start("body") + re.compile(r"\s*,?\s+(?:của\s+)?").match(tail["body"]).end()  # type: ignore[union-attr]  # always matches
    return start, tail.end()


def _terms(text: str, at: int, type_name: str) -> Iterator[Named]:
    """Further terms behind the first: ', XII'."""
    while (more := _MORE_TERMS.match(text, at)) is not None:
        yield Named(more.start("term"), more.end("term"), more.end("term"), type_name, conjunct=True)
        at = more.end()
