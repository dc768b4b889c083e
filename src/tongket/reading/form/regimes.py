"""The regime of format (thể thức): of the state, the Party, the Front and its organisations, the youth union."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongket.model.documents import Regime
from tongket.model.reports import Signature
from tongket.reading.form.head_lines import MOTTO, PARTY_MOTTO, YOUTH_MOTTO, is_of_title
from tongket.reading.form.lines import PrintedLine
from tongket.reading.form.own_number import OwnNumber
from tongket.reading.form.spoken_bodies import AUTHORITY_MARK

# The Front and the organisations write under the national title, too, but number and sign in their own way.
_ORGANISATION = re.compile(
    r"(?:^|\s)(?:ỦY BAN|UỶ BAN|UB|BAN)?\s?(?:MẶT TRẬN TỔ QUỐC|MTTQ|HỘI (?!ĐỒNG\b|NGHỊ\b|THẨM\b)|LIÊN ĐOÀN LAO ĐỘNG"
    r"|LIÊN HIỆP CÁC|CÔNG ĐOÀN|LĐLĐ|CĐCS|CHI HỘI)"
)
_FRONT = re.compile(r"MẶT TRẬN|MTTQ|Mặt trận")
_YOUTH = re.compile(r"ĐOÀN TNCS|TỈNH ĐOÀN|HUYỆN ĐOÀN|THÀNH ĐOÀN|ĐTN|LIÊN ĐỘI|HỘI ĐỒNG ĐỘI|HĐĐ")
_PARTY_BODY = re.compile(r"[UỦ][YỶ]$|ỦY\b|UỶ\b|ĐẢNG BỘ|BAN THƯỜNG VỤ|BAN CHẤP HÀNH|CHI BỘ|BAN DÂN VẬN")


def regime_of(
    lines: Sequence[PrintedLine], number: OwnNumber | None, body: str | None, signature: Signature | None
) -> tuple[Regime | None, bool]:
    """The regime of format, and whether it follows from elsewhere than the printed title."""
    texts = [line.text for line in lines]
    left = " ".join(text for text in texts if text.isupper() and not (MOTTO.search(text) or is_of_title(text)))
    if any(PARTY_MOTTO.search(text) for text in texts):
        return "party", False
    if any(YOUTH_MOTTO.search(text) for text in texts) and _YOUTH.search(left):
        return "youth", False
    if any(MOTTO.search(text) for text in texts):
        return ("front" if _ORGANISATION.search(left) else "state"), False
    if _FRONT.search(left):
        return "front", False
    if number:
        if re.search(r"MTTQ|MTTW|-MT\b|/MT", number.symbol):
            return "front", True
        if re.search(r"ĐTN|ĐOÀN", number.symbol):
            return "youth", True
        return ("party" if number.party else "state"), True
    authority = AUTHORITY_MARK.sub("", signature.authority) if signature and signature.authority else ""
    words = f"{authority} {(body or '').upper()}"
    if "NHÂN DÂN" in authority or "UBND" in words:
        return "state", True
    if "THƯỜNG TRỰC" in authority or _FRONT.search(authority):
        return "front", True
    if _PARTY_BODY.search(authority) or (signature and signature.authority and "/" in signature.authority[:4]):
        return "party", True
    if body:
        if "NHÂN DÂN" in words or re.match(r"(?:SỞ|PHÒNG)\b", body.upper()):
            return "state", True
        if _FRONT.search(words):
            return "front", True
        if _PARTY_BODY.search(words):
            return "party", True
    return None, False
