"""What stands under the heading of its opposite (nội dung đặt nhầm mục): faults of one's own among the outer causes,
weather among one's own, praise alone among the limits, blame among the merits.

    'Nguyên nhân khách quan: Một số cán bộ thiếu tinh thần trách nhiệm'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.spans import in_tables
from tongket.checking.evidence.stops import sentence_end
from tongket.checking.evidence.wished import HARMS
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report, Section

_LABEL = re.compile(
    r"(?:^|(?<=\n)|(?<=\. ))[ \t]*(?:[-+*•] ?|(?:\d{1,2}\.){0,3}\d{0,2}[.)]? ?|[a-zđ][.)] ?)?"
    r"(?P<label>(?:Về )?(?:[Nn]guyên nhân )?(?P<of>khách quan|chủ quan|Khách quan|Chủ quan))(?: là)?\s?[:.\n]\s?"
)
_OWN = re.compile(
    r"(?:^|(?<!\w))(?:cán bộ|công chức|viên chức|đảng viên|cấp ủy|người đứng đầu|(?:tập thể )?lãnh đạo|chính quyền"
    r"|công tác (?:lãnh đạo|chỉ đạo|điều hành|tham mưu|phối hợp|kiểm tra|quản lý|tuyên truyền))(?!\w)[^.;\n]{0,80}?"
    r"(?<!\w)(?:(?:thiếu|chưa|nêu cao|chưa nêu cao)(?: [^\W\d_]+){0,3} (?:trách nhiệm|quyết liệt|chủ động|sâu sát"
    r"|thường xuyên|kiên quyết|quan tâm|chú trọng|nghiêm túc|chặt chẽ)|đùn đẩy|né tránh|ngại va chạm|buông lỏng"
    r"|năng lực[^.;\n]{0,30} (?:còn )?hạn chế|ỷ lại|trông chờ)(?!\w)",
    re.IGNORECASE,
)
_ABILITY = re.compile(
    r"(?:[Tt]rình độ|[Nn]ăng lực)[^.;,\n]{0,30} (?:cán bộ|công chức|viên chức|cấp ủy|đảng viên)[^.;\n]{0,40}"
    r" (?:còn |chưa )(?:hạn chế|yếu|đáp ứng)"
)
_ABOVE = re.compile(  # faults of others are outer causes
    r"(?<!\w)(?:cấp trên|[Tt]rung ương|bộ, ngành|sở, ngành|người dân|[Nn]hân dân|nhà thầu|doanh nghiệp|đơn vị thi công"
    r"|chủ đầu tư|nơi khác|không chuyên trách|kiêm nhiệm)(?!\w)"
)
_OUTER = re.compile(
    r"\W{0,4}(?:[Dd]o |[Ll]à do |[Vv]ì )?(?:(?:chịu )?(?:sự )?(?:[Ảả]nh hưởng|[Tt]ác động)(?: của| bởi)? )?"
    r"(?:[Tt]ình hình )?(?:[Tt]hời tiết|[Tt]hiên tai|[Mm]ưa(?:,)? (?:lũ|bão|lớn)|[Bb]ão(?:,)? lũ"
    r"|[Hh]ạn hán|[Rr]ét đậm|[Nn]ắng hạn"
    r"|[Dd]ịch bệnh|[Đđ]ại dịch|[Đđ]ịa hình|[Đđ]ịa bàn (?:rộng|chia cắt|phức tạp)"
    r"|[Gg]iá cả (?:vật tư|thị trường|nguyên)|[Bb]iến đổi khí hậu"
    r"|[Kk]hủng hoảng|[Kk]inh tế thế giới|[Đđ]iều kiện tự nhiên|[Đđ]iểm xuất phát thấp)(?!\w)"
)
_OF_PEOPLE = re.compile(
    r"(?<!\w)(?:cán bộ|công chức|cấp ủy|lãnh đạo|chỉ đạo|chưa (?:chủ động|kịp thời|lường|thường xuyên|quyết liệt|tốt)"
    r"|công tác|phòng|chống|ứng phó|dự báo|thiếu|quản lý)(?!\w)"
)
_HEAD = re.compile(r"\n[ \t]*(?:[IVX]{1,5}\.|\d{1,2}\.|[a-zđ]\)|(?:[-+*•] ?)?(?:Nguyên nhân|Về (?:khách|chủ) quan))")
_FAR = 900  # letters behind a label that are under it


def check_causes_under_labels(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` for faults of the body's own people under 'Nguyên nhân khách quan', and for
    weather, ground and prices under 'Nguyên nhân chủ quan'.

    Not flagged: faults of others; what was not foreseen or done against the weather.
    """
    text = report.text
    for label in finds(_LABEL, text):
        start = label.end()
        ends = _HEAD.search(text, start, start + _FAR)
        end = ends.start() if ends else min(start + _FAR, len(text))
        outer = label["of"].lower().startswith("khách")
        while start < end:
            stop = min(sentence_end(text, start, _FAR), end)
            said = text[start:stop]
            found = _own_fault(said) if outer else _outer_cause(said)
            if found is not None:
                place = Span(start + found[0], start + found[1])
                yield _under(text, place, label["label"], Span(*label.span("label")))
                break
            start = stop + 1


