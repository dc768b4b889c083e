"""The parts of a report as paragraphs of words and figures, without headings."""

# ruff: noqa: E501 - sentences of prose are not broken over lines
from __future__ import annotations

import dataclasses
from datetime import date
from decimal import Decimal

from . import bank, statements
from .acts import (
    ADVICE,
    DEMOCRACY,
    DEMOCRACY_LAW,
    EXAMPLE,
    FRONT,
    LEADERS,
    MASS_WORK,
    MERGER,
    PROVINCE_PLAN,
    PROVINCE_STATE_PLAN,
    RELIGION,
    STATE_MASS_WORK,
    SUPERVISION,
    Act,
)
from .case import Case
from .province import district_of
from .richtext import Text, join


def flow(*parts: Text | None) -> list[Text]:
    """One paragraph of the sentences that are there, or none."""
    there = [part for part in parts if part is not None]
    return [join(there, " ")] if there else []


def note_on(sentence: Text, note: Text) -> Text:
    """``sentence`` with a note's anchor before its full stop."""
    return Text(sentence.text[:-1], sentence.marks).noted(note) + sentence.text[-1]


def maybe_noted(case: Case, sentence: Text, figures: Text | None, share: float = 0.3) -> list[Text]:
    """The figures after the sentence, or in a note to it."""
    if figures is not None and case.chance(share):
        return [note_on(sentence, figures)]
    return flow(sentence, figures)


def profile(case: Case) -> list[Text]:
    f = case.facts
    told = case.tells("profile")
    if not told:
        return []
    urban = case.place.kind in ("phường", "thị xã")
    hamlets = case.n(f.hamlets, str(case.terms["thon"]), "hamlets")
    first = case.say(
        (
            "{Xa} có diện tích tự nhiên {s}, gồm {h} với {hh}, {p}.",
            "{Xa} có tổng diện tích tự nhiên {s}; toàn {xa} có {h}, {hh} với {p}.",
        )
        if not urban
        else ("{Xa} có diện tích {s}, {h}; dân số {hh} với {p}.",),
        s=case.real(Decimal(f.area) / 100, "km²", "area"),
        h=hamlets,
        hh=case.n(f.households, "hộ", "households"),
        p=case.n(f.people, case.rng.choice(("nhân khẩu", "người")), "people"),
    )
    return flow(first, _minority(case), _poor(case), _party(case), _merger(case))


def _minority(case: Case) -> Text:
    f = case.facts
    households = case.n(f.minority_households, "hộ", "minority_households")
    people = case.n(f.minority_people, "nhân khẩu", "minority_people")
    if case.takes("ratio:people"):
        rate = case.pct(f.minority_people, f.people, wrong=Decimal("-2.15"), decimals=2)
        rate = rate.marked("error", finding="ratio-mismatch")
    elif case.takes("near:ratio-base"):
        rate = case.pct(f.minority_households, f.households, decimals=2)
        near = (rate + " tổng số hộ").marked("near", finding="ratio-mismatch", why="of households, as the words say")
        return case.say("Đồng bào dân tộc thiểu số có {hh} với {p}, chiếm {r}.", hh=households, p=people, r=near)
    else:
        rate = case.pct(f.minority_people, f.people)
    return case.say(
        (
            "Đồng bào dân tộc thiểu số có {hh} với {p}, chiếm {r} dân số toàn {xa}.",
            "Trong đó, dân tộc thiểu số {hh}, {p}, chiếm {r} dân số.",
        ),
        hh=households,
        p=people,
        r=rate,
    )


