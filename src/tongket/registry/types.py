"""Types of documents (tên loại văn bản) with their abbreviations and the regimes that use them.

Sources: Decree 30/2020/NĐ-CP, Appendix III; Law 80/2015/QH13, article 4; Party guides 36-HD/VPTW, section II.
"""

from __future__ import annotations

from functools import cache

from tongket.model.documents import DocumentType, Regime

_ALL: tuple[Regime, ...] = ("state", "party", "front", "youth")
_STATE: tuple[Regime, ...] = ("state",)
_PARTY: tuple[Regime, ...] = ("party", "front", "youth")

DOCUMENT_TYPES: tuple[DocumentType, ...] = (
    DocumentType("Hiến pháp", "", _STATE),
    DocumentType("Bộ luật", "", _STATE),
    DocumentType("Luật", "", _STATE),
    DocumentType("Pháp lệnh", "PL", _STATE),
    DocumentType("Lệnh", "L", _STATE),
    DocumentType("Sắc lệnh", "SL", _STATE),
    DocumentType("Nghị quyết", "NQ", _ALL),
    DocumentType("Nghị quyết liên tịch", "NQLT", _STATE),
    DocumentType("Nghị định", "NĐ", _STATE),
    DocumentType("Quyết định", "QĐ", _ALL),
    DocumentType("Chỉ thị", "CT", _ALL),
    DocumentType("Chỉ thị liên tịch", "CTLT", _STATE),
    DocumentType("Thông tư", "TT", _STATE),
    DocumentType("Thông tư liên tịch", "TTLT", _STATE),
    DocumentType("Thông tri", "TT", _PARTY),
    DocumentType("Kết luận", "KL", _ALL),
    DocumentType("Quy chế", "QC", _ALL),
    DocumentType("Quy chế phối hợp", "QCPH", _ALL),
    DocumentType("Quy định", "QyĐ", _STATE),
    DocumentType("Quy định", "QĐi", _PARTY),
    DocumentType("Quy trình", "QT", _ALL),
    DocumentType("Thông cáo", "TC", _ALL),
    DocumentType("Thông báo", "TB", _ALL),
    DocumentType("Thông báo kết luận", "TBKL", _ALL),
    DocumentType("Hướng dẫn", "HD", _ALL),
    DocumentType("Hướng dẫn liên ngành", "HDLN", _ALL),
    DocumentType("Hướng dẫn liên tịch", "HDLT", _ALL),
    DocumentType("Chương trình", "CTr", _ALL),
    DocumentType("Chương trình hành động", "CTrHĐ", _ALL),
    DocumentType("Chương trình phối hợp", "CTrPH", _ALL),
    DocumentType("Chương trình công tác", "CTrCT", _ALL),
    DocumentType("Kế hoạch", "KH", _ALL),
    DocumentType("Kế hoạch phối hợp", "KHPH", _ALL),
    DocumentType("Kế hoạch liên tịch", "KHLT", _ALL),
    DocumentType("Kế hoạch liên ngành", "KHLN", _ALL),
    DocumentType("Phương án", "PA", _STATE),
    DocumentType("Đề án", "ĐA", _ALL),
    DocumentType("Dự án", "DA", _STATE),
    DocumentType("Báo cáo", "BC", _ALL),
    DocumentType("Biên bản", "BB", _ALL),
    DocumentType("Tờ trình", "TTr", _ALL),
    DocumentType("Hợp đồng", "HĐ", _STATE),
    DocumentType("Công văn", "CV", _ALL),
    DocumentType("Công điện", "CĐ", _STATE),
    DocumentType("Văn bản", "VB", _ALL),
    DocumentType("Văn bản hợp nhất", "VBHN", _STATE),
    DocumentType("Bản ghi nhớ", "BGN", _STATE),
    DocumentType("Bản thỏa thuận", "BTT", _STATE),
    DocumentType("Giấy ủy quyền", "GUQ", _STATE),
    DocumentType("Giấy mời", "GM", _ALL),
    DocumentType("Giấy phép", "GP", _STATE),
    DocumentType("Giấy giới thiệu", "GGT", _ALL),
    DocumentType("Giấy nghỉ phép", "GNP", _STATE),
    DocumentType("Phiếu gửi", "PG", _STATE),
    DocumentType("Phiếu chuyển", "PC", _ALL),
    DocumentType("Phiếu báo", "PB", _STATE),
    DocumentType("Điều lệ", "ĐL", _ALL),
)

