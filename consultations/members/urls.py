"""Addresses of members' life: invited and called, terms, leaving."""

from django.urls import path

from consultations.members import views_joining as joining
from consultations.members.leaving import views as leaving
from consultations.members.renewal import views as renewal

MEMBERS = "<str:reference>/integrantes"

urlpatterns = [
    path(f"{MEMBERS}/llegada/", joining.joined_list, name="joined_list"),
    path(f"{MEMBERS}/integrantes.csv", joining.member_table, name="member_table"),
    path(f"{MEMBERS}/periodos/", renewal.term_list, name="term_list"),
    path(f"{MEMBERS}/periodos/lugares/", renewal.seats_release, name="seats_release"),
    path(f"{MEMBERS}/salidas/", leaving.separation_list, name="separation_list"),
    path(f"{MEMBERS}/avisos/<int:pk>/", leaving.notice_page, name="notice_page"),
    path(f"{MEMBERS}/avisos/<int:pk>/responder/", leaving.notice_reply, name="notice_reply"),
    path(f"{MEMBERS}/avisos/<int:pk>/decidir/", leaving.separation_decide, name="separation_decide"),
    path(f"{MEMBERS}/<int:pk>/periodo/", renewal.term_change, name="term_change"),
    path(f"{MEMBERS}/<int:pk>/renunciar/", leaving.resign, name="resign"),
    path(f"{MEMBERS}/<int:pk>/concluir/", leaving.membership_conclude, name="membership_conclude"),
    path(f"{MEMBERS}/<int:pk>/avisar/", leaving.notice_give, name="notice_give"),
]