def _poor(case: Case) -> Text:
    f = case.facts
    down = f.poor_before - f.poor
    if case.takes("change:poor"):
        wrong = case.part(
            "còn {a}, giảm {d} so với năm 2021 ({b})",
            a=case.n(f.poor, "hộ| nghèo", "poor"),
            d=case.n(down - 12, "hộ"),
            b=case.n(f.poor_before, "hộ", "poor_before"),
        )
        return case.say("Toàn {xa} {w}.", w=wrong.marked("error", finding="change-mismatch"))
    if case.takes("near:change-target"):
        goal = case.part("phấn đấu đến năm 2030 còn dưới {g} hộ nghèo", g=case.real(Decimal("1.5"), "%")).marked(
            "near", finding="ratio-mismatch", why="a target is no result"
        )
        return case.say(
            "Hiện còn {a}, chiếm {r} tổng số hộ; {g}.",
            a=case.n(f.poor, "hộ| nghèo", "poor"),
            r=case.pct(f.poor, f.households),
            g=goal,
        )
    return case.say(
        (
            "Hộ nghèo còn {a}, chiếm {r} tổng số hộ, giảm {d} so với năm 2021.",
            "Đến nay, số hộ nghèo của {xa} là {a} (tỷ lệ {r}), giảm {d} so với đầu kỳ.",
        ),
        a=case.n(f.poor, "hộ", "poor"),
        r=case.pct(f.poor, f.households),
        d=case.n(down, "hộ"),
    )


def _party(case: Case) -> Text:
    f = case.facts
    return case.say(
        (
            "Đảng bộ {xa} có {c} với {m}.",
            "Tổ chức đảng hiện có {c}, {m}.",
        ),
        c=case.n(f.cells, "chi bộ| trực thuộc", "cells"),
        m=case.n(f.party_members, "đảng viên", "party_members"),
    )


def _merger(case: Case) -> Text | None:
    if not case.merged:
        return None
    names = join([Text(name) for name in case.place.predecessors], ", ")
    if case.takes("near:known-before"):
        names = names.marked("near", finding="unit-unknown", why="they existed until 30/6/2025")
        names = names.marked("near", finding="stale-unit", why="what the unit was made of, said as history")
    sentence = case.say(
        (
            "{xa} được thành lập từ ngày 01/7/2025 trên cơ sở nhập {names} theo {c}.",
            "Từ ngày 01/7/2025, {names} được sắp xếp thành {Xa} theo {c}.",
        ),
        names=names,
        c=case.cite(MERGER, "full"),
    )
    if case.takes("near:stale-history"):
        old = district_of(case.place).full_name
        history = Text(f"Trước ngày 01/7/2025, địa bàn này thuộc {old}.")
        return sentence + " " + history.marked("near", finding="stale-unit", why="history, before the unit ended")
    return sentence


