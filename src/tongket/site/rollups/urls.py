from django.urls import path

from tongket.site.rollups import views, views_charts

app_name = "rollups"
urlpatterns = [
    path("", views.rounds, name="list"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/number", views.number, name="number"),
    path("<int:pk>/export", views.export, name="export"),
    path("<int:pk>/export/<int:job>", views.exported, name="exported"),
    path("<int:pk>/charts", views_charts.charts, name="charts"),
]
