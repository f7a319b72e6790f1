"""The first page, and what anybody may read of a consultation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def home(request: HttpRequest) -> HttpResponse:
    return render(request, "consultations/home.html")
