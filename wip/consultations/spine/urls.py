"""Addresses of contributions."""

from django.urls import path

from consultations.spine import views

urlpatterns = [
    path("aportaciones/<str:reference>/", views.contribution_page, name="contribution_page"),
    path("aportaciones/<str:reference>/seguir/", views.contribution_follow, name="contribution_follow"),
    path("aportaciones/<str:reference>/dejar/", views.contribution_unfollow, name="contribution_unfollow"),
]
