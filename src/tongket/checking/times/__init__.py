"""Days and periods (ngày tháng, kỳ báo cáo): days that cannot be, steps out of turn, periods other than the title's."""