def own_acts(case: Case) -> list[Act]:
    """The documents by which the unit carried the directive out, in the order of their dates."""
    rng, place = case.rng, case.place
    state_unit = "VHXH" if case.merged else "NV"
    said = f"Chỉ thị số {case.directive.number}"
    acts = []
    if case.merged:
        old, district = case.place.predecessors[0], district_of(place)
        wing = "Huyện ủy" if district.kind == "huyện" else "Thị ủy"
        symbol = "HU" if district.kind == "huyện" else "TXU"
        acts += [
            Act("Kế hoạch", f"{rng.randint(31, 98)}-KH/{symbol}", date(2021, 10, rng.randint(4, 28)),
                f"Ban Thường vụ {wing} {district.name}", f"thực hiện {said}"),
            Act("Kế hoạch", f"{rng.randint(11, 76)}/KH-UBND", date(2021, 11, rng.randint(3, 27)),
                f"UBND {old} (cũ)", f"triển khai thực hiện {said}"),
            Act("Kế hoạch", f"{rng.randint(11, 48)}-KH/ĐU", date(2025, 9, rng.randint(3, 27)),
                f"Ban Thường vụ Đảng ủy {place.kind}", f"tiếp tục thực hiện {said}"),
            Act("Kế hoạch", f"{rng.randint(12, 96)}/KH-UBND", date(2025, 10, rng.randint(3, 27)),
                f"UBND {place.kind}", f"tiếp tục triển khai {said}"),
            Act("Công văn", f"{rng.randint(105, 480)}/UBND-{state_unit}", date(2026, 3, rng.randint(3, 27)),
                f"UBND {place.kind}", "về việc đẩy mạnh phát triển đoàn viên, hội viên"),
        ]  # fmt: skip
    else:
        level = "HU" if place.kind == "huyện" else "TXU" if place.kind == "thị xã" else "ĐU"
        committee = str(case.terms["du"])
        acts += [
            Act("Kế hoạch", f"{rng.randint(11, 98)}-KH/{level}", date(2021, 10, rng.randint(4, 28)),
                f"Ban Thường vụ {committee}", f"thực hiện {said}"),
            Act("Kế hoạch", f"{rng.randint(11, 196)}/KH-UBND", date(2021, 11, rng.randint(3, 27)),
                f"UBND {place.kind}", f"triển khai thực hiện {said}"),
            Act("Công văn", f"{rng.randint(105, 980)}/UBND-{state_unit}", date(2022, 4, rng.randint(3, 27)),
                f"UBND {place.kind}", "về việc đẩy mạnh phát triển đoàn viên, hội viên"),
            Act("Kế hoạch", f"{rng.randint(11, 196)}/KH-UBND", date(2023, 2, rng.randint(3, 27)),
                f"UBND {place.kind}", "thực hiện công tác dân vận của chính quyền năm 2023"),
            Act("Công văn", f"{rng.randint(105, 980)}/UBND-{state_unit}", date(2024, 1, rng.randint(3, 27)),
                f"UBND {place.kind}", "về việc nâng cao tỷ lệ tập hợp đoàn viên, hội viên"),
        ]  # fmt: skip
    if case.via is not None:
        acts[0] = case.via
    return [act for act in _after(case.directive, acts) if act.on is None or act.on < case.on][: case.facts.documents]


def _after(directive: Act, acts: list[Act]) -> list[Act]:
    """What carries out a later directive than that of 2021 came as many years later."""
    if directive.on is None or directive.on.year == 2021:
        return acts
    later = directive.on.year - 2021
    return [
        dataclasses.replace(act, on=act.on.replace(year=act.on.year + later))
        if act.on and act.on < directive.on
        else act
        for act in acts
    ]


def documents(case: Case) -> list[Text]:
    """Which documents were issued; they are listed in a note, or in the text."""
    acts = own_acts(case)
    listed = [_listed(case, act) for act in acts]
    if case.takes("chronology:own"):
        early = dataclasses.replace(acts[1], on=date(2021, 3, 12))
        listed[1] = _listed(case, early).marked("error", finding="date-chronology")
    older_sentence = None
    if case.takes("near:chronology-older"):
        older = case.cite(FRONT, "full").marked("near", finding="date-chronology", why="older, and merely cited")
        older_sentence = case.say("Cùng với đó, địa phương tiếp tục thực hiện {o}.", o=older)
    if case.takes("incomplete:blank-number"):
        blank = case.cite(acts[-1], "full", number="    /KH-UBND", typed="Kế hoạch")
        blank = _unnumbered(blank, acts[-1])
        listed[-1] = blank.marked("error", finding="citation-incomplete")
    if case.takes("incomplete:no-number"):
        nameless = Text(f"Công văn ngày 15/5/{case.year} của UBND {case.place.kind}")
        listed.append(nameless.marked("error", finding="citation-incomplete"))
    count = len(acts)
    numbered = case.n(count, "văn bản", "documents")
    listing = join(listed, "; ") + "."
    if case.tells("documents") and case.chance(0.75):
        sentence = case.say(
            (
                "Cấp ủy, chính quyền đã ban hành {n} để chỉ đạo, hướng dẫn thực hiện Chỉ thị.",
                "Để cụ thể hóa {ct_bare}, địa phương đã ban hành {n} lãnh đạo, chỉ đạo, đôn đốc thực hiện.",
            ),
            n=numbered,
        )
        return flow(note_on(sentence, listing), older_sentence)
    told = case.say(("Các văn bản đã ban hành gồm: {l}", "Cụ thể đã ban hành: {l}"), l=listing)
    return flow(told, older_sentence)


