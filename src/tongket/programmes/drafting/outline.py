"""The outline that a request letter asks for (đề cương): headings, their depth, and which canonical section each is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tongket.model.programmes import OutlineItem
from tongket.model.reports import PassageKind
from tongket.model.sources import Source
from tongket.programmes.words import normal
from tongket.vietnamese.unicode import CAPITALS, folded, nfc

_TITLE = re.compile(r"(?:MẪU |Mẫu )?(?:ĐỀ CƯƠNG|Đề cương)\b")
_FORMS = re.compile(
    r"(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu|BIỂU MẪU|Biểu mẫu|BIỂU SỐ|Biểu số|MẪU SỐ|Mẫu số|BIỂU|Biểu)"
    r"(?: (?:SỐ|số))?[ :]*(?:[IVX]+|\d+[A-Za-z]?|[A-Z])?\s*[.:–-]?\s*(?P<rest>.*)"
)
_TAIL = re.compile(r"(?:Nơi nhận|NƠI NHẬN|TM\.|T/M|KT\.|TL\.|K/T)")
_ADDRESSED = re.compile(r"(?:Kính gửi|KÍNH GỬI)")
# What a letter settles beside the outline.
_TERMS = re.compile(
    r"(?:Thời (?:kỳ|hạn|gian|điểm)|Hình thức|Phương thức|Cách (?:ghi|thức)|Nội dung báo cáo|Đối tượng|Phạm vi|Nơi nhận"
    r"|Hồ sơ|Địa chỉ|Tổ chức thực hiện:|Đề nghị|Yêu cầu|Báo cáo gửi|Kính gửi|V/v)(?!\w)"
)
_PART = re.compile(r"((?:Phần|PHẦN)\s+(?:(?:thứ|THỨ)\s+\w+|[IVX]+|\d{1,2}|[A-H]))\b\s*[.:\-–]?\s*")
_NUMBERS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (10, re.compile(r"([A-H])\s?[.)\-–/]\s*(?=\S)")),
    (20, re.compile(rf"((?:X{{0,2}}(?:IX|IV|V?I{{1,3}}|V)|XX?))(?:\s?[.\-–):/]\s*|\s+(?=[{CAPITALS}]{{2}}))(?=\S)")),
    (31, re.compile(r"(\d{1,2}\.\d{1,2}\.\d{1,2})\.?\)?\s+(?=\S)")),
    (30, re.compile(r"(\d{1,2}\.\d{1,2})\.?\)?\s*(?=\D)")),
    (25, re.compile(r"(\d{1,2})\s?[.)\-–/]\s*(?=\D)")),
    (40, re.compile(r"([a-zđ])\s?[.)]\s*(?=\S)")),
)
_DASH = re.compile(r"[-–+*•]\s*(?=\S)")
_HINT = re.compile(r"\s*\((?P<hint>[^()]{3,})\)\s*[.:;]?$")
_OPTIONAL = re.compile(r"nếu có|không bắt buộc|tùy tình hình|tuỳ tình hình")
_ASKING = re.compile(
    r"(?:[Tt]rong đó )?(?:[Nn]êu|[Gg]hi|[Bb]áo cáo|[Đđ]ánh giá|[Tt]hống kê|[Ll]àm|[Pp]hân tích|[Cc]ung cấp)"
    r"(?: rõ| cụ thể| ngắn gọn| khái quát)*\b|[Ss]ố liệu (?:cần nêu|cụ thể)|[Cc]ụ thể"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Figures that the outline wants stated in the text of a section: its place in the outline, and their names."""

    section: int
    text: str


@dataclass(slots=True)
class ReadOutline:
    """The sections in order, the figures asked for in their text, and the titles that fit no usual section."""

    items: list[OutlineItem] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    unusual: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Head:
    rank: int
    number: str
    title: str
    hint: str = ""


def outline_start(source: Source) -> int | None:
    """Where the outline begins in the letter: after the line 'ĐỀ CƯƠNG BÁO CÁO'; None without such a line."""
    for block in source.blocks:
        if block.kind != "paragraph":
            continue
        text = _line(source.text[block.start : block.end])
        if _TITLE.match(text) and len(text) < 200 and not text.endswith((";", ".")):
            return block.start
    return None


