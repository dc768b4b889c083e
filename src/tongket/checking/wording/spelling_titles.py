"""Capitals and joints in the names of bodies, posts, honours and provisions (Decree 30/2020/NĐ-CP, Appendix II).

The names of ministries and boards are those of the decrees that made them; what joins their parts belongs to the name:
'Sở Giáo dục và Đào tạo', 'Phòng Tài chính - Kế hoạch', 'Hội đồng Thi đua - Khen thưởng'.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.unicode import CAPITALS, SMALL, fold_marks, syllable_key

_LETTERS = CAPITALS + SMALL

# ---- a capital on the second syllable: 'Bộ Trưởng', 'Nghị Quyết' ----

_WORDS = (  # of bodies, posts and kinds of documents: one capital, on the first syllable
    *("bộ trưởng", "thứ trưởng", "cục trưởng", "vụ trưởng", "viện trưởng", "hiệu trưởng", "thủ trưởng", "đội trưởng"),
    *("trạm trưởng", "chủ tịch", "giám đốc", "bí thư", "kế toán", "ủy viên", "uỷ viên", "chủ nhiệm", "chánh án"),
    *("nghị quyết", "nghị định", "quyết định", "thông tư", "chỉ thị", "kế hoạch", "công văn", "thông báo", "báo cáo"),
    *("hướng dẫn", "quy chế", "chương trình", "đề án", "tờ trình", "hội đồng", "văn phòng", "nhà nước", "trung tâm"),
    *("trung ương", "thành phố", "thị trấn", "thị xã", "công an", "quân đội", "đảng ủy", "thành ủy", "thị ủy"),
)
_TWO_CAPITALS = {" ".join(map(str.capitalize, word.split())): word.capitalize() for word in _WORDS}
_TITLED = re.compile(
    rf"[{CAPITALS}](?<![{_LETTERS}].)[{SMALL}]+[ \n][{CAPITALS}][{SMALL}]+"
    rf"(?![{_LETTERS}]|(?:[ \n][{CAPITALS}][{SMALL}]+){{3}})"
)
_TITLE_BEFORE = re.compile(rf"(?:[{CAPITALS}][{SMALL}]+ ){{2}}$")

# ---- posts of bodies: 'Phó chủ tịch UBND xã', 'chủ tịch HĐND', 'Tổng bí thư' ----

_RANKS = re.compile(rf"[Pp](?<!\w.)hó[ \n](?P<post>chủ tịch|bí thư|thủ tướng)(?=[ \n](?:nước(?!\w)|[{CAPITALS}]))")
_OF_A_BODY = r"(?=[ \n](?:UBND|HĐND|[ỦU][yỷ] ban nhân dân|Hội đồng nhân dân|(?:Tỉnh|Huyện|Đảng) [uủ][yỷ]|Sở|Bộ)(?!\w))"
_POSTS = [re.compile(post + _OF_A_BODY) for post in ("chủ tịch", "bí thư", "giám đốc", "bộ trưởng")]
_BEHIND_A_RANK = re.compile(r"(?:[Pp]hó|[Tt]ổng)[ \n]$")
_GENERAL_SECRETARY = re.compile(r"bí[ \n]thư(?<=[Tt]ổng[ \n]bí[ \n]thư)(?!\w)")

# ---- committees and feasts: 'ủy ban nhân dân xã', 'Tết nguyên đán' ----

_COMMITTEE = re.compile(r"[uủ](?<!\w.)[yỷ][ \n]ban[ \n]nhân[ \n]dân(?!\w)")
_FEAST = re.compile(r"[Tt](?<!\w.)ết[ \n](?P<name>nguyên đán|trung thu|đoan ngọ)(?!\w)")

# ---- honours: 'Huân chương lao động' ----

_HONOURS = re.compile(
    r"(?P<kind>[HhAa](?:uân chương|uy chương|nh hùng))[ \n]"
    r"(?P<what>lao động|độc lập|kháng chiến|quân công|chiến công|lực lượng vũ trang)(?!\w)"
)

# ---- provisions: 'khoản 2 điều 5 Luật Đất đai' ----

_ARTICLE = re.compile(
    r"điều (?=\d{1,3}[a-zđ]?,?\s(?:của\s)?"
    r"(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Pháp lệnh|Hiến pháp)(?!\w))"
)

# ---- bodies of several fields: 'Sở Giáo dục - Đào tạo' ----

_STATE = "Sở|Bộ|Phòng"
_BODIES = (
    (_STATE, "Giáo dục và Đào tạo"),
    (_STATE, "Khoa học và Công nghệ"),
    (_STATE, "Tài nguyên và Môi trường"),
    (_STATE, "Nông nghiệp và Môi trường"),
    (_STATE, "Nông nghiệp và Phát triển nông thôn"),
    (_STATE, "Dân tộc và Tôn giáo"),
    (_STATE, "Lao động - Thương binh và Xã hội"),
    (_STATE, "Văn hóa, Thể thao và Du lịch"),
    ("Sở|Bộ", "Thông tin và Truyền thông"),
    ("Sở|Bộ", "Kế hoạch và Đầu tư"),
    ("Sở|Bộ", "Giao thông vận tải"),
    ("Sở|Bộ", "Công Thương"),
    ("Sở|Bộ", "Tài chính"),
    ("Sở|Bộ", "Nội vụ"),
    ("Sở|Bộ", "Tư pháp"),
    ("Sở|Bộ", "Xây dựng"),
    ("Sở|Bộ", "Y tế"),
    ("Bộ", "Quốc phòng"),
    ("Bộ", "Ngoại giao"),
    ("Phòng", "Kinh tế, Hạ tầng và Đô thị"),
    ("Phòng", "Kinh tế và Hạ tầng"),
    ("Phòng", "Văn hóa và Thông tin"),
    ("Trung tâm", "Phục vụ hành chính công"),
    ("Ban|Phòng|Hội đồng|Cụm|Khối", "Thi đua - Khen thưởng"),
    ("Cục|Chi cục", "Thuế"),
    ("Cục|Chi cục", "Hải quan"),
    ("Chi cục", "Kiểm lâm"),
    ("Kho bạc|Ngân hàng", "Nhà nước"),
    ("Ngân hàng", "Chính sách xã hội"),
)
_JOINT = r"(?:[ \n]?[-–&][ \n]?|,?[ \n](?:và[ \n])?)"
_PARTS = re.compile(r" - | và |, ")


def _pattern(name: str) -> re.Pattern[str]:
    """The name in any capitals, with any joint between its parts, and no part of a longer name behind it."""
    parts = [part.replace(" ", r"[ \n]").replace("óa", "(?:óa|oá)") for part in _PARTS.split(name)]
    return re.compile(rf"(?i:{_JOINT.join(parts)})(?!\w|{_JOINT}[Đđ]ô thị)")


def _by_heads() -> dict[str, list[tuple[str, str, re.Pattern[str]]]]:
    """First word of a body, small -> what its name begins with, small, the name, and how it may stand in a text."""
    found: dict[str, list[tuple[str, str, re.Pattern[str]]]] = defaultdict(list)
    for heads, name in _BODIES:
        for head in heads.split("|"):
            found[head.lower()].append((re.split(r"[ ,]", name)[0].lower(), name, _pattern(name)))
    return found


_NAMES = _by_heads()
_BODY = [  # one a head, for literals are found fast
    *(re.compile(rf"{head.capitalize()}(?=[ \n]([{_LETTERS}]+))") for head in _NAMES),
    *(re.compile(rf"{head}(?=[ \n]([{CAPITALS}][{SMALL}]*))") for head in _NAMES),
]
_INSIDE_A_WORD = re.compile(rf"[{_LETTERS}“\"]$")


def titles(text: str) -> Iterator[Finding]:
    """Hints at names of bodies, posts, honours and articles that the rules of capitals write otherwise, and at joints
    in the names of bodies.

    Not flagged: words in capitals; common nouns in small letters altogether; titles in which every word has a capital.
    """
    for found in _TITLED.finditer(text):
        right = _TWO_CAPITALS.get(" ".join(found[0].split()))
        if right and not _TITLE_BEFORE.search(text, max(found.start() - 18, 0), found.start()):
            yield _hint(text, *found.span(), right)
    for found in finds(_RANKS, text):
        yield _hint(text, *found.span(), f"Phó {found['post'].capitalize()}")
    for found in chain.from_iterable(finds(pattern, text) for pattern in _POSTS):
        if not _BEHIND_A_RANK.search(text, max(found.start() - 5, 0), found.start()):
            yield _hint(text, *found.span(), found[0].capitalize())
    for found in finds(_COMMITTEE, text):
        yield _hint(text, *found.span(), " ".join(found[0].split()).capitalize())
    for found in finds(_FEAST, text):
        yield _hint(text, *found.span(), f"{found[0][:3]} {found['name'].capitalize()}")
    for found in finds(_GENERAL_SECRETARY, text):
        yield _hint(text, found.start() - len("Tổng "), found.end(), "Tổng Bí thư")
    for found in finds(_HONOURS, text):
        yield _hint(text, *found.span(), f"{found['kind'].capitalize()} {found['what'].capitalize()}")
    for found in finds(_ARTICLE, text):
        yield _hint(text, found.start(), found.end() - 1, "Điều")
    for head in chain.from_iterable(finds(pattern, text) for pattern in _BODY):
        for first, name, body in _NAMES[head[0].lower()]:
            if head[1].lower() == first and not _INSIDE_A_WORD.search(text, max(head.start() - 1, 0), head.start()):
                said = body.match(text, head.end() + 1)
                yield from _misnamed(head[0], said, name) if said else ()


_INNER_CAPITAL = re.compile(rf"(?<![{_LETTERS}])(?!và )[{SMALL}]+ [{CAPITALS}][{SMALL}]")  # told as a slip: 'xã Hội'


def _misnamed(head: str, found: re.Match[str], name: str) -> Iterator[Finding]:
    """What ``found`` says otherwise than the name: small letters and capitals, or joints."""
    here = fold_marks(" ".join(found[0].split()))
    if here.isupper() or _by_syllables(here) == _by_syllables(name):
        return
    case = "capital" if _by_syllables(here.lower()) == _by_syllables(name.lower()) else "body"
    if case == "capital" and _INNER_CAPITAL.search(here):
        return
    facts = {"here": f"{head} {' '.join(found[0].split())}", "right": f"{head.capitalize()} {name}"}
    yield Finding("spelling", "info", Span(found.start() - len(head) - 1, found.end()), case, facts)


_SYLLABLE = re.compile(r"[^\W\d_]+")


def _by_syllables(name: str) -> str:
    """``name`` without the place of its tones, with its capitals and marks."""
    return _SYLLABLE.sub(lambda one: one[0][0] + syllable_key(one[0].lower())[1:], name)


def _hint(text: str, start: int, end: int, right: str) -> Finding:
    here = " ".join(text[start:end].split())
    return Finding("spelling", "info", Span(start, end), "capital", {"here": here, "right": right})
