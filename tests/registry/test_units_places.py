"""Units of any date on the map of a day: acts, shares, levels that ceased, and what must hold for all of them."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from tongket.model.units import Placed
from tongket.registry.history import chain
from tongket.registry.series import series
from tongket.registry.units import Registry, load_units

NOW, EVE, REFORM = "2026-11-01", "2025-06-30", "2025-07-01"


def place(unit: str, on: str) -> Placed:
    return load_units().place(unit, on)


@pytest.mark.parametrize(
    ("unit", "on", "target", "whole"),
    [
        pytest.param("20056.2025", NOW, "20056.2025", True, id="a living unit is itself"),
        pytest.param("20056.2025", "2025-07", "20056.2025", True, id="on the last day of a month"),
        pytest.param("23368.0", EVE, "23368.0", True, id="Đăk Long, which nothing happened to, before"),
        pytest.param("23368.0", NOW, "23368.0", True, id="and after"),
        pytest.param("20056.0", "2019-12-31", "20056.0", True, id="Hồng Trung while it lived"),
        pytest.param("20056.0", "2024-01-01", "20056.2020", True, id="then in Trung Sơn"),
        pytest.param("46-bacson.0", NOW, "20056.2025", True, id="Bắc Sơn through Trung Sơn into A Lưới 1"),
        pytest.param("62.0", NOW, "51.2025", True, id="tỉnh Kon Tum in Quảng Ngãi"),
        pytest.param("610.0", NOW, "51.2025", False, id="huyện Đăk Glei in the province, for its level ceased"),
        pytest.param("872.0", NOW, "82.2025", False, id="huyện Tháp Mười, though a commune has its name"),
        pytest.param("00091.0", NOW, "01.0", False, id="a divided ward in its city"),
        pytest.param("317.0", NOW, "11914.2025", True, id="huyện Cát Hải, all of whose communes became one đặc khu"),
        pytest.param("318.0", NOW, "11948.2025", True, id="huyện Bạch Long Vĩ, which had no communes"),
        pytest.param("20056.2025", "2019-06-01", "481.0", False, id="backward, in the district that held its parts"),
        pytest.param("51.2025", EVE, "vn", False, id="a merged province backward"),
        pytest.param("no-such-unit", NOW, "vn", False, id="an unknown id"),
    ],
)
def test_where_figures_belong(unit: str, on: str, target: str, whole: bool) -> None:
    placed = place(unit, on)
    assert (placed.target, placed.whole) == (target, whole)


def test_the_pieces_of_a_district_are_the_communes_that_hold_its_area() -> None:
    pieces = [piece.unit for piece in place("610.0", NOW).pieces]
    names = [unit.name for unit in map(load_units().unit, pieces) if unit]
    assert names == ["Đăk Pék", "Đăk Plô", "Xốp", "Ngọc Linh", "Đăk Long", "Đăk Môn"]


def test_a_divided_commune_has_all_its_pieces_and_no_share_that_nobody_stated() -> None:
    placed = place("00091.0", NOW)
    assert len(placed.pieces) > 1
    assert all(not piece.portions for piece in placed.pieces)


@pytest.mark.parametrize("on", ["2019-06-01", "2022-06-30", "2025-01-01", EVE, REFORM, "2026-05-01", NOW])
def test_every_unit_of_any_date_lies_in_a_unit_of_the_map_and_placing_again_changes_nothing(on: str) -> None:
    registry = load_units()
    living = registry.map(on)
    for unit, placed in registry.map_of(on, registry._by_id).items():
        assert placed.target in living, unit
        assert registry.place(placed.target, on) == Placed(placed.target)
        assert placed == Placed(unit) or unit not in living
        assert not (placed.whole and placed.pieces)
        for piece in placed.pieces:
            assert placed.target in living.line(piece.unit)


def test_the_communes_of_the_nation_are_conserved() -> None:
    registry = load_units()
    before = [unit for unit in registry.parents(EVE) if registry.states(unit)[0].kind == "commune"]
    now = {unit for unit in registry.parents(NOW) if registry.states(unit)[0].kind == "commune"}
    placed = registry.map_of(NOW, before)
    reached = {one.target for one in placed.values() if one.whole}
    reached |= {piece.unit for one in placed.values() for piece in one.pieces}
    assert (len(before), len(now)) == (10_035, 3_321)
    islands = sorted(unit.name for unit in map(registry.unit, now - reached) if unit)
    assert islands == ["Bạch Long Vĩ", "Côn Đảo", "Cồn Cỏ", "Hoàng Sa", "Lý Sơn"]  # of districts without communes
    assert reached <= now
    divided = [one.target for one in placed.values() if not one.whole]
    assert {len(target) for target in divided} <= {len("01.0"), len("51.2025")}  # all of them in a province


def test_nearly_all_communes_that_went_are_known_to_have_become_something() -> None:
    registry = load_units()
    history = registry.history()
    ended = [unit for unit in registry._by_id if (last := registry.unit(unit)) and last.valid_to and last.code]
    unlinked = [unit for unit in ended if unit not in history.after and len(unit.partition(".")[0]) == 5]
    assert len(unlinked) == 43  # as docs/data-sources.md says
    assert {registry.place(unit, NOW).whole for unit in unlinked} == {False}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("13729.0", "13708.2022", id="Mỹ Hưng, whose former name the package spells with y"),
        pytest.param("02902.0", "02902.2022", id="a name written out, under the same code"),
        pytest.param("26869.0", "26872.2022", id="a numbered ward that kept its number under another code"),
    ],
)
def test_what_became_of_communes_between_2021_and_2025(old: str, new: str) -> None:
    assert load_units().place(old, "2025-06-01") == Placed(new)


def test_rows_for_a_table_are_those_of_single_units() -> None:
    registry = load_units()
    units = sorted(registry.parents(EVE))[::50]
    assert registry.map_of(NOW, units) == {unit: registry.place(unit, NOW) for unit in units}
    rows = registry.pieces(NOW, ["00091.0", "62.0"])
    assert {(unit, key, top, bottom) for unit, _, key, top, bottom in rows} == {("00091.0", "", 0, 1)}


def test_lines_hold_every_living_unit_with_those_above_it() -> None:
    registry = load_units()
    lines = registry.lines(NOW)
    assert [line for line in lines if line[0] == "20056.2025"] == [
        ("20056.2025", "20056.2025", 0),
        ("20056.2025", "46.0", 1),
        ("20056.2025", "vn", 2),
    ]
    assert Counter(depth for _, above, depth in lines if above == "vn") == {0: 1, 1: 34, 2: 3321}
    assert [above for unit, above, _ in registry.lines(EVE) if unit == "20056.2020"] == [
        "20056.2020",
        "481.0",
        "46.0",
        "vn",
    ]


def test_every_commune_of_the_old_map_has_its_place_on_the_new() -> None:
    registry = load_units()
    old = list(registry.parents(EVE))
    assert len(old) > 10_000
    placed = registry.map_of(NOW, old)
    assert set(placed) == set(old)
    assert all(registry.alive(place.target, NOW) for place in placed.values())


@pytest.mark.parametrize(
    ("unit", "on", "expected"),
    [
        ("20056.2020", "2019-12-31", False),
        ("20056.2020", "2020-01-01", True),
        ("20056.2020", "2025-06-30", True),
        ("20056.2020", "2025-07-01", False),
        ("20056.2020", "2025", True),
        ("no-such-unit", "2025", False),
    ],
)
def test_alive(unit: str, on: str, expected: bool) -> None:
    assert load_units().alive(unit, on) is expected


def steps(unit: str) -> list[tuple[str, str, str, str]]:
    return [(step.on, step.kind, step.before.name, step.after.name) for step in chain(load_units(), unit)]


def test_the_history_of_trung_son() -> None:
    assert steps("20056.2020") == [
        ("2020-01-01", "merge", "Hồng Trung", "Trung Sơn"),
        ("2020-01-01", "merge", "Bắc Sơn", "Trung Sơn"),
        ("2025-07-01", "merge", "Trung Sơn", "A Lưới 1"),
    ]
    assert [step.act for step in chain(load_units(), "20056.2020")] == [
        "834/NQ-UBTVQH14",
        "834/NQ-UBTVQH14",
        "1675/NQ-UBTVQH15",
    ]
    last = chain(load_units(), "20056.2020")[-1]
    assert sorted(unit.name for unit in last.beside) == ["Hồng Kim", "Hồng Thủy", "Hồng Vân"]


@pytest.mark.parametrize(
    ("unit", "kinds"),
    [
        pytest.param("04.0", [], id="nothing ever happened to Cao Bằng"),
        pytest.param("46.0", ["rename"], id="Thừa Thiên Huế became Huế"),
        pytest.param("75.2025", ["merge", "merge", "change"], id="Đồng Nai merged, and became a city"),
        pytest.param("22.0", ["change"], id="Quảng Ninh became a city"),
        pytest.param("23368.0", ["move"], id="Đăk Long stands under the province now"),
        pytest.param("610.0", ["end"] * 6, id="the district ended, in six communes"),
    ],
)
def test_kinds_of_change(unit: str, kinds: list[str]) -> None:
    assert [kind for _, kind, _, _ in steps(unit)] == kinds


def test_parts_and_splits() -> None:
    registry = load_units()
    kinds = {link.kind for link in registry.successors("00091.0")}
    assert kinds <= {"part", "split"}
    assert {link.kind for link in registry.predecessors("51.2025")} == {"merge"}


def test_what_a_long_series_of_a_luoi_1_adds_up() -> None:
    registry = load_units()
    parts = [(unit.name, part.start, part.end, part.whole) for part, unit in _named(registry, "20056.2025")]
    assert parts == [
        ("Hồng Trung", "", "2019-12-31", True),
        ("Bắc Sơn", "", "2019-12-31", True),
        ("Hồng Vân", "", EVE, True),
        ("Hồng Kim", "", EVE, True),
        ("Hồng Thủy", "", EVE, True),
        ("Trung Sơn", "2020-01-01", EVE, True),
        ("A Lưới 1", REFORM, "", True),
    ]


def _named(registry: Registry, unit: str) -> list[tuple]:  # type: ignore[type-arg]  # (Part, Unit)
    return [(part, registry.unit(part.unit)) for part in series(registry, unit, NOW)]


def test_a_series_says_what_belongs_to_it_only_in_part() -> None:
    wholes = {part.unit: part.whole for part in series(load_units(), "00103.2025", NOW)}
    assert wholes["00109.0"]
    assert not wholes["00091.0"]


HEAD = "id\tkind\tprefix\tname\tparent\tfrom\tto\tbecame\tact\n"
DIVIDED = HEAD + (
    "ms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
    "ms-h\tdistrict\thuyện\tThanh Lũng\tms\t\t2025-06-30\n"
    "a\tcommune\txã\tLũng Ẳng\tms-h\t\t2020-12-31\tb:people=1200,area=30.5 ~c:people=300,area=10.25\t7/NQ\n"
    "b\tcommune\txã\tKhau Slòng\tms-h\t2021-01-01\t2025-06-30\tx\n"
    "c\tcommune\txã\tPhja Mạ\tms-h\t2021-01-01\t2025-06-30\tx:people=100 ~y:people=300\n"
    "x\tcommune\txã\tKhau Mạ\tms\t2025-07-01\n"
    "y\tcommune\txã\tPhja Dạ\tms\t2025-07-01\n"
)


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    file = tmp_path_factory.mktemp("units") / "units.tsv"
    file.write_text(DIVIDED, encoding="utf-8")
    return load_units(file)


def portions(placed: Placed) -> dict[str, dict[str, Fraction]]:
    return {piece.unit: {one.key: one.portion for one in piece.portions} for piece in placed.pieces}


def test_shares_are_portions_by_the_keys_that_are_known(divided: Registry) -> None:
    placed = divided.place("a", "2022-06-30")
    assert (placed.target, placed.whole) == ("ms-h", False)
    assert portions(placed) == {
        "b": {"people": Fraction(4, 5), "area": Fraction(3050, 4075)},
        "c": {"people": Fraction(1, 5), "area": Fraction(1025, 4075)},
    }


def test_shares_multiply_through_a_chain_and_add_up_where_pieces_meet(divided: Registry) -> None:
    placed = divided.place("a", NOW)
    assert (placed.target, placed.whole) == ("ms", False)
    assert portions(placed) == {"x": {"people": Fraction(17, 20)}, "y": {"people": Fraction(3, 20)}}
    (row, *_) = divided.pieces(NOW, ["a"])
    assert row == ("a", "x", "people", 17, 20)


def test_a_series_carries_the_portions(divided: Registry) -> None:
    parts = {part.unit: part for part in series(divided, "x", NOW)}
    assert parts["b"].whole
    assert [(one.key, one.portion) for one in parts["a"].portions] == [("people", Fraction(17, 20))]


def test_pieces_that_meet_again_are_whole(tmp_path: Path) -> None:
    text = DIVIDED.replace("x:people=100 ~y:people=300", "x")
    (tmp_path / "u.tsv").write_text(text, encoding="utf-8")
    assert load_units(tmp_path / "u.tsv").place("a", NOW) == Placed("x")


def test_a_unit_that_only_gave_a_part_away_stays_itself(tmp_path: Path) -> None:
    (tmp_path / "u.tsv").write_text(
        HEAD + "ms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
        "a\tcommune\txã\tLũng Ẳng\tms\t\t2025-12-31\ta ~b\t9/NQ\n"
        "a\tcommune\txã\tLũng Ẳng\tms\t2026-01-01\n"
        "b\tcommune\txã\tPhja Mạ\tms\n",
        encoding="utf-8",
    )
    registry = load_units(tmp_path / "u.tsv")
    assert registry.place("a", NOW) == Placed("a")
    assert [(part.unit, part.end, part.whole) for part in series(registry, "b", NOW)] == [
        ("a", "2025-12-31", False),
        ("b", "", True),
    ]
    assert [(step.kind, step.after.id) for step in chain(registry, "b")] == [("part", "b")]


def test_a_unit_that_did_not_live_for_a_time_lies_in_the_one_above_then(tmp_path: Path) -> None:
    (tmp_path / "u.tsv").write_text(
        HEAD + "ms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
        "a\tcommune\txã\tLũng Ẳng\tms\t\t2010-12-31\n"
        "a\tcommune\txã\tLũng Ẳng\tms\t2020-01-01\n",
        encoding="utf-8",
    )
    assert load_units(tmp_path / "u.tsv").place("a", "2015-06-30") == Placed("ms", False)


@pytest.mark.parametrize(
    ("code", "on", "names"),
    [
        ("62", EVE, ["tỉnh Kon Tum"]),
        ("62", REFORM, []),
        ("15", EVE, ["tỉnh Yên Bái"]),
        ("15", NOW, ["tỉnh Lào Cai"]),
        ("10", NOW, []),
        ("24", EVE, ["tỉnh Bắc Giang"]),
        ("24", "2025-12-31", ["tỉnh Bắc Ninh"]),
        ("24", NOW, ["thành phố Bắc Ninh"]),
        ("44", EVE, ["tỉnh Quảng Bình"]),
        ("44", NOW, ["tỉnh Quảng Trị"]),
        ("52", EVE, ["tỉnh Bình Định"]),
        ("52", NOW, ["tỉnh Gia Lai"]),
        ("72", EVE, ["tỉnh Tây Ninh"]),
        ("72", NOW, []),
        ("80", EVE, ["tỉnh Long An"]),
        ("80", NOW, ["tỉnh Tây Ninh"]),
        ("87", EVE, ["tỉnh Đồng Tháp"]),
        ("87", NOW, []),
        ("82", EVE, ["tỉnh Tiền Giang"]),
        ("82", NOW, ["tỉnh Đồng Tháp"]),
        ("89", EVE, ["tỉnh An Giang"]),
        ("89", NOW, []),
        ("91", EVE, ["tỉnh Kiên Giang"]),
        ("91", NOW, ["tỉnh An Giang"]),
        ("20056", None, ["xã Hồng Trung", "xã Trung Sơn", "xã A Lưới 1"]),
        ("82", None, ["tỉnh Tiền Giang", "tỉnh Đồng Tháp"]),
        ("99", None, []),
    ],
)
def test_a_code_is_an_attribute_with_dates(code: str, on: str | None, names: list[str]) -> None:
    assert [unit.full_name for unit in load_units().find(code, on)] == names


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        pytest.param("TT Đăk Glei", ["23341.0"], id="thị trấn abbreviated"),
        pytest.param("x. trung son, h. a luoi", ["20056.2020"], id="no accents, with points"),
        pytest.param("x trung son, a luoi", ["20056.2020"], id="without points"),
        pytest.param("P.5, Q.3, TP.HCM", ["27151.0"], id="numbered wards"),
        pytest.param("TX Hương Trà", ["480.0"], id="thị xã"),
        pytest.param("Đak Glei", ["610.0", "23341.0"], id="the ways of writing Đăk"),
        pytest.param("xã Đăk Long, huyện Đăk Glei", ["23368.0"], id="the unit above of another time"),
        pytest.param("xã Đăk Long, tỉnh Quảng Ngãi", ["23368.0"], id="and of now"),
        pytest.param("Hồng Trung", ["20056.0"], id="an old name"),
        pytest.param("đk Phú Quốc", ["31078.2025"], id="đặc khu"),
        pytest.param("xã Tân Thành, tỉnh Không Có", [], id="an unknown unit above is not passed over when strict"),
    ],
)
def test_names_as_people_type_them(text: str, ids: list[str]) -> None:
    found = [unit.id for unit in load_units().find(text, strict=True)]
    assert found == ids


def test_homonyms_need_their_province() -> None:
    registry = load_units()
    counts = [len(registry.find(f"xã {name}", NOW)) for name in ("Tân Tiến", "Tân Thành", "Tân An", "Bình An")]
    assert counts == [7, 7, 6, 5]
    assert len({registry.above(unit.id, NOW)[0].id for unit in registry.find("xã Tân Thành", NOW)}) > 1


def test_names_shared_by_communes_of_now() -> None:
    registry = load_units()
    now = [registry.unit(unit, NOW) for unit, parent in registry.parents(NOW).items() if parent not in ("", "vn")]
    shared = Counter(unit.full_name for unit in now if unit)
    assert 235 <= sum(count > 1 for count in shared.values()) <= 250
