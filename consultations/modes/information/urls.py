"""Addresses of level I: under /procesos/ feeds and new items, under /informacion/ each item."""

from django.urls import path

from consultations.modes.information import views, views_feeds
from consultations.modes.information import views_writing as writing

HERE = "<str:reference>/actividades/<int:place>"

urlpatterns = [
    path(f"{HERE}/publicaciones/nueva/", writing.item_new, name="item_new"),
    path("<str:reference>/informacion.atom", views_feeds.item_feed, name="item_feed"),
    path("<str:reference>/informacion.json", views_feeds.item_feed_json, name="item_feed_json"),
    path("<str:reference>/calendario.ics", views_feeds.consultation_calendar, name="consultation_calendar"),
]

item_patterns = [
    path("<str:reference>/", views.item_page, name="item_page"),
    path("<str:reference>/versiones/", views.item_versions, name="item_versions"),
    path("<str:reference>/archivos/<int:pk>/", views.item_file, name="item_file"),
    path("<str:reference>/leido/", views.item_mark, name="item_mark"),
    path("<str:reference>/editar/", writing.item_edit, name="item_edit"),
    path("<str:reference>/corregir/", writing.item_correct, name="item_correct"),
    path("<str:reference>/publicar/", writing.item_publish, name="item_publish"),
    path("<str:reference>/descartar/", writing.item_discard, name="item_discard"),
]
