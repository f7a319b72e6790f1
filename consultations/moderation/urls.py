"""Addresses of moderation: the log under /procesos/, the acts under /aportaciones/."""

from django.urls import path

from consultations.moderation import views

urlpatterns = [path("<str:reference>/moderacion/", views.moderation_log, name="moderation_log")]

act_patterns = [
    path("<str:reference>/retirar/", views.contribution_hide, name="contribution_hide"),
    path("moderacion/<int:pk>/apelar/", views.hiding_appeal, name="hiding_appeal"),
    path("moderacion/<int:pk>/resolver/", views.hiding_decide, name="hiding_decide"),
    path("moderacion/<int:pk>/levantar/", views.hiding_lift, name="hiding_lift"),
]
