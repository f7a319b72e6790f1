"""Addresses of level II: under /procesos/ what is opened and recorded, under /aportaciones/ what is said."""

from django.urls import path

from consultations.modes.dialogue import views
from consultations.modes.dialogue.concluding import views as concluding
from consultations.modes.dialogue.experts import views as experts
from consultations.modes.dialogue.meetings import views as meetings
from consultations.modes.dialogue.opening import views as opening
from consultations.modes.dialogue.posting import views as posting

HERE = "<str:reference>/actividades/<int:place>"
MEETINGS = "<str:reference>/reuniones"
POSTS = "<str:reference>/intervenciones"
OPINIONS = "<str:reference>/opiniones"

urlpatterns = [
    path(f"{HERE}/hilos/nuevo/", opening.thread_new, name="thread_new"),
    path(f"{HERE}/hilos.csv", views.thread_data, name="thread_data"),
    path(f"{MEETINGS}/", meetings.meeting_list, name="meeting_list"),
    path("<str:reference>/reuniones.csv", meetings.meeting_data, name="meeting_data"),
    path(f"{MEETINGS}/nueva/", meetings.meeting_new, name="meeting_new"),
    path(f"{MEETINGS}/<int:number>/", meetings.meeting_page, name="meeting_page"),
    path(f"{MEETINGS}/<int:number>/corregir/", meetings.meeting_correct, name="meeting_correct"),
    path(f"{MEETINGS}/<int:number>/observar/", meetings.meeting_remark, name="meeting_remark"),
]

sent_patterns = [
    path("<str:reference>/hilo.json", views.thread_proof, name="thread_proof"),
    path(f"{POSTS}/", posting.post_list, name="post_list"),
    path(f"{POSTS}/nueva/", posting.post_new, name="post_new"),
    path(f"{POSTS}/<int:number>/", posting.post_page, name="post_page"),
    path(f"{POSTS}/<int:number>/corregir/", posting.post_correct, name="post_correct"),
    path(f"{POSTS}/<int:number>/versiones/", posting.post_versions, name="post_versions"),
    path(f"{POSTS}/<int:number>/retirar/", posting.post_hide, name="post_hide"),
    path("<str:reference>/sumarse/", opening.thread_join, name="thread_join"),
    path("<str:reference>/responsable/", opening.responsible_name, name="responsible_name"),
    path("<str:reference>/cerrar/", concluding.thread_close, name="thread_close"),
    path("<str:reference>/conclusion/proponer/", concluding.conclusion_propose, name="conclusion_propose"),
    path("<str:reference>/conclusion/asentir/", concluding.conclusion_assent, name="conclusion_assent"),
    path("<str:reference>/conclusion/sellar/", concluding.conclusion_seal, name="conclusion_seal"),
    path("<str:reference>/conclusion/disenso/", concluding.dissent_attach, name="dissent_attach"),
    path(f"{OPINIONS}/nueva/", experts.expert_ask, name="expert_ask"),
    path(f"{OPINIONS}/<int:pk>/enviar/", experts.expert_forward, name="expert_forward"),
    path(f"{OPINIONS}/<int:pk>/declinar/", experts.expert_decline, name="expert_decline"),
    path(f"{OPINIONS}/<int:pk>/registrar/", experts.expert_record, name="expert_record"),
    path(f"{OPINIONS}/archivos/<int:pk>/", experts.expert_file, name="expert_file"),
]
