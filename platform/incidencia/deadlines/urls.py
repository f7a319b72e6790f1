"""Addresses of closed days; they stand under /dias-inhabiles/."""

from django.urls import path

from incidencia.deadlines import views

urlpatterns = [
    path("", views.closed_day_list, name="closed_day_list"),
    path("<int:pk>/retirar/", views.closed_day_withdraw, name="closed_day_withdraw"),
    # An acronym may hold a slash.
    path("<path:agency>/publicar/", views.closed_day_add, name="closed_day_add"),
    path("<path:agency>/", views.closed_day_list, name="closed_day_list"),
]
