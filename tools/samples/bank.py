"""Sentences without figures: circumstances, judgement, tasks. Several ways of saying each thing.

Each inner tuple holds one thing said in several ways; a writer takes some things, each in one of its ways.
Fields in braces are the terms of ``case.Case``.
"""

# ruff: noqa: E501 - sentences of prose are not broken over lines
from __future__ import annotations

Bank = tuple[tuple[str, ...], ...]

ADVANTAGES: Bank = (
    (
        "Cấp ủy, chính quyền {xa} luôn quan tâm lãnh đạo, chỉ đạo sát sao công tác vận động quần chúng; kịp thời cho chủ trương, tạo điều kiện về kinh phí, nơi làm việc để {mt_short} và {org} hoạt động.",
        "Công tác vận động quần chúng được cấp ủy, chính quyền {xa} quan tâm chỉ đạo thường xuyên, bố trí kinh phí và điều kiện làm việc cho {mt_short} và {org}.",
    ),
    (
        "Nhân dân các dân tộc trên địa bàn đoàn kết, cần cù, tin tưởng vào sự lãnh đạo của Đảng, tích cực hưởng ứng các phong trào, các cuộc vận động do địa phương phát động.",
        "Khối đại đoàn kết toàn dân tộc được giữ vững; Nhân dân phấn khởi, đồng thuận với chủ trương của cấp ủy, chính quyền và hăng hái tham gia các phong trào ở {thon}.",
    ),
    (
        "Đội ngũ cán bộ {mt_short} và các đoàn thể cơ bản ổn định, nhiệt tình, am hiểu phong tục, tập quán của địa phương; phần lớn đã được đào tạo, bồi dưỡng về nghiệp vụ.",
        "Cán bộ làm công tác Mặt trận, đoàn thể từ {xa} đến {thon} được kiện toàn, có tâm huyết, nhiều đồng chí thông thạo tiếng dân tộc nên thuận lợi trong tiếp xúc, vận động.",
    ),
    (
        "Hạ tầng viễn thông, đường giao thông đến trung tâm các {thon} được đầu tư, giúp việc thông tin, tuyên truyền đến người dân nhanh hơn trước.",
        "Mạng di động và hệ thống truyền thanh đã phủ đến hầu hết các {thon}, tạo thuận lợi cho việc tuyên truyền, nắm bắt tình hình Nhân dân.",
    ),
)

DIFFICULTIES: Bank = (
    (
        "Địa bàn rộng, dân cư sống phân tán, một số {thon} cách xa trung tâm, mùa mưa đi lại khó khăn nên việc tổ chức sinh hoạt đoàn thể chưa được thường xuyên.",
        "Địa hình chia cắt, các cụm dân cư ở cách xa nhau, việc đi lại vào mùa mưa lũ còn trở ngại, ảnh hưởng đến sinh hoạt của chi đoàn, chi hội.",
    ),
    (
        "Thanh niên và lao động trong độ tuổi đi làm ăn xa nhiều, khó tập hợp, duy trì sinh hoạt tại chỗ.",
        "Số lao động trẻ thường xuyên đi làm việc tại các khu công nghiệp ngoài tỉnh đông, công tác quản lý, phát triển đoàn viên, hội viên gặp trở ngại.",
    ),
    (
        "Đời sống của một bộ phận Nhân dân còn khó khăn, trình độ dân trí chưa đồng đều, một số nơi còn tâm lý trông chờ vào sự hỗ trợ của Nhà nước.",
        "Kinh tế của nhiều hộ còn khó khăn, thu nhập bấp bênh nên chưa có điều kiện tham gia sinh hoạt tổ chức hội.",
    ),
    (
        "Kinh phí hoạt động của các chi đoàn, chi hội còn hạn hẹp, chế độ đối với cán bộ không chuyên trách thấp.",
        "Nguồn kinh phí dành cho hoạt động ở cơ sở còn ít; phụ cấp của cán bộ đoàn thể ở {thon} chưa tương xứng với công việc.",
    ),
)

