"""Sentences with figures: one function a statement. Each returns None where the report does not make it.

The faults and near misses that concern a single sentence are placed here, where the sentence is written.
"""

# ruff: noqa: E501 - sentences of prose are not broken over lines
from __future__ import annotations

from decimal import Decimal

from .acts import CREDIT, SUPERVISION
from .case import Case
from .numbers import percentage
from .richtext import Text, join

ORG_NAMES = {
    "dtn": ("Đoàn TNCS Hồ Chí Minh", "Đoàn Thanh niên", "đoàn viên"),
    "hlhpn": ("Hội Liên hiệp Phụ nữ", "Hội Liên hiệp Phụ nữ", "hội viên"),
    "hnd": ("Hội Nông dân", "Hội Nông dân", "hội viên"),
    "hccb": ("Hội Cựu chiến binh", "Hội Cựu chiến binh", "hội viên"),
    "cd": ("Công đoàn", "Công đoàn", "đoàn viên"),
}
FIELD_NAMES = (
    "lĩnh vực kinh tế",
    "lĩnh vực văn hóa - xã hội",
    "lĩnh vực quốc phòng - an ninh",
    "xây dựng hệ thống chính trị",
)


def sessions(case: Case) -> Text | None:
    if not case.tells("sessions"):
        return None
    f = case.facts
    total = case.n(f.sessions, case.rng.choice(("hội nghị", "cuộc")), "sessions")
    heard = case.about(f.attendances, "lượt người", "attendances")
    if case.takes("sum:sessions"):
        faulty = case.part(
            "{total}, gồm {own} quán triệt riêng và {joint} lồng ghép",
            total=total,
            own=case.n(f.sessions_own, "hội nghị", "sessions", cell="rieng"),
            joint=case.n(f.sessions_joint + 7, "hội nghị", "sessions", cell="long-ghep"),
        )
        return case.say(
            "Đến nay, địa phương đã tổ chức được {part}, với {heard} tham dự.",
            part=faulty.marked("error", finding="sum-mismatch"),
            heard=heard,
        )
    return case.say(
        (
            "Trong {years}, {du} và {ub} đã phối hợp tổ chức {total} quán triệt, tuyên truyền Chỉ thị với {heard} tham dự; trong đó có {own} riêng và {joint} lồng ghép.",
            "Kết quả, đã tổ chức được {total} phổ biến, quán triệt Chỉ thị, thu hút {heard} tham gia ({own} riêng, {joint} lồng ghép với sinh hoạt chi bộ, đoàn thể).",
            "Toàn {xa} đã mở {total} quán triệt, gồm {own} chuyên đề và {joint} kết hợp, có {heard} dự.",
        ),
        total=total,
        heard=heard,
        own=case.n(f.sessions_own, "cuộc", "sessions", cell="rieng"),
        joint=case.n(f.sessions_joint, "cuộc", "sessions", cell="long-ghep"),
    )


def broadcasts(case: Case) -> Text | None:
    if not case.tells("broadcasts"):
        return None
    return case.say(
        (
            "Hệ thống truyền thanh và trang thông tin điện tử đã đăng, phát {n} về hoạt động của các đoàn thể.",
            "Đã phát {n} trên loa truyền thanh và các trang mạng xã hội của địa phương.",
        ),
        n=case.n(case.facts.broadcasts, "lượt tin, bài", "broadcasts"),
    )


def inspections(case: Case) -> Text | None:
    if not case.tells("inspections"):
        return None
    f = case.facts
    first = case.say(
        (
            "Trong kỳ, {du} và {ub} đã tiến hành {a} việc thực hiện Chỉ thị tại {b}; qua kiểm tra đã kịp thời nhắc nhở, uốn nắn những nơi triển khai chậm.",
            "Từ năm 2021 đến nay đã tổ chức {a} đối với {b} về kết quả thực hiện Chỉ thị.",
            "Công tác kiểm tra được duy trì hằng năm, đã thực hiện {a} tại {b}.",
        ),
        a=case.n(f.inspections, "cuộc| kiểm tra, giám sát", "inspections"),
        b=case.n(f.inspected, "lượt chi bộ, đơn vị", "inspected"),
    )
    if "faults" in case.omitted:
        return first
    return (
        first
        + " "
        + case.say(
            (
                "Qua kiểm tra đã chỉ ra {a} cần chấn chỉnh, đến nay đã khắc phục xong {b}.",
                "Đoàn kiểm tra yêu cầu khắc phục {a}; các đơn vị đã khắc phục được {b}.",
            ),
            a=case.n(f.faults, "nội dung", "faults"),
            b=case.n(f.fixed, "nội dung", "fixed"),
        )
    )


