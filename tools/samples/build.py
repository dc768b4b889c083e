"""The whole province: which reports there are, what is planted in them, and the truth about them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from . import plan
from .acts import DIRECTIVE, OTHER_DIRECTIVE, Act
from .blocks import Document
from .bodies import BODIES, compose_body
from .case import Case
from .compose import DRESSES, SHAPES, compose
from .docx_writer import write_docx
from .facts import Facts, add_up, make_facts
from .numbers import NumberStyle
from .orthography import in_old_spelling
from .province import (
    PROVINCE,
    PROVINCE_ID,
    Place,
    communes_of_2024,
    communes_of_2026,
    district_of,
    districts,
    slug,
)
from .truth import Truth
from .txt_writer import write_txt

PERIODS = {2026: (date(2021, 9, 7), date(2026, 9, 7)), 2024: (date(2021, 9, 7), date(2024, 9, 7))}
SILENT = {2026: ("Phja Mạ", "Vàng Sủi Cao", "Khau Slòng"), 2024: ("Lũng Càng", "Vàng Sủi", "Tềnh Chè", "Khuổi Mạ")}
_TRIES = 60


@dataclass(frozen=True, slots=True)
class Written:
    """One file of the folder. ``status``: 'counted', 'duplicate', 'other-directive', 'unknown-unit'."""

    file: str
    data: bytes
    encoding: str
    unit: str
    body: str
    kind: str
    extent: str
    status: str
    truths: tuple[Truth, ...]


@dataclass
class World:
    """The facts of every unit, drawn once from the seed."""

    seed: int
    year: int
    communes: tuple[Place, ...]
    facts: dict[str, Facts] = field(default_factory=dict)


def make_world(year: int, seed: int) -> World:
    """Draw the facts of all units that exist in ``year``, and of those above them."""
    communes = communes_of_2026() if year == 2026 else communes_of_2024()
    world = World(seed, year, communes)
    for place in communes:
        rng = random.Random(f"{seed}/{year}/{place.id}/facts")
        urban = place.kind in ("phường", "thị trấn")
        world.facts[place.id] = make_facts(rng, urban=urban, scale=1.0 if year == 2026 else 0.5)
    if year == 2024:
        for district in districts():
            parts = [world.facts[place.id] for place in communes if place.parent == district.id]
            world.facts[district.id] = add_up(parts, random.Random(f"{seed}/{district.id}"))
    everything = [world.facts[place.id] for place in communes]
    world.facts[PROVINCE_ID] = add_up(everything, random.Random(f"{seed}/{PROVINCE_ID}"))
    return world


def write_province(year: int, seed: int) -> Iterator[Written]:
    """Every file of the reports' folder, in the order of their names' units."""
    world = make_world(year, seed)
    reporting = [place for place in world.communes if place.name not in SILENT[year]]
    plants = plan.assign([place.id for place in reporting], random.Random(f"{seed}/plan"), year=year, clean=3)
    for index, place in enumerate(reporting):
        yield _report(world, place, plants[place.id], index)
    yield from _others(world, reporting, plants)
    if year == 2026:
        yield from _bodies(world)
    else:
        yield from _districts(world)


def _report(
    world: World,
    place: Place,
    plants: set[str],
    index: int,
    *,
    status: str = "counted",
    suffix: str = "",
    directive: Act = DIRECTIVE,
) -> Written:
    """Draw until everything that this report is to carry has found its place."""
    text = index % 3 == 2
    for attempt in range(_TRIES):
        rng = random.Random(f"{world.seed}/{world.year}/{place.id}/{suffix}/{attempt}")
        case = _case(world, place, plants, rng, directive)
        if status == "duplicate":
            case.on = date(world.year, 10, 6)
        shape = rng.choice(("actor", "task", "parts", "actor", "task", "short" if not plants else "parts"))
        automatic = not text and "numbering:skip" not in plants and rng.random() < 0.6
        case.via = _via(case) if index % 9 == 4 and directive is DIRECTIVE else None
        document = compose(case, shape=shape, automatic=automatic, dress=rng.choice(DRESSES))
        if not case.plants - {"near:no-parent"}:
            return _written(world, place, document, case, index, text=text, status=status, suffix=suffix, shape=shape)
    raise RuntimeError(f"{place.full_name}: no place for {case.plants}")


def _case(world: World, place: Place, plants: set[str], rng: random.Random, directive: Act) -> Case:
    names = ("broadcasts", "meetings", "loans", "clubs", "reserve", "rewards", "prestige", "roads", "budget")
    names += ("faults", "answers", "recognised", "rules")
    month = 9 if world.year == 2026 else 8
    urban_numbers = NumberStyle(
        leading_zero=rng.random() < 0.85,
        grouped=rng.random() < 0.85,
        decimals=rng.choice((1, 2, 2)),
        money=rng.choice(("million", "million", "dong")),
    )
    return Case(
        place=place,
        body=f"Ủy ban nhân dân {place.full_name}",
        facts=world.facts[place.id],
        rng=rng,
        year=world.year,
        on=date(world.year, month, rng.randint(16, 30)),
        up_to=date(world.year, 8, 31) if rng.random() < 0.5 else date(world.year, 7, 31),
        numbers=urban_numbers,
        dates=rng.choice(("slash", "slash", "zero", "long")),
        comma=rng.random() < 0.3,
        plants=set(plants),
        omitted={name for name in names if rng.random() < 0.15}
        | ({"recommendations"} if rng.random() < 0.08 else set()),
        extent="area" if place.level == "district" else "own",
        directive=directive,
    )


def _via(case: Case) -> Act:
    """The plan that carried the directive out: of the unit's own Party committee, or of its former district's."""
    place, number = case.place, case.rng.randint(31, 98)
    issuer = str(case.terms["du"])
    if case.merged:
        district = district_of(place)
        issuer = f"{'Huyện ủy' if district.kind == 'huyện' else 'Thị ủy'} {district.name}"
        place = district
    level = {"huyện": "HU", "thị xã": "TXU"}.get(place.kind, "ĐU")
    subject = f"thực hiện Chỉ thị số {case.directive.number}"
    on = date(2021, 10, case.rng.randint(4, 28))
    return Act("Kế hoạch", f"{number}-KH/{level}", on, f"Ban Thường vụ {issuer}", subject)


def _written(
    world: World,
    place: Place,
    document: Document,
    case: Case,
    index: int,
    *,
    text: bool,
    status: str,
    suffix: str,
    shape: str,
) -> Written:
    rng = random.Random(f"{world.seed}/{place.id}/{suffix}/writer")
    if index % 11 == 7 and "mixed-orthography" not in _planted(document):
        document = in_old_spelling(document)
    stem = _file_name(place, index, suffix)
    encoding = ""
    if text:
        printed, truths = write_txt(document, rng)
        encoding = {2: "utf-8-sig", 3: "utf-16"}.get(index // 3 % 7, "utf-8")
        data = printed.encode(encoding)
        if encoding == "utf-8-sig":
            truths = [_shifted(truth) for truth in truths]
    else:
        data, truths = write_docx(document, rng, tracked=index % 4 == 1, letters=shape == "parts")
    extra = _whole_file(case, document)
    return Written(
        file=f"{stem}.{'txt' if text else 'docx'}",
        data=data,
        encoding=encoding,
        unit=place.id,
        body=case.body,
        kind="ubnd",
        extent=case.extent,
        status=status,
        truths=(*truths, *extra),
    )


def _planted(document: Document) -> str:
    return " ".join(
        str(mark.data.get("finding")) for block in document.body if hasattr(block, "text") for mark in block.text.marks
    )


def _shifted(truth: Truth) -> Truth:
    """A byte order mark stands before the text."""
    if truth.start is None or truth.end is None:
        return truth
    return replace(truth, start=truth.start + 1, end=truth.end + 1)


def _whole_file(case: Case, document: Document) -> list[Truth]:
    """Faults and near misses without words of their own, or of the letterhead."""
    found = []

    def add(kind: str, finding: str, text: str, why: str) -> None:
        found.append(Truth(kind, text, "", "", None, None, "file", {"finding": finding, "why": why}))

    add("expected", "missing-part", document.tail.signature[0], "samples are signed by nobody")
    head = document.head
    if "        /BC" in head.number:
        add("error", "missing-part", head.number, "no number")
        add("error", "missing-part", head.date, "no day")
    if not document.tail.recipients:
        add("error", "missing-part", "", "no recipients")
    titles = [block.text.text.lower() for block in document.body if hasattr(block, "role") and block.role == "heading"]
    if not any("hạn chế" in title for title in titles):
        add("error", "outline-missing", "", "no limitations")
    if not any("nhiệm vụ" in title for title in titles):
        add("error", "outline-missing", "", "no tasks")
    if case.place.full_name in _alike(case.year):
        add("near", "duplicate-report", "", "another unit of nearly the same name")
        add("near", "unit-unknown", head.left[-1], "the unit exists")
    if "near:no-parent" in case.plants:
        add("near", "missing-part", head.left[-1], "a people's committee has no parent line")
    return found


def _others(world: World, reporting: list[Place], plants: dict[str, set[str]]) -> Iterator[Written]:
    """What does not belong, and what came twice."""
    clean = [place for place in reporting if not plants[place.id]]
    again = reporting.index(clean[0])
    second = _report(world, clean[0], set(), again, status="duplicate", suffix="bản sửa")
    yield replace(second, truths=(*second.truths, _file_truth("error", "duplicate-report", "a second version")))
    copied = reporting.index(clean[1])
    first = _report(world, clean[1], set(), copied)
    stem, dot, ending = first.file.rpartition(".")
    yield replace(
        first,
        file=f"{stem} (1){dot}{ending}",
        status="duplicate",
        truths=(*first.truths, _file_truth("error", "duplicate-report", "the same bytes again")),
    )
    stray = reporting[2]
    yield _report(world, stray, set(), 2, status="other-directive", suffix="CT 12", directive=OTHER_DIRECTIVE)
    for index, (kind, name) in enumerate((("xã", "Nậm Lùng Thượng"), ("phường", "Lục Sơn Đông"))):
        unknown = Place(
            f"khong-co.{slug(name)}", "", kind, name, reporting[5].parent, "", "", ("xã Lùng Mò", "xã Pò Lục")
        )
        rng = random.Random(f"{world.seed}/{unknown.id}")
        world.facts[unknown.id] = make_facts(rng, urban=kind == "phường", scale=0.8)
        made = _report(world, unknown, set(), 30 + index, status="unknown-unit")
        wrong = replace(_file_truth("error", "unit-unknown", "there is no such unit"), text=unknown.full_name.upper())
        yield replace(made, truths=(*made.truths, wrong))


def _alike(year: int) -> tuple[str, str]:
    """Two units whose names nearly agree: neither report is the other's double."""
    return ("phường Mẫu Sơn Đông", "phường Mẫu Sơn Tây") if year == 2026 else ("phường Kỳ Sa Nội", "phường Kỳ Sa Ngoại")


