"""Addresses of level V: tasks under their activity, programmes under their consultation, acts under the task."""

from django.urls import path

from consultations.modes.comanagement import views
from consultations.modes.comanagement.changing import views as changing
from consultations.modes.comanagement.delivering import views as delivering
from consultations.modes.comanagement.leading import views as leading
from consultations.modes.comanagement.programmes.urls import programme_patterns
from consultations.modes.comanagement.proposing import views as proposing
from consultations.modes.comanagement.stopping import views as stopping

ACTIVITY = "<str:reference>/actividades/<int:place>"

mine_patterns = [path("mis-tareas/", views.my_tasks, name="my_tasks")]

urlpatterns = [
    path(f"{ACTIVITY}/tareas/nueva/", proposing.task_new, name="task_new"),
    path(f"{ACTIVITY}/tareas.csv", views.task_data, name="task_data"),
    *programme_patterns,
]

TASK = "<str:reference>/tarea"

act_patterns = [
    path(f"{TASK}/aceptar/", leading.lead_accept, name="lead_accept"),
    path(f"{TASK}/declinar/", leading.lead_decline, name="lead_decline"),
    path(f"{TASK}/responsable/", leading.lead_name, name="lead_name"),
    path(f"{TASK}/entregar/", delivering.task_deliver, name="task_deliver"),
    path(f"{TASK}/resultado/aceptar/", delivering.result_accept, name="result_accept"),
    path(f"{TASK}/resultado/devolver/", delivering.result_return, name="result_return"),
    path(f"{TASK}/nota/", delivering.task_note, name="task_note"),
    path(f"{TASK}/archivos/<int:pk>/", delivering.task_file, name="task_file"),
    path(f"{TASK}/fecha/", changing.task_shift, name="task_shift"),
    path(f"{TASK}/cancelar/", changing.task_cancel, name="task_cancel"),
    path(f"{TASK}/retirar/", changing.task_withdraw, name="task_withdraw"),
    path(f"{TASK}/cambios/<int:pk>/", changing.shift_answer, name="shift_answer"),
    path(f"{TASK}/detener/", stopping.task_block, name="task_block"),
    path(f"{TASK}/reanudar/", stopping.task_unblock, name="task_unblock"),
    path(f"{TASK}/desacuerdo/", stopping.task_dispute, name="task_dispute"),
    path(f"{TASK}/desacuerdo/resolver/", stopping.dispute_settle, name="dispute_settle"),
]