def meetings(case: Case) -> Text | None:
    if not case.tells("meetings"):
        return None
    return case.say(
        (
            "Cấp ủy đã chủ trì {n} định kỳ với {mt_short} và các đoàn thể, sau mỗi phiên đều có thông báo kết luận.",
            "Thường trực cấp ủy tổ chức {n} với {mt_short} và các đoàn thể để nghe phản ánh tình hình Nhân dân.",
        ),
        n=case.n(case.facts.meetings, "phiên| làm việc", "meetings"),
    )


def loans(case: Case) -> Text | None:
    if not case.tells("loans"):
        return None
    f = case.facts
    return case.say(
        (
            "Thực hiện {c}, các đoàn thể nhận ủy thác đã giúp {b} vay vốn ưu đãi với tổng dư nợ {m}; vận động thành lập {h}.",
            "Nguồn vốn ủy thác qua các đoàn thể đạt dư nợ {m}, cho {b} vay phát triển sản xuất; hỗ trợ thành lập {h} do đoàn viên, hội viên làm nòng cốt.",
        ),
        c=case.cite(CREDIT),
        m=case.money(f.loans, "loans"),
        b=case.n(f.borrowers, "hộ", "borrowers"),
        h=case.n(f.cooperatives, "hợp tác xã, tổ hợp tác", "cooperatives"),
    )


def dialogues(case: Case) -> Text | None:
    if not case.tells("dialogues"):
        return None
    f = case.facts
    wrong = Decimal("4.5") if case.takes("ratio:dialogue") else None
    rate = case.pct(f.dialogue_answered, f.dialogue_opinions, "dialogue_rate", wrong=wrong)
    if wrong:
        rate = rate.marked("error", finding="ratio-mismatch")
    if case.takes("near:ratio-rounded"):
        rate = case.pct(f.dialogue_answered, f.dialogue_opinions, "dialogue_rate", decimals=0)
        rate = rate.marked("near", finding="ratio-mismatch", why="rounded to the digit printed")
    return case.say(
        (
            "Người đứng đầu cấp ủy, chính quyền đã đối thoại trực tiếp với Nhân dân {times}, tiếp nhận {b}; đã trả lời, giải quyết {c}, đạt {p}.",
            "Đã tổ chức {a} giữa người đứng đầu cấp ủy, chính quyền với Nhân dân, ghi nhận {b}, trong đó {c} đã được trả lời, đạt {p}.",
        ),
        times=case.n(f.dialogues, "cuộc", "dialogues"),
        a=case.n(f.dialogues, "cuộc| đối thoại", "dialogues"),
        b=case.n(f.dialogue_opinions, "ý kiến", "dialogue_opinions"),
        c=case.n(f.dialogue_answered, "ý kiến", "dialogue_answered"),
        p=rate,
    )


def voters(case: Case) -> Text | None:
    if not case.tells("voters"):
        return None
    f = case.facts
    told = case.say(
        (
            "{mt} phối hợp với Thường trực HĐND tổ chức cho đại biểu tiếp xúc cử tri tại {a}, có {v} tham gia với {o}.",
            "Qua {a}, đại biểu HĐND các cấp đã tiếp xúc với {v}, tiếp thu {o} gửi các cơ quan có thẩm quyền xem xét.",
        ),
        a=case.n(f.voter_meetings, "lượt điểm", "voter_meetings"),
        v=case.about(f.voters, "lượt cử tri", "voters"),
        o=case.n(f.voter_opinions, "ý kiến, kiến nghị", "voter_opinions"),
    )
    if "answers" in case.omitted:
        return told
    return (
        told
        + " "
        + case.say(
            (
                "Đến nay, {a} của cử tri đã được giải quyết, trả lời, đạt {p}.",
                "Các cơ quan có thẩm quyền đã giải quyết, trả lời {a} của cử tri (đạt {p}).",
            ),
            a=case.n(f.voter_answered, "ý kiến, kiến nghị", "voter_answered"),
            p=case.pct(f.voter_answered, f.voter_opinions, "voter_rate"),
        )
    )


