"""The consolidated report (báo cáo tổng hợp): frozen, composed in the background, edited, downloaded, followed."""
