"""Addresses of the index of reserves; they stand under /procesos/<reference>/."""

from django.urls import path

from consultations.reserves import views

urlpatterns = [
    path("<str:reference>/reservas/", views.reserve_list, name="reserve_list"),
    path("<str:reference>/reservas.csv", views.reserve_table, name="reserve_table"),
]
