"""Harm and good told with the verbs of the other (nói ngược: phòng ngừa "an toàn", phát huy "hạn chế").

    'không để xảy ra an toàn lao động' lost 'mất'; 'công tác tham nhũng' lost 'phòng, chống'; 'phát huy hạn chế'.

Cases of ``spelling``, whose page stands with the wording: nearly all are words that were left out or exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_SAFETY = (
    r"an\stoàn\s(?:vệ\ssinh\s)?(?:giao\sthông|lao\sđộng|thực\sphẩm|cháy|điện)"
    r"|(?:an\sninh,?\s)?trật\stự,?\s(?:an\stoàn\s)?xã\shội|vệ\ssinh\smôi\strường"
)
_HAPPENS = re.compile(  # what comes before a safety that was to be its loss
    r"(?<!\w)(?P<verb>ngộ\s?độc|tai\snạn|xảy\sra|phòng\sngừa|ngăn\schặn|ngăn\sngừa|đẩy\slùi|giảm\sthiểu)"
    r"(?:\s(?:các|những|vụ|vụ\sviệc|tình\strạng|nguy\scơ|sự\scố))*\s$",
    re.IGNORECASE,
)
_HARMS_BEFORE = re.compile(
    r"(?<!\w)(?:giảm|giảm\sthiểu|hạn\schế|ngăn\schặn|khắc\sphục)\s(?:(?:tình\strạng|nguy\scơ|các|vụ)\s)*"
    r"(?:ô\snhiễm|ùn\stắc|ngập|úng|tai\snạn|thiệt\shại|cháy|ách\stắc)[^.;:,]{0,30},\s$",
    re.IGNORECASE,
)
_LIST_GOES_ON = re.compile(r"\s?(?:,|và\s(?:thiệt\shại|tai\snạn|ùn\stắc|ô\snhiễm|ngập|cháy))")
_OF_SAFETY = re.compile(_SAFETY)
_SAFETY_SIGNS = ("an toàn", "trật tự", "vệ sinh môi trường")
_HARM = (
    r"tham\snhũng|tệ\snạn(?:\sxã\shội)?|tội\sphạm|cháy,?\s?nổ|dịch\sbệnh|bạo\slực|tảo\shôn|ma\s(?:túy|tuý)|buôn\slậu"
)
_WORK = re.compile(
    rf"công\stác\s(?P<what>{_HARM})(?=\s?[,.;\n]|\s(?:trên|tại|cho|ở|của|và|được|trong)\s)", re.IGNORECASE
)
_FURTHERED = re.compile(
    r"(?:[Pp]hát\shuy|[Gg]iữ\svững|[Bb]ảo\sđảm|[Đđ]ảm\sbảo|[Nn]âng\scao)\s(?:(?:những|các)\s)?"
    r"(?P<what>mất\s(?:an\stoàn|trật\stự|an\sninh)|hạn\schế(?=\s?[,.;]|\svà\s)|tồn\stại(?=\s?[,.;]|\svà\s)|khuyết\sđiểm"
    r"|yếu\ském|ùn\stắc|tệ\snạn|tội\sphạm)(?!\w)"
)
_MENDED = re.compile(
    r"(?:[Kk]hắc\sphục|[Đđ]ẩy\slùi|[Cc]hấn\schỉnh)\s(?:(?:những|các)\s)?"
    r"(?P<what>ưu\sđiểm|thành\stích|thế\smạnh|mặt\sđược|kết\squả\sđạt\sđược)(?!\w)"
)
_LISTED = re.compile(  # what hinders, in a list of what is to be made better
    r"(?:[Hh]oàn\sthiện|[Nn]âng\scao|[Pp]hát\shuy|[Xx]ây\sdựng|[Cc]ủng\scố|[Đđ]ẩy\smạnh|[Tt]ăng\scường)"
    r"\s(?:(?!,|tháo|xóa|xoá|khắc|giải|vướng|khó|hạn|bất|về|rào|điểm n)[^.;:\n]){2,60},\s"
    r"(?P<what>rào\scản|điểm\snghẽn|vướng\smắc|bất\scập)(?!\w|\s(?:báo|phát sinh|đề|được|cần|thì))"
)
# Each with the words in which it begins, without the first letter; what was to stand before 'what'; what that mends.
_OTHERS = (
    (_WORK, ("ông tác ",), "công tác phòng, chống", 0),
    (_FURTHERED, ("hát huy ", "iữ vững ", "ảo đảm ", "ảm bảo ", "âng cao "), "khắc phục", 0),
    (_MENDED, ("hắc phục ", "ẩy lùi ", "hấn chỉnh "), "phát huy", 0),
    (
        _LISTED,
        ("oàn thiện ", "âng cao ", "hát huy ", "ây dựng ", "ủng cố ", "ẩy mạnh ", "ăng cường "),
        "tháo gỡ",
        "what",
    ),
)
_REACH = 90  # letters before a word


def check_harms_and_goods(report: Report) -> Iterator[Finding]:
    """Yield ``spelling`` where safety is what happens or is prevented, work is done at a harm instead of against it,
    and where faults are furthered or merits mended.

    Not flagged: the loss of safety, breaches of it; a new clause behind a comma; scans with dirt.
    """
    if is_dirty(report):
        return
    flat = report.text.replace("\n", " ")  # lines may be wrapped anywhere
    yield from _safety(report.text, flat)
    for pattern, words, right, mended in _OTHERS:
        for at in places_of(flat, *words):
            found = pattern.match(report.text, at - 1) if at else None
            if found is not None:
                yield _slip(report.text, Span(*found.span(mended)), f"{right} {_plain(found['what'])}")


def _safety(text: str, flat: str) -> Iterator[Finding]:
    done = 0
    for at in sorted(places_of(flat, *_SAFETY_SIGNS)):
        found = _OF_SAFETY.match(text, at) if at >= done else None
        if found is None:
            continue
        done = found.end()
        low = max(at - _REACH, 0)
        happens = _HAPPENS.search(text, low, at)
        if happens is not None:
            accident = happens["verb"].lower().startswith(("ngộ", "tai"))
            right = _plain(found[0].split("an toàn ")[-1] if accident else f"mất {found[0]}")
            yield _slip(text, Span(happens.start(), found.end()), f"{_plain(text[happens.start() : at])} {right}")
        elif _HARMS_BEFORE.search(text, low, at) and _LIST_GOES_ON.match(text, found.end()):
            yield _slip(text, Span(at, found.end()), f"mất {_plain(found[0])}")


def _slip(text: str, place: Span, right: str) -> Finding:
    return Finding(
        "spelling", "warning", place, "slip", {"here": _plain(text[place.start : place.end]), "right": right}
    )


def _plain(said: str) -> str:
    return " ".join(said.split())


CHECKS = (check_harms_and_goods,)
