"""The frame of the report: letterhead, symbol, title, opening, closing, recipients, signature block."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tongket.model.consolidations import Consolidation
from tongket.model.documents import Regime
from tongket.model.programmes import DirectiveRef
from tongket.model.units import Unit
from tongket.registry.layouts import Layout
from tongket.vietnamese.dates import printed_day
from tongket.vietnamese.unicode import key

NO_BODY = "[tên cơ quan]"  # left to fill in when neither the round nor the unit says who writes
NO_RECIPIENT = "[nơi nhận]"
NO_POST = "[CHỨC VỤ NGƯỜI KÝ]"


@dataclass(frozen=True, slots=True)
class Signing:
    """How a kind of body is abbreviated in symbols, and who signs for it: collectively (TM.) or as its head."""

    words: str  # with which the body's name begins
    symbol: str
    authority: str  # "" when the head signs in their own right
    post: str
    regime: Regime = "state"


SIGNINGS = (
    Signing("Ủy ban nhân dân", "UBND", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    Signing("Hội đồng nhân dân", "HĐND", "HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"),
    Signing("Ủy ban Mặt trận Tổ quốc", "MTTQ-BTT", "BAN THƯỜNG TRỰC", "CHỦ TỊCH", "front"),
    Signing("Ban Thường trực Ủy ban Mặt trận", "MTTQ-BTT", "BAN THƯỜNG TRỰC", "CHỦ TỊCH", "front"),
    Signing("Ban Thường vụ Tỉnh ủy", "TU", "BAN THƯỜNG VỤ", "BÍ THƯ", "party"),
    Signing("Ban Thường vụ Thành ủy", "TU", "BAN THƯỜNG VỤ", "BÍ THƯ", "party"),
    Signing("Ban Thường vụ Huyện ủy", "HU", "BAN THƯỜNG VỤ", "BÍ THƯ", "party"),
    Signing("Ban Thường vụ Đảng ủy", "ĐU", "BAN THƯỜNG VỤ", "BÍ THƯ", "party"),
    Signing("Tỉnh ủy", "TU", "BAN THƯỜNG VỤ", "BÍ THƯ", "party"),
    Signing("Thành ủy", "TU", "BAN THƯỜNG VỤ", "BÍ THƯ", "party"),
    Signing("Huyện ủy", "HU", "BAN THƯỜNG VỤ", "BÍ THƯ", "party"),
    Signing("Quận ủy", "QU", "BAN THƯỜNG VỤ", "BÍ THƯ", "party"),
    Signing("Thị ủy", "TXU", "BAN THƯỜNG VỤ", "BÍ THƯ", "party"),
    Signing("Đảng ủy", "ĐU", "BAN THƯỜNG VỤ", "BÍ THƯ", "party"),
    Signing("Ban Tuyên giáo", "BTG", "", "TRƯỞNG BAN", "party"),
    Signing("Ban Dân vận", "BDV", "", "TRƯỞNG BAN", "party"),
    Signing("Ban Tổ chức", "BTC", "", "TRƯỞNG BAN", "party"),
    Signing("Sở", "S", "", "GIÁM ĐỐC"),
    Signing("Bộ", "B", "", "BỘ TRƯỞNG"),
    Signing("Phòng", "P", "", "TRƯỞNG PHÒNG"),
    Signing("Chi cục", "CC", "", "CHI CỤC TRƯỞNG"),
    Signing("Ban", "B", "", "TRƯỞNG BAN"),
)
_ARCHIVE = re.compile(r"[-– ]*[Ll]ưu\b")
_FULL = {"UBND", "HĐND", "MTTQ-BTT", "TU", "HU", "QU", "TXU", "ĐU"}
_SMALL = {"và", "của", "về", "các"}


def signing_for(body: str) -> Signing:
    """The row of the table for ``body``; a body that is not in it is signed by its head ('THỦ TRƯỞNG')."""
    words = key(body)
    for one in SIGNINGS:
        if words.startswith(key(one.words) + " ") or words == key(one.words):
            return one
    return Signing(body, "", "", "THỦ TRƯỞNG")


def writer(consolidation: Consolidation) -> str:
    """Who writes the report; without a round's word the People's Committee of the unit. A nation has none."""
    if consolidation.round.body or consolidation.unit.kind != "nation":
        return consolidation.round.body or f"Ủy ban nhân dân {consolidation.unit.full_name}"
    return NO_BODY


def usual_writer(unit: Unit, regime: Regime) -> str:
    """Who writes for ``unit`` where no round says so: its Party committee on a Party programme, else its People's
    Committee; "" for the nation.
    """
    if unit.kind == "nation":
        return ""
    if regime == "party":
        committee = _COMMITTEES.get(unit.prefix)
        return f"{committee} {unit.name}" if committee else f"Đảng ủy {unit.full_name}"
    return f"Ủy ban nhân dân {unit.full_name}"


_COMMITTEES = {"tỉnh": "Tỉnh ủy", "thành phố": "Thành ủy", "huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy"}


def body_without_place(consolidation: Consolidation) -> str:
    """The writer as it calls itself in the text: 'Ủy ban nhân dân tỉnh'."""
    name = consolidation.unit.name
    body = writer(consolidation)
    return body.replace(f" {name}", "") if name else body


def letterhead_lines(consolidation: Consolidation) -> tuple[str, str]:
    """Parent body and issuing body in capitals, the latter over two lines where the unit's name follows it.

    A People's Committee or Council has no body above it in the letterhead (Nghị định 30/2020/NĐ-CP, Appendix I).
    """
    body, unit = writer(consolidation), consolidation.unit
    if body == NO_BODY:
        return "", NO_BODY.upper()
    place = unit.full_name.upper()
    own = body.upper().replace(place, "").strip()
    signing = signing_for(body)
    if signing.symbol in {"UBND", "HĐND"}:
        return "", f"{own}\n{place}"
    if signing.symbol == "MTTQ-BTT":
        return f"ỦY BAN MTTQ VIỆT NAM\n{place}", "BAN THƯỜNG TRỰC"
    if signing.regime == "party":
        return "", body.upper().replace("BAN THƯỜNG VỤ ", "")
    return f"ỦY BAN NHÂN DÂN\n{place}", own


def symbol_tail(consolidation: Consolidation) -> str:
    """What follows the number: '/BC-UBND'; for a Party body '-BC/TU'."""
    body = writer(consolidation)
    if body == NO_BODY:
        return "/BC-……"
    signing = signing_for(body)
    organ = signing.symbol if signing.symbol in _FULL else _initials(body, consolidation)
    return f"-BC/{organ}" if signing.regime == "party" else f"/BC-{organ}"


def _initials(body: str, consolidation: Consolidation) -> str:
    name = body.replace(consolidation.unit.full_name, "").replace(consolidation.unit.name, "")
    words = [word for word in name.replace(",", " ").replace("-", " ").split() if word.lower() not in _SMALL]
    return "".join(word[0].upper() for word in words)


def directive_text(directive: DirectiveRef, *, full: bool = True) -> str:
    """'Chỉ thị số 06-CT/TU ngày 15-9-2023 của Ban Thường vụ Tỉnh ủy về ...'; not full: type and symbol alone."""
    short = f"{directive.type} số {directive.symbol}"
    if not full:
        return short
    party = "-" in directive.symbol.partition("/")[0]
    when = f" ngày {printed_day(directive.date, party=party)}" if directive.date.count("-") == 2 else ""
    issuer = f" của {directive.issuer}" if directive.issuer else ""
    subject = directive.subject.strip().rstrip(".")
    if subject and not subject.startswith(("về", "“", '"', "Về")):
        subject = f"về {subject}"
    return f"{short}{when}{issuer} {subject}".strip()


def review_words(consolidation: Consolidation) -> str:
    """'sơ kết 03 năm thực hiện'; without years 'sơ kết việc thực hiện'."""
    round_, programme = consolidation.round, consolidation.programme
    years = round_.years or programme.years
    span = f"{years:02d} năm" if years else "việc"
    return f"{round_.review or programme.review or 'kết quả'} {span} thực hiện"


def title(consolidation: Consolidation) -> str:
    """The subject line (trích yếu)."""
    words = f"{review_words(consolidation)} {directive_text(consolidation.programme.directive)}"
    return words[0].upper() + words[1:]


def opening(consolidation: Consolidation) -> str:
    """The sentence that names the request and the subject."""
    request = consolidation.round.request.strip().rstrip(".,;:")
    about = f"{review_words(consolidation)} {directive_text(consolidation.programme.directive, full=bool(request))}"
    grounds = request or directive_text(consolidation.programme.directive)
    grounds = grounds if grounds.lower().startswith(("thực hiện", "theo", "căn cứ")) else f"Thực hiện {grounds}"
    return f"{grounds}, {body_without_place(consolidation)} báo cáo {about} như sau:"


def closing(consolidation: Consolidation) -> str:
    """The last sentence."""
    about = f"{review_words(consolidation)} {directive_text(consolidation.programme.directive, full=False)}"
    return f"Trên đây là báo cáo {about} của {writer(consolidation)}./."


def recipients(consolidation: Consolidation) -> tuple[str, ...]:
    """The lines under 'Nơi nhận:', each closed as the rule wants, the last one the archive."""
    raw = consolidation.round.recipients or consolidation.programme.recipients
    if writer(consolidation) == NO_BODY and not consolidation.round.recipients:
        # The programme's own list is a province's; who receives a report of nobody knows whom is left to fill in.
        raw = (NO_RECIPIENT, *(line for line in raw if "tỉnh" not in line.lower() and not _ARCHIVE.match(line)))
    lines = [line.strip().lstrip("-–").strip().rstrip(".,;") for line in raw if line.strip()]
    if not any(line.lower().startswith("lưu") for line in lines):
        lines.append("Lưu: VT")
    return (*(f"- {line};" for line in lines[:-1]), f"- {lines[-1]}.")


def signature(consolidation: Consolidation, layout: Layout) -> tuple[str, str]:
    """Authority ('TM. ỦY BAN NHÂN DÂN', or "") and post ('CHỦ TỊCH'); the name is left blank."""
    if writer(consolidation) == NO_BODY:
        return "", NO_POST
    signing = signing_for(writer(consolidation))
    authority = f"{layout.prefixes['collective']}{signing.authority}" if signing.authority else ""
    return authority, signing.post