STRENGTHS: Bank = (
    (
        "Nhận thức của cấp ủy, chính quyền, cán bộ, đảng viên và Nhân dân về vị trí, vai trò của {org} được nâng lên; việc tuyên truyền, vận động, tập hợp quần chúng được coi là nhiệm vụ thường xuyên của cả hệ thống chính trị.",
        "Qua {years} thực hiện, cấp ủy, chính quyền và đội ngũ cán bộ, đảng viên đã nhận thức đầy đủ hơn về vai trò của {org}, xem công tác tập hợp quần chúng là trách nhiệm chung chứ không của riêng đoàn thể nào.",
    ),
    (
        "Nội dung, phương thức hoạt động của {mt_short} và {org} tiếp tục được đổi mới theo hướng gần dân, sát cơ sở, lấy quyền và lợi ích chính đáng của đoàn viên, hội viên làm trọng tâm.",
        "{mt_Short} và {org} có nhiều đổi mới trong cách làm, hướng mạnh về {thon}, chăm lo thiết thực hơn đến đời sống và quyền lợi của đoàn viên, hội viên.",
    ),
    (
        "Công tác phát triển đoàn viên, hội viên được quan tâm, tỷ lệ tập hợp tăng so với trước khi có Chỉ thị; các mô hình, câu lạc bộ, tổ, nhóm được duy trì, thu hút nhiều người tham gia.",
        "Số lượng đoàn viên, hội viên năm sau cao hơn năm trước; nhiều loại hình tập hợp phù hợp với lứa tuổi, nghề nghiệp, sở thích được hình thành và hoạt động có nền nếp.",
    ),
    (
        "Việc phối hợp giữa chính quyền với {mt_short} và {org} ngày càng chặt chẽ, có quy chế, có phân công rõ trách nhiệm; những kiến nghị chính đáng của Nhân dân được xem xét, giải quyết kịp thời.",
        "Quy chế phối hợp giữa {ub} với {mt_short} và {org} được thực hiện nghiêm túc, qua đó nhiều vấn đề Nhân dân quan tâm đã được giải quyết ngay từ cơ sở.",
    ),
    (
        "Các phong trào thi đua yêu nước, các cuộc vận động được triển khai rộng khắp, gắn với nhiệm vụ phát triển kinh tế - xã hội, giữ vững an ninh, trật tự ở địa phương.",
        "Phong trào thi đua, cuộc vận động do các đoàn thể phát động đi vào thực chất, góp phần hoàn thành các chỉ tiêu kinh tế - xã hội và bảo đảm quốc phòng, an ninh.",
    ),
)

LIMITATIONS: Bank = (
    (
        "Công tác tuyên truyền, vận động ở một số {thon} chưa thường xuyên, hình thức còn đơn điệu, chưa phù hợp với từng đối tượng.",
        "Hình thức tuyên truyền chậm đổi mới, có nơi còn nặng về đọc văn bản, chưa thu hút được thanh niên và người lao động.",
    ),
    (
        "Tỷ lệ tập hợp thanh niên vào tổ chức Đoàn, Hội chưa cao và chưa bền vững, nhất là ở những nơi có nhiều người đi làm ăn xa.",
        "Việc tập hợp thanh niên còn khó khăn, số đoàn viên sinh hoạt thực tế tại chi đoàn thấp hơn so với số quản lý.",
    ),
    (
        "Chất lượng sinh hoạt của một số chi đoàn, chi hội chưa cao, nội dung sinh hoạt nghèo nàn, chưa duy trì được định kỳ.",
        "Một số chi hội, chi đoàn sinh hoạt chưa đều, nội dung chưa gắn với nhu cầu thiết thực của hội viên.",
    ),
    (
        "Công tác giám sát, phản biện xã hội của {mt_short} và các đoàn thể có việc còn lúng túng, số cuộc giám sát theo chuyên đề chưa nhiều.",
        "Hoạt động giám sát, phản biện xã hội chưa đồng đều, chất lượng kiến nghị sau giám sát có mặt còn hạn chế.",
    ),
    (
        "Việc nắm tình hình tư tưởng, dư luận trong Nhân dân có lúc chưa kịp thời, còn để phát sinh kiến nghị kéo dài.",
        "Công tác nắm bắt tâm tư, nguyện vọng của đoàn viên, hội viên đôi khi chưa sát, phản ánh với cấp ủy còn chậm.",
    ),
    (
        "Việc ứng dụng công nghệ thông tin trong quản lý đoàn viên, hội viên còn chậm, số liệu theo dõi giữa các tổ chức chưa thống nhất.",
        "Công tác quản lý, cập nhật dữ liệu đoàn viên, hội viên trên phần mềm chưa đầy đủ, có nơi còn theo dõi bằng sổ tay.",
    ),
)

