# ruff: noqa: E501 - rows of a table read best on one line each
"""Each module, from the keyboard to the report: a workbook filled in, entries on the command line, a folder of facts,
counting, sums over two levels, and the sentences of the written report.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from filling import fill

from tongket.cli.commands import cli
from tongket.consolidating.counting import counted_observations
from tongket.consolidating.entry_facts import write_entries
from tongket.consolidating.facts import read_observations, write_observations
from tongket.consolidating.joining import join_counted
from tongket.consolidating.rollup import rollup
from tongket.exchange.templates.reading import read_template
from tongket.model.observations import Rollup
from tongket.model.programmes import Programme
from tongket.model.rounds import Round
from tongket.programmes.load import load_programme
from tongket.programmes.modules import module_codes
from tongket.registry.units import Registry, load_units
from tongket.writing.prose import Placeholder, compose_sentence

UNITS = """id\tkind\tprefix\tname\tparent
mau-son\tprovince\ttỉnh\tMẫu Sơn\tvn
ba-soi\tdistrict\thuyện\tBa Sòi\tmau-son
lung-ang\tcommune\txã\tLũng Ẳng\tba-soi
coc-man\tcommune\txã\tCốc Mần\tba-soi
"""
PROGRAMME = """code: ct-99-tu
version: 1
title: Sơ kết 02 năm thực hiện Chỉ thị số 99-CT/TU
regime: state
directive: {{type: Chỉ thị, symbol: 99-CT/TU, date: 2023-01-10, issuer: Ban Thường vụ Tỉnh ủy, subject: về dân vận}}
review: sơ kết
years: 2
period_start: 2023-01-10
period_end: 2024-12-31
modules: [{module}]
outline:
  - {{code: C, title: KẾT QUẢ THỰC HIỆN, required: true, module: {module}}}
