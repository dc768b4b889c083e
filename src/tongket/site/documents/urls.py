from django.urls import path

from tongket.site.documents import views, views_cascade

app_name = "documents"
urlpatterns = [
    path("", views.documents, name="list"),
    path("add", views.add, name="add"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/edit", views.edit, name="edit"),
    path("<int:pk>/confirm", views.confirm, name="confirm"),
    path("<int:pk>/reject", views.reject, name="reject"),
    path("<int:pk>/relate", views.relate, name="relate"),
    path("<int:pk>/drop", views.drop, name="drop"),
    path("<int:pk>/cascade", views_cascade.cascade, name="cascade"),
    path("<int:pk>/cascade.xlsx", views_cascade.workbook, name="cascade-workbook"),
    path("<int:pk>/remind", views_cascade.remind, name="remind"),
]