CAUSES: Bank = (
    (
        "Một số cấp ủy chi bộ chưa thật sự quan tâm lãnh đạo, còn khoán việc cho đoàn thể.",
        "Có chi bộ chưa dành sự quan tâm đúng mức cho công tác đoàn thể, ít kiểm tra, đôn đốc.",
    ),
    (
        "Năng lực của một bộ phận cán bộ đoàn thể ở {thon} còn hạn chế, phần lớn kiêm nhiệm nên dành ít thời gian cho công tác vận động.",
        "Cán bộ chi đoàn, chi hội đa số kiêm nhiệm nhiều việc, kỹ năng vận động quần chúng chưa đáp ứng yêu cầu.",
    ),
    (
        "Kinh phí hoạt động thấp, cơ sở vật chất phục vụ sinh hoạt cộng đồng ở một số nơi còn thiếu.",
        "Điều kiện về kinh phí, trang thiết bị còn khó khăn, một số nhà văn hóa đã xuống cấp.",
    ),
    (
        "Đời sống một bộ phận Nhân dân còn khó khăn, nhiều người phải đi làm ăn xa dài ngày.",
        "Do điều kiện kinh tế, nhiều đoàn viên, hội viên đi lao động ngoài tỉnh, chỉ về địa phương vào dịp lễ, Tết.",
    ),
    (
        "Các thế lực xấu lợi dụng mạng xã hội phát tán thông tin sai lệch, gây tâm lý hoang mang trong một bộ phận người dân.",
        "Thông tin xấu, độc trên không gian mạng tác động đến tư tưởng của một số người dân, nhất là giới trẻ.",
    ),
)

LESSONS: Bank = (
    (
        "Phải bám sát sự lãnh đạo của cấp ủy, sự phối hợp của chính quyền; nơi nào cấp ủy quan tâm thì nơi đó phong trào quần chúng phát triển.",
        "Thực tiễn cho thấy ở đâu cấp ủy thường xuyên lãnh đạo, chính quyền tạo điều kiện thì ở đó việc tập hợp quần chúng đạt kết quả tốt.",
    ),
    (
        "Nội dung, hình thức vận động phải xuất phát từ nhu cầu, lợi ích chính đáng của Nhân dân; nói phải đi đôi với làm.",
        "Lấy lợi ích thiết thực của người dân làm điểm xuất phát; vận động bằng việc làm cụ thể, bằng sự gương mẫu của cán bộ, đảng viên.",
    ),
    (
        "Chú trọng xây dựng đội ngũ cán bộ đoàn thể có uy tín, có kỹ năng, gắn bó với cơ sở; kịp thời động viên, khen thưởng những người làm tốt.",
        "Quan tâm lựa chọn, bồi dưỡng cán bộ đoàn thể từ thực tiễn phong trào; coi trọng biểu dương gương người tốt, việc tốt.",
    ),
    (
        "Thường xuyên kiểm tra, sơ kết, rút kinh nghiệm; lấy kết quả tập hợp quần chúng làm một tiêu chí đánh giá tổ chức đảng và cán bộ.",
        "Gắn kết quả vận động, tập hợp quần chúng với đánh giá, xếp loại chi bộ và cán bộ hằng năm.",
    ),
)

