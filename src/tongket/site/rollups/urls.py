from django.urls import path

from tongket.site.rollups import views, views_charts, views_reports

app_name = "rollups"
urlpatterns = [
    path("", views.rounds, name="list"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/number", views.number, name="number"),
    path("<int:pk>/export", views.export, name="export"),
    path("<int:pk>/export/<int:job>", views.exported, name="exported"),
    path("<int:pk>/charts", views_charts.charts, name="charts"),
    path("<int:pk>/report", views_reports.begin, name="begin-report"),
    path("reports/<int:pk>/", views_reports.report, name="report"),
    path("reports/<int:pk>/edit", views_reports.edit, name="edit-report"),
    path("reports/<int:pk>/charts", views_reports.charts, name="report-charts"),
    path("reports/<int:pk>/figure", views_reports.figure, name="figure"),
    path("reports/<int:pk>/file/<slug:kind>", views_reports.download, name="report-file"),
]
