"""Prices of goods by the kilogram, the litre or the ton (giá bán một cân, một lít), against what such goods cost.

Cases of ``implausible-magnitude``, whose page stands with the magnitudes. The bounds are a table of the registry, wide
enough for every market since 2012; a slip of a zero or of the unit passes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from tongket.checking.evidence.numbers import single
from tongket.checking.evidence.stops import line_start
from tongket.model.figures import Figure
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.bounds import Bounds, market_bounds

_KILOGRAMS = {"kg": ("kg", Decimal(1)), "tấn": ("kg", Decimal(1000)), "tạ": ("kg", Decimal(100))}
_LITRES = {"lít": ("lít", Decimal(1))}
_PER = _KILOGRAMS | _LITRES | {"quả": ("quả", Decimal(1)), "trứng": ("quả", Decimal(1))}
_ANY = "hàng hóa"  # of which the name is not known
_RARE = re.compile(
    r"(?<!\w)(?:nước|phí|sâm|yến|trầm|đông trùng|vàng|bạc|nấm|saffron|nhung|cao|thuốc|mật|tinh dầu|hạt giống|lan"
    r"|dược liệu|tôm hùm|vi cá|hạt)(?!\w)",
    re.IGNORECASE,
)
_SELLS = re.compile(
    r"(?<!\w)(?:[Gg]iá(?: bán| thu mua| bình quân| mua| cả)*|bán|thu mua|mua)(?!\w)(?! trị)[^.;:\d\n]{0,60}$"
)
_BACK = 70  # letters before a price in which its goods are named
_SPEAKS_OF_PRICES = re.compile(r"(?<!\w)(?:[Gg]iá|GIÁ|bán|mua|thu mua)(?!\w)(?! trị)")
_SENTENCE = 200  # letters before a price in which prices are spoken of
_GRADES = re.compile(r"(?<!\w)(?:RON|A|E|DO|M)\s?\d{1,2}(?:[.,]\d+)?(?:-[IV]+)?(?!\w)")  # 'xăng RON 95-III'
_CLAUSES = re.compile(r"[;:()\d]|,\s")
_NO_PRICE = re.compile(
    r"(?<!\w)(?:giống|hỗ trợ|trợ cấp|trợ giá|chênh(?: lệch)?|công|phí|vận chuyển|tăng|giảm|lãi|lợi nhuận"
    r"|thu nhập|tiền|thuế|đền bù|bồi thường|sản phẩm|chế biến|(?<!lúa )(?<!thóc )(?<!ngô )(?<!sắn )khô|rang|sấy"
    r"|hữu cơ|VietGAP|OCOP|(?:thấp|cao|rẻ|đắt|kém) hơn|chênh nhau)(?!\w)",
    re.IGNORECASE,
)


def check_market_prices(report: Report) -> Iterator[Finding]:
    """Yield ``implausible-magnitude`` for a price by weight or volume that such goods never had: 'giá lúa 68.000
    đồng/kg'.

    Not flagged: seed, refined goods and brands; support, costs and changes by weight; goods of which nothing is known.
    """
    for one in report.figures:
        if one.in_table or one.change or "/" not in one.unit or one.base_unit != "đồng":
            continue
        unit, many = _PER.get(one.unit.rsplit("/", 1)[1].strip(), ("", Decimal(1)))
        amount = single(one.base_value)
        known = _goods_of(report.text, one, unit) if unit and amount is not None else None
        if known is None or amount is None or known[1].least <= amount / many <= known[1].most:
            continue
        facts = {"amount": one.text, "thing": f"giá {known[0]}"}
        yield Finding("implausible-magnitude", "warning", Span(one.start, one.end), "measure", facts)


def _goods_of(text: str, one: Figure, unit: str) -> tuple[str, Bounds] | None:
    """The goods named last before a price, with what they cost; None where none are known or the sum is no price."""
    low = max(one.clause_start, one.start - _BACK)
    lead = _CLAUSES.split(_GRADES.sub(" ", text[low : one.start]))[-1]
    if _NO_PRICE.search(lead) or _NO_PRICE.match(text[one.end : one.end + 12].strip()):
        return None
    sentence = line_start(text, one.start, _SENTENCE)
    sentence = max(sentence, text.rfind(". ", sentence, one.start))
    if not _SPEAKS_OF_PRICES.search(text, sentence, one.start):
        return None
    named = list(_goods(unit).finditer(lead))
    if named:
        name = named[-1][0].lower()
        return name, market_bounds()[unit, name]
    sold = _SELLS.search(text, sentence, one.start) and not _RARE.search(text, sentence, one.start)
    return (_ANY, market_bounds()[unit, _ANY]) if sold else None


@cache
def _goods(unit: str) -> re.Pattern[str]:
    """The goods that are sold by a unit, the longest names first."""
    names = sorted((thing for of, thing in market_bounds() if of == unit and thing != _ANY), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?!\w)", re.IGNORECASE)


CHECKS = (check_market_prices,)