TASKS: Bank = (
    (
        "Tiếp tục quán triệt, triển khai có hiệu quả {ct_bare} và các văn bản của cấp trên về công tác vận động quần chúng; đổi mới hình thức tuyên truyền phù hợp với từng nhóm đối tượng.",
        "Đẩy mạnh tuyên truyền, quán triệt {ct_bare} gắn với nhiệm vụ chính trị của địa phương, chú trọng tuyên truyền bằng tiếng dân tộc và qua mạng xã hội.",
    ),
    (
        "Củng cố tổ chức, nâng cao chất lượng sinh hoạt chi đoàn, chi hội; xây dựng đội ngũ cán bộ đoàn thể có đủ phẩm chất, năng lực, uy tín.",
        "Tập trung kiện toàn tổ chức, bồi dưỡng kỹ năng cho cán bộ đoàn thể, nhất là bí thư chi đoàn, chi hội trưởng ở {thon}.",
    ),
    (
        "Đa dạng hóa các loại hình tập hợp; quan tâm phát triển đoàn viên, hội viên trong doanh nghiệp, hợp tác xã, người lao động tự do và vùng đồng bào dân tộc thiểu số.",
        "Mở rộng các hình thức tập hợp theo nghề nghiệp, lứa tuổi, sở thích; chú ý lực lượng lao động trong doanh nghiệp ngoài Nhà nước và lao động đi làm ăn xa.",
    ),
    (
        "Chăm lo, bảo vệ quyền, lợi ích hợp pháp của đoàn viên, hội viên; hỗ trợ vay vốn, đào tạo nghề, xây dựng mô hình kinh tế, giảm nghèo bền vững.",
        "Phối hợp với Ngân hàng Chính sách xã hội và các ngành hỗ trợ đoàn viên, hội viên vay vốn, học nghề, phát triển kinh tế tập thể.",
    ),
    (
        "Nâng cao chất lượng giám sát, phản biện xã hội, góp ý xây dựng Đảng, xây dựng chính quyền; tăng cường đối thoại, giải quyết kịp thời kiến nghị của Nhân dân.",
        "Thực hiện tốt quy chế dân chủ ở cơ sở, duy trì đối thoại định kỳ; theo dõi đến cùng việc giải quyết các kiến nghị sau giám sát, sau tiếp xúc cử tri.",
    ),
    (
        "Đẩy mạnh ứng dụng công nghệ thông tin, chuyển đổi số trong quản lý đoàn viên, hội viên và trong công tác tuyên truyền.",
        "Cập nhật đầy đủ dữ liệu đoàn viên, hội viên trên phần mềm; duy trì các trang, nhóm mạng xã hội của đoàn thể để thông tin hai chiều với người dân.",
    ),
    (
        "Tăng cường kiểm tra, giám sát, định kỳ sơ kết việc thực hiện Chỉ thị; kịp thời biểu dương, nhân rộng những cách làm hay.",
        "Duy trì chế độ kiểm tra, đánh giá hằng năm; nhân rộng các mô hình tốt, chấn chỉnh những nơi làm chưa nghiêm túc.",
    ),
)

RECOMMENDATIONS: Bank = (
    (
        "Đề nghị {above} quan tâm bố trí thêm kinh phí hoạt động cho các đoàn thể ở cơ sở, nhất là các {xa_any} đặc biệt khó khăn.",
        "Kiến nghị {above} xem xét tăng mức khoán kinh phí hoạt động của Ban công tác Mặt trận và các chi hội ở khu dân cư.",
    ),
    (
        "Đề nghị các tổ chức chính trị - xã hội cấp trên mở thêm lớp tập huấn kỹ năng vận động quần chúng cho cán bộ cơ sở, ưu tiên người dân tộc thiểu số.",
        "Kiến nghị tổ chức các lớp bồi dưỡng nghiệp vụ công tác đoàn thể theo cụm để cán bộ cơ sở được tham gia đầy đủ.",
    ),
    (
        "Đề nghị sớm có phần mềm dùng chung để quản lý đoàn viên, hội viên, tránh việc mỗi tổ chức phải nhập số liệu nhiều lần.",
        "Kiến nghị thống nhất biểu mẫu, phần mềm thống kê đoàn viên, hội viên giữa các tổ chức.",
    ),
)

