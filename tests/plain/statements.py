"""What is said in words against what numbers tell: denials, all of them, trends, aims, the highest and the lowest."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from plain.passage import Family, Passage, printed

_BETWEEN = "\nCác ngành, đoàn thể phối hợp chặt chẽ trong triển khai nhiệm vụ.\n"
_DENIED = {
    "hồ sơ quá hạn": "có {} hồ sơ quá hạn",
    "trường hợp tảo hôn": "còn {} cặp tảo hôn",
    "ổ dịch": "xuất hiện {} ổ dịch tả lợn châu Phi",
    "vụ cháy": "xảy ra {} vụ cháy",
    "học sinh bỏ học": "có {} học sinh bỏ học",
    "vụ tai nạn giao thông": "xảy ra {} vụ tai nạn giao thông làm 01 người bị thương",
    "trường hợp sinh con thứ ba": "có {} trường hợp sinh con thứ ba",
    "đơn thư vượt cấp": "có {} đơn thư vượt cấp",
    "khiếu kiện đông người": "có {} lượt khiếu kiện đông người",
    "nhà tạm, nhà dột nát": "còn {} nhà tạm, nhà dột nát",
    "trẻ em đuối nước": "có {} trẻ em bị đuối nước",
}
_DENIALS = (
    "Không có {}.",
    "Trong năm không có {} nào.",
    "Trên địa bàn không để xảy ra {}.",
    "Không phát sinh {}.",
    "Tình hình ổn định, không có {}.",
)


def denied_and_counted(random: Random) -> Passage:
    """Something that there is not, and how many of something else there are; the slip counts what is denied."""
    thing, other = random.sample(sorted(_DENIED), 2)
    denial, number = random.choice(_DENIALS), f"{random.randint(2, 9):02}"
    first = random.random() < _EVEN

    def say(counted: str) -> str:
        told = (denial.format(thing), f"Trong năm, toàn xã {_DENIED[counted].format(number)}.")
        return _BETWEEN.join(told if first else told[::-1])

    choices = {"thing": thing, "denial": denial, "order": "denial first" if first else "number first"}
    return Passage(choices, say(other), say(thing))


_EVEN = 0.5
_ALL = (
    ("thôn", "có nhà văn hóa"),
    ("hộ", "được sử dụng nước sạch"),
    ("chi bộ", "tổ chức sinh hoạt chuyên đề"),
    ("trường", "đạt chuẩn quốc gia"),
    ("hội viên", "tham gia bảo hiểm y tế"),
)
_OF_ALL = ("100% {noun} {act}.", "Đến nay, tất cả các {noun} {act}.", "Toàn xã có {many}/{many} {noun} {act}.")
_BUT = ("Hạn chế: còn {few:02} {noun} chưa {act}.", "Vẫn còn {few:02} {noun} chưa {act}.")


def all_but_some(random: Random) -> Passage:
    """All of a kind, and some of another that have not; the slip takes some of the same kind."""
    (noun, act), (other, other_act) = random.sample(_ALL, 2)
    of_all, but = random.choice(_OF_ALL), random.choice(_BUT)
    many, few = random.randint(8, 30), random.randint(1, 4)
    ahead = of_all.format(noun=noun, act=act, many=many) + _BETWEEN
    right, wrong = (but.format(few=few, noun=one, act=done) for one, done in ((other, other_act), (noun, act)))
    return Passage({"all": of_all, "but": but, "noun": noun}, ahead + right, ahead + wrong)


_DONE = (
    "Tất cả {many} {noun} đã được giải quyết{rest}",
    "Đã giải quyết toàn bộ {many} {noun}{rest}",
    "Toàn bộ {noun} đã được giải quyết{rest}",
)
_RESTS = (
    ", còn {few:02} {noun} chưa được giải quyết.",
    "; còn lại {few:02} {noun} đang xem xét.",
    ". Tuy nhiên, vẫn còn {few:02} {noun} chưa được giải quyết.",
)


def all_done_and_some_left(random: Random) -> Passage:
    """All that are done, and some of another noun that are left; the slip is some of the same."""
    noun, other = random.sample(("đơn", "kiến nghị", "hồ sơ", "vụ việc", "ý kiến"), 2)
    done, rest = random.choice(_DONE), random.choice(_RESTS)
    many, few = random.randint(8, 40), random.randint(2, 5)
    right, wrong = (done.format(many=many, noun=noun, rest=rest.format(few=few, noun=one)) for one in (other, noun))
    return Passage({"done": done, "rest": rest}, right, wrong)


_TRENDS = (
    "{name} {way} so với năm trước (năm 2024: {first} {unit}, năm 2025: {last} {unit}).",
    "{name} {way} qua các năm: năm 2024 là {first} {unit}, năm 2025 là {last} {unit}.",
    "{name} {way} từ {first} {unit} năm 2024 {turn} {last} {unit} năm 2025.",
    "{name} năm 2025 là {last} {unit}, {way} so với năm 2024 ({first} {unit}).",
)
_COUNTED = (("Số hộ nghèo", "hộ"), ("Số đơn thư", "đơn"), ("Số hội viên", "hội viên"), ("Diện tích lúa", "ha"))
_LEAST_APART = 15


def ways(random: Random) -> Passage | None:
    """Two values and which way they moved; the slip is the other way."""
    (name, unit), said = random.choice(_COUNTED), random.choice(_TRENDS)
    first, last = random.sample(range(110, 980), 2)
    if abs(first - last) < _LEAST_APART:
        return None
    right, wrong = ("tăng", "giảm") if last > first else ("giảm", "tăng")

    def say(way: str) -> str:
        turn = "lên" if way == "tăng" else "xuống"
        return said.format(name=name, unit=unit, way=way, turn=turn, first=first, last=last)

    return Passage({"said": said, "name": name}, say(right), say(wrong))


_VERDICTS = (
    ("Thu ngân sách vượt dự toán, đạt {}% kế hoạch giao.", True),
    ("Kết nạp đảng viên đạt {}% chỉ tiêu, vượt chỉ tiêu nghị quyết đề ra.", True),
    ("Trồng rừng đạt {}% kế hoạch, chưa đạt chỉ tiêu đề ra.", False),
    ("Hoàn thành vượt mức chỉ tiêu giải quyết việc làm ({}% kế hoạch).", True),
    ("Chỉ tiêu bảo hiểm y tế không đạt kế hoạch (đạt {}%).", False),
    ("Giải ngân vốn đầu tư đạt {}% kế hoạch, hoàn thành chỉ tiêu được giao.", True),
)


def verdicts(random: Random) -> Passage:
    """A share of a plan and what is said of it; the slip is a share that denies it."""
    said, is_reached = random.choice(_VERDICTS)
    over, under = random.choice(("104.5", "112.3", "135.2")), random.choice(("62.4", "78.5", "95.1"))
    right, wrong = (over, under) if is_reached else (under, over)
    return Passage({"said": said}, *(said.format(printed(Decimal(rate))) for rate in (right, wrong)))


_NAMES = ("Khe Lạnh", "Nà Pàn", "Lũng Sa", "Pác Cáp", "Cốc Lầy", "Nậm Tát")
_PLACED = (
    "Kết quả: {listed}; cao nhất là thôn {most}, thấp nhất là thôn {least}.",
    "Tỷ lệ thu quỹ theo thôn: {listed}. Thôn {most} dẫn đầu, thôn {least} đứng cuối.",
)


def highest_and_lowest(random: Random) -> Passage:
    """A list, who has the most of it and who the least; the slip names another."""
    said, names = random.choice(_PLACED), random.sample(_NAMES, 4)
    rates = dict(zip(names, random.sample(range(52, 99), 4), strict=True))
    most, least = max(rates, key=rates.__getitem__), min(rates, key=rates.__getitem__)
    other = next(name for name in names if name not in (most, least))
    listed = ", ".join(f"{name} {rate}%" for name, rate in rates.items())
    slip = random.choice(("most", "least"))
    wrong = {"most": most, "least": least} | {slip: other}
    return Passage(
        {"said": said, "slip": slip},
        said.format(listed=listed, most=most, least=least),
        said.format(listed=listed, **wrong),
    )


_PROMISES = (
    "(Có phụ lục số liệu kèm theo).",
    "Chi tiết tại Phụ lục 02 kèm theo.",
    "(Danh sách cụ thể kèm theo).",
    "Số liệu chi tiết tại Biểu số 01.",
    "Kết quả được thể hiện tại Bảng 3.",
)


def promised_parts(random: Random) -> Passage:
    """A sentence; the slip promises a part that is not there."""
    promise, said = random.choice(_PROMISES), f"Trong năm, toàn xã tổ chức {random.randint(5, 40)} hội nghị."
    return Passage({"promise": promise}, said, f"{said} {promise}")


FAMILIES: dict[str, Family] = {
    "statements: denied and counted": denied_and_counted,
    "statements: all but some": all_but_some,
    "statements: all done and some left": all_done_and_some_left,
    "statements: ways": ways,
    "statements: verdicts on plans": verdicts,
    "statements: the highest and the lowest": highest_and_lowest,
    "statements: promised parts": promised_parts,
}