def _file_truth(kind: str, finding: str, why: str) -> Truth:
    return Truth(kind, "", "", "", None, None, "file", {"finding": finding, "why": why})


def _bodies(world: World) -> Iterator[Written]:
    """The provincial bodies of 2026, whose figures are of the whole province."""
    heard = [p for p in world.communes if p.name not in SILENT[world.year]]
    reported = add_up([world.facts[place.id] for place in heard], random.Random(0))
    province = Place(PROVINCE_ID, "99", "tỉnh", PROVINCE, "vn")
    for index, body in enumerate(BODIES):
        rng = random.Random(f"{world.seed}/{body.kind}")
        case = _case(world, province, set(), rng, DIRECTIVE)
        case.body, case.extent, case.omitted = body.name, "area", set()
        document, extra = compose_body(case, body, reported)
        data, truths = write_docx(document, rng, tracked=False, letters=False)
        post = document.tail.signature[0].split("\n")[0]
        unsigned = replace(_file_truth("expected", "missing-part", "samples are signed by nobody"), text=post)
        yield Written(
            file=f"{body.file}.docx" if index % 2 else f"BC {body.file}.docx",
            data=data,
            encoding="",
            unit=PROVINCE_ID,
            body=body.name,
            kind=body.kind,
            extent="area",
            status="counted",
            truths=(*truths, *extra, unsigned),
        )


