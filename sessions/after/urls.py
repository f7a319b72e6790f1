"""Addresses of what follows a session; they stand under /sesiones/<reference>/."""

from django.urls import path

from sessions.after import views

urlpatterns = [
    path("respuestas/<str:question>/", views.answer_give, name="answer_give"),
    path("pronunciamiento/", views.statement_send, name="statement_send"),
]