LEADERSHIP: Bank = (
    (
        "Xác định công tác tuyên truyền, vận động, tập hợp quần chúng là nhiệm vụ quan trọng, ngay sau khi có Chỉ thị, cấp ủy, chính quyền địa phương đã tổ chức nghiên cứu, phân công trách nhiệm cho từng tổ chức, từng đồng chí cấp ủy viên phụ trách địa bàn.",
        "Ngay sau khi tiếp nhận Chỉ thị, {du} đã họp, bàn biện pháp triển khai và giao nhiệm vụ cụ thể cho {ub}, {mt} cùng các đoàn thể; mỗi đồng chí trong Ban Chấp hành được phân công theo dõi, giúp đỡ một số {thon}.",
        "Trên cơ sở chỉ đạo của cấp trên, {du} và {ub} đã sớm đưa việc thực hiện {ct_bare} vào chương trình công tác hằng năm, phân công rõ người, rõ việc, rõ thời gian hoàn thành.",
    ),
    (
        "Nội dung tuyên truyền tập trung vào mục đích, yêu cầu, nhiệm vụ, giải pháp của Chỉ thị; chức năng, quyền và trách nhiệm của từng đoàn thể; quyền lợi của người tham gia tổ chức.",
        "Việc tuyên truyền chú trọng làm rõ vì sao phải tập hợp quần chúng vào tổ chức, người dân được gì khi tham gia đoàn, hội và trách nhiệm của cán bộ, đảng viên trong việc nêu gương.",
    ),
    (
        "Hình thức phổ biến được vận dụng linh hoạt: tổ chức hội nghị riêng, lồng ghép trong sinh hoạt chi bộ, họp {thon_one}, sinh hoạt đoàn thể, phát trên hệ thống truyền thanh và các trang thông tin của địa phương.",
        "Ngoài hội nghị trực tiếp, Chỉ thị còn được phổ biến qua sinh hoạt chi bộ, qua các buổi họp dân, qua loa truyền thanh và nhóm mạng xã hội của các {thon}.",
    ),
)

PARTY_RESULTS: Bank = (
    (
        "Cấp ủy đã lãnh đạo {mt_short} và {org} đổi mới nội dung, phương thức hoạt động, hướng về cơ sở; định kỳ nghe báo cáo, cho ý kiến về chương trình công tác và nhân sự chủ chốt của các đoàn thể.",
        "Công tác lãnh đạo của cấp ủy đối với {mt_short} và {org} tiếp tục được đổi mới: định hướng nội dung trọng tâm từng quý, dự sinh hoạt cùng chi hội, chi đoàn, tháo gỡ kịp thời những việc vướng mắc.",
    ),
    (
        "Việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh được gắn với công tác vận động quần chúng, đề cao trách nhiệm nêu gương của người đứng đầu.",
        "Các chi bộ đưa việc nêu gương, gần dân, lắng nghe ý kiến Nhân dân vào bản đăng ký học tập và làm theo Bác hằng năm của từng đảng viên.",
    ),
)

GOVERNMENT_RESULTS: Bank = (
    (
        "{ub} đã chủ động phối hợp với {mt_short} và các đoàn thể trong xây dựng, thực hiện kế hoạch phát triển kinh tế - xã hội; mời đại diện các đoàn thể dự họp khi bàn những việc liên quan trực tiếp đến quyền và lợi ích của Nhân dân.",
        "Chính quyền địa phương duy trì chế độ làm việc định kỳ với {mt_short} và các đoàn thể; những nội dung liên quan đến đất đai, đền bù, chính sách hộ nghèo đều được lấy ý kiến trước khi quyết định.",
    ),
    (
        "Hằng năm, {ub} cân đối ngân sách, bố trí kinh phí, phương tiện làm việc cho {mt_short} và các đoàn thể theo đúng quy định; ưu tiên nơi có nhiều hộ đồng bào dân tộc thiểu số.",
        "Kinh phí hoạt động của {mt_short} và các đoàn thể được giao ngay từ đầu năm, bảo đảm công khai; nhà văn hóa các {thon} được tu sửa để làm nơi sinh hoạt chung.",
    ),
    (
        "Cải cách hành chính tiếp tục được đẩy mạnh; cán bộ, công chức giữ thái độ đúng mực khi tiếp xúc với tổ chức, công dân, hạn chế việc người dân phải đi lại nhiều lần.",
        "Thủ tục hành chính được niêm yết công khai; đoàn viên thanh niên hỗ trợ người dân nộp hồ sơ trực tuyến, cài đặt và sử dụng các dịch vụ công.",
    ),
)