def read_outline(source: Source, start: int | None = None) -> ReadOutline:
    """The outline of a letter from ``start`` on, else of the whole text; tables and what follows them left out."""
    return outline_of(_lines(source, start))


def _lines(source: Source, start: int | None) -> Iterator[str]:
    """The lines of the outline; without its title, those after the addressees that are no terms of the letter."""
    begun = False
    first = start if start is not None else _after_head(source)
    for block in source.blocks:
        if block.start < first:
            continue
        text = _line(source.text[block.start : block.end])
        if block.kind != "paragraph":
            if begun and block.kind == "row":
                return
            continue
        appendix = _FORMS.fullmatch(text) if begun else None
        if begun and (_TAIL.match(text) or (appendix and (text.isupper() or not appendix["rest"]))):
            return
        if start is None and _TERMS.match(_without_number(text)):
            continue
        if not _TITLE.match(text):
            begun = begun or _numbered(text) is not None
            yield text


def _after_head(source: Source) -> int:
    """Where the addressees begin, or 0: what stands before is the head of the letter."""
    found = _ADDRESSED.search(source.text[:6000])
    return found.start() if found else 0


def _without_number(text: str) -> str:
    found = _numbered(text)
    return found[2] if found else text


def _line(text: str) -> str:
    return " ".join(re.sub(r"</?\w+>|[*_]{2,}", "", nfc(text)).replace("\ufeff", "").split())


def _numbered(text: str) -> tuple[int, str, str] | None:
    """Rank, number and rest of a numbered line."""
    if text.startswith(("V/v", "V/V", "v/v")):
        return None
    if found := _PART.match(text):
        return 5, found[1], text[found.end() :].strip()
    for rank, pattern in _NUMBERS:
        if found := pattern.match(text):
            return rank, found[1], text[found.end() :].strip()
    return None


def outline_of(lines: Iterable[str]) -> ReadOutline:
    """The outline that ``lines`` are."""
    read = ReadOutline()
    heads: list[tuple[_Head, int]] = []
    stack: list[int] = []
    waiting = False  # 'Phần thứ nhất' whose title is the next line
    for line in lines:
        if not line:
            continue
        found = _numbered(line)
        if found is None:
            if waiting and heads and len(line) < 250:
                head, depth = heads[-1]
                heads[-1] = (_Head(head.rank, head.number, _bare(line)[0], _bare(line)[1]), depth)
            elif heads:
                read.asked += _asked(line, len(heads) - 1)
            waiting = False
            continue
        rank, number, rest = found
        title, hint = _bare(rest)
        if not title and rank == 5:
            heads.append((_Head(rank, number, ""), 0))
            stack, waiting = [rank], True
            continue
        waiting = False
        if _is_sentence(title) and rank >= 40:
            read.asked += _asked(rest, len(heads) - 1) if heads else []
            continue
        while stack and stack[-1] >= rank:
            stack.pop()
        heads.append((_Head(rank, number, title, hint), len(stack)))
        stack.append(rank)
        if hint and _ASKING.match(hint):
            read.asked.append(Asked(len(heads) - 1, _ASKING.sub("", hint, count=1).strip(" :;.")))
    read.items, read.unusual = _canonical(heads)
    return read


def _bare(rest: str) -> tuple[str, str]:
    """The title and the hint in brackets after it."""
    hint = ""
    if found := _HINT.search(rest):
        rest, hint = rest[: found.start()], found["hint"]
    title = re.split(r":\s", rest, maxsplit=1)[0] if len(rest) > 150 and ": " in rest[:150] else rest
    return title.strip(" .:;"), hint


def _is_sentence(title: str) -> bool:
    return len(title.split()) > 40


