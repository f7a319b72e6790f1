"""Addresses of the operating rules."""

from django.urls import path

from consultations.bylaws import views, views_acting

RULES = "<str:reference>/reglas"
VERSION = f"{RULES}/<int:number>"

urlpatterns = [
    path(f"{RULES}/", views.bylaws_page, name="bylaws_page"),
    path(f"{RULES}/nueva/", views_acting.bylaws_draft, name="bylaws_draft"),
    path(f"{VERSION}/", views.bylaws_version, name="bylaws_version"),
    path(f"{VERSION}/cambios/", views.bylaws_changes, name="bylaws_changes"),
    path(f"{VERSION}/redactar/", views_acting.bylaws_write, name="bylaws_write"),
    path(f"{VERSION}/someter/", views_acting.bylaws_submit, name="bylaws_submit"),
    path(f"{VERSION}/considerar/", views_acting.bylaws_consider, name="bylaws_consider"),
    path(f"{VERSION}/partes/<str:part>/comentar/", views_acting.bylaws_comment, name="bylaws_comment"),
    path(f"{VERSION}/comentarios/<int:pk>/responder/", views_acting.bylaws_answer, name="bylaws_answer"),
    path(f"{VERSION}/retirar/", views_acting.bylaws_withdraw, name="bylaws_withdraw"),
    path(f"{VERSION}/aprobar/", views_acting.bylaws_approve, name="bylaws_approve"),
    path(f"{VERSION}/publicar/", views_acting.bylaws_publish, name="bylaws_publish"),
]
