"""Readable, stable codes and names: of indicators, dimensions and their values."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.programmes.drafting.units import bare_label, leading_unit, without_bracket_unit
from tongket.programmes.words import label_words, normal
from tongket.vietnamese.unicode import folded, plain

_GENERIC = frozenset(
    normal("kết quả tình hình thực hiện công tác việc số liệu tổ chức xây dựng triển khai nội dung chỉ tiêu tổng hợp "
           "phụ lục biểu mẫu về của các theo trong và bảng thống kê một số hoạt động").split()
)  # fmt: skip
_NUMBERED = re.compile(r"^(?:[IVX]+|\d+(?:\.\d+)*|[A-Ha-zđ])[.)]\s+")
_PREFIXED = re.compile(r"(?:tổng số|số lượng|số)\s")
_ENDS = " .:;,-–"


def slug(text: str, longest: int = 32) -> str:
    """'Đoàn Thanh niên' -> 'doan-thanh-nien'; whole words, at most ``longest`` letters."""
    words = re.findall(r"[a-z0-9]+", plain(text))
    found = ""
    for word in words:
        if found and len(found) + 1 + len(word) > longest:
            break
        found += f"-{word}" if found else word[:longest]
    return found or "x"


def prefix(title: str) -> str:
    """Two letters out of a title: 'Công tác quán triệt, tuyên truyền' -> 'QT'."""
    words = [word for word in normal(_NUMBERED.sub("", title)).split() if not word.isdigit()]
    telling = [word for word in words if word not in _GENERIC] or words or ["x"]
    letters = [plain(word)[:1].upper() for word in telling[:2]]
    return ("".join(letters) if all(letter.isalpha() for letter in letters) else "CT").ljust(2, "X")


class Codes:
    """Codes that no two indicators share: the prefix of their group, and a number within it."""

    def __init__(self) -> None:
        self._groups: dict[str, str] = {}
        self._counts: dict[str, int] = {}

    def next(self, group: str) -> str:
        """The next code of ``group`` (a heading or a form's title)."""
        name = normal(group)
        if name not in self._groups:
            taken, own = set(self._groups.values()), prefix(group)
            number = 2
            base = own
            while own in taken:
                own, number = f"{base}{number}", number + 1
            self._groups[name] = own
        own = self._groups[name]
        self._counts[own] = self._counts.get(own, 0) + 1
        return f"{own}-{self._counts[own]:02d}"


def clean_label(label: str) -> str:
    """A label as a name: without the unit in brackets, list marks and closing stops, with a capital first."""
    text = _NUMBERED.sub("", without_bracket_unit(" ".join(label.split()))).strip(_ENDS)
    text = text[:1].upper() + text[1:]
    found = re.match(r"(?:Số|SỐ)\s+(?=\S)(?!lượng|tiền|hiệu|liệu|dư)", text)
    if found and leading_unit(folded(text[found.end() :])):
        text = text[found.end() :]
    if text.isupper() and len(text.split()) > 1 and len(text) > 6:
        text = text.capitalize()
    return text[:1].upper() + text[1:]


def stands_alone(label: str, unit: str, twins: Sequence[str], *, under_heading: bool = False) -> bool:
    """Whether a label names its indicator without the labels above it: it counts something, and no other row has it.

    Below a mere heading fewer words do than below a total that it is a part of.
    """
    if normal(label) in twins:
        return False
    if under_heading and (len(label_words(label)) >= 4 or _PREFIXED.match(folded(label))):
        return True
    bare = bare_label(label)
    head = folded(unit).split(",")[0].split("/")[0].strip()
    return bool(head and bare.startswith(head)) or len(label_words(label)) >= 5


def under(parent: str, label: str) -> str:
    """The name of a row below another: 'Trình độ chuyên môn: trên đại học'."""
    return f"{clean_label(parent)}: {lower_first(clean_label(label))}"


def lower_first(text: str) -> str:
    """A name inside a sentence; a word of capitals and a name keep theirs."""
    first = text.split(" ", 1)[0] if text else ""
    return text if first.isupper() and len(first) > 1 else text[:1].lower() + text[1:]


_SLASH = re.compile(r"(?<=[^\W\d])\s?/\s?(?=[^\W\d])")


def halves(label: str) -> tuple[str, str] | None:
    """The two labels of 'Tập thể/cá nhân được khen thưởng'; None where there is not exactly one such slash.

    What follows the second half belongs to both when the first half is a bare noun.
    """
    plain_label = re.sub(r"\([^()]*\)", lambda found: "x" * len(found[0]), label)
    cuts = list(_SLASH.finditer(plain_label))
    if len(cuts) != 1 or plain_label[: cuts[0].start()].endswith("và"):
        return None
    first, second = label[: cuts[0].start()].strip(), label[cuts[0].end() :].strip()
    unit = leading_unit(bare_label(second))
    if not unit:
        return None
    rest = _after_unit(second)
    if not rest and _after_unit(first):  # 'Ban thanh tra nhân dân các xã/thành viên'
        return first, f"{second} {lower_first(clean_label(first))}"
    if rest and not _after_unit(first) and not re.match(r"(?:Số|Tổng)\s", second):
        return f"{first} {rest}", second[:1].upper() + second[1:]
    return first, second[:1].upper() + second[1:]


def _after_unit(label: str) -> str:
    """The words of a label after its counted noun."""
    from tongket.registry.unit_words import match_unit

    bare = bare_label(label)
    words = bare.split()
    found = match_unit([word.strip(",.;:") for word in words])
    return " ".join(words[found[1] :]) if found else bare
