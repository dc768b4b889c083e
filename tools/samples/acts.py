"""The documents that the reports cite: real ones of the centre, made-up ones of the province and its units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .numbers import day
from .richtext import Text


@dataclass(frozen=True, slots=True)
class Act:
    """A document. ``number`` is canonical ('06-CT/TU'); "" for one that is cited by name alone."""

    type: str
    number: str
    on: date | None
    issuer: str
    subject: str

    @property
    def is_party(self) -> bool:
        """Whether the number is written the Party way: a hyphen before the slash."""
        head, _, _ = self.number.partition("/")
        return "-" in head


DIRECTIVE = Act(
    "Chỉ thị",
    "06-CT/TU",
    date(2021, 9, 7),
    "Ban Thường vụ Tỉnh ủy",
    "về tăng cường công tác tuyên truyền, vận động, tập hợp quần chúng vào các đoàn thể chính trị - xã hội",
)
OTHER_DIRECTIVE = Act(
    "Chỉ thị",
    "12-CT/TU",
    date(2023, 9, 15),
    "Ban Thường vụ Tỉnh ủy",
    "về tăng cường công tác dân vận chính quyền trong tình hình mới",
)
SUPERVISION = Act(
    "Quyết định",
    "217-QĐ/TW",
    date(2013, 12, 12),
    "Bộ Chính trị",
    "về việc ban hành Quy chế giám sát và phản biện xã hội",
)
ADVICE = Act("Quyết định", "218-QĐ/TW", date(2013, 12, 12), "Bộ Chính trị", "về việc góp ý xây dựng Đảng, chính quyền")
FRONT = Act(
    "Kết luận",
    "62-KL/TW",
    date(2009, 12, 8),
    "Bộ Chính trị",
    "về tiếp tục đổi mới nội dung, phương thức hoạt động của Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội",
)
MASS_WORK = Act(
    "Nghị quyết",
    "25-NQ/TW",
    date(2013, 6, 3),
    "Ban Chấp hành Trung ương khóa XI",
    "về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới",
)
RELIGION = Act("Nghị quyết", "25-NQ/TW", date(2003, 3, 12), "Ban Chấp hành Trung ương khóa IX", "về công tác tôn giáo")
EXAMPLE = Act(
    "Chỉ thị",
    "05-CT/TW",
    date(2016, 5, 15),
    "Bộ Chính trị",
    "về đẩy mạnh việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
)
STATE_MASS_WORK = Act(
    "Chỉ thị",
    "33/CT-TTg",
    date(2021, 11, 26),
    "Thủ tướng Chính phủ",
    "về tiếp tục tăng cường và đổi mới công tác dân vận của cơ quan hành chính nhà nước, chính quyền các cấp",
)
DEMOCRACY = Act("Nghị định", "59/2023/NĐ-CP", date(2023, 8, 14), "Chính phủ", "")
DEMOCRACY_LAW = Act("Luật", "", None, "", "Thực hiện dân chủ ở cơ sở")
CREDIT = Act(
    "Chỉ thị",
    "40-CT/TW",
    date(2014, 11, 22),
    "Ban Bí thư",
    "về tăng cường sự lãnh đạo của Đảng đối với tín dụng chính sách",
)
LEADERS = Act("Quy định", "11-QĐi/TW", date(2019, 2, 18), "Bộ Chính trị", "về trách nhiệm của người đứng đầu cấp ủy")
MERGER = Act(
    "Nghị quyết",
    "1692/NQ-UBTVQH15",
    date(2025, 6, 16),
    "Ủy ban Thường vụ Quốc hội",
    "về việc sắp xếp các đơn vị hành chính cấp xã của tỉnh Mẫu Sơn năm 2025",
)
REQUEST_2026 = Act("Công văn", "2147/SNV-XDCQ", date(2026, 9, 4), "Sở Nội vụ tỉnh Mẫu Sơn", "")
REQUEST_2024 = Act("Công văn", "1386/SNV-XDCQ&TCBM", date(2024, 8, 6), "Sở Nội vụ tỉnh Mẫu Sơn", "")
PROVINCE_PLAN = Act("Kế hoạch", "42-KH/TU", date(2021, 9, 27), "Ban Thường vụ Tỉnh ủy", "")
PROVINCE_STATE_PLAN = Act("Kế hoạch", "187/KH-UBND", date(2021, 10, 14), "UBND tỉnh", "")


def citation(
    act: Act,
    *,
    form: str = "full",
    dates: str = "slash",
    comma: bool = False,
    issuer: str | None = None,
    number: str | None = None,
    on: date | None = None,
    typed: str | None = None,
) -> Text:
    """A mention of ``act``.

    ``form``: 'full' (number, date, issuer), 'dated' (without issuer), 'issued' (without date), 'symbol' (number
    alone), 'bare' (without 'số'), 'short' (type and bare number), 'name' (a law).
    ``number`` and ``on`` print something else than what is true; ``typed`` another type word.
    """
    kind = typed or act.type
    shown = number if number is not None else act.number
    when = on or act.on
    if form == "name":
        printed = core = f"{kind} {act.subject}"
        return Text(printed).marked("citation", **_record(act, "named", core, None, None))
    if form == "short":
        core = f"{kind} {act.number.split('-')[0].split('/')[0]}"
        return Text(core).marked("citation", **_record(act, "short", core, None, None))
    core = f"{kind} {shown}" if form == "bare" else f"{kind} số {shown}"
    printed, said_on, said_by = core, None, None
    if form in ("full", "dated") and when:
        between = ", ngày " if comma else " ngày "
        printed += between + day(when, "dash" if act.is_party and dates != "long" else dates)
        said_on = when.isoformat()
    if form in ("full", "issued") and (issuer or act.issuer):
        said_by = issuer or act.issuer
        printed += f" của {said_by}"
    return Text(printed).marked("citation", **_record(act, "full", core, said_on, said_by))


def _record(act: Act, kind: str, core: str, on: str | None, issuer: str | None) -> dict[str, str | None]:
    return {
        "core": core,
        "type": act.type,
        "symbol": act.number or None,
        "date": on,
        "issuer": issuer,
        "form": kind,
    }