def festivals(case: Case) -> Text | None:
    if not case.tells("festivals"):
        return None
    f = case.facts
    return case.say(
        (
            "Hằng năm có {r} tổ chức “*Ngày hội Đại đoàn kết toàn dân tộc*” trang trọng, tiết kiệm, gắn với biểu dương gia đình tiêu biểu.",
            "“*Ngày hội Đại đoàn kết toàn dân tộc*” được tổ chức tại {r}, có cả phần lễ và phần hội, tạo không khí đầm ấm trong khu dân cư.",
        ),
        r=case.ratio(f.festivals, f.hamlets, "khu dân cư", "festivals"),
    )


def models(case: Case) -> Text | None:
    if not case.tells("models"):
        return None
    total = sum(case.facts.models)
    printed = total + 1 if case.takes("sum:models") else total
    parts = join(
        [
            case.n(count, "mô hình", "models", cell=field) + f" {name}"
            for count, field, name in zip(
                case.facts.models, ("kinh-te", "van-hoa", "an-ninh", "he-thong"), FIELD_NAMES, strict=True
            )
        ],
        ", ",
    )
    if case.takes("near:sum-open"):
        some = case.n(case.facts.models[0], "mô hình", "models", cell="kinh-te") + f" {FIELD_NAMES[0]}"
        some += " và " + case.n(case.facts.models[2], "mô hình", "models", cell="an-ninh") + f" {FIELD_NAMES[2]}"
        open_list = case.n(total, "mô hình", "models") + " “*Dân vận khéo*”, trong đó có " + some
        marked = open_list.marked("near", finding="sum-mismatch", why="the list does not claim to be complete")
        return case.say("Toàn {xa} hiện duy trì {m} hoạt động có hiệu quả.", m=marked)
    head = case.n(printed, "mô hình", "models")
    listed = head + " “*Dân vận khéo*” đang hoạt động, gồm: " + parts
    if printed != total:
        listed = listed.marked("error", finding="sum-mismatch")
    told = case.say(("Toàn {xa} có {m}.", "Đến nay, trên địa bàn {xa} có {m}."), m=listed)
    if "recognised" in case.omitted:
        return told
    known = case.n(case.facts.recognised, "mô hình", "recognised")
    return told + " " + case.say("Trong kỳ có {n} “*Dân vận khéo*” được cấp trên công nhận, biểu dương.", n=known)


def fund(case: Case) -> Text | None:
    if not case.tells("fund"):
        return None
    f = case.facts
    if case.takes("magnitude:fund"):
        money = case._figure("200.000", Decimal(200_000), "đồng", "fund", "", "hơn", 200_000)
        money = money.marked("error", finding="implausible-magnitude")
    else:
        money = case.money(f.fund, "fund")
        if case.takes("near:personal-money"):
            money = case.money(f.fund, "fund", may_round=False)
            money = money.marked("near", finding="personal-data", why="a sum of money, not a number of a person")
    return case.say(
        (
            "Quỹ “*Vì người nghèo*” vận động được {m}; từ nguồn quỹ và các nguồn xã hội hóa đã hỗ trợ xây mới, sửa chữa {a} Đại đoàn kết cho hộ nghèo, tặng {g} trong các dịp lễ, Tết.",
            "Các tầng lớp Nhân dân, cơ quan, đơn vị đã ủng hộ Quỹ “*Vì người nghèo*” {m}, giúp xây dựng, sửa chữa {a} Đại đoàn kết; trao {g} cho gia đình chính sách, hộ nghèo.",
        ),
        m=money,
        a=case.n(f.houses, "căn nhà", "houses"),
        g=case.about(f.gifts, "suất quà", "gifts"),
    )


def roads(case: Case) -> Text | None:
    if not case.tells("roads"):
        return None
    return case.say(
        (
            "Đoàn viên, hội viên và Nhân dân đã hiến {a}, đóng góp {b} làm đường giao thông, công trình công cộng.",
            "Thông qua vận động, Nhân dân tự nguyện hiến {a} và góp {b} để mở rộng đường liên {thon_one}.",
        ),
        a=case.about(case.facts.land, "m² đất", "land"),
        b=case.n(case.facts.labour, "ngày công", "labour"),
    )


