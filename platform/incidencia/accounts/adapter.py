"""Where allauth asks this house: what is saved at sign-up, in which language people are written to and received."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import translate_url
from django.utils import translation

from incidencia.accounts.models import Person


class Adapter(DefaultAccountAdapter):
    """allauth's adapter (ACCOUNT_ADAPTER)."""

    def save_user(self, request: HttpRequest, user: Any, form: BaseForm, commit: bool = True) -> Person:
        """Keep the name, and the language of the page on which the person signed up."""
        user.name = form.cleaned_data["name"]
        user.language = translation.get_language() or user.language
        return super().save_user(request, user, form, commit)  # type: ignore[return-value]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write to people in their own language; to unknown addresses in that of the page."""
        known = Person.objects.filter(email=email.lower()).values_list("language", flat=True).first()
        with translation.override(known or translation.get_language()):
            super().send_mail(template_prefix, email, context)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        """Lead the person to the page they wanted, in the language of their profile."""
        response = super().post_login(request, user, **kwargs)
        if isinstance(response, HttpResponseRedirect):
            return HttpResponseRedirect(translate_url(response.url, user.language))
        return response
