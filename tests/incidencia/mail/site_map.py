"""The site map as development has it: with the page of mail."""

from django.urls import include, path

from incidencia.urls import handler404
from incidencia.urls import urlpatterns as site

__all__ = ["handler404", "urlpatterns"]
urlpatterns = [*site, path("desarrollo/", include("incidencia.mail.urls"))]
