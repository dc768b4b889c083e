"""Units in time: what reference tables and acts say, name by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongket.errors import ProgrammeError
from tongket.registry.history import built_in_links
from tongket.registry.units import DATA, load_units, name_key

NOW, BEFORE = "2026-10-01", "2024-06-30"


def names(text: str, on: str | None = None, within: str | None = None) -> list[str]:
    registry = load_units()
    found = registry.find(text, on, within)
    return [", ".join([unit.full_name, *(one.full_name for one in registry.above(unit.id, on)[:-1])]) for unit in found]


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        pytest.param("xã Không Tên", None, [], id="no such unit"),
        pytest.param("", None, [], id="no text"),
        pytest.param("5", BEFORE, [], id="a bare number names nothing"),
        pytest.param("xã hội", BEFORE, [], id="society is no commune"),
        pytest.param("huyện Đăk Glei", NOW, [], id="districts ended on 30 June 2025"),
        pytest.param("xã Đăk Glei", NOW, [], id="no commune is called Đăk Glei any more"),
        pytest.param("tỉnh Đồng Nai", NOW, [], id="a city since 30 April 2026"),
        pytest.param("huyện Đăk Glei", BEFORE, ["huyện Đắk Glei, tỉnh Kon Tum"], id="either spelling of Đăk"),
        pytest.param("Tháp Mười", BEFORE, ["huyện Tháp Mười, tỉnh Đồng Tháp"], id="a district then"),
        pytest.param("Tháp Mười", NOW, ["xã Tháp Mười, tỉnh Đồng Tháp"], id="a commune now"),
        pytest.param("xã A Lưới 1", NOW, ["xã A Lưới 1, thành phố Huế"], id="a number inside the name"),
        pytest.param("Trung Son, A Luoi", BEFORE, ["xã Trung Sơn, huyện A Lưới, tỉnh Thừa Thiên Huế"], id="no accents"),
        pytest.param("xã Mỹ Quí, tỉnh Đồng Tháp", NOW, ["xã Mỹ Quí, tỉnh Đồng Tháp"], id="i and y"),
        pytest.param("xã Mỹ Quý, tỉnh Đồng Tháp", NOW, ["xã Mỹ Quí, tỉnh Đồng Tháp"], id="y and i"),
        pytest.param("xã Ea H’Leo", NOW, ["xã Ea H'Leo, tỉnh Đắk Lắk"], id="either apostrophe"),
        pytest.param("TP.HCM", BEFORE, ["thành phố Hồ Chí Minh"], id="a well-known abbreviation"),
        pytest.param("thành phố Đồng Nai", NOW, ["thành phố Đồng Nai"], id="Nghị quyết 30/2026/QH16"),
        pytest.param("phường 05, quận 3", BEFORE, ["phường 5, quận 3, thành phố Hồ Chí Minh"], id="numbered wards"),
        pytest.param("thành phố Huế", BEFORE, ["thành phố Huế, tỉnh Thừa Thiên Huế"], id="a city of a province"),
        pytest.param("thành phố Huế", NOW, ["thành phố Huế"], id="a city under the centre"),
        pytest.param("thuộc tỉnh Kon Tum", BEFORE, ["tỉnh Kon Tum"], id="a word of belonging before it"),
    ],
)
def test_a_name_at_a_date(text: str, on: str | None, expected: list[str]) -> None:
    assert names(text, on) == expected


def test_homonyms_are_all_given() -> None:
    assert len(load_units().find("xã Tân Tiến", NOW)) == 7
    assert len(load_units().find("xã Trung Sơn", BEFORE)) == 7
    assert names("xã Trung Sơn", BEFORE, within="481.0") == ["xã Trung Sơn, huyện A Lưới, tỉnh Thừa Thiên Huế"]


def test_the_chain_of_trung_son() -> None:
    registry = load_units()
    (hong_trung,) = registry.find("xã Hồng Trung", "2019")
    (first,) = registry.successors(hong_trung.id)
    (second,) = registry.successors(first.successor)
    trung_son, a_luoi = registry.unit(first.successor), registry.unit(second.successor)
    assert trung_son
    assert a_luoi
    assert (trung_son.full_name, first.on, first.act) == ("xã Trung Sơn", "2020-01-01", "834/NQ-UBTVQH14")
    assert (a_luoi.full_name, second.on, second.act) == ("xã A Lưới 1", "2025-07-01", "1675/NQ-UBTVQH15")
    assert {hong_trung.code, trung_son.code, a_luoi.code} == {"20056"}
    olds = [registry.unit(link.predecessor) for link in registry.predecessors(trung_son.id)]
    assert sorted(old.name for old in olds if old) == ["Bắc Sơn", "Hồng Trung"]


@pytest.mark.parametrize(
    ("new", "olds"),
    [
        ("A Lưới 1", ["Hồng Kim", "Hồng Thủy", "Hồng Vân", "Trung Sơn"]),
        ("A Lưới 2", ["A Lưới", "A Ngo", "Hồng Bắc", "Quảng Nhâm"]),
        ("A Lưới 3", ["Hồng Thái", "Hồng Thượng", "Phú Vinh", "Sơn Thủy"]),
        ("A Lưới 4", ["A Roàng", "Hương Phong", "Lâm Đớt", "Đông Sơn"]),
        ("A Lưới 5", ["Hương Nguyên", "Hồng Hạ"]),
        ("Đăk Pék", ["Đăk Glei", "Đăk Pék"]),
        ("Đăk Plô", ["Đăk Blô", "Đăk Man", "Đăk Nhoong"]),
        ("Xốp", ["Xốp", "Đăk Choong"]),
        ("Ngọc Linh, tỉnh Quảng Ngãi", ["Mường Hoong", "Ngọc Linh"]),
        ("Đăk Môn", ["Đăk Kroong", "Đăk Môn"]),
        ("xã Tháp Mười", ["Mỹ An", "Mỹ An", "Mỹ Hòa"]),
        ("Phương Thịnh", ["Hưng Thạnh", "Phương Thịnh"]),
        ("xã Trường Xuân, tỉnh Đồng Tháp", ["Thạnh Lợi", "Trường Xuân"]),
        ("xã Mỹ Quí, tỉnh Đồng Tháp", ["Láng Biển", "Mỹ Quý", "Mỹ Đông"]),
        ("Đốc Binh Kiều", ["Tân Kiều", "Đốc Binh Kiều"]),
        ("xã Thanh Mỹ, tỉnh Đồng Tháp", ["Phú Điền", "Thanh Mỹ"]),
    ],
)
def test_what_the_communes_of_today_were_made_from(new: str, olds: list[str]) -> None:
    registry = load_units()
    (unit,) = registry.find(new, NOW)
    links = registry.predecessors(unit.id)
    states = [registry.unit(link.predecessor) for link in links]
    assert sorted(key for state in states if state for key in [state.name.replace("Quí", "Quý")]) == sorted(olds)
    assert all(link.on == "2025-07-01" and link.act.endswith("/NQ-UBTVQH15") for link in links)


def test_a_commune_that_nothing_happened_to_is_still_itself() -> None:
    registry = load_units()
    (before,) = registry.find("xã Đăk Long, huyện Đăk Glei", BEFORE)
    (now,) = registry.find("xã Đăk Long, tỉnh Quảng Ngãi", "2025-08-01")
    assert before.id == now.id
    assert [state.parent for state in registry.states(now.id)] == ["610.0", "51.2025"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("Lào Cai", "10", "15"),
        ("Bắc Ninh", "27", "24"),
        ("Quảng Trị", "45", "44"),
        ("Gia Lai", "64", "52"),
        ("Tây Ninh", "72", "80"),
        ("Đồng Tháp", "87", "82"),
        ("An Giang", "89", "91"),
    ],
)
def test_a_new_province_took_the_code_of_its_seat(name: str, old: str, new: str) -> None:
    assert [load_units().find(f"tỉnh {name}", day)[0].code for day in (BEFORE, "2025-12-31")] == [old, new]


@pytest.mark.parametrize(
    ("on", "provinces", "cities", "communes"),
    [
        pytest.param("2025-07-01", 34, 6, (2621, 687, 13), id="the reform"),
        pytest.param("2026-05-01", 34, 7, (2611, 697, 13), id="Đồng Nai is a city"),
        pytest.param("2026-09-01", 34, 9, (2599, 709, 13), id="so are Quảng Ninh and Bắc Ninh"),
    ],
)
def test_how_many(on: str, provinces: int, cities: int, communes: tuple[int, int, int]) -> None:
    registry = load_units()
    top = registry.children("vn", on)
    below = [child.prefix for province in top for child in registry.children(province.id, on)]
    assert (len(top), sum(one.prefix == "thành phố" for one in top)) == (provinces, cities)
    assert tuple(below.count(prefix) for prefix in ("xã", "phường", "đặc khu")) == communes


def test_how_many_before() -> None:
    registry = load_units()
    provinces = registry.children("vn", "2025-06-30")
    districts = [one for province in provinces for one in registry.children(province.id, "2025-06-30")]
    communes = [one for district in districts for one in registry.children(district.id, "2025-06-30")]
    assert (len(provinces), len(districts)) == (63, 696)
    assert 10_000 <= len(communes) <= 10_040


@pytest.mark.parametrize(
    ("code", "olds"),
    [("08", "02 08"), ("25", "17 25 26"), ("51", "51 62"), ("68", "60 67 68"), ("79", "74 77 79"), ("86", "83 84 86")],
)
def test_provinces_that_merged(code: str, olds: str) -> None:
    registry = load_units()
    links = registry.predecessors(f"{code}.2025")
    assert " ".join(sorted(link.predecessor.partition(".")[0] for link in links)) == olds
    assert {(link.on, link.act, link.whole) for link in links} == {("2025-07-01", "202/2025/QH15", True)}


def test_every_commune_of_before_became_something_and_every_one_of_today_came_from_something() -> None:
    registry = load_units()
    linked = registry.history().after.keys() | registry.history().before.keys()
    for province in registry.children("vn", NOW):
        for unit in registry.children(province.id, NOW):
            assert unit.id in linked or len(registry.states(unit.id)) > 1, unit


def test_links_tie_units_that_exist() -> None:
    registry = load_units()
    for link in built_in_links():
        assert registry.unit(link.predecessor), link
        assert registry.unit(link.successor), link


def test_the_keys_of_the_table_are_those_that_are_searched() -> None:
    for line in (DATA / "units.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        cells = line.split("\t")
        assert cells[8] == name_key(cells[4]), line


@pytest.mark.parametrize(
    ("body", "on", "unit"),
    [
        pytest.param("Ban Dân vận Trung ương", BEFORE, [], id="a central body has no unit below the nation"),
        pytest.param("Ủy ban nhân dân xã Trung Sơn, huyện A Lưới", BEFORE, ["xã Trung Sơn"], id="a commune"),
        pytest.param("UBND huyện Đăk Glei", BEFORE, ["huyện Đắk Glei"], id="abbreviated"),
        pytest.param("ỦY BAN NHÂN DÂN HUYỆN THÁP MƯỜI", BEFORE, ["huyện Tháp Mười"], id="in capitals"),
        pytest.param("Tỉnh ủy Kon Tum", BEFORE, ["tỉnh Kon Tum"], id="a Party committee"),
        pytest.param("Tỉnh uỷ Kon Tum", BEFORE, ["tỉnh Kon Tum"], id="the tone elsewhere"),
        pytest.param("Thành ủy Huế", NOW, ["thành phố Huế"], id="of a city"),
        pytest.param("Đảng ủy xã Đăk Pék", NOW, ["xã Đăk Pék"], id="of a commune"),
        pytest.param("Tỉnh đoàn Kon Tum", BEFORE, ["tỉnh Kon Tum"], id="the Youth Union"),
        pytest.param("Ủy ban MTTQ Việt Nam xã A Lưới 1", NOW, ["xã A Lưới 1"], id="the Front"),
        pytest.param("Bảo hiểm xã hội huyện Đăk Glei", BEFORE, ["huyện Đắk Glei"], id="society comes first"),
        pytest.param("Sở Nội vụ Kon Tum", BEFORE, ["tỉnh Kon Tum"], id="without a word for the kind"),
    ],
)
def test_the_unit_of_a_body(body: str, on: str, unit: list[str]) -> None:
    assert [found.full_name for found in load_units().of_body(body, on)] == unit


@pytest.mark.parametrize(
    ("body", "on", "within", "ids"),
    [
        pytest.param("UBND xã A Lưới 1", NOW, "", [], id="it lives"),
        pytest.param("Ban Dân vận Trung ương", NOW, "", [], id="no unit in the name"),
        pytest.param("UBND xã Hồng Kim", BEFORE, "", [], id="it lived then"),
        pytest.param("UBND xã Hồng Kim", "", "", [], id="no day"),
        pytest.param("UBND xã Hồng Kim", NOW, "", ["20053.0"], id="it had ended"),
        pytest.param("UBND huyện Đăk Glei", NOW, "51.2025", ["610.0"], id="a district that had ended"),
        pytest.param("UBND xã Hồng Vân", NOW, "", [], id="a homonym lives"),
        pytest.param("UBND xã Hồng Vân", NOW, "46.0", ["20047.0"], id="but elsewhere"),
        pytest.param("UBND xã Hồng Kim", NOW, "51.2025", [], id="it lay elsewhere"),
    ],
)
def test_the_unit_of_a_body_that_had_ended(body: str, on: str, within: str, ids: list[str]) -> None:
    assert [unit.id for unit in load_units().of_body_before(body, on, within)] == ids


HEAD = "id\tcode\tkind\tprefix\tname\tparent\tfrom\tto\tbecame\tact\taliases\n"
SAMPLE = HEAD + (
    "# a province of our own\n\n"
    "ms\t97\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
    "ms-h\t971\tdistrict\thuyện\tThanh Lũng\tms\t\t2025-06-30\n"
    "ms-h-1\t97101\tcommune\txã\tLũng Ẳng\tms-h\t\t2025-06-30\tms-1 ~ms-2\t1690/NQ-UBTVQH15\tLũng Ảng\n"
    "ms-1\t97101\tcommune\txã\tLũng Ẳng\tms\t2025-07-01\n"
    "ms-2\t97102\tcommune\txã\tPhja Mạ\tms\t2025-07-01\t2026-02-28\n"
    "ms-2\t97102\tcommune\tphường\tPhja Mạ\tms\t2026-03-01\n"
)


def test_a_units_file_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "đơn vị 'mẫu'.tsv"
    file.write_text(SAMPLE, encoding="utf-8")
    registry = load_units(file)
    (old,) = registry.find("xã Lũng Ẳng", "2025")[:1]
    assert [unit.id for unit in registry.find("Lũng Ẳng")] == ["ms-h-1", "ms-1"]
    assert [unit.id for unit in registry.find("lung ang, thanh lung")] == ["ms-h-1"]
    assert [unit.id for unit in registry.of_body("UBND xã Lũng Ảng", "2024")] == ["ms-h-1"]
    assert [(link.successor, link.on, link.whole) for link in registry.successors("ms-h-1")] == [
        ("ms-1", "2025-07-01", False),
        ("ms-2", "2025-07-01", False),
    ]
    assert [state.prefix for state in registry.states("ms-2")] == ["xã", "phường"]
    assert [unit.id for unit in registry.children("ms", "2026-04-01")] == ["ms-1", "ms-2"]
    assert old.kind == "commune"
    assert load_units().find("tỉnh Mẫu Sơn") == ()


def test_the_same_in_yaml_and_from_excel(tmp_path: Path) -> None:
    text = (
        "units:\n  - {id: ms, code: '07', kind: province, prefix: tỉnh, name: Mẫu Sơn, parent: vn, from: 2010-01-01}\n"
    )
    (tmp_path / "u.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "u.tsv").write_text(SAMPLE, encoding="utf-16")
    (unit,) = load_units(tmp_path / "u.yaml").find("tỉnh Mẫu Sơn")
    assert (unit.code, unit.valid_from) == ("07", "2010-01-01")
    assert load_units(tmp_path / "u.tsv").unit("ms-1")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("ms\t\tprovince\ttỉnh\t\tvn", "no 'name'", id="a name is missing"),
        pytest.param("20056.2025\t\tcommune\txã\tA\tvn", "built-in", id="a built-in id"),
        pytest.param("ms\t\ttỉnh\ttỉnh\tMẫu Sơn\tvn", "The kind 'tỉnh'", id="a kind in Vietnamese"),
        pytest.param("ms\t\tprovince\ttỉnh\tMẫu Sơn\txx", "parent 'xx'", id="no such parent"),
        pytest.param("ms\t\tprovince\ttỉnh\tMẫu Sơn\tvn\t01/7/2025", "'01/7/2025' is not a date", id="a date"),
        pytest.param("ms\t\tprovince\ttỉnh\tMẫu Sơn\tvn\t2025-07-01\t2024-01-01", "before it begins", id="backwards"),
        pytest.param("ms\t\tprovince\ttỉnh\tMẫu Sơn\tvn\t\t\tms-9", "no last day", id="became, but lives"),
        pytest.param("ms\t\tprovince\ttỉnh\tM\tvn\t\t2025-06-30\tms-9", "successor 'ms-9'", id="no such successor"),
        pytest.param("ms\t\tprovince\ttỉnh\tM\tvn\nms\t\tprovince\ttỉnh\tN\tvn", "overlap", id="twice the same id"),
        pytest.param("ms\t\tprovince\ttỉnh\tM\tvn\t\t\t\t\t\tmore\tand more", "13 cells", id="too many cells"),
    ],
)
def test_a_mistake_in_a_units_file_is_named_with_its_line(tmp_path: Path, line: str, says: str) -> None:
    file = tmp_path / "u.tsv"
    file.write_text(HEAD + line + "\n", encoding="utf-8")
    with pytest.raises(ProgrammeError) as error:
        load_units(file)
    assert says in error.value.message("en")
    assert error.value.where.startswith(f"{file}:")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        pytest.param("u.tsv", "name\tkind\n", "lacks id, parent", id="a header without the columns"),
        pytest.param("u.tsv", "", "lacks id", id="an empty file"),
        pytest.param("u.yaml", "units: [", ":1: The YAML is broken", id="broken YAML"),
        pytest.param("u.yaml", "a: 1\n", "no list 'units'", id="no list"),
        pytest.param("u.yaml", "units:\n  - xã A\n", ":2: A unit must be written", id="no keys"),
        pytest.param("u.yaml", "units:\n  - {id: a, kin: b}\n", ":2: The key 'kin'", id="an unknown key"),
    ],
)
def test_a_broken_units_file(tmp_path: Path, name: str, text: str, says: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(ProgrammeError, match=r"\S") as error:
        load_units(tmp_path / name)
    assert says in error.value.message("en")


def test_no_units_file_and_no_text(tmp_path: Path) -> None:
    (tmp_path / "u.tsv").write_bytes(b"\xff\xfa\x00\x81\x8d")
    for name in ("absent.tsv", "u.tsv"):
        with pytest.raises(ProgrammeError):
            load_units(tmp_path / name)
