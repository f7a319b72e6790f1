"""Addresses of groups; they stand under /procesos/<reference>/."""

from django.urls import path

from consultations.groups import views, views_meetings, views_members, views_reports

ALL = "<str:reference>/grupos"
ONE = f"{ALL}/<int:place>"
MEETING = f"{ONE}/reuniones/<int:number>"
REPORT = f"{ONE}/informes/<int:number>"

urlpatterns = [
    path(f"{ALL}/", views.group_list, name="group_list"),
    path(f"{ALL}/nuevo/", views.group_new, name="group_new"),
    path(f"{ONE}/", views.group_page, name="group_page"),
    path(f"{ONE}/cerrar/", views.group_close, name="group_close"),
    path(f"{ONE}/notas/", views.group_note_list, name="group_note_list"),
    path(f"{ONE}/notas/archivos/<int:pk>/", views.group_note_file, name="group_note_file"),
    path(f"{ONE}/integrantes/", views_members.group_members, name="group_members"),
    path(f"{ONE}/entrar/", views_members.group_join, name="group_join"),
    path(f"{ONE}/salir/", views_members.group_leave, name="group_leave"),
    path(f"{ONE}/invitar/", views_members.group_invite, name="group_invite"),
    path(f"{ONE}/integrantes/<int:pk>/admitir/", views_members.belonging_admit, name="belonging_admit"),
    path(f"{ONE}/integrantes/<int:pk>/declinar/", views_members.belonging_decline, name="belonging_decline"),
    path(f"{ONE}/integrantes/<int:pk>/retirar/", views_members.belonging_remove, name="belonging_remove"),
    path(f"{ONE}/integrantes/<int:pk>/coordinar/", views_members.coordination_give, name="coordination_give"),
    path(f"{ONE}/reuniones/nueva/", views_meetings.group_meeting_new, name="group_meeting_new"),
    path(f"{MEETING}/", views_meetings.group_meeting_page, name="group_meeting_page"),
    path(f"{MEETING}/reunion.ics", views_meetings.group_meeting_calendar, name="group_meeting_calendar"),
    path(f"{MEETING}/cancelar/", views_meetings.group_meeting_cancel, name="group_meeting_cancel"),
    path(f"{MEETING}/minuta/", views_meetings.minuta_write, name="minuta_write"),
    path(f"{MEETING}/minuta/<int:version>/", views_meetings.minuta_page, name="minuta_page"),
    path(f"{MEETING}/minuta/<int:version>/confirmar/", views_meetings.minuta_confirm, name="minuta_confirm"),
    path(f"{ONE}/informes/nuevo/", views_reports.group_report_new, name="group_report_new"),
    path(f"{REPORT}/", views_reports.group_report_page, name="group_report_page"),
    path(f"{REPORT}/escribir/", views_reports.group_report_reword, name="group_report_reword"),
    path(f"{REPORT}/objetar/", views_reports.group_report_object, name="group_report_object"),
    path(f"{REPORT}/objetar/levantar/", views_reports.group_objection_lift, name="group_objection_lift"),
    path(f"{REPORT}/publicar/", views_reports.group_report_publish, name="group_report_publish"),
    path(f"{REPORT}/plantear/", views_reports.group_report_forward, name="group_report_forward"),
    path(f"{REPORT}/dejar/", views_reports.group_report_leave, name="group_report_leave"),
]
