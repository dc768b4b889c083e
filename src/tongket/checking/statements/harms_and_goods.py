"""Harm and good told with the verbs of the other (nói ngược: phòng ngừa "an toàn", phát huy "hạn chế").

    'không để xảy ra an toàn lao động' lost 'mất'; 'công tác tham nhũng' lost 'phòng, chống'; 'phát huy hạn chế'.

Cases of ``spelling``, whose page stands with the wording: nearly all are words that were left out or exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.places import places_of
from tongket.checking.evidence.recognition import is_dirty
from tongket.checking.evidence.tasks import tasks_of
from tongket.checking.evidence.wished import GOODS, HARMS
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


_BEGINS = (
    r"(?:^|(?<=\n)|(?<=[.;:,] )|(?<=[-+*•] )|(?<= và )|(?<= để )|(?<=[Pp]hấn đấu )|(?<=[Tt]iếp tục )"
    r"|(?<=[Tt]ập trung )|(?<=từng bước )|(?<=nhằm )|(?<=góp phần ))"
)
_FACES = r"(?:những |các )?(?:biểu hiện |hành vi |tình trạng |loại )?"
_HARM_WANTED = re.compile(
    rf"{_BEGINS}(?P<verb>[Tt]ăng cường|[Đđ]ẩy mạnh|[Pp]hát huy|[Nn]âng cao|[Nn]hân rộng|[Kk]huyến khích|[Gg]ia tăng)"
    rf" (?P<what>(?:{_FACES}(?:{HARMS}|suy thoái)))(?! [^\W\d_]*(?:học|thoát|vươn|tham|tiếp|được|có|trong|là))"
)
_HARM_RAISED = re.compile(
    rf"{_BEGINS}(?P<verb>[Tt]ăng|[Nn]âng|[Nn]âng cao) (?P<what>(?:tỷ lệ|tỉ lệ|số|số vụ) {HARMS})"
    r"(?=[^.;:\n]{0,50} (?:từ \d|lên \d|thêm \d|trên \d)|\s?[,.;])(?! (?:thoát|được|tham|có|tiếp|vươn))"
)
_GOOD_LOWERED = re.compile(
    rf"{_BEGINS}(?P<verb>[Gg]iảm(?: mạnh| dần)?|[Hh]ạ|[Hh]ạn chế|[Đđ]ẩy lùi|[Xx]óa bỏ|[Nn]găn chặn|[Kk]iềm chế)"
    rf" (?P<what>{GOODS})(?! (?:kém|thấp|yếu|sai|giả|không|chưa|lạc|ỷ|trông|vượt|ảo|chồng|kinh tế kém))"
)
_AGAINST = re.compile(r"(?<!\w)(?:làm|gây|khiến|dẫn đến|nguy cơ|không|tránh|chống|chênh lệch|áp lực)(?!\w)")
_NOT_LITTLE = re.compile(
    r"(?<!\w)(?:gặp(?: phải)?|còn có|cũng có|còn) (?P<lost>không) "
    r"(?:khó khăn|vướng mắc|hạn chế|trở ngại|bất cập|thách thức)(?!\w)(?! (?:gì|nào|lắm|mà))"
)


def check_wrong_ways(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a task asks for more of what nobody wants, or for less of what all want,
    and ``incomplete`` where 'không ít khó khăn' lost its 'ít'.

    Not flagged: what helps those in want ('nâng cao tỷ lệ hộ nghèo được vay vốn'); what is guarded against.
    """
    if is_dirty(report):
        return
    text, tasks = report.text, tasks_of(report)
    for pattern in (_HARM_WANTED, _HARM_RAISED, _GOOD_LOWERED):
        for found in finds(pattern, text):
            place = Span(*found.span())
            line = text[max(text.rfind("\n", 0, place.start), place.start - _REACH) : place.start]
            if (tasks.touch(place) or "hấn đấu" in line) and not _AGAINST.search(line):
                facts = {"verb": _plain(found["verb"]), "what": _plain(found["what"])}
                yield Finding("body-appendix-mismatch", "warning", place, "wrong-way", facts)
    for found in finds(_NOT_LITTLE, text):
        facts = {"printed": _plain(found[0]), "right": "không ít"}
        yield Finding("incomplete", "warning", Span(*found.span()), "little", facts)


CHECKS = (check_harms_and_goods, check_wrong_ways)
