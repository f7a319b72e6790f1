"""Addresses of the exchange: under /procesos/<reference>/ what a process shares, under /procesos/ each thing."""

from django.urls import path

from consultations.exchange import views, views_lessons

urlpatterns = [
    path("<str:reference>/intercambio/", views.share_list, name="share_list"),
    path("<str:reference>/intercambio/nuevo/", views.share_new, name="share_new"),
    path("<str:reference>/lecciones/nueva/", views_lessons.lesson_new, name="lesson_new"),
]

# They stand before the addresses of one process, whose reference would match anything.
shared_patterns = [
    path("lecciones/", views_lessons.lesson_list, name="lesson_list"),
    path("lecciones/<int:pk>/", views_lessons.lesson_page, name="lesson_page"),
    path("lecciones/<int:pk>/publicar/", views_lessons.lesson_publish, name="lesson_publish"),
    path("lecciones/<int:pk>/declinar/", views_lessons.lesson_decline, name="lesson_decline"),
    path("intercambio/<int:pk>/", views.share_page, name="share_page"),
    path("intercambio/<int:pk>/lista.json", views.share_checklist, name="share_checklist"),
    path("intercambio/<int:pk>/pasar/", views.share_forward, name="share_forward"),
    path("intercambio/<int:pk>/aceptar/", views.share_accept, name="share_accept"),
    path("intercambio/<int:pk>/declinar/", views.share_decline, name="share_decline"),
]
