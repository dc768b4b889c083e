from django.urls import path

from tongket.site.interface import views

app_name = "interface"
urlpatterns = [path("language/<str:code>", views.language, name="language")]
