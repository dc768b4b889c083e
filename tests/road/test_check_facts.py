"""What is at odds in a folder of facts. Cases in which nothing must be found come first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tongket.checking.catalogue import mend, message
from tongket.checking.facts import check_facts as check_rows
from tongket.consolidating.comparing import compare_facts
from tongket.consolidating.facts import write_observations
from tongket.model.comparisons import Broken, Limits, Miscounted, Value
from tongket.model.dimensions import Dimension, DimensionValue
from tongket.model.findings import Finding
from tongket.model.observations import Observation
from tongket.model.places import ObservationKey
from tongket.model.programmes import DirectiveRef, Indicator, Programme, Rule, Sum
from tongket.registry.units import load_units

pytestmark = pytest.mark.slow  # each of them writes and reads workbooks or tables; the default run is bounded

LIMITS = Limits()
WOMEN = DimensionValue("nu", "Nữ")
PROGRAMME = Programme(
    "p", 1, "", "state", DirectiveRef("", "", "", "", ""), "", 1, "", "", 0.5,
    (Dimension("gioi", "Giới", (WOMEN, DimensionValue("nam", "Nam"))),),
    (
        Indicator("A", "Tổng số hội nghị", "hội nghị"),
        Indicator("B", "Hội nghị riêng", "hội nghị"),
        Indicator("C", "Hội nghị lồng ghép", "hội nghị"),
        Indicator("D", "Tổ hòa giải", "tổ", owner="ubnd"),
        Indicator("E", "Đoàn viên", "người", over_time="latest", dimensions=("gioi",)),
        Indicator("R", "Tỷ lệ", "%", kind="share", scale=2, over_units="ratio"),
        Indicator("T", "Ghi nhận", "", kind="text"),
    ),
    (), (Sum("A", ("B", "C")),), (), (),
    rules=(
        Rule("R1", "{B}", "<=", "{A}", "Hội nghị riêng không nhiều hơn tổng số"),
        Rule("R2", "{E/nu} + {E/nam}", "=", "{E/}", "Nam và nữ là tất cả", "warning"),
        Rule("R3", "{D}", ">=", "previous({D})", "Tổ hòa giải không giảm", "warning"),
    ),
)  # fmt: skip
UNITS = "id\tcode\tkind\tprefix\tname\tparent\tfrom\tto\n" + "".join(
    f"{line}\n"
    for line in (
        "ms\t97\tprovince\ttỉnh\tMẫu Sơn\tvn\t\t",
        "ms-x1\t1\tcommune\txã\tLũng Ẳng\tms\t\t",
        "ms-x2\t2\tcommune\txã\tPhja Mạ\tms\t\t",
        "ms-x3\t3\tcommune\txã\tKhau Slòng\tms\t\t2026-06-30",
        "ls\t96\tprovince\ttỉnh\tLũng Sâu\tvn\t\t",
        *(f"y{n}\t\tcommune\txã\tBản {n}\tls\t\t" for n in range(40)),
    )
)
QUARTERS = [
    f"{year}-{month:02d}-01/{year}-{month + 2:02d}-{day}"
    for year in range(2024, 2028)
    for month, day in ((1, 31), (4, 30), (7, 30), (10, 31))
]


def say(
    amount: int | None,
    indicator: str = "A",
    unit: str = "ms-x1",
    period: str = QUARTERS[0],
    body: str = "UBND",
    **more: object,
) -> Observation:
    known = PROGRAMME.indicator(indicator)
    assert known
    fields: dict[str, object] = {
        "cell": "", "extent": "area", "qualifier": "", "status": "reported", "origin": "workbook", "body_kind": "ubnd",
        "revision": 1, "amount_high": None, "scale": known.scale,
    } | more  # fmt: skip
    return Observation(
        indicator=indicator, unit=unit, period=period, body=body, programme="p", version=1, amount=amount,
        unit_word=known.unit_word, confidence=1.0, source="s", source_sha256="a" * 64, start=0, end=0, passage="",
        **fields,  # type: ignore[arg-type]  # fields of a test
    )  # fmt: skip


def over_time(amounts: Sequence[int | None], periods: Sequence[str] = QUARTERS, **more: object) -> list[Observation]:
    return [
        say(amount, period=period, **more)
        for amount, period in zip(amounts, periods, strict=False)
        if amount is not None
    ]  # type: ignore[arg-type]  # fields of a test


class Folder:
    def __init__(self, path: Path) -> None:
        self.path = path
        file = path / "don-vi.tsv"
        file.write_text(UNITS, encoding="utf-8")
        self.registry = load_units(file)

    def findings(
        self, observations: Iterable[Observation], limits: Limits = LIMITS, periods: Sequence[str] = ()
    ) -> list[Finding]:
        facts = self.path / f"facts-{len(list(self.path.iterdir()))}"
        write_observations(facts, observations)
        found = compare_facts(facts, PROGRAMME, self.registry, limits, periods)
        return list(check_rows(found.rows, PROGRAMME, self.registry))

    def kinds(self, observations: Iterable[Observation], **more: object) -> list[tuple[str, str, str, str]]:
        """(kind, case, unit, period) of each finding."""
        found = self.findings(observations, **more)  # type: ignore[arg-type]  # options of a test
        return [
            (one.kind, one.case, one.place.unit, one.place.period)
            for one in found
            if isinstance(one.place, ObservationKey)
        ]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


STEADY = [100, 104, 97, 101, 99, 103, 98]


@pytest.mark.parametrize(
    ("amounts", "is_found"),
    [
        pytest.param([*STEADY, 102], False, id="as ever"),
        pytest.param([*STEADY, 150], False, id="half as much again"),
        pytest.param([1, 0, 2, 1, 0, 1, 1, 6], False, id="small numbers"),
        pytest.param([10, 20, 30, 40, 50, 60, 70, 80], False, id="steady growth"),
        pytest.param([100, 0, 300, 20, 250, 90, 10, 400], False, id="a series that always strays"),
        pytest.param([*STEADY[:4], 1010], False, id="too few periods for history, and a jump instead"),
        pytest.param([*STEADY, 1020], True, id="a zero too many"),
        pytest.param([*STEADY, 10], True, id="a zero too few"),
        pytest.param([*STEADY, None, 1020], True, id="whatever the gaps"),
    ],
)
def test_a_value_far_from_its_own_history(folder: Folder, amounts: list[int | None], is_found: bool) -> None:
    found = folder.kinds(over_time(amounts))
    assert [kind for kind, *_ in found if kind == "history-outlier"] == ["history-outlier"] * is_found


def test_what_grew_alike_in_most_units_is_nobodys_outlier(folder: Folder) -> None:
    campaign = [one for n in range(12) for one in over_time([*STEADY, 1000], unit=f"y{n}")]
    assert folder.kinds(campaign) == []


def test_the_one_that_did_not_grow_alike_is(folder: Folder) -> None:
    campaign = [one for n in range(12) for one in over_time([*STEADY, 1000], unit=f"y{n}")]
    found = folder.kinds([*campaign, *over_time([*STEADY, 20_000])])
    assert found == [("history-outlier", "history", "ms-x1", QUARTERS[7])]


def test_only_the_latest_revision_is_judged(folder: Folder) -> None:
    wrong = say(1020, period=QUARTERS[7])
    right = say(102, period=QUARTERS[7], revision=2)
    assert folder.kinds([*over_time(STEADY), wrong, right]) == []


def test_limits_are_for_the_office_to_choose(folder: Folder) -> None:
    assert folder.kinds(over_time([*STEADY, 150]), limits=Limits(z=4)) == [
        ("history-outlier", "history", "ms-x1", QUARTERS[7])
    ]


def test_a_period_may_be_chosen(folder: Folder) -> None:
    amounts = over_time([*STEADY, 1020, 101, 99, 2000])
    assert [period for *_, period in folder.kinds(amounts)] == [QUARTERS[10], QUARTERS[7]]  # the farthest off first
    assert folder.kinds(amounts, periods=[QUARTERS[7]]) == [("history-outlier", "history", "ms-x1", QUARTERS[7])]


@pytest.mark.parametrize(
    ("amounts", "cases"),
    [
        pytest.param([40, 60], [], id="more"),
        pytest.param([4, 24], [], id="many times, but little"),
        pytest.param([900, 1600], [], id="much, but not many times"),
        pytest.param([100, 2000, 110], ["up"], id="what returns to the level before"),
        pytest.param([24, 2400], ["up"], id="a hundred times"),
        pytest.param([2400, 24], ["down"], id="a hundredth"),
    ],
)
def test_a_jump_against_the_last_period(folder: Folder, amounts: list[int | None], cases: list[str]) -> None:
    assert [case for kind, case, *_ in folder.kinds(over_time(amounts)) if kind == "period-jump"] == cases


def test_periods_of_another_length_are_another_series(folder: Folder) -> None:
    assert folder.kinds([say(100), say(2000, period="2024-01-01/2025-12-31")]) == []


def test_a_first_value_is_held_against_units_of_its_kind(folder: Folder) -> None:
    usual = [say(20 + n, unit=f"y{n}") for n in range(30)]
    assert folder.kinds([*usual, say(90, unit="y30")]) == []
    assert folder.kinds([*usual, say(52_000, unit="y31")]) == [("history-outlier", "peers", "y31", QUARTERS[0])]


@pytest.mark.parametrize(
    ("second", "is_found"),
    [
        pytest.param([("A", 12, "reported"), ("B", 6, "reported")], False, id="given"),
        pytest.param([("A", 12, "reported"), ("B", None, "none-occurred")], False, id="none occurred is an answer"),
        pytest.param([("A", 12, "reported"), ("B", None, "not-applicable")], False, id="so is not applicable"),
        pytest.param([], False, id="a body that has not reported at all"),
        pytest.param([("A", 12, "reported")], True, id="not given"),
        pytest.param([("A", 12, "reported"), ("B", None, "missing")], True, id="blank"),
    ],
)
def test_a_blank_that_was_a_number_last_time(
    folder: Folder, second: list[tuple[str, int | None, str]], is_found: bool
) -> None:
    first = [say(12), say(5, "B")]
    later = [say(amount, code, period=QUARTERS[1], status=status) for code, amount, status in second]
    found = folder.kinds([*first, *later])
    assert found == [("period-jump", "blank", "ms-x1", QUARTERS[1])] * is_found


def test_what_most_bodies_no_longer_give_is_no_longer_asked(folder: Folder) -> None:
    first = [say(5, code, unit=f"y{n}") for n in range(8) for code in ("A", "B")]
    later = [say(5, "A", unit=f"y{n}", period=QUARTERS[1]) for n in range(8)]
    assert folder.kinds([*first, *later]) == []


@pytest.mark.parametrize(
    ("whole", "parts", "own", "case"),
    [
        pytest.param(30, {"ms-x1": 10, "ms-x2": 15, "ms-x3": 5}, None, None, id="they add up"),
        pytest.param(30, {"ms-x1": 10, "ms-x2": 15}, None, None, id="less, while one is missing"),
        pytest.param(32, {"ms-x1": 10, "ms-x2": 15, "ms-x3": 5}, 2, None, id="with the province's own work"),
        pytest.param(40, {"ms-x1": 10, "ms-x2": 15, "ms-x3": 5}, 2, "facts", id="less, though all have answered"),
        pytest.param(20, {"ms-x1": 10, "ms-x2": 15}, None, "facts", id="more, though one is missing"),
        pytest.param(40, {"ms-x1": 10, "ms-x2": 15, "ms-x3": 5}, None, "rest", id="a rest that may be its own work"),
    ],
)
def test_the_whole_against_its_units(
    folder: Folder, whole: int, parts: dict[str, int], own: int | None, case: str | None
) -> None:
    said = [say(whole, unit="ms"), *(say(amount, unit=unit) for unit, amount in parts.items())]
    said += [say(own, unit="ms", extent="own")] if own is not None else []
    found = [one for one in folder.findings(said) if one.kind == "unit-sum-mismatch"]
    assert [(one.case, one.severity) for one in found] == (
        [(case, "info" if case == "rest" else "warning")] if case else []
    )


def test_the_map_is_that_of_the_periods_last_day(folder: Folder) -> None:
    """xã Khau Slòng ended on 30/6/2026: after it, two units are all."""
    said = [
        say(30, unit="ms", period=QUARTERS[10]),
        say(10, period=QUARTERS[10]),
        say(15, unit="ms-x2", period=QUARTERS[10]),
    ]
    assert [kind for kind, *_ in folder.kinds(said)] == ["unit-sum-mismatch"]


def test_an_approximate_whole_is_not_compared(folder: Folder) -> None:
    said = [say(20, unit="ms", qualifier="khoảng"), say(10), say(15, unit="ms-x2")]
    assert folder.kinds(said) == []


FRONT = {"body": "Ủy ban MTTQ", "body_kind": "mttq"}


@pytest.mark.parametrize(
    ("said", "case"),
    [
        pytest.param([say(5, "D"), say(5, "D", **FRONT)], None, id="the same"),
        pytest.param([say(5, "D"), say(6, "D", qualifier="khoảng", **FRONT)], None, id="about"),
        pytest.param([say(5), say(6, extent="own", **FRONT)], None, id="its own work"),
        pytest.param([say(5, extent="own"), say(6, extent="own", **FRONT)], None, id="each its own work"),
        pytest.param([say(5, "D"), say(6, "D", **FRONT)], "owner", id="the owner's counts"),
        pytest.param([say(5), say(6, **FRONT)], "bodies", id="nobody's counts"),
    ],
)  # fmt: skip
def test_owners_and_others(folder: Folder, said: list[Observation], case: str | None) -> None:
    found = [one for one in folder.findings(said) if one.kind == "owner-conflict"]
    assert [one.case for one in found] == ([case] if case else [])
    if case:
        bodies = [place.body for place in (found[0].place, *found[0].related) if isinstance(place, ObservationKey)]
        assert sorted(bodies) == ["UBND", "Ủy ban MTTQ"]
        assert case == "bodies" or bodies[0] == "UBND"


@pytest.mark.parametrize(
    ("declared", "counted", "is_found"),
    [
        pytest.param(say(7), say(7, origin="counted"), False, id="what the register holds"),
        pytest.param(say(9, qualifier="trên"), say(7, origin="counted"), False, id="about"),
        pytest.param(say(9), say(7, origin="counted", unit="ms-x2"), False, id="of another unit"),
        pytest.param(
            say(9, unit="ms"), say(7, origin="counted", unit="ms", extent="own"), False, id="the whole of a province"
        ),
        pytest.param(say(9), say(7, origin="counted", extent="own"), True, id="the whole of a commune"),
        pytest.param(say(9), say(7, origin="counted"), True, id="more than it holds"),
        pytest.param(say(9), say(7, origin="counted", revision=2), True, id="counted after it was declared"),
    ],
)
def test_the_register_against_what_was_declared(
    folder: Folder, declared: Observation, counted: Observation, is_found: bool
) -> None:
    expected = [("register-mismatch", "", "ms-x1", QUARTERS[0])] * is_found
    assert folder.kinds([declared, counted]) == expected
    facts = folder.path / "khai"
    write_observations(facts, [declared, say(99, origin="counted")])  # counted anew, it no longer counts
    found = compare_facts(facts, PROGRAMME, folder.registry, counted=[counted]).rows
    assert [row for row in found if isinstance(row, Miscounted)] == [row for row in found if expected]


@pytest.mark.parametrize(
    ("said", "severities"),
    [
        pytest.param({"A": 20, "B": 12, "C": 8}, [], id="the parts are the total"),
        pytest.param({"A": 20, "B": 12}, [], id="a part is missing, and fits"),
        pytest.param({"B": 12, "C": 8}, [], id="no total"),
        pytest.param({"A": 20, "B": 12, "C": 9}, ["error"], id="more than the total"),
        pytest.param({"A": 20, "B": 12, "C": 7}, ["error"], id="less than the total"),
    ],
)
def test_sums_between_indicators(folder: Folder, said: dict[str, int], severities: list[str]) -> None:
    found = folder.findings(say(amount, code) for code, amount in said.items())
    assert [one.severity for one in found if one.case == "sum"] == severities


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        pytest.param([say(20), say(20, "B")], [], id="at its bound"),
        pytest.param([say(20), say(25, "B", qualifier="khoảng")], [], id="about"),
        pytest.param([say(25, "B")], [], id="nothing to compare with"),
        pytest.param(
            [say(20), say(25, "B")], ["Hội nghị riêng không nhiều hơn tổng số"], id="more than the whole"
        ),
        pytest.param(
            [say(9, "E", cell="nu"), say(5, "E", cell="nam"), say(15, "E")], ["Nam và nữ là tất cả"], id="cells"
        ),
        pytest.param([say(9, "E", cell="nu"), say(5, "E", cell="nam")], [], id="a total that nobody states"),
        pytest.param([say(9, "D"), say(9, "D", period=QUARTERS[1])], [], id="as last time"),
        pytest.param([say(9, "D"), say(8, "D", period=QUARTERS[2])], [], id="the last period is not known"),
        pytest.param([say(9, "D"), say(8, "D", period=QUARTERS[1])], ["Tổ hòa giải không giảm"], id="less"),
    ],
)  # fmt: skip
def test_rules_between_indicators(folder: Folder, said: list[Observation], rules: list[str]) -> None:
    found = [one for one in folder.findings(said) if one.case == "rule"]
    assert [one.facts["rule"] for one in found] == rules
    assert [one.severity for one in found] == ["error" if rule.startswith("Hội nghị") else "warning" for rule in rules]


def test_findings_speak_with_their_numbers(folder: Folder) -> None:
    (found,) = folder.findings(over_time([*STEADY, 12_345]))
    assert message(found, "en") == (
        "Tổng số hội nghị of xã Lũng Ẳng (UBND): 12.345 hội nghị for 01/10/2025 - 31/12/2025; by 7 earlier periods, "
        "about 100 hội nghị is usual."
    )
    assert mend(found, "en")


def test_both_sides_of_a_rule_are_said_with_their_unit(folder: Folder) -> None:
    (found,) = [one for one in folder.findings([say(20), say(25, "B")]) if one.case == "rule"]
    assert (found.facts["value"], found.facts["right"]) == ("25 hội nghị", "20 hội nghị")


def test_indicators_are_called_by_their_names_and_not_by_their_codes(folder: Folder) -> None:
    (sum_,) = [one for one in folder.findings([say(20), say(9, "B"), say(12, "C")]) if one.case == "sum"]
    assert "(«Hội nghị riêng» + «Hội nghị lồng ghép»)" in message(sum_, "en")
    (rule,) = [one for one in folder.findings([say(20), say(25, "B")]) if one.case == "rule"]
    assert mend(rule, "en").endswith(": «Hội nghị riêng», «Tổng số hội nghị».")


def test_a_rule_without_a_name_is_said_as_its_formula_with_the_names_in_it(folder: Folder) -> None:
    nameless = replace(PROGRAMME, rules=(Rule("R2", "{E/nu} + {X}", "=", "previous({E/})"),))
    left = Value(ObservationKey("E", "", "ms-x1", "area", QUARTERS[0], "UBND"), Decimal(9))
    (found,) = check_rows([Broken(0, "rules", left, "=", Decimal(8), ())], nameless, folder.registry)
    assert found.facts["rule"] == "«Đoàn viên (Nữ)» + «X» = previous(«Đoàn viên»)"


def test_rows_beyond_the_most_are_counted(folder: Folder) -> None:
    said = [one for n in range(9) for one in over_time([*STEADY, 5000 * (n + 1)], unit=f"y{n}")]
    write_observations(folder.path / "facts", said)
    found = compare_facts(folder.path / "facts", PROGRAMME, folder.registry, Limits(most=4))
    assert (len(found.rows), found.left_off, found.compared) == (4, 5, 72)
