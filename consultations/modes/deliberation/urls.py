"""Addresses of level IV; they stand under /procesos/<reference>/."""

from django.urls import path

from consultations.modes.deliberation import views
from consultations.modes.deliberation.proposing import views as proposing
from consultations.modes.deliberation.ratifying import views as ratifying
from consultations.modes.deliberation.register import views as register
from consultations.modes.deliberation.taking_up import views as taking_up

PROPOSALS = "<str:reference>/sesiones/<int:number>/propuestas"
AGENDA = "<str:reference>/sesiones/<int:number>/aportaciones"

urlpatterns = [
    path("<str:reference>/sesiones/", views.deliberation_page, name="deliberation_page"),
    path("<str:reference>/sesiones/nueva/", views.session_new, name="session_new"),
    path("<str:reference>/sesiones/acreditar/", views.members_accredit, name="members_accredit"),
    path(f"{AGENDA}/", taking_up.take_up, name="take_up"),
    path(f"{AGENDA}/<int:pk>/quitar/", taking_up.leave_out, name="leave_out"),
    path(f"{PROPOSALS}/nueva/", proposing.item_propose, name="item_propose"),
    path(f"{PROPOSALS}/<int:pk>/", proposing.proposal_decide, name="proposal_decide"),
    path(f"{PROPOSALS}/<int:pk>/retirar/", proposing.proposal_withdraw, name="proposal_withdraw"),
    path("<str:reference>/acuerdos/", register.agreement_list, name="agreement_list"),
    path("<str:reference>/acuerdos.csv", register.agreement_table, name="agreement_table"),
    path("<str:reference>/acuerdos/<str:agreement>/ratificar/", ratifying.agreement_ratify, name="agreement_ratify"),
]
