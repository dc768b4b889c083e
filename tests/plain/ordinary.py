"""Ordinary bodies of ten right sentences about ten matters: nothing in them is to be told aloud.

One set of numbers goes through all sentences of a body, so that chance brings numbers of one matter near those that
another would need, as it does in long reports.
"""

from __future__ import annotations

from decimal import Decimal
from random import Random

from plain.passage import printed

_SENTENCES = (
    "Toàn xã có {households} hộ, trong đó {insured} hộ tham gia bảo hiểm y tế, đạt {rate}%, phấn đấu đến cuối năm 2026 "
    "đạt trên {aim}%.",
    "Tỷ lệ hộ đạt danh hiệu Gia đình văn hóa là {rate}% ({insured}/{households} hộ).",
    "Năm {year} có {now} đơn, {way} {moved} đơn so với năm {before_year} ({then} đơn).",
    "Số vụ việc hòa giải thành là {now} vụ, {way} {growth}% so với cùng kỳ ({then} vụ).",
    "Trao {gifts} suất quà cho hộ nghèo, mỗi suất trị giá {price} đồng, tổng trị giá {worth} triệu đồng.",
    "Ban Chấp hành Hội có {sum} ủy viên: Ban Thường vụ {one}, còn lại {rest} ủy viên là cán bộ cơ sở.",
    "Năm {year} tổ chức {sum} lớp tập huấn, trong đó cấp xã {one} lớp, các thôn {rest} lớp.",
    "Bộ phận Một cửa tiếp nhận {received} hồ sơ; đã giải quyết {settled} hồ sơ (trước hạn {early}, đúng hạn {in_time});"
    " đang giải quyết {open} hồ sơ.",
    "Quỹ Vì người nghèo vận động được {then} triệu đồng, đã hỗ trợ xây dựng {few} nhà Đại đoàn kết (60 triệu đồng/nhà) "
    "và tặng {gifts} suất quà.",
    "Diện tích lúa cả năm {area} ha, năng suất bình quân 55,4 tạ/ha, sản lượng {harvest} tấn.",
    "Hội đồng nhân dân xã tổ chức {few} kỳ họp, ban hành {gifts} nghị quyết; {hamlets}/{hamlets} thôn tổ chức tiếp xúc "
    "cử tri với {insured} lượt cử tri tham dự.",
    "Cử tri có {sum} ý kiến, đã trả lời {sum_less_two} ý kiến, còn 02 ý kiến đang xem xét, giải quyết.",
    "Thu ngân sách trên địa bàn ước đạt {money} triệu đồng, bằng 104,2% dự toán tỉnh giao, 101,3% dự toán HĐND xã giao "
    "và tăng 8,4% so với cùng kỳ.",
    "Giai đoạn {first_year} - {year}, bình quân mỗi năm giảm 1,2% hộ nghèo; riêng năm {year} giảm 1,6%.",
    "Thành lập mới {few} tổ hợp tác, nâng tổng số lên {more} tổ.",
    "Có {one} tập thể và {two} cá nhân được khen thưởng, trong đó cấp tỉnh 3 tập thể, 2 cá nhân.",
    "Đã làm mới {roads} km đường liên thôn; kinh phí {money} triệu đồng, trong đó Nhân dân đóng góp {now} triệu đồng.",
    "Hội Cựu chiến binh có {insured} hội viên, tỷ lệ tập hợp {rate}% so với {households} cựu chiến binh trong xã.",
    "Chủ trì giám sát {one} cuộc, phối hợp giám sát {rest} cuộc, tổng cộng {sum} cuộc.",
    "Học sinh hoàn thành chương trình tiểu học {insured}/{insured} em, đạt 100%; học sinh giỏi cấp huyện {one} em.",
    "Ngày 14/{few}/{year}, Đảng ủy ban hành Kế hoạch số {more}-KH/ĐU về thực hiện Nghị quyết số 35-NQ/TU; đến nay "
    "{hamlets}/{hamlets} chi bộ đã quán triệt.",
    "Tổng kinh phí thực hiện {sum} triệu đồng (ngân sách xã {one} triệu đồng, xã hội hóa {rest} triệu đồng).",
    "Số người hoạt động không chuyên trách ở thôn là {keepers} người (03 người/thôn x {hamlets} thôn).",
    "Tỷ lệ giải ngân đạt {rate}% ({insured} triệu đồng/{households} triệu đồng).",
    "So với đầu nhiệm kỳ, số hội viên {way} {moved} người (từ {then} {turn} {now} người).",
    "Kiểm tra {checked} cơ sở, phát hiện 4 cơ sở vi phạm, chiếm {found}%; nhắc nhở 01 cơ sở, xử phạt 03 cơ sở.",
    "Hộ cận nghèo còn {one} hộ, giảm {two} hộ so với cuối năm {before_year}; không có hộ tái nghèo.",
)
_TEN = 10


def ordinary(random: Random) -> str:
    """A body of ten of them, some behind dashes."""
    numbers = _numbers(random)
    chosen = random.sample(_SENTENCES, _TEN)
    return "\n".join(f"{random.choice(('', '', '- '))}{one.format(**numbers)}" for one in chosen)


def _numbers(random: Random) -> dict[str, str]:
    """What the sentences tell, consistent within each of them."""
    whole = random.randint(200, 9000)
    part, year = random.randint(60, whole - 20), random.randint(2022, 2025)
    now, then = random.sample(range(120, 900), 2)
    gifts, price = random.randint(12, 40), random.choice((200_000, 300_000, 500_000))
    one, two, rest = (random.randint(4, 60) for _ in range(3))
    received, open_ = random.randint(300, 5000), random.randint(3, 60)
    early = random.randint((received - open_) // 2, received - open_ - 5)
    rate = round(Decimal(100 * part) / whole, 2)
    hamlets, few = random.randint(8, 25), random.randint(2, 6)
    told: dict[str, int | Decimal] = {
        "households": whole,
        "insured": part,
        "rate": rate,
        "aim": min(round(rate + 3, 1), Decimal("99.5")),
        "now": now,
        "then": then,
        "moved": abs(now - then),
        "growth": abs(round(Decimal(100 * now) / then - 100, 1)),
        "gifts": gifts,
        "price": price,
        "worth": Decimal(gifts * price) / 1_000_000,
        "one": one,
        "two": two,
        "rest": rest,
        "sum": one + rest,
        "sum_less_two": one + rest - 2,
        "received": received,
        "settled": received - open_,
        "early": early,
        "in_time": received - open_ - early,
        "open": open_,
        "area": Decimal(whole) / 10,
        "harvest": round(Decimal(whole) / 10 * Decimal("5.54"), 1),
        "money": whole * 3 + 1000,
        "roads": Decimal(part) / 100,
        "hamlets": hamlets,
        "keepers": 3 * hamlets,
        "more": hamlets + few,
        "checked": gifts,
        "found": round(Decimal(400) / gifts, 1),
    }
    years = {"year": str(year), "before_year": str(year - 1), "first_year": str(year - 4)}
    way, turn = ("tăng", "lên") if now > then else ("giảm", "xuống còn")
    said = {name: printed(Decimal(number)) for name, number in told.items()}
    return {**said, **years, "few": f"0{few}", "way": way, "turn": turn}
