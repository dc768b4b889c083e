"""Days of events against the documents and meetings that they are tied to. The report is of 12 September 2026."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "date-chronology"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thực hiện Kế hoạch số 08/KH-UBND ngày 22/7/2026 của UBND xã, ngày 15/7/2026 tổ công tác đã đi 02 thôn.",
            [("carried-out", "15/7/2026")],
            id="an event before its plan",
        ),
        pytest.param(
            "Tổ đi các thôn theo Kế hoạch số 08/KH-UBND ngày 22/7/2026. Đợt đầu theo Kế hoạch này đã làm ngày"
            " 15/7/2026.",
            [("carried-out", "15/7/2026")],
            id="'this plan'",
        ),
        pytest.param(
            "Chủ tịch ký Quyết định số 77/QĐ-UBND ngày 26/8/2025 ban hành Quy chế, trên cơ sở biểu quyết của Hội nghị"
            " đại biểu tổ chức ngày 05/10/2025.",
            [("rests-on", "05/10/2025")],
            id="a document before the meeting that it rests on",
        ),
        pytest.param(
            "Thông báo số 57/TB-UBND ngày 12/4/2026 truyền đạt kết luận tại buổi tiếp công dân ngày 17/4/2026 đã gửi.",
            [("rests-on", "17/4/2026")],
            id="conclusions before the meeting",
        ),
        pytest.param(
            "Thông báo số 57/TB-UBND ngày 12/4/2026 kết luận buổi làm việc giữa Đoàn với xã ngày 17/4/2026 đã gửi.",
            [("rests-on", "17/4/2026")],
            id="conclusions, by the type alone, before the working session",
        ),
        pytest.param(
            "Thông báo số 57/TB-UBND ngày 12/4/2026 kết luận buổi làm việc giữa Đoàn với xã ngày 08/4/2026 đã gửi. Giấy"
            " mời số 58/GM-UBND ngày 12/4/2026 về buổi làm việc của Đoàn ngày 17/4/2026.",
            [],
            id="conclusions after it; an invitation before it",
        ),
        pytest.param(
            "Ngày 12/8/2026, Đảng ủy thông qua danh sách hỗ trợ; danh sách này đã được chi trả xong từ ngày 30/7/2026.",
            [("steps", "30/7/2026")],
            id="done with before it was made",
        ),
        pytest.param(
            "Ngày 12/7/2026, Đảng ủy thông qua danh sách hỗ trợ; danh sách này đã được chi trả xong từ ngày 30/8/2026.",
            [],
            id="made and then done with",
        ),
        pytest.param(
            "Lễ hội được tổ chức từ ngày 18 đến ngày 20 tháng 4 năm 2026 theo Kế hoạch số 58/KH-UBND ngày 24/4/2026.",
            [("carried-out", "20 tháng 4 năm 2026")],
            id="an event told before its plan",
        ),
        pytest.param(
            "Ra mắt câu lạc bộ ngày 28/3/2026 theo Quyết định số 21/QĐ-UBND ngày 19/3/2026.", [], id="after it"
        ),
        pytest.param(
            "Ban Chỉ đạo sẽ họp phiên thứ nhất vào ngày 26/3/2026.",
            [("to-come", "sẽ họp phiên thứ nhất vào ngày 26/3/2026")],
            id="a past day told as to come",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 08/KH-UBND ngày 22/7/2026 của UBND xã, ngày 25/7/2026 tổ đã đi 02 thôn.",
            [],
            id="an event after its plan",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 08/KH-UBND ngày 22/7/2026, từ ngày 01/7/2026 đã có 02 thôn làm trước.",
            [],
            id="a beginning",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 08/KH-UBND ngày 22/7/2026 về kỷ niệm ngày 27/7/2026, xã đã thăm 12 hộ.",
            [],
            id="a day in the title of a document",
        ),
        pytest.param(
            "UBND xã ban hành Kế hoạch số 08/KH-UBND ngày 22/7/2026 sau Hội nghị triển khai ngày 15/7/2026.",
            [],
            id="a meeting before the document",
        ),
        pytest.param(
            "Đại hội điểm diễn ra trong hai ngày 16 và 17/3/2026, báo cáo kết quả tại Báo cáo số 09/BC-CĐYT ngày"
            " 10/3/2026.",
            [("told-before", "17/3/2026")],
            id="told of before it was held",
        ),
        pytest.param(
            "Đoàn giám sát làm việc với Trung tâm ngày 18/6/2026, xem 120 hồ sơ. Kết quả giám sát được thông báo tại"
            " Thông báo số 15/TB-UBND ngày 12/6/2026.",
            [("told-before", "18/6/2026")],
            id="told of before it was held, in the next sentence",
        ),
        pytest.param(
            "Đoàn giám sát làm việc với Trung tâm ngày 18/6/2026, xem 120 hồ sơ. Kết quả giám sát được thông báo tại"
            " Thông báo số 15/TB-UBND ngày 22/6/2026.",
            [],
            id="told of afterwards, in the next sentence",
        ),
        pytest.param(
            "Quyết định số 2017/QĐ-UBND ngày 14/6/2026 được công bố tại trụ sở phường ngày 09/6/2026.",
            [("carried-out", "09/6/2026")],
            id="made known before it was signed",
        ),
        pytest.param(
            "Quyết định số 2017/QĐ-UBND ngày 14/6/2026 được công bố tại trụ sở phường ngày 19/6/2026.",
            [],
            id="made known afterwards",
        ),
        pytest.param(
            "Xã có Kế hoạch số 41/KH-UBND ngày 24/02/2026; Quyết định số 81/QĐ-UBND ngày 31/3/2026 kiện toàn Ban Chỉ"
            " đạo, Ban Chỉ đạo nói trên họp phiên đầu tiên vào ngày 22/3/2026.",
            [("steps", "22/3/2026")],
            id="met before it was set up",
        ),
        pytest.param(
            "Kiến nghị nêu tại buổi làm việc ngày 14/6/2026, Sở trả lời tại Công văn số 2210/SYT-NVY ngày 02/6/2026.",
            [("told-before", "14/6/2026")],
            id="answered before it was asked",
        ),
        pytest.param(
            "Vụ sạt lở xảy ra lúc 05 giờ ngày 19/8/2026, xã báo cáo nhanh tại Báo cáo số 134/BC-UBND ngày 17/8/2026.",
            [("told-before", "19/8/2026")],
            id="told of before it broke out",
        ),
        pytest.param(
            "Đại hội điểm diễn ra ngày 17/3/2026, báo cáo kết quả tại Báo cáo số 09/BC-CĐYT ngày 20/3/2026.",
            [],
            id="told of afterwards",
        ),
        pytest.param("Theo cam kết, nhà thầu sẽ bàn giao ngày 26/3/2026 nhưng chưa xong.", [], id="a promise of then"),
        pytest.param("Xã sẽ tổ chức tổng kết ngày 26/12/2026.", [], id="a day to come"),
    ],
)
def test_days_of_events(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Thực hiện kết luận của Hội nghị lần thứ 12 (tổ chức ngày 26 - 27/6/2025), để cụ thể hóa nghị quyết, xã ban"
            " hành Kế hoạch số 46/KH-UBND ngày 12/8/2025.",
            [],
            id="a plan after its meeting",
        ),
        pytest.param(
            "Thực hiện kết luận của Hội nghị lần thứ 12 (tổ chức ngày 26 - 27/6/2025), để cụ thể hóa nghị quyết, xã ban"
            " hành Kế hoạch số 46/KH-UBND ngày 12/4/2025.",
            [("rests-on", "27/6/2025")],
            id="a plan before the meeting in brackets",
        ),
        pytest.param(
            "Căn cứ Quyết định số 45/QĐ-UBND ngày 12/8/2026 về việc thành lập Đoàn kiểm tra, từ ngày 22/5/2026 đến ngày"
            " 02/6/2026, Đoàn đã kiểm tra tại 04 thôn.",
            [("carried-out", "22/5/2026")],
            id="at work before it was set up",
        ),
        pytest.param(
            "Thực hiện Kế hoạch số 45/KH-UBND ngày 12/3/2026, từ ngày 01/01/2026 đến ngày 30/6/2026 đã mở 12 lớp.",
            [],
            id="a time that is counted over",
        ),
        pytest.param(
            "Ngày 05/5/2026, xã nhận đơn của hộ dân; đến ngày 19/4/2026 đã có văn bản trả lời.",
            [("steps", "Ngày 05/5/2026, xã nhận đơn của hộ dân; đến ngày 19/4/2026")],
            id="until a day before the first",
        ),
        pytest.param(
            "Ngày 05/5/2026, xã nhận đơn của hộ dân; đến ngày 19/5/2026 đã có văn bản trả lời.", [], id="until later"
        ),
        pytest.param(
            "Ban hành kết luận ngày 18/8/2026 sau khi kết thúc cuộc thanh tra (từ ngày 03/7/2026 đến ngày 28/8/2026).",
            [
                (
                    "steps",
                    "Ban hành kết luận ngày 18/8/2026 sau khi kết thúc cuộc thanh tra (từ ngày 03/7/2026 đến ngày"
                    " 28/8/2026",
                )
            ],
            id="after what ended later",
        ),
        pytest.param(
            "Đến ngày 30/11/2026, dư nợ ủy thác đạt 18,4 tỷ đồng.", [("not-yet", "30/11/2026")], id="owed months ahead"
        ),
        pytest.param("Đến ngày 30/11/2026, phấn đấu dư nợ đạt 18,4 tỷ đồng.", [], id="an aim"),
        pytest.param(
            "Đại hội xã được tổ chức ngày 24/3/2027, bầu Ban Chấp hành gồm 15 đồng chí.",
            [("not-yet", "24/3/2027")],
            id="elected months ahead",
        ),
        pytest.param(
            "Kỳ họp thứ 12 (ngày 18/7/2026) đã thông qua Nghị quyết số 09/NQ-HĐND ngày 18/7/2026.", [], id="a session"
        ),
        pytest.param(
            "Kỳ họp thứ 12 (ngày 18/8/2026) đã thông qua Nghị quyết số 09/NQ-HĐND ngày 18/7/2026.",
            [("rests-on", "18/8/2026")],
            id="a resolution before its session",
        ),
        pytest.param(
            "Ngay sau khi Nghị quyết số 12-NQ/HU ngày 20/10/2025 được ban hành, Đảng ủy đã ban hành Nghị quyết số"
            " 15-NQ/ĐU ngày 15/9/2025.",
            [("before", "Nghị quyết số 15-NQ/ĐU ngày 15/9/2025")],
            id="issued after a later one",
        ),
        pytest.param(
            "Phấn đấu hoàn thành việc cấp giấy trước ngày 30/6/2026 cho 45 hộ còn thiếu.",
            [("past-term", "trước ngày 30/6/2026")],
            id="an aim that is past",
        ),
        pytest.param("Đã hoàn thành việc cấp giấy trước ngày 30/6/2026 cho 45 hộ.", [], id="done by then"),
        pytest.param(
            "Trung tâm hoạt động từ ngày 01/7/2027, đến nay đã tiếp nhận 1.240 hồ sơ.",
            [("not-yet", "01/7/2027")],
            id="since a day to come",
        ),
        pytest.param(
            "Đã giải quyết xong chế độ cho 14 cán bộ trước ngày 30/12/2026.",
            [("not-yet", "30/12/2026")],
            id="finished by a day to come",
        ),
        pytest.param(
            "Đoàn ban hành thông báo kết luận ngày 20/4/2026 sau đợt kiểm tra ngày 12/6/2026.",
            [("steps", "Đoàn ban hành thông báo kết luận ngày 20/4/2026 sau đợt kiểm tra ngày 12/6/2026")],
            id="told before the visit",
        ),
        pytest.param("Từ tháng 5 đến tháng 13 năm 2026 có 04 đợt.", [("no-time", "tháng 13 năm 2026")], id="month 13"),
        pytest.param("Trong quý V, xã họp 02 lần.", [("no-time", "quý V")], id="a fifth quarter, without its year"),
        pytest.param("Kính thưa Quý Vị đại biểu.", [], id="a word of politeness"),
        pytest.param("Tính đến quý V năm 2026 còn 34 hộ.", [("no-time", "quý V năm 2026")], id="a fifth quarter"),
        pytest.param("Tính đến quý IV năm 2025 còn 34 hộ.", [], id="the fourth quarter"),
    ],
)
def test_days_that_exclude_each_other(body: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == found
