"""Marks in the symbols of documents (chữ viết tắt trong ký hiệu): those of bodies, and those of types.

Sources: Decree 30/2020/NĐ-CP, Appendix III; the Party's guide 36-HD/VPTW, section II.
"""

from __future__ import annotations

import re

from tongket.registry.types import TYPE_ABBREVIATIONS

# Of the Front and the organisations both orders are in use, so that 'MTTW' and 'ĐTN' are not here
_PARTY_HEADS = "VP|BTC|BDV|BTG|BTGDV|BNC|BKT|BĐN|UBKT|BCS|BCSĐ|BXDĐ|ĐU|TTCT|BCĐ"
_PARTY_SEATS = "TW|TU|HU|ĐU|QU|ThU|TXU|TPU"
PARTY_BODY = re.compile(rf"(?:{_PARTY_HEADS})?(?:{_PARTY_SEATS}|TƯ)$|ĐUK$")
PARTY_BODIES = (
    *(head + seat for head in ("", *_PARTY_HEADS.split("|")) for seat in _PARTY_SEATS.split("|")),
    "ĐUK",
)
MINISTRIES = (
    *("BNV", "BTC", "BCA", "BQP", "BTP", "BCT", "BYT", "BXD", "BNG", "BGDĐT", "BGD&ĐT"),
    *("BNN", "BNNMT", "BNNPTNT", "BNN&PTNT", "BTNMT", "BKHCN", "BDTTG", "BVHTTDL", "BLĐTBXH"),
    *("BTTTT", "BKHĐT", "BGTVT", "NHNN", "UBDT", "TTCP", "KTNN", "VPCP", "VPQH", "VPCTN"),
)
STATE_BODY = re.compile(rf"(?:UBND|HĐND|CP|TTg|CTN|UBTVQH[0-9]*|QH[0-9]+|TANDTC|VKSNDTC|{'|'.join(MINISTRIES)})$")
STATE_BODIES = ("UBND", "HĐND", "CP", "TTg", "CTN", "TANDTC", "VKSNDTC", *MINISTRIES)


def is_body(part: str) -> bool:
    """Whether ``part`` is the mark of a body of the Party or the state."""
    return bool(PARTY_BODY.match(part) or STATE_BODY.match(part))


def is_abbreviation(part: str) -> bool:
    """Whether ``part`` may stand at the place of the type: 'KL', 'CTrPH', 'QCPh'."""
    return part in TYPE_ABBREVIATIONS or (part[-2:] in ("PH", "Ph", "LT") and part[:-2] in TYPE_ABBREVIATIONS)