def _listed(case: Case, act: Act) -> Text:
    text = case.cite(act, "full")
    subject = act.subject
    said = f"Chỉ thị số {case.directive.number}"
    if said in subject:
        before, _, after = subject.partition(said)
        return text + " " + before + case.cite(case.directive, "symbol") + after
    return text + " " + subject


def _unnumbered(text: Text, act: Act) -> Text:
    marks = []
    for mark in text.marks:
        if mark.kind == "citation":
            data = {**mark.data, "symbol": None}
            mark = dataclasses.replace(mark, data=data)
        marks.append(mark)
    return Text(text.text, tuple(marks))


def leadership(case: Case) -> list[Text]:
    """How the directive was made known."""
    paragraphs = []
    thoughts = case.some(bank.LEADERSHIP, 2, 3)
    grounds = case.say(
        (
            "Trên cơ sở {ct} và {p}, cấp ủy, chính quyền {xa} đã tổ chức triển khai nghiêm túc, kịp thời.",
            "Thực hiện {ct}; {p} và {s}, địa phương đã tập trung lãnh đạo, chỉ đạo với nhiều giải pháp đồng bộ.",
        ),
        p=case.cite(PROVINCE_PLAN, case.rng.choice(("full", "symbol"))),
        s=case.cite(PROVINCE_STATE_PLAN, "full"),
    )
    paragraphs += flow(grounds, thoughts[0])
    paragraphs += maybe_noted(case, thoughts[1], statements.sessions(case))
    paragraphs += flow(*thoughts[2:], statements.broadcasts(case))
    return paragraphs


def awareness(case: Case) -> list[Text]:
    """What else was made known, with the plants on citations."""
    parts: list[Text | None] = [
        case.say(
            (
                "Việc quán triệt Chỉ thị được gắn với học tập {e}, với {m}.",
                "Cùng với Chỉ thị, địa phương tiếp tục phổ biến {m} và {e} bằng nhiều hình thức.",
            ),
            e=case.cite(EXAMPLE, case.rng.choice(("full", "symbol"))),
            m=case.cite(MASS_WORK, "full"),
        )
    ]
    if case.takes("near:same-symbol"):
        twin = case.part("{a} {s}", a=case.cite(RELIGION, "full"), s=RELIGION.subject).marked(
            "near", finding="citation-conflict", why="two documents share the number; the dates and subjects differ"
        )
        parts.append(case.say("Đồng thời, tiếp tục thực hiện {t} ở những nơi có đông tín đồ.", t=twin))
    if case.takes("conflict:known"):
        wrong = case.cite(SUPERVISION, "full", on=date(2013, 11, 12)).marked("error", finding="citation-conflict")
        parts.append(case.say("Công tác phản biện xã hội được triển khai theo {w}.", w=wrong))
    if case.takes("malformed:order"):
        wrong = case.cite(ADVICE, "full", number="218/QĐ-TW").marked("error", finding="citation-malformed")
        parts.append(case.say("Việc góp ý xây dựng Đảng, xây dựng chính quyền thực hiện theo {w}.", w=wrong))
    if case.takes("malformed:space"):
        wrong = case.cite(STATE_MASS_WORK, "full", number="33CT-TTg").marked("error", finding="citation-malformed")
        parts.append(case.say("{ub} đã triển khai {w} đến cán bộ, công chức.", w=wrong))
    if case.takes("near:malformed-rare"):
        rare = case.cite(LEADERS, "full").marked("near", finding="citation-malformed", why="QĐi is a Party type")
        parts.append(case.say("Người đứng đầu cấp ủy thực hiện tiếp dân, đối thoại theo {w}.", w=rare))
    if case.takes("near:short-after-full"):
        short = case.cite(MASS_WORK, "short").marked("near", finding="citation-incomplete", why="named in full before")
        parts.append(case.say("Nội dung {w} được đưa vào sinh hoạt chuyên đề của các chi bộ.", w=short))
    if case.takes("near:law-by-name"):
        law = case.cite(DEMOCRACY_LAW, "name").marked("near", finding="citation-incomplete", why="laws go by name")
        parts.append(case.say("Chính quyền tổ chức phổ biến {w} và {d}.", w=law, d=case.cite(DEMOCRACY, "full")))
    return flow(*parts)


