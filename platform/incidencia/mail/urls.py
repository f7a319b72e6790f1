"""Addresses of the development page; the site map adds them only with DEBUG=1 on loopback."""

from django.urls import path

from incidencia.mail import views

urlpatterns = [
    path("correo/", views.mail_page, name="mail_page"),
    path("correo/<int:pk>/<int:position>/", views.mail_attachment, name="mail_attachment"),
]
