from django.urls import path

from tongket.site.people import views

app_name = "people"
urlpatterns = [
    path("me", views.me, name="me"),
    path("act-as/<int:body>", views.act_as, name="act-as"),
]
