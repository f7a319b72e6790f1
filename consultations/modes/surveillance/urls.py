"""Addresses of level VI: under /procesos/ where one begins, under /aportaciones/ each checklist and the library."""

from django.urls import path

from consultations.modes.surveillance import views
from consultations.modes.surveillance.designing import views as designing
from consultations.modes.surveillance.finding import views as finding
from consultations.modes.surveillance.holding import views as holding
from consultations.modes.surveillance.library import views as library
from consultations.modes.surveillance.replying import views as replying
from consultations.modes.surveillance.team import views as team

ITEMS, ROUND = "<str:reference>/puntos", "<str:reference>/rondas/<int:number>"

urlpatterns = [
    path("<str:reference>/actividades/<int:place>/listas/nueva/", views.checklist_new, name="checklist_new"),
]

checklist_patterns = [
    path("plantillas/", library.template_list, name="template_list"),
    path("plantillas/<int:pk>/", library.template_page, name="template_page"),
    path("plantillas/<int:pk>/puntos.csv", library.template_data, name="template_data"),
    path("plantillas/<int:pk>/puntos.json", library.template_json, name="template_json"),
    path("<str:reference>/plantilla/", library.template_save, name="template_save"),
    path(f"{ITEMS}/nuevo/", designing.check_new, name="check_new"),
    path(f"{ITEMS}/importar/", designing.checklist_import, name="checklist_import"),
    path(f"{ITEMS}/<int:number>/", views.check_page, name="check_page"),
    path(f"{ITEMS}/<int:number>/editar/", designing.check_edit, name="check_edit"),
    path(f"{ITEMS}/<int:number>/quitar/", designing.check_drop, name="check_drop"),
    path(f"{ITEMS}.csv", designing.checklist_data, name="checklist_data"),
    path(f"{ITEMS}.json", designing.checklist_json, name="checklist_json"),
    path("<str:reference>/equipo/invitar/", team.monitor_invite, name="monitor_invite"),
    path("<str:reference>/equipo/<int:pk>/", team.monitor_answer, name="monitor_answer"),
    path("<str:reference>/equipo/<int:pk>/nombre/", team.monitor_shield, name="monitor_shield"),
    path("<str:reference>/equipo/<int:pk>/terminar/", team.monitor_end, name="monitor_end"),
    path("<str:reference>/comparacion/", views.rounds_compared, name="rounds_compared"),
    path("<str:reference>/rondas/nueva/", holding.round_new, name="round_new"),
    path(f"{ROUND}/", views.round_page, name="round_page"),
    path(f"{ROUND}/anunciar/", holding.round_announce, name="round_announce"),
    path(f"{ROUND}/enviar/", holding.round_send, name="round_send"),
    path(f"{ROUND}/publicar/", holding.round_publish, name="round_publish"),
    path(f"{ROUND}/puntos.json", holding.round_frozen, name="round_frozen"),
    path(f"{ROUND}/datos.csv", holding.round_data, name="round_data"),
    path(f"{ROUND}/datos.json", holding.round_json, name="round_json"),
    path(f"{ROUND}/campo/", finding.field_page, name="field_page"),
    path(f"{ROUND}/campo/<int:item>/", finding.finding_write, name="finding_write"),
    path(f"{ROUND}/campo/<int:item>/borrador/", finding.finding_draft, name="finding_draft"),
    path(f"{ROUND}/puntos/<int:item>/corregir/", finding.finding_correct, name="finding_correct"),
    path(f"{ROUND}/archivos/<int:pk>/", finding.finding_file, name="finding_file"),
    path(f"{ROUND}/respuesta/", replying.reply_desk, name="reply_desk"),
    path(f"{ROUND}/respuesta/<int:item>/", replying.claim_write, name="claim_write"),
    path(f"{ROUND}/respuesta/completa/", replying.reply_complete, name="reply_complete"),
    path(f"{ROUND}/respuesta/archivos/<int:pk>/", replying.claim_file, name="claim_file"),
]