TYPE_NAMES: tuple[str, ...] = tuple(dict.fromkeys(kind.name for kind in DOCUMENT_TYPES))

LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
OF_PARTY = ("Nghị quyết", "Kết luận", "Chỉ thị")
CITED_BY_NAME = frozenset((*LAWS, "Hiến pháp", "Điều lệ", *OF_PARTY))
"""Types whose documents are cited by a name as well, where nothing but the type word shows the citation."""

_SPOKEN = {
    "QĐ": "Quyết định",
    "NQ": "Nghị quyết",
    "NĐ": "Nghị định",
    "CT": "Chỉ thị",
    "KL": "Kết luận",
    "TT": "Thông tư",
    "KH": "Kế hoạch",
    "HD": "Hướng dẫn",
    "CV": "Công văn",
    "TB": "Thông báo",
    "BC": "Báo cáo",
    "CTr": "Chương trình",
    "TTr": "Tờ trình",
    "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch",
    "QC": "Quy chế",
    "ĐA": "Đề án",
    "PL": "Pháp lệnh",
    "CĐ": "Công điện",
}
"""Abbreviations that prose uses in place of the type word ('NĐ 04', 'QĐ số 290')."""

TYPE_BY_WORDS: dict[str, str] = {name.lower(): name for name in TYPE_NAMES} | {
    "thông tư liên bộ": "Thông tư liên tịch",
    "thông tư liên ngành": "Thông tư liên tịch",
    "qui định": "Quy định",
    "qui chế": "Quy chế",
    "thông báo kết luận": "Thông báo kết luận",
    "kế họach": "Kế hoạch",
}
"""Type words in small letters, one space between syllables, to the type's name."""

TYPE_BY_SPOKEN = _SPOKEN

TYPE_BY_ABBREVIATION: dict[str, str] = {
    kind.abbreviation: kind.name for kind in reversed(DOCUMENT_TYPES) if kind.abbreviation
} | {
    "CV": "Công văn",
    "QyĐ": "Quy định",
    "QĐi": "Quy định",
    "QPPL": "Nghị quyết",
    "CTrPH": "Chương trình phối hợp",
    "BCTĐ": "Báo cáo",  # of what was appraised (thẩm định)
    "BCTT": "Báo cáo",  # of what was verified (thẩm tra)
}
"""The type that a symbol's abbreviation names where no type word is printed; state use first where regimes differ."""

_VARIANTS = {
    "QCPh": "QCPH",
    "CTr": "CTr",
    "CTR": "CTr",
    "Ctr": "CTr",
    "CTPH": "CTrPH",
    "CTrHĐ": "CTrHĐ",
    "CTHĐ": "CTrHĐ",
    "TTR": "TTr",
    "TTr": "TTr",
    "QĐI": "QĐi",
    "QyĐ": "QyĐ",
    "QD": "QĐ",
    "ND": "NĐ",
    "DA": "DA",
    "NQPL": "NQ",
    "TBKL": "TB",
    "BCTĐ": "BC",
    "BCTT": "BC",
    "PA": "PA",
}

TYPE_ABBREVIATIONS: tuple[str, ...] = tuple(
    dict.fromkeys([kind.abbreviation for kind in DOCUMENT_TYPES if kind.abbreviation] + list(_VARIANTS))
)
"""Every abbreviation that may stand at the type's place in a symbol, damaged ones included."""

YEARLY_TYPES = frozenset({"Nghị định", "Thông tư", "Thông tư liên tịch", "Luật", "Pháp lệnh"})
"""Types whose symbol always carries the year, so that a bare number does not settle it."""


@cache
def abbreviations_of(name: str) -> tuple[str, ...]:
    """The abbreviations of the type called ``name``, first the one most in use."""
    return tuple(kind.abbreviation for kind in DOCUMENT_TYPES if kind.name == name and kind.abbreviation)