"""
LUNG_ANG, COC_MAN = "Ủy ban nhân dân xã Lũng Ẳng", "Ủy ban nhân dân xã Cốc Mần"
PERIOD = "2023-01-10/2024-12-31"


@dataclass(frozen=True)
class Case:
    """What xã Lũng Ẳng fills into the workbook, what xã Cốc Mần types, and what huyện and tỉnh then say."""

    module: str
    says: Sequence[str]  # sentences of the province's report
    registers: Mapping[str, Sequence[Mapping[str, Any]]] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    scores: Mapping[str, Any] = field(default_factory=dict)
    typed: Sequence[tuple[str, ...]] = ()  # register and FIELD=VALUE ...
    other_values: Mapping[str, Any] = field(default_factory=dict)  # that xã Cốc Mần fills in


CASES = (
    Case(
        "S02",
        (
            "Các cấp đã ban hành 04 văn bản triển khai, trong đó có 03 chương trình, kế hoạch cụ thể hóa.",
            "Số văn bản theo từng cấp: cấp tỉnh 0 văn bản; cấp huyện 0 văn bản; cấp xã 04 văn bản.",
            "Đã có 02 đơn vị ban hành chương trình, kế hoạch cụ thể hóa; bình quân sau 15,5 ngày, muộn nhất sau 21 ngày.",
            "Hiện có 03 văn bản còn hiệu lực, 01 văn bản đã hết hiệu lực.",
        ),
        registers={
            "S02-VB": [
                {"title": "Kế hoạch thực hiện", "on": "20/01/2023", "so-ky-hieu": "05/KH-UBND", "loai": "Kế hoạch",
                 "quan-he": "Cụ thể hóa"},
                {"title": "Kế hoạch năm 2024", "on": "2024-01-05", "until": "30/6/2024", "so-ky-hieu": "02/KH-UBND",
                 "loai": "Kế hoạch", "quan-he": "Cụ thể hóa"},
                {"title": "Công văn đôn đốc", "on": "01/3/2024", "so-ky-hieu": "88/UBND", "loai": "Công văn",
                 "quan-he": "Chỉ đạo, hướng dẫn, đôn đốc"},
                {"title": "Kế hoạch về việc khác", "on": "01/4/2024", "so-ky-hieu": "90/KH-UBND", "loai": "Kế hoạch",
                 "quan-he": "Cụ thể hóa", "directive": "12-NQ/TU ngày 01/02/2022"},
            ]
        },
        typed=[("S02-VB", "title=Kế hoạch", "on=31/01/2023", "so-ky-hieu=07/KH-UBND", "loai=ke-hoach", "quan-he=cu-the-hoa")],
    ),
    Case(
        "S03",
        (
            "Các cơ quan, đơn vị đã tổ chức 03 hội nghị quán triệt, trong đó 02 hội nghị riêng, 01 hội nghị lồng ghép, "
            "với 175 lượt người dự.",
            "Đã đăng, phát 12 tin, bài tuyên truyền.",
            "Đã có 95/100 cán bộ, đảng viên được quán triệt, đạt 95%.",
        ),
        registers={
            "S03-QT": [
                {"title": "Hội nghị quán triệt", "on": "15/02/2023", "kenh": "Hội nghị trực tiếp", "luot-nguoi": 85},
                {"title": "Giao ban", "on": "05/3/2024", "kenh": "hội nghị", "luot-nguoi": 40, "combined": "có",
                 "directive": "99-CT/TU ngày 10/01/2023; 12-NQ/TU"},
                {"title": "Việc khác", "on": "05/4/2024", "kenh": "hội nghị", "luot-nguoi": 500, "directive": "12-NQ/TU"},
                {"title": "Đợt truyền thanh", "on": "05/5/2024", "until": "10/5/2024", "kenh": "loa", "tin-bai": 12},
            ]
        },
        values={"S03-07": 57, "S03-08": 60},
        typed=[("S03-QT", "title=Hội nghị", "on=1/3/2023", "kenh=truc-tuyen", "luot-nguoi=50")],
        other_values={"S03-07": 38, "S03-08": "40"},
    ),
    Case(
        "S05",
        (
            "Có 02 quy chế, chương trình phối hợp đang được thực hiện, trong đó 01 sắp hết hạn; đã ký mới 02; "
            "01 đã hết hạn.",
            "Các bên đã tổ chức 08/11 cuộc giao ban đã hẹn, đạt 72,73%.",
            "Đã thực hiện 09/12 nội dung cam kết, đạt 75%.",
        ),
        registers={
            "S05-PH": [
                {"title": "Quy chế phối hợp với Mặt trận", "symbol": "01/QCPH-UBND-UBMTTQ", "on": "01/02/2023",
                 "until": "31/01/2025", "parties": "UBND xã Lũng Ẳng; Ủy ban MTTQ xã Lũng Ẳng", "meetings-due": 4,
                 "meetings-held": "2023: 3; 2024: 3", "loai": "Quy chế phối hợp", "noi-dung": 8, "noi-dung-xong": 6},
                {"title": "Quy chế cũ", "on": "01/02/2021", "until": "31/12/2023", "meetings-due": 1,
                 "parties": "UBND xã Lũng Ẳng; Hội Nông dân xã Lũng Ẳng", "meetings-held": "2023: 1", "loai": "quy chế"},
            ]
        },
        typed=[
            ("S05-PH", "title=Chương trình", "on=1/5/2024", "until=1/5/2029", "parties=UBND xã Cốc Mần; Hội Phụ nữ",
             "meetings-due=2", "meetings-held=2024: 1", "loai=chuong-trinh", "noi-dung=4", "noi-dung-xong=3"),
        ],
    ),
    Case(
        "S09",
        (
            "Các tổ chức có 1.000 lượt đoàn viên, hội viên. Cụ thể: Đoàn Thanh niên 400 đoàn viên; Hội Liên hiệp Phụ nữ "
            "600 hội viên.",
            "Tỷ lệ tập hợp: Đoàn Thanh niên 80%; Hội Liên hiệp Phụ nữ 60%.",
            "Trong kỳ đã kết nạp mới 25 đoàn viên, hội viên.",
        ),
        values={"S09-02/dtn": 100, "S09-01/dtn": 90, "S09-02/hlhpn": 200, "S09-01/hlhpn": 200, "S09-04/dtn": 25},
        other_values={"S09-02/dtn": 400, "S09-01/dtn": 310, "S09-02/hlhpn": 800, "S09-01/hlhpn": 400},
    ),
    Case(
        "S19",
        (
            "Toàn địa bàn có 03 mô hình 'Dân vận khéo' đang hoạt động, trong đó phát triển kinh tế 02 mô hình; văn hóa - xã "
            "hội 01 mô hình; quốc phòng, an ninh 0 mô hình; xây dựng hệ thống chính trị 0 mô hình.",
            "Trong kỳ đã đăng ký mới 03 mô hình; có 02 mô hình được công nhận; 01 mô hình được nhân rộng ra 04 nơi.",
            "Có 01 mô hình thôi được tính vì không được xác nhận lại.",
        ),
        registers={
            "S19-MH": [
                {"title": "Nuôi bò hữu cơ", "on": "01/3/2023", "linh-vuc": "Phát triển kinh tế", "cong-nhan": "Cấp xã",
                 "nhan-rong": 4, "confirmed": "2023, 2024"},
                {"title": "Đường hoa", "on": "01/3/2023", "linh-vuc": "Văn hóa - xã hội", "confirmed": "2023"},
                {"title": "Thắp sáng đường quê", "on": "01/3/2022", "linh-vuc": "văn hóa xã hội", "cong-nhan": "huyện",
                 "confirmed": "2022; 2023; 2024"},
            ]
        },
        typed=[("S19-MH", "title=Trồng quế", "on=2/9/2024", "linh-vuc=kinh-te")],
    ),
    Case(
        "S25",
        (
            "Đã tổ chức 03 cuộc giám sát đối với 07 lượt đơn vị.",
            "Theo hình thức: nghiên cứu, xem xét văn bản 02 cuộc; tổ chức đoàn giám sát 01 cuộc; thông qua Ban Thanh tra "
            "nhân dân, Ban Giám sát đầu tư của cộng đồng 0 cuộc; tham gia giám sát 0 cuộc.",
            "Sau giám sát đã có 03 kiến nghị; 02 kiến nghị được trả lời, đạt 66,67%; 01 kiến nghị được tiếp thu, giải quyết; "
            "01 kiến nghị quá hạn chưa trả lời.",
        ),
        registers={
            "S25-GS": [
                {"title": "Giám sát thu chi", "on": "05/6/2023", "hinh-thuc": "Tổ chức đoàn giám sát", "don-vi": 3},
                {"title": "Giám sát chính sách", "on": "05/6/2024", "hinh-thuc": "xem xét văn bản", "don-vi": 3},
            ],
            "S25-KN": [
                {"title": "Công khai thu chi", "on": "10/6/2023", "body": "Ủy ban nhân dân xã Lũng Ẳng", "due": "30/6/2023",
                 "answered-on": "05/7/2023", "answer": "Đã công khai", "state": "done"},
                {"title": "Rà soát danh sách", "on": "10/6/2024", "body": "Ủy ban nhân dân xã Lũng Ẳng", "due": "30/6/2024"},
                {"title": "Sửa quy ước", "on": "10/6/2024", "body": "Ủy ban nhân dân xã Lũng Ẳng", "due": "30/6/2024",
                 "answered-on": "28/6/2024"},
            ],
        },
        typed=[("S25-GS", "title=Giám sát", "on=9/9/2024", "hinh-thuc=van-ban", "don-vi=1")],
    ),
    Case(
        "S26",
        (
            "Đã tổ chức 03 cuộc phản biện xã hội. Cụ thể: hội nghị phản biện 01 cuộc; góp ý bằng văn bản 02 cuộc; đối thoại "
            "trực tiếp 0 cuộc.",
            "Có 15/25 ý kiến phản biện được tiếp thu, đạt 60%.",
        ),
        registers={
            "S26-PB": [
                {"title": "Dự thảo nghị quyết", "on": "05/6/2023", "hinh-thuc": "Hội nghị phản biện", "y-kien": 20,
                 "tiep-thu": 12},
                {"title": "Dự thảo đề án", "on": "05/6/2024", "hinh-thuc": "văn bản", "y-kien": 5, "tiep-thu": 3},
            ]
        },
        typed=[("S26-PB", "title=Dự thảo quy chế", "on=9/9/2024", "hinh-thuc=van-ban")],
    ),
    Case(
        "S28",
        (
            "Người đứng đầu cấp ủy, chính quyền các cấp đã tổ chức 02 cuộc đối thoại với Nhân dân, với 180 lượt người dự; có "
            "30 ý kiến, đã trả lời tại chỗ 21 ý kiến, đạt 70%.",
            "So với quy định, đã tổ chức 02/04 cuộc, đạt 50%.",
            "Sau đối thoại có 01 kết luận phải thực hiện, trong đó 0 kết luận đã xong, 01 kết luận quá hạn.",
        ),
        registers={
            "S28-DT": [
                {"title": "Đối thoại về nước sạch", "on": "05/6/2023", "chu-tri": "Người đứng đầu chính quyền",
                 "luot-nguoi": 120, "y-kien": 20, "tra-loi": 15}
            ],
            "S28-KL": [{"title": "Sửa đường ống", "on": "06/6/2023", "body": LUNG_ANG, "due": "31/12/2023"}],
        },
        values={"S28-06": 2},
        typed=[("S28-DT", "title=Đối thoại", "on=9/9/2024", "chu-tri=cap-uy", "luot-nguoi=60", "y-kien=10", "tra-loi=6")],
        other_values={"S28-06": 2},
    ),
    Case(
        "S37",
        (
            "Có 02 đơn vị được chấm điểm, xếp loại công tác dân vận của chính quyền. Cụ thể: hoàn thành xuất sắc nhiệm vụ 01 "
            "đơn vị; hoàn thành tốt nhiệm vụ 01 đơn vị; hoàn thành nhiệm vụ 0 đơn vị; không hoàn thành nhiệm vụ 0 đơn vị.",
            "Còn 01 đơn vị đang chờ kết quả thẩm định.",
        ),
        scores={
            "*on": "31/12/2024", "1.1": (8, 8), "1.2": (4, 4), "1.3": (8, 6.5, "báo cáo muộn"), "2.1": (12, 12),
            "2.2": (8, 8), "2.3": (10, 10), "3.1": (10, 10), "3.2": (5, 5), "3.3": (10, 10), "4.1": (10, 10), "4.2": (15, 15),
        },
        typed=[
            ("S37-CD", "on=31/12/2024", "version=mau", "1.1=8", "1.2=4", "1.3=8", "2.1=10", "2.2=8", "2.3=10", "3.1=8",
             "3.2=5", "3.3=8", "4.1=8", "4.2=13"),
        ],
    ),
    Case(
        "S48",
        (
            "Toàn địa bàn có diện tích tự nhiên 12.345,5 ha; 19 thôn, bản, tổ dân phố; 1.500 hộ với 6.000 nhân khẩu.",
            "Có 300 hộ nghèo, chiếm 20%; 150 hộ cận nghèo, chiếm 10%; 700 hộ đồng bào dân tộc thiểu số.",
            "Đảng bộ có 21 chi bộ với 410 đảng viên.",
            "Thu nhập bình quân đầu người đạt 37,5 triệu đồng một năm.",
        ),
        values={"S48-01": "10.000,5", "S48-02": 11, "S48-03": 1000, "S48-04": 4000, "S48-05": 250, "S48-06": 100,
                "S48-09": 500, "S48-10": 12, "S48-11": 250, "S48-12": 40.25},
        other_values={"S48-01": 2345, "S48-02": 8, "S48-03": 500, "S48-04": 2000, "S48-05": 50, "S48-06": 50,
                      "S48-09": 200, "S48-10": 9, "S48-11": 160, "S48-12": 32},
    ),
)  # fmt: skip


def run(*arguments: str) -> None:
    done = CliRunner().invoke(cli, [*arguments, "--lang", "en"])
    assert done.exit_code == 0, done.output


@dataclass(frozen=True)
class Entered:
    """What both communes entered for a module: one by Excel, the other by both ways."""

    folder: Path
    programme: Programme
    registry: Registry

    @property
    def facts(self) -> Path:
        return self.folder / "facts"


@pytest.fixture(scope="module")
def entered(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Case], Entered]:
    """The entries of a case, made once."""
    made: dict[str, Entered] = {}

    def enter(case: Case) -> Entered:
        if case.module not in made:
            made[case.module] = _enter(case, tmp_path_factory.mktemp(case.module))
        return made[case.module]

    return enter


def _enter(case: Case, folder: Path) -> Entered:
    (folder / "don-vi.tsv").write_text(UNITS, encoding="utf-8")
    (folder / "programme.yaml").write_text(PROGRAMME.format(module=case.module), encoding="utf-8")
    found = Entered(folder, load_programme(folder / "programme.yaml"), load_units(folder / "don-vi.tsv"))
    facts, units, path = found.facts, str(folder / "don-vi.tsv"), str(folder / "programme.yaml")
    for unit, body, values in (("lung-ang", LUNG_ANG, case.values), ("coc-man", COC_MAN, case.other_values)):
        book = folder / f"{unit}.xlsx"
        run("facts", "template", path, "--unit", unit, "--body", body, "--period", PERIOD, "--units", units,
            "-o", str(book))  # fmt: skip
        if unit == "lung-ang":
            fill(book, found.programme, registers=case.registers, values=values, scores=case.scores)
        else:
            fill(book, found.programme, values=values)
        read = read_template(book, found.programme, found.registry)
        assert [error.message("en") for row in read.refused for error in row.errors] == []
        write_entries(facts, read.entries)
        write_observations(facts, read.observations)
    for register, *given in case.typed:
        run("facts", "add", register, *given, "--programme", path, "--into", str(facts), "--unit", "coc-man",
            "--body", COC_MAN, "--units", units)  # fmt: skip
    return found


def sentences(programme: Programme, rollups: Sequence[Rollup], unit: str) -> list[str]:
    """What the report of ``unit`` says."""
    found = {(one.indicator, one.cell): one for one in rollups if one.unit == unit and one.extent == "area"}

    def lookup(place: Placeholder) -> Rollup | None:
        return found.get((place.indicator, place.cell))

    composed = (
        compose_sentence(one, lookup, programme.indicator, lambda _place, _rollup, _shown: "k", lambda _rollups: "")
        for item in programme.outline
        for one in item.sentences
    )
    return ["".join(run.text for run in runs) for runs in composed if runs]


def test_the_cases_are_all_modules() -> None:
    assert {case.module for case in CASES} == set(module_codes())


# A few in the default run, whose time is bounded; all in the slow one.
BY_TURNS = [
    pytest.param(case, id=case.module, marks=[pytest.mark.slow] if at > 2 else []) for at, case in enumerate(CASES)
]


@pytest.mark.parametrize("case", BY_TURNS)
def test_a_module_from_the_keyboard_to_the_report(case: Case, entered: Callable[[Case], Entered]) -> None:
    made = entered(case)
    programme, registry = made.programme, made.registry
    round_ = Round("ct-99-tu", "mau-son", "UBND tỉnh Mẫu Sơn", "Mẫu Sơn", "2023-01-10", "2024-12-31")
    counted = counted_observations(made.facts, programme, round_, registry)
    observations = join_counted(read_observations(made.facts), counted, ("2023-01-10", "2024-12-31")).observations
    rollups = rollup(observations, programme, round_, registry)
    assert sentences(programme, rollups, "mau-son") == list(case.says)
    # The district stands between the communes and the province, and is all of it here.
    assert sentences(programme, rollups, "ba-soi") == list(case.says)


@pytest.mark.parametrize("case", BY_TURNS)
def test_a_module_imported_twice_writes_nothing(case: Case, entered: Callable[[Case], Entered]) -> None:
    made = entered(case)
    before = sorted(made.facts.rglob("*.parquet"))
    read = read_template(made.folder / "lung-ang.xlsx", made.programme, made.registry)
    assert write_entries(made.facts, read.entries).paths == ()
    assert write_observations(made.facts, read.observations) == ()
    assert sorted(made.facts.rglob("*.parquet")) == before