def coordination(case: Case) -> list[Text]:
    rng, place = case.rng, case.place
    on = date(2025, 8, rng.randint(5, 26)) if case.merged else date(2021, 10, rng.randint(12, 28))
    rule = Act(
        "Quy chế",
        f"0{rng.randint(1, 9)}/QCPH-UBND-UBMTTQ",
        on,
        "",
        f"phối hợp công tác giữa UBND {place.kind} với Ủy ban MTTQ Việt Nam {place.kind}",
    )
    first = case.say(
        (
            "{ub} và {mt} đã ký kết, thực hiện {r} {s}.",
            "Công tác phối hợp được thực hiện theo {r} {s}.",
        ),
        r=case.cite(rule, "dated"),
        s=rule.subject,
    )
    parts = [first, *case.some(bank.COORDINATION, 1, 2)]
    if case.tells("rules"):
        count = case.n(case.facts.rules, "quy chế, chương trình| phối hợp", "rules")
        parts.append(case.say("Đến nay, {ub} duy trì {n} với {mt_short} và các đoàn thể còn hiệu lực.", n=count))
    if case.takes("conflict:own"):
        other = dataclasses.replace(rule, on=date(rule.on.year, rule.on.month, min(28, rule.on.day + 2)))
        wrong = case.cite(other, "dated").marked("error", finding="citation-conflict")
        parts.append(case.say("Hằng năm, hai bên đánh giá kết quả thực hiện {w}.", w=wrong))
    if case.takes("near:period-rules"):
        near = Text("giai đoạn 2021 - 2025").marked(
            "near", finding="period-mismatch", why="the term of the coordination rules, not of the report"
        )
        parts.append(case.say("Chương trình phối hợp {p} đã được tổng kết, đánh giá.", p=near))
    if case.takes("near:period-first-years"):
        near = Text("Sau 02 năm đầu triển khai").marked(
            "near", finding="period-mismatch", why="a part of the period, said as such"
        )
        parts.append(near + ", các bên đã rút kinh nghiệm và bổ sung nội dung phối hợp.")
    return flow(*parts)


def party_results(case: Case) -> list[Text]:
    return flow(*case.some(bank.PARTY_RESULTS, 1, 2), statements.meetings(case))


def government_results(case: Case) -> list[Text]:
    told = case.some(bank.GOVERNMENT_RESULTS, 2, 3)
    extra = None
    if case.takes("abbreviation:first"):
        wrong = Text("CSVCHT").marked("error", finding="abbreviation-undefined")
        extra = case.say("Việc đầu tư {w} phục vụ sinh hoạt cộng đồng được ưu tiên.", w=wrong)
    if case.takes("abbreviation:second"):
        wrong = Text("HTXSNV").marked("error", finding="abbreviation-undefined")
        extra = case.say("Kết quả chấm điểm công tác dân vận chính quyền hằng năm của {xa} đều đạt mức {w}.", w=wrong)
    if case.takes("near:abbreviation-defined"):
        near = Text("DVCTT").marked("near", finding="abbreviation-undefined", why="written out at its first use")
        extra = case.say(
            "Tỷ lệ hồ sơ nộp qua dịch vụ công trực tuyến (DVCTT) tăng qua từng năm; đoàn thể hướng dẫn hội viên sử dụng {w}.",
            w=near,
        )
    if case.takes("near:abbreviation-common"):
        near = Text("HĐND").marked("near", finding="abbreviation-undefined", why="everybody writes it so")
        extra = case.say("Các kỳ họp {w} đều có đại diện {mt_short} và đoàn thể tham dự.", w=near)
    return [
        *flow(told[0], statements.dialogues(case)),
        *flow(*told[1:], extra, statements.budget(case)),
        *flow(statements.loans(case)),
    ]