FRONT_RESULTS: Bank = (
    (
        "{mt_Short} và các đoàn thể đã cụ thể hóa nội dung Chỉ thị thành chương trình hành động hằng năm, chọn việc khó, việc mới để làm trước, phân công cán bộ bám từng địa bàn.",
        "Căn cứ kế hoạch của cấp ủy, {mt_short} và từng đoàn thể xây dựng chương trình riêng, xác định chỉ tiêu tập hợp đoàn viên, hội viên cho mỗi {thon_one}.",
    ),
    (
        "Cuộc vận động “*Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh*” được thực hiện gắn với việc xây dựng khu dân cư đoàn kết, giữ gìn vệ sinh môi trường, xóa bỏ hủ tục.",
        "Phong trào thi đua “*Dân vận khéo*” và cuộc vận động “*Người Việt Nam ưu tiên dùng hàng Việt Nam*” được lồng ghép trong sinh hoạt của các chi đoàn, chi hội.",
    ),
    (
        "Đoàn Thanh niên đảm nhận các công trình, phần việc thanh niên; Hội Liên hiệp Phụ nữ duy trì cuộc vận động “*Xây dựng gia đình 5 không, 3 sạch*”; Hội Nông dân đẩy mạnh phong trào thi đua sản xuất, kinh doanh giỏi; Hội Cựu chiến binh giáo dục truyền thống cho thế hệ trẻ; Công đoàn chăm lo việc làm, đời sống người lao động.",
        "Mỗi đoàn thể chọn một việc trọng tâm: Đoàn Thanh niên với chuyển đổi số cộng đồng, Hội Liên hiệp Phụ nữ với cuộc vận động “*Xây dựng gia đình 5 không, 3 sạch*”, Hội Nông dân với kinh tế tập thể, Hội Cựu chiến binh với giữ gìn an ninh ở cơ sở, Công đoàn với đối thoại tại nơi làm việc.",
    ),
    (
        "Mạng xã hội, trang thông tin của các đoàn thể được sử dụng để cung cấp thông tin chính thống, tiếp nhận ý kiến và vận động các tầng lớp Nhân dân tham gia hoạt động thiện nguyện.",
        "Các đoàn thể lập nhóm Zalo, trang mạng xã hội để trao đổi, vận động ủng hộ người nghèo, phát hiện nhân tố tích cực giới thiệu vào tổ chức.",
    ),
)

ORGANISATION_RESULTS: Bank = (
    (
        "Tổ chức bộ máy của {mt_short} và các đoàn thể thường xuyên được củng cố, kiện toàn; cán bộ chủ chốt cơ bản đạt chuẩn về chuyên môn và lý luận chính trị.",
        "Việc kiện toàn nhân sự {mt_short} và các đoàn thể được tiến hành kịp thời, đúng điều lệ, bảo đảm cơ cấu nữ, trẻ và người dân tộc thiểu số.",
    ),
    (
        "Công tác quy hoạch, đào tạo, bồi dưỡng được gắn với nhu cầu vị trí công tác; chú trọng kỹ năng vận động, kỹ năng đối thoại và tiếng dân tộc.",
        "Cán bộ đoàn thể được cử đi bồi dưỡng theo kế hoạch; sau mỗi lớp đều có trao đổi kinh nghiệm tại cơ sở.",
    ),
)

COORDINATION: Bank = (
    (
        "Hằng năm, hai bên cùng rà soát, bổ sung nội dung phối hợp cho phù hợp với tình hình thực tế; sáu tháng họp đánh giá một lần.",
        "Định kỳ sáu tháng, các bên họp kiểm điểm kết quả phối hợp, thống nhất việc cần làm trong kỳ tới.",
    ),
    (
        "Qua phối hợp, nhiều vấn đề Nhân dân quan tâm như đường giao thông, nước sinh hoạt, đất sản xuất được trao đổi, thống nhất hướng giải quyết.",
        "Công tác phối hợp giúp chính quyền nắm chắc hơn tình hình cơ sở, kịp thời xử lý những việc phát sinh trong Nhân dân.",
    ),
)