def _districts(world: World) -> Iterator[Written]:
    """The districts of 2024: two of them state a total that is less than what their own communes report."""
    for index, (district, code) in enumerate(zip(districts(), ("hccb", "cd", "hnd"), strict=True)):
        facts = world.facts[district.id]
        if index < 2:
            heard = [p for p in world.communes if p.parent == district.id and p.name not in SILENT[world.year]]
            low = sum(world.facts[place.id].orgs[code].now for place in heard) - 37 - 11 * index
            wrong = replace(facts.orgs[code], now=low, before=min(facts.orgs[code].before, low * 9 // 10))
            world.facts[district.id] = replace(facts, orgs={**facts.orgs, code: wrong})
        made = _report(world, district, set(), 40 + index)
        why = "less than what its communes report" if index < 2 else "not all of its communes have reported"
        truth = _file_truth("error" if index < 2 else "near", "unit-sum-mismatch", why)
        truth = replace(truth, data={**truth.data, "indicator": "DV-01", "cell": code})
        yield replace(made, truths=(*made.truths, truth))


def _file_name(place: Place, index: int, suffix: str) -> str:
    plain = " ".join(part.capitalize() for part in slug(place.full_name).split("-"))
    names = (
        f"BC so ket CT06 {plain}",
        f"{index + 1:02} Báo cáo {place.full_name}",
        f"{slug(place.full_name)}-bc-06-ct-tu",
        f"Báo cáo sơ kết Chỉ thị 06 ({place.full_name})",
    )
    name = names[index % 4]
    if suffix == "CT 12":
        name = f"BC CT12 {plain}"
    elif suffix:
        name += f" {suffix}"
    return name


__all__ = ["PERIODS", "SHAPES", "SILENT", "Written", "district_of", "make_world", "write_province"]