def _own_fault(said: str) -> tuple[int, int] | None:
    found = _OWN.search(said) or _ABILITY.search(said)
    return found.span() if found and not _ABOVE.search(said) else None


def _outer_cause(said: str) -> tuple[int, int] | None:
    found = _OUTER.match(said)
    if found is None or _OF_PEOPLE.search(said):
        return None
    return len(said) - len(said.lstrip(" -+*•\n")), found.end()


_LIMITS = re.compile(
    r"(?:[\W\d_]|[IVX]{1,4}\.)*(?:(?:những|một số|các)\s)?(?:tồn tại|hạn chế|khuyết điểm|yếu kém|khó khăn"
    r"|mặt (?:chưa được|hạn chế))(?:(?:,| và)?\s(?:tồn tại|hạn chế|khuyết điểm|yếu kém|khó khăn|vướng mắc))*\W*",
    re.IGNORECASE,
)
_MERITS = re.compile(
    r"(?:[\W\d_]|[IVX]{1,4}\.)*(?:(?:những|một số|các|về)\s)?(?:ưu điểm|mặt (?:được|mạnh)|thuận lợi"
    r"|kết quả nổi bật)\W*",
    re.IGNORECASE,
)
_PRAISE = re.compile(
    r"(?<!\w)(?:(?:hoàn thành )?vượt(?: mức)? (?:chỉ tiêu|kế hoạch|dự toán)|đạt (?:hiệu quả|kết quả) (?:rất )?cao"
    r"|chuyển biến (?:rất )?(?:tích cực|rõ nét)|hoàn thành xuất sắc|hoàn thành tốt|dẫn đầu|được nâng (?:cao|lên)"
    r"|được giữ vững|được đổi mới|phát triển mạnh)(?!\w)"
)
_BUT = re.compile(
    r"(?<!\w)(?:chưa|không|còn|thiếu|chậm|hạn chế|khó|thấp|ít|tuy|mặc dù|dù|nhưng|song|giảm|yếu|kém|để|cần|phải|mới|chỉ"
    r"|bất cập|vướng|vi phạm|sai|nếu|muốn|nhằm|khi|gây|áp lực|quá)(?!\w)",
    re.IGNORECASE,
)
_BLAME = re.compile(
    rf"(?<!\w)(?:còn (?:rất |khá |nhiều )?(?:diễn biến phức tạp|lỏng lẻo|yếu kém|chậm|hạn chế|bất cập|thấp|yếu|thiếu)"
    rf"|chưa (?:đạt yêu cầu|đáp ứng|được quan tâm|thường xuyên|kịp thời|hiệu quả|cao)|{HARMS} (?:gia )?tăng)(?!\w)"
)
_YET = re.compile(
    r"(?<!\w)(?:tuy|mặc dù|dù|song|nhưng|trong (?:điều kiện|bối cảnh|khi)|bên cạnh|vẫn|đã|không|từng bước|khắc phục"
    r"|so với|nâng|tốt|tích cực|giảm)(?!\w)",
    re.IGNORECASE,
)
_NEXT = 30  # letters of the next sentence, in which a 'but' may stand


def check_under_other_heads(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where a sentence of the limits tells of nothing but what went well, or one of
    the merits of nothing but what went ill.

    Not flagged: sentences, and the next ones, that say but; sections that have parts of their own.
    """
    text, tables = report.text, in_tables(report)
    for section in report.walk_sections():
        title = section.title or ""
        limits, merits = _LIMITS.fullmatch(title), _MERITS.fullmatch(title)
        if not section.head_end or not (limits or merits) or _has_headed_parts(section):
            continue
        told, denied = (_PRAISE, _BUT) if limits else (_BLAME, _YET)
        for found in told.finditer(text, section.head_end, section.end):
            low, high = _sentence(text, found, section.head_end)
            behind = text[found.end() : high + _NEXT].partition("\n")[0]
            if denied.search(f"{text[low : found.start()]} {behind}") or tables.touch(Span(*found.span())):
                continue
            yield _under(text, Span(low, high), " ".join(title.split()), Span(section.start, section.head_end))
            break


def _has_headed_parts(section: Section) -> bool:
    return any(one.kind == "heading" for one in section.children)


def _sentence(text: str, found: re.Match[str], low: int) -> tuple[int, int]:
    """The part between stops and semicolons in which a match stands."""
    low, far = max(low, found.start() - _FAR), found.end() + _FAR
    start = max(max(text.rfind(mark, low, found.start()) for mark in (". ", "; ", "\n")) + 1, low)
    start += len(text[start : found.start()]) - len(text[start : found.start()].lstrip(" -+*•\n"))
    end = min(at if at >= 0 else far for at in (text.find(mark, found.end(), far) for mark in ";\n"))
    return start, min(end, sentence_end(text, found.end(), _FAR))


def _under(text: str, place: Span, label: str, head: Span) -> Finding:
    facts = {"text": " ".join(text[place.start : place.end].split())[:_SHOWN], "heading": " ".join(label.split())}
    return Finding("body-appendix-mismatch", "warning", place, "under", facts, (head,))


_SHOWN = 100

CHECKS = (check_causes_under_labels, check_under_other_heads)