def front_results(case: Case) -> list[Text]:
    told = case.some(bank.FRONT_RESULTS, 3, 4)
    found = [
        *flow(told[0], statements.festivals(case)),
        *maybe_noted(case, told[1], statements.models(case)),
        *flow(told[2], statements.roads(case)),
        *flow(statements.fund(case), *_private(case)),
        *flow(*told[3:], statements.clubs(case)),
    ]
    if case.takes("near:attendances"):
        people = case.facts.people
        often = case.n(people * 2 + 318, "lượt người", "").marked(
            "near", finding="implausible-magnitude", why="attendances may exceed the population"
        )
        found += flow(case.say("Các hoạt động văn hóa, thể thao trong kỳ thu hút {a} tham gia.", a=often))
    if case.takes("near:magnitude-plan"):
        over = Text("đạt ").__add__(case.real(Decimal("112.5"), "%")) + " kế hoạch"
        over = over.marked("near", finding="implausible-magnitude", why="a plan may be exceeded")
        found += flow(case.say("Việc thu Quỹ “Đền ơn đáp nghĩa” hằng năm {a}.", a=over))
    if case.takes("magnitude:rate"):
        over = case.part(
            "{a}, chiếm {r}",
            a=case.ratio(case.facts.households + 1260, case.facts.households, "hộ"),
            r=case.pct(case.facts.households + 1260, case.facts.households),
        ).marked("error", finding="implausible-magnitude", also=["ratio-mismatch"])
        found += flow(case.say("Số hộ đăng ký gia đình văn hóa năm qua là {a} tổng số hộ.", a=over))
    return found


def _private(case: Case) -> list[Text]:
    """Personal data of somebody who does not exist, and public numbers that are none."""
    found = []
    if case.takes("personal:id"):
        wrong = Text("CCCD số 000199000123").marked("error", finding="personal-data")
        found.append(case.say("Trong đó có hộ bà Nông Thị Ví Dụ ({w}) được hỗ trợ làm nhà.", w=wrong))
    if case.takes("personal:phone"):
        wrong = Text("số điện thoại 0900 000 123").marked("error", finding="personal-data")
        found.append(case.say("Đầu mối tiếp nhận ủng hộ ở {thon_one} là ông Lý Văn Thí Dụ, {w}.", w=wrong))
    if case.takes("near:hotline"):
        near = Text("đường dây nóng của UBND {xa}: 02050.000.111".replace("{xa}", case.place.kind)).marked(
            "near", finding="personal-data", why="the number of an office"
        )
        found.append(case.say("Nhân dân phản ánh việc thu, chi quỹ qua {w}.", w=near))
    return found


def supervision(case: Case) -> list[Text]:
    return flow(statements.supervision(case), statements.voters(case))


def people_of_prestige(case: Case) -> list[Text]:
    return flow(statements.prestige(case), statements.reserve(case))


def organisation(case: Case) -> list[Text]:
    told = case.some(bank.ORGANISATION_RESULTS, 1, 2)
    return [
        *maybe_noted(case, told[-1], statements.training(case), 0.2),
        *flow(*told[:-1], statements.admissions(case), statements.rewards(case)),
    ]


def membership(case: Case, *, annexed: bool) -> list[Text]:
    """Members by organisation: some sentences, and where the table is."""
    closing = case.say(
        (
            "Số liệu cụ thể tại Phụ lục kèm theo.",
            "(Có phụ lục kèm theo).",
            "Kết quả chi tiết thể hiện ở phụ lục kèm theo báo cáo.",
        )
    )
    told = flow(statements.membership(case), statements.growth(case))
    if not annexed:
        return [*told, statements.rates(case)]
    if case.chance(0.25):
        return [note_on(told[0], statements.rates(case)) + " " + closing]
    return flow(*told, closing)
