"""What breaks an indicator down (phân tổ): levels, organisations, whatever else columns or rows of a form say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.model.dimensions import Dimension, DimensionValue
from tongket.programmes.drafting.naming import clean_label, slug
from tongket.programmes.levels import title_level
from tongket.programmes.words import normal
from tongket.registry.bodies import body_kind
from tongket.vietnamese.unicode import folded

LEVELS = ("province", "district", "commune", "hamlet")
_LEVEL = re.compile(
    r"(?:cấp |khối |tuyến )?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|cơ sở|thôn|trung ương)"
    r"(?:[,/ ]+(?:và |, )?"
    r"(?:tương đương|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|cơ sở|trực thuộc|tỉnh))*"
    r"(?:\s*\(.*\))?"
)
_PLACE = re.compile(
    r"(?:Xã|Phường|Thị trấn|Huyện|Quận|Thị xã|Thành phố|Tỉnh|Đặc khu|Thôn|Bản|Tổ dân phố|Ấp)\s+(?:[A-ZĐ.…]|$)"
)
_LEVEL_NAMES = {"province": "Cấp tỉnh", "district": "Cấp huyện", "commune": "Cấp xã", "hamlet": "Cấp thôn"}
# Parts of a whole that overlap with other parts, and do not add up to it.
_OVERLAPPING = re.compile(
    r"(?:là |số |trong đó:? ?)*(?:(?:người )?(?:dân tộc|đồng bào)|nữ$|nữ giới|phụ nữ$|đảng viên|tôn giáo|có đạo"
    r"|theo đạo|tín đồ|trẻ|thanh niên$|người cao tuổi|hộ nghèo|người khuyết tật)"
)


def level_of(title: str) -> str:
    """The level that a title or label names and nothing else: 'Cấp huyện và tương đương' -> district; "" for none."""
    words = folded(title).strip(" .:;-")
    return title_level(words) if _LEVEL.fullmatch(words) and len(words.split()) <= 12 else ""


def is_body(label: str) -> bool:
    """Whether a label is the name of a kind of organisation and nothing else: 'Hội Nông dân'."""
    kind = body_kind(label)
    return kind is not None and len(label.split()) <= 9 and ":" not in label


def is_place(label: str) -> bool:
    """Whether a label is one unit of a list of units: 'Xã Lũng Ẳng', 'Xã ...'."""
    return bool(_PLACE.match(label.strip())) or not re.search(r"[^\W\d_]", label.strip(" .…"))


def is_overlapping(label: str) -> bool:
    """Whether a part is of those that overlap with others: women, Party members, ethnic minorities."""
    return not is_body(label) and bool(_OVERLAPPING.match(folded(label)))


class Dimensions:
    """The dimensions of a programme in the making: the same values are the same dimension."""

    def __init__(self) -> None:
        self._found: dict[str, Dimension] = {}

    def all(self) -> tuple[Dimension, ...]:
        """All of them, in the order in which they were met."""
        return tuple(self._found.values())

    def levels(self, titles: Sequence[tuple[str, str]]) -> str:
        """The dimension of levels, with ``titles`` (level, as printed) as names; its code."""
        known = self._found.get("cap")
        names = {value.code: [value.name, *value.aliases] for value in known.values} if known else {}
        for level, title in titles:
            own = names.setdefault(level, [])
            name = clean_label(title) if normal(title).split() else _LEVEL_NAMES[level]
            if name not in own:
                own.append(name)
        order = [level for level in LEVELS if level in names]
        values = tuple(
            DimensionValue(level, names[level][0], _aliases(_LEVEL_NAMES[level], names[level])) for level in order
        )
        self._found["cap"] = Dimension("cap", "Cấp", values)
        return "cap"

    def values(self, name: str, labels: Sequence[str], *, additive: bool = True) -> tuple[str, dict[str, str]]:
        """The dimension whose values are ``labels``: its code, and the code of each label."""
        wanted = {normal(label) for label in labels}
        for dimension in self._found.values():
            known = {normal(value.name): value.code for value in dimension.values}
            if dimension.code != "cap" and wanted == set(known):
                return dimension.code, {label: known[normal(label)] for label in labels}
        organisations = sum(is_body(label) for label in labels) > len(labels) / 2
        code = self._code("to-chuc" if organisations else slug(name, 24))
        title = "Tổ chức" if organisations else clean_label(name) or "Phân tổ"
        codes = _value_codes(labels, {value.code for one in self._found.values() for value in one.values})
        unique = dict.fromkeys(labels)
        values = tuple(DimensionValue(codes[label], clean_label(label), _other_names(label)) for label in unique)
        overlap = any(map(is_overlapping, labels))
        self._found[code] = Dimension(code, title, values, additive=additive and not overlap)
        return code, codes

    def _code(self, wanted: str) -> str:
        code, number = wanted, 2
        while code in self._found:
            code, number = f"{wanted}-{number}", number + 1
        return code


def _aliases(usual: str, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (*names[1:], usual) if name != names[0]))


def _value_codes(labels: Sequence[str], taken: set[str]) -> dict[str, str]:
    codes: dict[str, str] = {}
    used = set(taken)
    for label in labels:
        kind = body_kind(label) if is_body(label) else None
        base = kind.code if kind and kind.code not in codes.values() else slug(label, 20)
        code, number = base, 2
        while code in used:
            code, number = f"{base}-{number}", number + 1
        codes[label] = code
        used.add(code)
    return codes


def _other_names(label: str) -> tuple[str, ...]:
    """Other ways in which reports write an organisation: its full name and abbreviations."""
    kind = body_kind(label) if is_body(label) else None
    if kind is None:
        return ()
    names = (kind.name, *kind.names, *kind.abbreviations)
    return tuple(dict.fromkeys(name for name in names if name != clean_label(label) and len(name) > 2))
