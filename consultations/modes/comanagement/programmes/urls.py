"""Addresses of programmes; they stand under /procesos/<reference>/."""

from django.urls import path

from consultations.modes.comanagement.programmes import views, views_tree

ONE = "<str:reference>/programas/<int:number>"

programme_patterns = [
    path("<str:reference>/programas/", views.programme_list, name="programme_list"),
    path("<str:reference>/programas/nuevo/", views.programme_new, name="programme_new"),
    path(f"{ONE}/", views.programme_page, name="programme_page"),
    path(f"{ONE}.csv", views.programme_data, name="programme_data"),
    path(f"{ONE}/editar/", views.programme_edit, name="programme_edit"),
    path(f"{ONE}/presentar/", views.programme_put, name="programme_put"),
    path(f"{ONE}/publicar/", views.programme_publish, name="programme_publish"),
    path(f"{ONE}/revision/", views.programme_review, name="programme_review"),
    path(f"{ONE}/copiar/", views.programme_copy, name="programme_copy"),
    path(f"{ONE}/objetivos/nuevo/", views_tree.objective_new, name="objective_new"),
    path(f"{ONE}/objetivos/<int:place>/", views_tree.objective_edit, name="objective_edit"),
    path(f"{ONE}/objetivos/<int:place>/quitar/", views_tree.objective_remove, name="objective_remove"),
    path(f"{ONE}/objetivos/<int:place>/lineas/nueva/", views_tree.line_new, name="line_new"),
    path(f"{ONE}/objetivos/<int:place>/lineas/<int:line>/", views_tree.line_edit, name="line_edit"),
    path(f"{ONE}/objetivos/<int:place>/lineas/<int:line>/quitar/", views_tree.line_remove, name="line_remove"),
]
