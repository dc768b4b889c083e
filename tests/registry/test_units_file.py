"""A units file of one's own: shares, bodies, and mistakes with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tongket.errors import ProgrammeError
from tongket.model.bodies import Body
from tongket.model.units import Share
from tongket.registry.units import load_units

HEAD = "id\tkind\tprefix\tname\tparent\tfrom\tto\tbecame\tact\tpeople\tarea\tcode\n"
PROVINCE = "ms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
NEW = "x\tcommune\txã\tKhau Mạ\tms\t2025-07-01\ny\tcommune\txã\tPhja Dạ\tms\t2025-07-01\n"
OLD = "a\tcommune\txã\tLũng Ẳng\tms\t\t2025-06-30\t"


def write(folder: Path, text: str, name: str = "u.tsv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_shares_are_read_with_their_units(tmp_path: Path) -> None:
    line = OLD + "x:people=1200,area=30.5 ~y:people=300,area=10.25\t7/NQ\t1500\t40.75\n"
    links = load_units(write(tmp_path, HEAD + PROVINCE + NEW + line)).successors("a")
    assert [(link.successor, link.whole, link.shares) for link in links] == [
        ("x", False, (Share("people", 1200), Share("area", 3050))),
        ("y", False, (Share("people", 300), Share("area", 1025))),
    ]


def test_a_built_in_succession_takes_shares(tmp_path: Path) -> None:
    base = load_units()
    names = [link.successor for link in base.successors("00091.0")]
    became = " ".join(f"~{name}:households={100 + number}" for number, name in enumerate(names))
    registry = load_units(write(tmp_path, f"id\tkind\tname\tparent\tbecame\n00091.0\t\t\t\t{became}\n"))
    links = registry.successors("00091.0")
    assert [link.shares for link in links] == [(Share("households", 100 + number),) for number in range(len(names))]
    assert {link.act for link in links} == {"1656/NQ-UBTVQH15"}
    assert sum(one.portions[0].portion for one in registry.place("00091.0", "2026-01-01").pieces) == 1
    assert all(not link.shares for link in base.successors("00091.0"))


def test_hamlets_of_a_built_in_commune_begin_with_it(tmp_path: Path) -> None:
    text = (
        "id\tkind\tprefix\tname\tparent\n"
        "hv1\thamlet\tthôn\tMột\t20056.2025\n"
        "hv2\thamlet\tthôn\tHai\tx\n"
        "x\tcommune\txã\tKhau Mạ\t51.2025\n"
    )
    registry = load_units(write(tmp_path, text))
    (hamlet,) = registry.children("20056.2025")
    assert (hamlet.id, hamlet.valid_from) == ("hv1", "2025-07-01")
    assert [unit.valid_from for unit in registry.children("x")] == ["2025-07-01"]
    assert [unit.id for unit in registry.above("hv1")] == ["20056.2025", "46.0", "vn"]


def test_bodies_of_ones_own(tmp_path: Path) -> None:
    text = (
        "id\tkind\tname\tparent\tfrom\tto\tbecame\tact\taliases\tcode\tbody\tregime\n"
        "ms\tprovince\tMẫu Sơn\tvn\n"
        "dv\tbody\tBan Dân vận Tỉnh ủy Mẫu Sơn\tms\t\t2025-02-28\ttg\t1-QĐ/TU\t\t\tbdvtu\n"
        "tg\tbody\tBan Tuyên giáo và Dân vận Tỉnh ủy Mẫu Sơn\tms\t2025-03-01\t\t\t\t\t\tbtgdvtu\n"
        "bql\tbody\tBan Quản lý khu kinh tế\tms\t\t\t\t\tBQL khu kinh tế; BQL các KCN\tBQLKKT\t\tstate\n"
    )
    registry = load_units(write(tmp_path, text))
    assert [body.id for body in registry.bodies("ms", "2025-02-28")] == ["dv", "bql"]
    assert [body.id for body in registry.bodies("ms", "2026-01-01")] == ["tg", "bql"]
    assert registry.bodies("ms")[0] == Body(
        "bdvtu", "ms", "Ban Dân vận Tỉnh ủy Mẫu Sơn", "dv", "party", (), "", "2025-02-28"
    )
    assert registry.bodies("ms")[2].kind == "bql"
    assert registry.bodies("ms")[2].names == ("BQL khu kinh tế", "BQL các KCN", "BQLKKT")
    assert [(link.predecessor, link.successor, link.on, link.act) for link in registry.body_links()] == [
        ("dv", "tg", "2025-03-01", "1-QĐ/TU")
    ]


def test_a_body_of_ones_own_is_known_by_its_names_at_its_dates(tmp_path: Path) -> None:
    text = (
        "id\tkind\tprefix\tname\tparent\tto\taliases\tcode\n"
        "ms\tprovince\ttỉnh\tMẫu Sơn\tvn\n"
        "x\tcommune\txã\tLũng Ẳng\tms\n"
        "kkt\tbody\t\tBan Quản lý khu kinh tế\tms\t\tBQL khu kinh tế\tBQLKKT\n"
        "nc\tbody\t\tBan Quản lý\tx\t2025-06-30\n"
    )
    registry = load_units(write(tmp_path, text))
    for name in ("BAN QUẢN LÝ KHU KINH TẾ", "Ban Quản lý khu kinh tế tỉnh Mẫu Sơn", "BQLKKT"):
        found = registry.body(name, "2026-01-01")
        assert found
        assert found.id == "kkt"
        assert [unit.id for unit in registry.of_body(name, "2026-01-01")] == ["ms"]
    assert [unit.id for unit in registry.of_body("Ban Quản lý", "2025-01-01")] == ["x"]
    assert registry.body("Ban Quản lý", "2026-01-01") is None
    assert registry.body("Ban Quản lýx", "2025-01-01") is None
    assert load_units().body("Ban Quản lý khu kinh tế") is None


def test_a_unit_may_change_its_code(tmp_path: Path) -> None:
    text = (
        "id\tkind\tname\tparent\tcode\tfrom\tto\n"
        "ms\tprovince\tMẫu Sơn\tvn\t97\t\t2025-06-30\n"
        "ms\tprovince\tMẫu Sơn\tvn\t98\t2025-07-01\n"
    )
    registry = load_units(write(tmp_path, text))
    assert [unit.id for unit in registry.find("97", "2025-06-30")] == ["ms"]
    assert registry.find("97", "2025-07-01") == ()
    assert [unit.code for code in ("97", "98") for unit in registry.find(code)] == ["97", "98"]


def test_lists_in_yaml(tmp_path: Path) -> None:
    text = (
        "units:\n"
        "  - {id: ms, kind: province, prefix: tỉnh, name: Mẫu Sơn, parent: vn}\n"
        "  - {id: a, kind: commune, prefix: xã, name: Lũng Ẳng, parent: ms, to: 2025-06-30,\n"
        "     became: ['x:people=3', '~y:people=1'], aliases: [Lũng Ảng, Lũng Áng]}\n"
        "  - {id: x, kind: commune, prefix: xã, name: Khau Mạ, parent: ms, from: 2025-07-01}\n"
        "  - {id: y, kind: commune, prefix: xã, name: Phja Dạ, parent: ms, from: 2025-07-01}\n"
    )
    registry = load_units(write(tmp_path, text, "u.yaml"))
    assert [link.shares[0].amount for link in registry.successors("a")] == [3, 1]
    assert [unit.id for unit in registry.find("xã Lũng Áng")] == ["a"]


@pytest.mark.parametrize(
    ("lines", "at", "says"),
    [
        pytest.param(OLD + "x:persons=3\n", 5, "'persons' in 'x:persons=3' is no kind of share", id="unknown key"),
        pytest.param(OLD + "x:people=-3 ~y:people=1\n", 5, "'-3' is no amount of people", id="a negative share"),
        pytest.param(OLD + "x:people=1.5 ~y:people=1\n", 5, "'1.5' is no amount of people", id="half a person"),
        pytest.param(OLD + "x:area=1,5 ~y:area=1\n", 5, "'5' in 'x:area=1,5'", id="a decimal comma"),
        pytest.param(
            OLD + "x:people=1200 ~y:people=400\t\t1500\n", 5, "add up to 1600, the whole is 1500", id="more than whole"
        ),
        pytest.param(
            OLD + "x:area=30.5 ~y:area=10.25\t\t\t40\n", 5, "add up to 40.75, the whole is 40", id="more hectares"
        ),
        pytest.param(OLD + "x:people=3 ~y\n", 5, "only some successors have a share by people", id="one has none"),
        pytest.param(OLD + "x:people=0 ~y:people=0\n", 5, "by people are 0", id="all of nothing"),
        pytest.param(OLD + "~x\n", 5, "where the rest went is not said", id="a part alone"),
        pytest.param(OLD + "x ~x\n", 5, "is named twice", id="a successor twice"),
        pytest.param(OLD + "z\n", 5, "successor 'z' of 'xã Lũng Ẳng' is no unit", id="no such successor"),
        pytest.param(
            OLD.replace("2025-06-30", "2024-12-31") + "x\n", 5, "does not live on 2025-01-01", id="not yet there"
        ),
        pytest.param(
            "b\tcommune\txã\tPhja Dạ\tms\t\t2025-07-01\n",
            5,
            "have the same name and live on the same days",
            id="two maps at one time",
        ),
        pytest.param(
            "b\tcommune\txã\tB\tms\t\t\t\t\t\t\t97001\nc\tcommune\txã\tC\tms\t\t\t\t\t\t\t97001\n",
            6,
            "have the same code and live on the same days",
            id="one code twice at a time",
        ),
        pytest.param(
            "b\tcommune\txã\tB\t610.0\n", 5, "lives outside the dates of its parent", id="lives on after its district"
        ),
        pytest.param(
            "b\thamlet\tthôn\tB\tx\t2020-01-01\n", 5, "(2025-07-01 to ...)", id="a hamlet older than its commune"
        ),
        pytest.param("b\tdistrict\thuyện\tB\tx\n", 5, "cannot stand below 'xã Khau Mạ'", id="upside down"),
        pytest.param("b\tbody\t\tBan B\tzz\n", 5, "parent 'zz'", id="a body nowhere"),
        pytest.param("b\tbody\t\tBan B\tms\t\t2025-01-01\tq\n", 5, "is no body that lives on", id="no such body"),
        pytest.param("ubnd\tbody\t\tBan B\tms\n", 5, "'ubnd' is not allowed", id="the code of a known kind"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path: Path, lines: str, at: int, says: str) -> None:
    file = write(tmp_path, HEAD + PROVINCE + NEW + lines)
    with pytest.raises(ProgrammeError) as error:
        load_units(file)
    assert says in error.value.message("en")
    assert error.value.where == f"{file}:{at}"


def test_shares_of_a_built_in_unit_name_all_its_successors(tmp_path: Path) -> None:
    file = write(tmp_path, "id\tkind\tname\tparent\tbecame\n62.0\t\t\t\t51.2025:people=5 52.2025:people=5\n")
    with pytest.raises(ProgrammeError) as error:
        load_units(file)
    assert "The successors of '62.0' are 51.2025, the line names 51.2025 52.2025." in error.value.message("en")


def test_unknown_kinds_and_regimes_of_bodies(tmp_path: Path) -> None:
    head = "id\tkind\tname\tparent\tbody\tregime\nms\tprovince\tMẫu Sơn\tvn\n"
    for cells, says in (("xyz\t", "'xyz' is not known in column 'body'"), ("\tchurch", "'church' is not known")):
        with pytest.raises(ProgrammeError) as error:
            load_units(write(tmp_path, f"{head}b\tbody\tBan B\tms\t{cells}\n"))
        assert says in error.value.message("en")
