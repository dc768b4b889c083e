"""The units of the fictitious province of Mẫu Sơn, before and after the mergers of 01/7/2025."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

MERGED_ON = date(2025, 7, 1)
PROVINCE = "Mẫu Sơn"
PROVINCE_ID = "mau-son"

# successor of 2025: (kind, name, old district, predecessors as (kind, name))
_MERGERS: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...] = (
    ("phường", "Mẫu Sơn Đông", "Kỳ Sa", (("phường", "Đông Lĩnh"), ("phường", "Chùa Hạ"))),
    ("phường", "Mẫu Sơn Tây", "Kỳ Sa", (("phường", "Tây Lĩnh"), ("xã", "Nà Chuông"))),
    ("phường", "Kỳ Sa", "Kỳ Sa", (("phường", "Kỳ Sa Nội"), ("phường", "Kỳ Sa Ngoại"), ("xã", "Cầu Thoong"))),
    ("phường", "Bến Lục", "Kỳ Sa", (("phường", "Bến Lục Hạ"), ("xã", "Soi Mít"))),
    ("phường", "Tam Khê Hạ", "Kỳ Sa", (("xã", "Tam Khê"), ("xã", "Đồng Sung"))),
    ("xã", "Nậm Khuổi", "Bình Khê", (("xã", "Nậm Khuổi Ngoài"), ("xã", "Bản Thẳm"))),
    ("xã", "Lũng Ẳng", "Bình Khê", (("xã", "Lũng Ẳng Trên"), ("xã", "Pò Háng Lũng"))),
    ("xã", "Khau Slòng", "Bình Khê", (("xã", "Khau Slòng Cũ"), ("xã", "Phai Lừa"), ("xã", "Tềnh Chè"))),
    ("xã", "Pác Rạo", "Bình Khê", (("xã", "Pác Rạo Phố"), ("xã", "Khuổi Mạ"))),
    ("xã", "Phja Mạ", "Bình Khê", (("xã", "Phja Mạ Sơn"), ("xã", "Lũng Càng"))),
    ("xã", "Nà Pheo Thượng", "Bình Khê", (("xã", "Nà Pheo"), ("xã", "Thôm Bó"))),
    ("xã", "Đồng Giềng", "Bình Khê", (("xã", "Đồng Giềng Lẻ"), ("xã", "Bãi Sim"))),
    ("xã", "Cốc Mười", "Bình Khê", (("xã", "Cốc Mười Kép"), ("xã", "Vằng Nhòi"))),
    ("xã", "Bình Khê Hạ", "Bình Khê", (("thị trấn", "Bình Khê"), ("xã", "Khê Hạ"), ("xã", "Đồng Chắm"))),
    ("xã", "Yên Khê Thượng", "Bình Khê", (("xã", "Yên Khê Lẻ"), ("xã", "Khe Mạ"))),
    ("xã", "Thanh Lũng", "Thanh Lũng", (("thị trấn", "Thanh Lũng Phố"), ("xã", "Lũng Vài"), ("xã", "Nà Ngoã"))),
    ("xã", "Suối Đá Trắng", "Thanh Lũng", (("xã", "Đá Trắng"), ("xã", "Suối Cát Lũng"))),
    ("xã", "Vàng Sủi Cao", "Thanh Lũng", (("xã", "Vàng Sủi"), ("xã", "Sín Phìn Lùng"))),
    ("xã", "Tả Ngải Dìn", "Thanh Lũng", (("xã", "Tả Ngải"), ("xã", "Dìn Phàng"))),
    ("xã", "Keo Lượng", "Thanh Lũng", (("xã", "Keo Lượng Thôn"), ("xã", "Bản Phiệt Hạ"))),
    ("xã", "Hang Kia Mới", "Thanh Lũng", (("xã", "Hang Kia Lũng"), ("xã", "Pà Khoong Lũng"))),
    ("xã", "Khuôn Hà Đông", "Thanh Lũng", (("xã", "Khuôn Hà Lẻ"), ("xã", "Thượng Khuôn"))),
    ("xã", "Bản Lầu Xuôi", "Thanh Lũng", (("xã", "Bản Lầu Chợ"), ("xã", "Nậm Chảy Hạ"))),
    ("xã", "Đèo Lũng Gạo", "Thanh Lũng", (("xã", "Lũng Gạo"), ("xã", "Đèo Khế Trên"))),
)
_DISTRICTS = (("thị xã", "Kỳ Sa"), ("huyện", "Bình Khê"), ("huyện", "Thanh Lũng"))


@dataclass(frozen=True, slots=True)
class Place:
    """One administrative unit. ``predecessors`` are full names; ``id`` is unique for ever."""

    id: str
    code: str
    kind: str  # 'xã', 'phường', 'thị trấn', 'huyện', 'thị xã', 'tỉnh'
    name: str
    parent: str
    valid_from: str = ""
    valid_to: str = ""
    predecessors: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """'xã Lũng Ẳng'."""
        return f"{self.kind} {self.name}"

    @property
    def level(self) -> str:
        """'province', 'district' or 'commune'."""
        return {"tỉnh": "province", "huyện": "district", "thị xã": "district"}.get(self.kind, "commune")


@dataclass(frozen=True, slots=True)
class Merger:
    """A predecessor became a part of a successor on 01/7/2025."""

    predecessor: str
    successor: str


def slug(name: str) -> str:
    """'Lũng Ẳng' -> 'lung-ang'."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def districts() -> tuple[Place, ...]:
    """The three districts that ended on 30/6/2025."""
    return tuple(
        Place(f"mau-son.{slug(kind)}.{slug(name)}", f"9{index:02}", kind, name, PROVINCE_ID, "", "2025-06-30")
        for index, (kind, name) in enumerate(_DISTRICTS, start=1)
    )


def communes_of_2024() -> tuple[Place, ...]:
    """The 52 communes that ended on 30/6/2025, under their districts."""
    parents = {place.name: place.id for place in districts()}
    found = []
    for _, _, district, old in _MERGERS:
        for kind, name in old:
            code = f"98{len(found) + 1:03}"
            found.append(Place(f"mau-son.{slug(name)}", code, kind, name, parents[district], "", "2025-06-30"))
    return tuple(found)


def communes_of_2026() -> tuple[Place, ...]:
    """The 24 communes and wards since 01/7/2025, straight under the province."""
    return tuple(
        Place(
            f"mau-son.{slug(name)}.2025",
            f"99{index:03}",
            kind,
            name,
            PROVINCE_ID,
            MERGED_ON.isoformat(),
            "",
            tuple(f"{old_kind} {old_name}" for old_kind, old_name in old),
        )
        for index, (kind, name, _, old) in enumerate(_MERGERS, start=1)
    )


def mergers() -> tuple[Merger, ...]:
    """Who became part of whom."""
    old = {place.full_name: place.id for place in communes_of_2024()}
    return tuple(Merger(old[name], place.id) for place in communes_of_2026() for name in place.predecessors)


def district_of(commune: Place) -> Place:
    """The district that a commune lay in, also for one of 2026 (before its merger)."""
    if commune.level == "district":
        return commune
    by_name = {place.name: place for place in districts()}
    by_id = {place.id: place for place in districts()}
    if commune.parent in by_id:
        return by_id[commune.parent]
    of = {name: district for _, name, district, _ in _MERGERS}
    return by_name[of.get(commune.name, "Bình Khê")]  # a unit that nobody knows claims to lie there
