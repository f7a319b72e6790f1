"""Addresses of one's own account that allauth does not bring; they stand under /cuenta/."""

from django.urls import path

from incidencia.accounts import views

urlpatterns = [
    path("perfil/", views.profile, name="profile"),
    path("mis-datos/", views.own_data, name="own_data"),
    path("mis-datos/descarga/", views.own_data_download, name="own_data_download"),
    path("aviso-de-privacidad/", views.privacy_notice, name="privacy_notice"),
    path("aviso-de-privacidad/aceptar/", views.privacy_accept, name="privacy_accept"),
]
