from django.urls import path

from tongket.site.rounds import views, views_calendar, views_coverage, views_programmes, views_reminders

app_name = "rounds"
urlpatterns = [
    path("", views.rounds, name="list"),
    path("new", views.new, name="new"),
    path("coverage", views_coverage.coverage, name="coverage"),
    path("coverage.xlsx", views_coverage.workbook, name="coverage-workbook"),
    path("coverage/files/<int:job>", views_coverage.coverage_file, name="coverage-file"),
    path("calendar", views_calendar.calendar, name="calendar"),
    path("calendar/enter", views_calendar.enter, name="enter-day"),
    path("calendar/<int:pk>/forget", views_calendar.forget, name="forget-day"),
    path("programmes", views_programmes.programmes, name="programmes"),
    path("programmes/upload", views_programmes.upload, name="upload"),
    path("programmes/draft", views_programmes.begin_draft, name="begin-draft"),
    path("programmes/<int:pk>/", views_programmes.programme, name="programme"),
    path("programmes/<int:pk>/trust", views_programmes.trust_key, name="trust-key"),
    path("keys/<int:pk>/distrust", views_programmes.distrust_key, name="distrust-key"),
    path("drafts/<int:pk>/", views_programmes.draft, name="draft"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/edit", views.edit, name="edit"),
    path("<int:pk>/form", views.form, name="form"),
    path("<int:pk>/open", views.open_it, name="open"),
    path("<int:pk>/close", views.close, name="close"),
    path("<int:pk>/reopen", views.reopen, name="reopen"),
    path("<int:pk>/delete", views.delete, name="delete"),
    path("<int:pk>/remind", views_reminders.reminders, name="remind"),
    path("<int:pk>/reminding", views.reminding, name="reminding"),
    path("<int:pk>/dues", views.dues, name="dues"),
    path("<int:pk>/files/<int:file>", views.download, name="file"),
]
