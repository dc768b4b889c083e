from django.urls import path

from tongket.site.people.views import account, first_run

app_name = "people"
urlpatterns = [
    path("begin", first_run.begin, name="begin"),
    path("units", first_run.units, name="units"),
    path("me", account.me, name="me"),
    path("act-as/<int:body>", account.act_as, name="act-as"),
]