def _asked(line: str, section: int) -> list[Asked]:
    """The figures that a line below a heading asks for: '- Nêu rõ số liệu: ...', '(nêu rõ số cuộc ...)'."""
    text = line.strip()
    mark = _DASH.match(text)
    text = text[mark.end() :] if mark else text
    text = text[1:-1] if text.startswith("(") and text.endswith(")") else text
    found = _ASKING.match(text)
    if found is None:
        return []
    rest = text[found.end() :]
    rest = re.sub(r"^\s*(?:các )?(?:số liệu|kết quả)?\s*(?:sau|cụ thể)?\s*:\s*", "", rest)
    return [Asked(section, rest.strip(" .:;"))]


# Canonical sections (the outline that all such reports share): telling words of a title, the most telling first.
_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("F", ("kiến nghị", "đề xuất")),
    ("E", ("phương hướng", "nhiệm vụ giải pháp", "nhiệm vụ, giải pháp", "nhiệm vụ trọng tâm", "thời gian tới",
           "giải pháp trọng tâm", "nhiệm vụ và giải pháp", "định hướng", "nhiệm vụ chủ yếu")),
    ("D", ("đánh giá chung", "nhận xét", "đánh giá", "ưu điểm", "hạn chế", "tồn tại")),
    ("A", ("đặc điểm", "tình hình chung", "khái quát", "bối cảnh", "thuận lợi")),
    ("B", ("lãnh đạo", "chỉ đạo", "quán triệt", "triển khai", "ban hành văn bản", "tổ chức thực hiện")),
    ("C", ("kết quả",)),
)  # fmt: skip
_SUBPARTS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "A": (
        ("A.1", ("thuận lợi",)),
        ("A.2", ("khó khăn",)),
    ),
    "B": (
        ("B.2", ("ban hành", "xây dựng văn bản", "cụ thể hóa", "văn bản", "chương trình", "kế hoạch")),
        ("B.4", ("kiểm tra", "giám sát", "sơ kết")),
        ("B.3", ("phối hợp", "phân công", "tổ chức thực hiện")),
        ("B.1", ("quán triệt", "tuyên truyền", "phổ biến", "nhận thức", "học tập")),
    ),
    "D": (
        ("D.3", ("nguyên nhân",)),
        ("D.4", ("bài học", "kinh nghiệm")),
        ("D.2", ("hạn chế", "tồn tại", "khuyết điểm", "khó khăn", "vướng mắc", "yếu kém")),
        ("D.1", ("ưu điểm", "kết quả", "mặt được", "thành tích", "thành tựu")),
    ),
}
_PASSAGES: dict[str, tuple[PassageKind, ...]] = {
    "A.1": ("advantages",),
    "A.2": ("difficulties",),
    "D.1": ("strengths",),
    "D.2": ("limitations",),
    "D.3": ("causes",),
    "D.4": ("lessons",),
    "E": ("forecast", "tasks"),
    "F": ("recommendations",),
}
_REQUIRED = frozenset(("B", "C", "D", "D.1", "D.2", "D.3", "E", "F"))


def _canonical(heads: Sequence[tuple[_Head, int]]) -> tuple[list[OutlineItem], list[str]]:
    """The sections with their codes, passages and required marks, and the titles that no usual section has."""
    wrapped = _wrappers(heads)
    items: list[OutlineItem] = []
    unusual: list[str] = []
    taken: set[str] = set()
    part, parts = "", 0
    codes: list[str] = []  # codes of the open sections, by depth
    for index, (head, depth) in enumerate(heads):
        title = head.title or head.number
        del codes[depth:]
        above = codes[-1] if codes else ""
        is_part = depth == 0 or (depth == 1 and above.startswith(_WRAPPER))
        passages: tuple[PassageKind, ...] = ()
        if index in wrapped:
            parts += 1
            code = f"{_WRAPPER}{parts}"
        elif is_part:
            code = _part_of(title, taken, part)
            if not code:
                unusual.append(title)
                code = "C"
            part = code[0]
            code = _free(code, "", taken, alone=True)
        else:
            code, passages = _subpart_of(title, above)
            code = _free(code, above, taken, alone=False)
        taken.add(code)
        codes.append(code)
        required = (code in _REQUIRED or is_part) and not _OPTIONAL.search(f"{title} {head.hint}".lower())
        items.append(
            OutlineItem(
                code=code,
                title=title,
                depth=depth,
                required=required and code != "A",
                titles=_titles(title),
                passages=passages or _PASSAGES.get(code, ()),
                documents=code == "B.2",
            )
        )
    return _told_once(items), unusual