def supervision(case: Case) -> Text | None:
    if not case.tells("supervision"):
        return None
    f = case.facts
    return case.say(
        (
            "Thực hiện {c}, {mt_short} và các đoàn thể đã chủ trì {a}, tổ chức {b}, tham gia {d} vào dự thảo văn bản của cấp ủy, chính quyền.",
            "{mt_Short} và các đoàn thể chủ trì {a}, tiến hành {b} theo {c}; gửi {d} đối với các dự thảo văn bản.",
        ),
        c=case.cite(SUPERVISION, case.rng.choice(("full", "symbol"))),
        a=case.n(f.supervisions, "cuộc| giám sát", "supervisions"),
        b=case.n(f.criticisms, "cuộc| phản biện xã hội", "criticisms"),
        d=case.n(f.opinions_on_drafts, "ý kiến góp ý", "opinions_on_drafts"),
    )


def prestige(case: Case) -> Text | None:
    if not case.tells("prestige"):
        return None
    f = case.facts
    return case.say(
        (
            "Đã tổ chức {c} gặp mặt, biểu dương với {a} tham dự, qua đó phát huy vai trò của già làng, trưởng bản trong vận động Nhân dân; thăm hỏi, tặng quà {b} chức sắc, chức việc nhân dịp lễ trọng.",
            "Cấp ủy, chính quyền, {mt_short} tổ chức {c} gặp mặt {a}; thăm hỏi, động viên {b} chức sắc, chức việc các tôn giáo.",
        ),
        c=case.n(f.gatherings, "cuộc", "gatherings"),
        a=case.n(f.prestige, "lượt người| có uy tín", "prestige"),
        b=case.n(f.visits, "lượt", "visits"),
    )


def clubs(case: Case) -> Text | None:
    if not case.tells("clubs"):
        return None
    f = case.facts
    return case.say(
        (
            "Các loại hình tập hợp tiếp tục được mở rộng, đã thành lập {a} theo nghề nghiệp, sở thích và {b} mạng xã hội do đoàn thể quản lý.",
            "Trong kỳ đã thành lập {a} để tập hợp hội viên theo nghề nghiệp; vận hành {b} trên mạng xã hội để trao đổi với đoàn viên, hội viên.",
        ),
        a=case.n(f.clubs, "câu lạc bộ, tổ, nhóm", "clubs"),
        b=case.n(f.pages, "trang, nhóm", "pages"),
    )


def training(case: Case) -> Text | None:
    if not case.tells("training"):
        return None
    f = case.facts
    trained = case.n(f.trained, "lượt cán bộ", "trained")
    if case.takes("near:range"):
        trained = (
            trained
            + " (mỗi lớp từ "
            + case._figure("25-30", {"low": 25, "high": 30}, "người", "", "", "").marked(
                "near", finding="sum-mismatch", why="a range in each class is no sum"
            )
            + ")"
        )
    return case.say(
        (
            "Trong kỳ đã mở {a} nghiệp vụ cho {b} Mặt trận, đoàn thể ở {xa} và {thon}.",
            "Đã phối hợp tổ chức {a} tập huấn, bồi dưỡng với {b} làm công tác Mặt trận, đoàn thể tham gia.",
        ),
        a=case.n(f.classes, "lớp", "classes"),
        b=trained,
    )


def admissions(case: Case) -> Text | None:
    if not case.tells("admissions"):
        return None
    f = case.facts
    return case.say(
        (
            "Qua phong trào, các đoàn thể đã giới thiệu {a} cho Đảng xem xét, bồi dưỡng; có {b} được kết nạp vào Đảng.",
            "Từ phong trào quần chúng, {a} được giới thiệu với Đảng, trong đó {b} đã được kết nạp.",
        ),
        a=case.n(f.introduced, "đoàn viên, hội viên| ưu tú", "introduced"),
        b=case.n(f.admitted_party, case.rng.choice(("quần chúng", "đồng chí")), "admitted_party"),
    )


def rewards(case: Case) -> Text | None:
    if not case.tells("rewards"):
        return None
    f = case.facts
    return case.say(
        (
            "Đã biểu dương, khen thưởng {a} và {b} có thành tích trong công tác vận động quần chúng.",
            "Có {a}, {b} được các cấp khen thưởng.",
        ),
        a=case.n(f.rewarded_groups, "lượt tập thể", "rewarded_groups"),
        b=case.n(f.rewarded_people, "lượt cá nhân", "rewarded_people"),
    )


def budget(case: Case) -> Text | None:
    if not case.tells("budget"):
        return None
    return case.say(
        (
            "Trong {years}, ngân sách đã bố trí {m} kinh phí cho công tác vận động quần chúng.",
            "Tổng kinh phí bố trí cho công tác vận động quần chúng của {mt_short} và các đoàn thể là {m}.",
        ),
        m=case.money(case.facts.budget, "budget"),
    )


