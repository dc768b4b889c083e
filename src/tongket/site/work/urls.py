from django.urls import path

from tongket.site.work import record, views

app_name = "work"
urlpatterns = [
    path("", views.home, name="home"),
    path("search", views.search, name="search"),
    path("notices", views.notices, name="notices"),
    path("help", views.help_page, name="help"),
    path("record/", record.record, name="record"),
    path("record/<int:pk>", record.link, name="link"),
]