_WRAPPER = "PHAN-"


def _wrappers(heads: Sequence[tuple[_Head, int]]) -> set[int]:
    """Top headings below which two or more usual parts stand: 'Phần thứ nhất' over situation, results, evaluation."""
    found: set[int] = set()
    for index, (_, depth) in enumerate(heads):
        if depth:
            continue
        below: set[str] = set()
        for head, deeper in heads[index + 1 :]:
            if deeper == 0:
                break
            if deeper == 1:
                below.add(_part_of(head.title, set(), ""))
        if len(below & set("ABCDF")) > 1:
            found.add(index)
    return found


def _told_once(items: Sequence[OutlineItem]) -> list[OutlineItem]:
    """A section whose subsections gather the passages themselves gathers none."""
    done = []
    for index, item in enumerate(items):
        below: set[str] = set()
        for other in items[index + 1 :]:
            if other.depth <= item.depth:
                break
            below |= set(other.passages)
        done.append(replace(item, passages=tuple(one for one in item.passages if one not in below)))
    return done


def _part_of(title: str, taken: set[str], before: str) -> str:
    """The part that a top heading is: by its most telling words; a part that stands already is not taken twice."""
    words = normal(title)
    found = [code for code, telling in _PARTS if any(normal(one) in words for one in telling)]
    if "C" in found and not ({"E", "F"} & set(found)):
        # 'Kết quả triển khai, thực hiện' reports results; 'Công tác triển khai' does not.
        own = folded(title)
        found = (
            ["D", "C"]
            if own.startswith(("đánh giá", "nhận xét"))
            else ["C", *found]
            if own[:12].find("kết quả") >= 0
            else found
        )
    order = "ABCDEF"
    for code in found:
        if code not in taken and (not before or order.index(code) >= order.index(before)):
            return code
    return found[0] if found else ""


def _subpart_of(title: str, above: str) -> tuple[str, tuple[PassageKind, ...]]:
    """The usual subsection that a title is, and what it gathers: 'Hạn chế và nguyên nhân' gathers both."""
    found: list[str] = []
    for piece in re.split(r"[;,]|(?<!\w)và(?!\w)", title):
        words = normal(piece)
        own = next((code for code, told in _SUBPARTS.get(above, ()) if any(normal(one) in words for one in told)), "")
        if own and own not in found:
            found.append(own)
    if found and found[0] == "D.3":
        found = found[:1]  # 'Nguyên nhân của tồn tại, hạn chế'
    passages = tuple(kind for code in found for kind in _PASSAGES.get(code, ()))
    if above == "E" and not found:
        words = normal(title)
        forecast, tasks = normal("dự báo") in words, any(normal(one) in words for one in _TASKS)
        passages = ("forecast",) if forecast else ("tasks",) if tasks else ()
    return (found[0] if found else ""), passages


_TASKS = ("nhiệm vụ", "giải pháp", "phương hướng", "mục tiêu")


def _free(code: str, above: str, taken: set[str], *, alone: bool) -> str:
    """A code that is not taken: the canonical one, or the next number below the section above."""
    if code and code not in taken:
        return code
    base = above if not alone else code or "C"
    number = 1
    usual = {one for one, _ in _SUBPARTS.get(base, ())}
    while f"{base}.{number}" in taken or f"{base}.{number}" in usual:
        number += 1
    return f"{base}.{number}"


def _titles(title: str) -> tuple[str, ...]:
    """Another way of writing the title: without the directive's name and what follows a semicolon."""
    bare = re.sub(r"\s+(?:số\s+)?\d+[-/]\S+", "", title)
    bare = re.split(r"[;(]", bare)[0].strip(" ,.:")
    return (bare.capitalize() if bare.isupper() else bare,) if bare and normal(bare) != normal(title) else ()