def reserve(case: Case) -> Text | None:
    if not case.tells("reserve"):
        return None
    return case.say(
        (
            "Lực lượng nòng cốt trong các phong trào quần chúng được quan tâm xây dựng, hiện có {a}.",
            "Toàn {xa} đã xây dựng được {a} trong các phong trào ở cơ sở.",
        ),
        a=case.n(case.facts.reserve, "hội viên| nòng cốt", "reserve"),
    )


def membership(case: Case) -> Text:
    """The sentence that sums the table up: members of all organisations, and the rate for two of them."""
    f = case.facts
    women, youth = f.orgs["hlhpn"], f.orgs["dtn"]
    printed = women.now + 19 if case.takes("appendix:women") else women.now
    women_now = case.n(printed, "hội viên", "members", cell="hlhpn")
    if printed != women.now:
        women_now = women_now.marked("error", finding="body-appendix-mismatch")
    rate = case.pct(youth.now, youth.eligible)
    if case.takes("near:appendix-rounded"):
        women_now = case.n(printed // 100 * 100, "hội viên", "members", cell="hlhpn", qualifier="trên")
        women_now = women_now.marked(
            "near", finding="body-appendix-mismatch", why="'trên' covers the exact value below"
        )
    return case.say(
        (
            "Hội Liên hiệp Phụ nữ {xa} hiện có {w} sinh hoạt tại {c}; Đoàn Thanh niên tập hợp được {y} trong tổng số {e} trong độ tuổi, đạt {r}.",
            "Trong đó, Đoàn Thanh niên có {y}/{e2}, đạt tỷ lệ {r}; Hội Liên hiệp Phụ nữ có {w}, sinh hoạt ở {c}.",
        ),
        w=women_now,
        c=case.n(women.branches, "chi hội", "branches", cell="hlhpn"),
        y=case.n(youth.now, "đoàn viên", "members", cell="dtn"),
        e=case.n(youth.eligible, "thanh niên", "eligible", cell="dtn"),
        e2=case.n(youth.eligible, "thanh niên| trong độ tuổi", "eligible", cell="dtn"),
        r=rate,
    )


def rates(case: Case) -> Text:
    """Members and rate of every organisation, in one sentence with semicolons."""
    parts = [
        case.part(
            "{name} {now} (đạt {rate})",
            name=name,
            now=case.n(one.now, unit, "members", cell=code),
            rate=case.pct(one.now, one.eligible, decimals=2),
        )
        for code, (_, name, unit) in ORG_NAMES.items()
        for one in (case.facts.orgs[code],)
    ]
    return case.say(
        ("Kết quả tập hợp của từng tổ chức là: {list}.", "Cụ thể theo từng tổ chức: {list}."), list=join(parts, "; ")
    )


def growth(case: Case) -> Text:
    """How one organisation has grown since 2021: now, change, before."""
    farmers = case.facts.orgs["hnd"]
    before, now = farmers.before, farmers.now
    change = now - before
    base = "2021"
    if case.takes("change:farmers"):
        change += 30
        wrong = case.part(
            "{a}, tăng {d} so với năm {base} ({b})",
            a=case.n(now, "hội viên", "members", cell="hnd"),
            d=case.n(change, "hội viên"),
            base=base,
            b=case.n(before, "hội viên", "members_before", cell="hnd"),
        )
        return case.say("Hội Nông dân có {x}.", x=wrong.marked("error", finding="change-mismatch"))
    if case.takes("near:change-points"):
        first, last = percentage(before, farmers.eligible, 1), percentage(now, farmers.eligible, 1)
        points = case.part(
            "từ {a} năm {base} lên {b}, tăng {d}",
            a=case.real(first, "%"),
            b=case.real(last, "%"),
            d=case.real(last - first, "điểm phần trăm"),
            base=base,
        )
        points = points.marked("near", finding="change-mismatch", why="a difference of percentages, in points")
        return case.say("Tỷ lệ tập hợp hội viên Hội Nông dân tăng {x}.", x=points)
    return case.say(
        (
            "Hội Nông dân {xa} có {a}, tăng {d} so với năm {base}.",
            "So với năm {base}, Hội Nông dân {xa} tăng {d}, đưa tổng số lên {a}.",
        ),
        a=case.n(now, "hội viên", "members", cell="hnd"),
        d=case.n(change, "hội viên"),
        base=base,
    )
