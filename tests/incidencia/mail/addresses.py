"""A site map of one page, to see how addresses are built."""

from django.conf.urls.i18n import i18n_patterns
from django.http import HttpResponse
from django.urls import path

urlpatterns = i18n_patterns(
    path("hola/<int:pk>/", lambda request, pk: HttpResponse(), name="hello"), prefix_default_language=False
)
