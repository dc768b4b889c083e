"""Documents and days: what was issued upon another, one document told twice, days that cannot be."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from random import Random

from plain.passage import Family, Passage

_TYPES = (("Kế hoạch", "KH"), ("Quyết định", "QĐ"), ("Chương trình", "CTr"), ("Hướng dẫn", "HD"), ("Thông báo", "TB"))
_SUBJECTS = ("về chuyển đổi số", "về giảm nghèo bền vững", "về xây dựng nông thôn mới", "về cải cách hành chính")
_FORMS = ("{0.day}/{0.month}/{0.year}", "{0:%d/%m/%Y}", "{0:%d-%m-%Y}", "{0.day} tháng {0.month} năm {0.year}")
_UPON = (
    "Thực hiện {above}, UBND xã đã ban hành {own}.",
    "Trên cơ sở {above}, UBND xã ban hành {own}.",
    "Căn cứ {above}, Ủy ban nhân dân xã xây dựng {own}.",
    "Triển khai {above}, UBND xã ban hành {own} để thực hiện.",
    "UBND xã ban hành {own} triển khai {above}.",
    "Ngay sau khi có {above}, UBND xã đã ban hành {own}.",
    "Cụ thể hóa {above}, Ủy ban nhân dân xã ban hành {own} và giao các bộ phận thực hiện.",
)
_FEWEST_DAYS = 20


def issued_upon(random: Random) -> Passage | None:
    """A document of the commune, and the plan above it upon which it was issued; the slip turns their days round."""
    first, last = sorted((_day(random), _day(random)))
    if (last - first).days < _FEWEST_DAYS:
        return None
    (kind, letters), form, said = random.choice(_TYPES[:4]), random.choice(_FORMS), random.choice(_UPON)
    above, own = f"Kế hoạch số {random.randint(11, 980)}/KH-UBND", f"{kind} số {random.randint(11, 980)}/{letters}-UBND"

    def say(day: date, other: date) -> str:
        return said.format(
            above=f"{above} ngày {form.format(day)} của UBND tỉnh", own=f"{own} ngày {form.format(other)}"
        )

    return Passage({"said": said, "form": form}, say(first, last), say(last, first))


_FIRST = (
    "Ủy ban nhân dân xã đã triển khai {} của UBND tỉnh {} đến các thôn.",
    "Căn cứ {} của UBND tỉnh {}, xã đã phân công từng bộ phận.",
)
_AGAIN = (
    "Việc thực hiện {} của UBND tỉnh {} còn chậm ở một số thôn.",
    "Thời gian tới, tiếp tục thực hiện {} của UBND tỉnh {}.",
    "Tiếp tục quán triệt {} của UBND tỉnh {} trong cán bộ, công chức.",
)
_BETWEEN = "\nCông tác tuyên truyền được duy trì thường xuyên.\n"


def told_twice(random: Random) -> Passage | None:
    """One document in two places; the slip is in its day, month, year, number or type."""
    day, form, subject = _day(random), random.choice(_FORMS[:3]), random.choice(_SUBJECTS)
    (kind, letters), number = random.choice(_TYPES), str(random.randint(11, 980))
    first, again = random.choice(_FIRST), random.choice(_AGAIN)
    where = random.choice(("day", "month", "year", "number", "type"))

    def cite(kind: str, number: str, day: date) -> str:
        return f"{kind} số {number}/{letters}-UBND ngày {form.format(day)}"

    own = cite(kind, number, day)
    turned = number[:-2] + number[-1] + number[-2]
    if where == "number" and turned == number:
        return None
    wrong = {
        "day": cite(kind, number, day.replace(day=day.day % 27 + 1)),
        "month": cite(kind, number, day.replace(month=day.month % 12 + 1)),
        "year": cite(kind, number, day.replace(year=day.year - 1)),
        "number": cite(kind, turned, day),
        "type": cite(random.choice([other for other, _ in _TYPES if other != kind]), number, day),
    }[where]
    opened = first.format(own, subject) + _BETWEEN
    return Passage({"slip": where}, opened + again.format(own, subject), opened + again.format(wrong, subject))


_ON = (
    "Hội nghị được tổ chức ngày {}.",
    "Lớp tập huấn khai giảng ngày {} tại hội trường xã.",
    "Số liệu tính đến ngày {}.",
    "Quyết định số 45/QĐ-UBND ngày {} của UBND xã đã được công khai.",
    "Ngày {}, đoàn kiểm tra của huyện làm việc với thôn Khe Lạnh.",
)


def no_such_day(random: Random) -> Passage:
    """A day that the calendar has, and one that it has not."""
    year, month, said = random.randint(2021, 2025), random.choice((2, 4, 6, 9, 11)), random.choice(_ON)
    last = monthrange(year, month)[1]
    no_month = f"12/{random.choice((13, 14, 20))}/{year}"
    wrong = random.choice((f"{last + 1}/{month:02}/{year}", no_month))
    slip = "month" if wrong == no_month else "day"
    return Passage({"said": said, "slip": slip}, said.format(f"{last}/{month:02}/{year}"), said.format(wrong))


_WEEK = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_ON_WEEKDAY = (
    "Hội nghị tổ chức vào {week}, ngày {day:%d/%m/%Y}.",
    "Vào {week}, ngày {day:%d/%m/%Y}, xã tổ chức đối thoại với thanh niên.",
    "Buổi làm việc ngày {day:%d/%m/%Y} ({week}) có 45 người dự.",
)


def day_of_the_week(random: Random) -> Passage:
    """A day with its name in the week; the slip is another name."""
    day, said = _day(random), random.choice(_ON_WEEKDAY)
    right, wrong = _WEEK[day.weekday()], _WEEK[(day.weekday() + random.randint(1, 6)) % len(_WEEK)]
    return Passage({"said": said}, said.format(week=right, day=day), said.format(week=wrong, day=day))


_WRITTEN_IN = 9  # month of the small report, 2026
_DONE_ON = (
    "Ngày {}, UBND xã đã tổ chức hội nghị tổng kết.",
    "UBND xã đã ban hành Kế hoạch số 88/KH-UBND ngày {} để triển khai.",
    "Tính đến ngày {}, toàn xã đã có 45 hộ thoát nghèo.",
    "Hội nghị sơ kết đã được tổ chức vào ngày {}.",
    "Từ ngày 01/3/2021 đến ngày {} đã tiếp nhận 345 hồ sơ.",
)


def done_after_the_report(random: Random) -> Passage:
    """What is told as done on a day before the report; the slip is a day after it."""
    said = random.choice(_DONE_ON)
    before, after = random.randint(2, _WRITTEN_IN - 1), random.randint(_WRITTEN_IN + 2, 12)
    right, wrong = (f"{random.randint(1, 28):02}/{month:02}/2026" for month in (before, after))
    return Passage({"said": said}, said.format(right), said.format(wrong))


_SPANS = (
    "Trong {years:02} năm ({first} - {last}), toàn xã kết nạp 45 hội viên.",
    "Qua {years:02} năm thực hiện (từ năm {first} đến hết năm {last}), công tác này có chuyển biến.",
    "Giai đoạn {first} - {last} ({years:02} năm), xã được hỗ trợ nhiều nguồn lực.",
)


def years_of_a_span(random: Random) -> Passage:
    """A span of years and how many they are; the slip is two or three more or fewer."""
    said, first, years = random.choice(_SPANS), random.randint(2010, 2019), random.randint(3, 7)
    wrong = years + random.choice((-2, 2, 3))
    right, other = (said.format(years=one, first=first, last=first + years - 1) for one in (years, wrong))
    return Passage({"said": said}, right, other)


_MEMBER = (
    "Đề nghị tặng Huy hiệu {years} năm tuổi Đảng cho đồng chí Lò Văn Ơn, vào Đảng tháng 5/{since}.",
    "Đồng chí Lò Văn Ơn (vào Đảng ngày 19/5/{since}), đủ {years} năm tuổi Đảng, chi bộ thôn Khe Lạnh.",
    "Ông Lò Văn Ơn có {years} năm làm trưởng thôn (từ năm {since} đến nay).",
)


def years_served(random: Random) -> Passage:
    """The years that somebody has served or been a member; the slip is four or more others."""
    said, years = random.choice(_MEMBER), random.choice((30, 40, 45, 50))
    wrong = years + random.choice((-10, -5, 4, 10))
    right, other = (said.format(years=one, since=2026 - years) for one in (years, wrong))
    return Passage({"said": said}, right, other)


_TASKS = (
    ("Các thôn gửi báo cáo sơ kết về xã trước ngày {}.", "Báo cáo sơ kết của các thôn gửi về xã chậm nhất ngày {}."),
    ("Hồ sơ đề nghị khen thưởng nộp trước ngày {}.", "Các thôn nộp hồ sơ đề nghị khen thưởng chậm nhất ngày {}."),
)


def limits_of_a_task(random: Random) -> Passage:
    """A task with its limit in two places; the slip is another day."""
    (first, again), day = random.choice(_TASKS), random.randint(1, 20)
    held, other = f"{day:02}/10/2026", f"{day + random.randint(2, 8):02}/{random.choice((10, 11))}/2026"
    opened = first.format(held) + _BETWEEN
    return Passage({"said": again}, opened + again.format(held), opened + again.format(other))


def _day(random: Random) -> date:
    """A day of 2022 to August 2026, none of the last three of its month."""
    day = date(2022, 1, 5) + timedelta(days=random.randrange(1690))
    return day.replace(day=min(day.day, 28))


FAMILIES: dict[str, Family] = {
    "documents: issued upon another": issued_upon,
    "documents: one told twice": told_twice,
    "days: none of the calendar": no_such_day,
    "days: of the week": day_of_the_week,
    "days: done after the report": done_after_the_report,
    "days: years of a span": years_of_a_span,
    "days: years served": years_served,
    "days: limits of a task": limits_of_a_task,
}
