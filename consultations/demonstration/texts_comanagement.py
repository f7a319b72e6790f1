"""What is said at level V of the demonstration."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Told:
    """One task: words, who leads it, from which agreement (-1: none) and line, and its days."""

    title: str
    goal: str
    civil: str
    public: str
    at: int
    due: int
    line: int
    deliverables: tuple[tuple[str, str], ...]
    agreement: int = -1
    territory: str = ""
    risks: str = ""
    money: tuple[str, Decimal | None] = ("", None)


ACTIVITY: dict[str, Any] = {
    "title_es": "Tareas conjuntas para cumplir los acuerdos",
    "title_en": "Joint tasks to carry out the agreements",
    "about_es": "Cada acuerdo de las reuniones se vuelve tareas con una persona responsable de cada lado y una fecha.",
    "about_en": "Each agreement of the meetings becomes tasks with one responsible person on each side and a date.",
    "promise_es": "La oficina cumple su parte de cada tarea, o dice antes de la fecha por qué no y propone otra.",
    "promise_en": "The office does its part of each task, or says before its date why not and proposes another.",
    "promised_by": "Dirección General, Alba Ruiz Tovar",
}

PROGRAMMES: tuple[Any, ...] = (
    ("work", {"title_es": "Programa de trabajo del seguimiento", "title_en": "Work programme of the follow-up"}, (
        ({"text_es": "Que el desabasto se conozca y se atienda", "text_en": "Shortages are known and attended to"}, 3, (
            ({"text_es": "Publicar cifras de abasto", "text_en": "Publish supply figures"}, 2),
            ({"text_es": "Reunir casos de desabasto", "text_en": "Gather cases of shortage"}, 1),
        )),
        ({"text_es": "Que la información llegue a todas partes", "text_en": "Information reaches everywhere"}, 1, (
            ({"text_es": "Materiales impresos y en audio", "text_en": "Printed and audio materials"}, 1),
            ({"text_es": "Charlas en las entidades", "text_en": "Talks in the states"}, 1),
        )),
    )),
    ("development", {"title_es": "Programa de desarrollo del mecanismo", "title_en": "Development programme"}, (
        ({"text_es": "Que participe quien hoy no está", "text_en": "Those who are absent today take part"}, 1, (
            ({"text_es": "Guía breve para organizaciones nuevas", "text_en": "Short guide for new organizations"}, 1),
        )),
    )),
)  # fmt: skip
CONSIDERED = (
    "Se presentó a las y los integrantes por escrito. Pidieron dar más peso a las cifras que a la difusión: se "
    "adoptó. Propusieron una línea sobre reclusión: queda para el siguiente programa."
)
REVIEW = (
    "La tarea de cifras terminó y ambas partes la aceptaron. **Los materiales impresos no avanzan**: la imprenta no "
    "ha entregado. Las charlas están en desacuerdo y pasan a la próxima reunión. Se pidió a la imprenta una fecha."
)

TASKS = (
    Told(
        "Publicar las cifras de abasto por entidad",
        "Que cualquier persona pueda ver en qué entidades falta medicamento para el dolor.",
        "bruno",
        "elias",
        -21,
        -12,
        0,
        (
            ("Tabla de abasto por entidad", "Cubre las 32 entidades y dice de qué fecha es cada dato"),
            ("Nota de método", "Permite repetir el cálculo con los mismos datos"),
        ),
        agreement=1,
        territory="Todo el país",
        money=("Programa de información en salud", Decimal("48500.00")),
    ),
    Told(
        "Reunir los casos de desabasto de seis meses",
        "Que las cifras se comparen con lo que viven las personas.",
        "gael",
        "elias",
        -20,
        4,
        1,
        (("Registro de casos sin datos personales", "Cada caso dice municipio, mes y medicamento"),),
        agreement=1,
        risks="Que alguien pueda ser reconocido en municipios pequeños: se agrupan.",
    ),
    Told(
        "Cuadernillo sobre derechos de quien recibe cuidados paliativos",
        "Que quien sale de un hospital sepa qué puede pedir y a quién.",
        "irene",
        "ximena",
        -19,
        -2,
        2,
        (("Cuadernillo impreso y en audio", "Dos mil ejemplares, y audio en español y mixteco"),),
        territory="Oaxaca y Guerrero",
        money=("Difusión institucional", Decimal("120000.00")),
    ),
    Told(
        "Charlas en tres entidades antes del período extraordinario",
        "Que la posición del país se explique fuera de la capital.",
        "nadia",
        "ximena",
        -16,
        25,
        3,
        (("Tres charlas con registro público", "Una por entidad, con asistencia y preguntas publicadas"),),
        agreement=0,
        territory="Oaxaca, Jalisco y Baja California",
    ),
    Told(
        "Guía breve para organizaciones que participan por primera vez",
        "Que nadie quede fuera por no saber cómo se propone, se delibera y se da seguimiento.",
        "marta",
        "dora",
        -2,
        40,
        4,
        (
            (
                "Guía de cuatro páginas",
                "La entiende quien nunca ha participado: la leen antes tres organizaciones nuevas",
            ),
        ),
    ),
)
LATER = "Dos entidades entregan sus datos una semana después de lo previsto."
NOTE = "Ya están los datos de 27 entidades. Faltan cinco, que los envían esta semana."
FIRST_EVIDENCE = {1: "Tabla con 29 entidades.", 2: "La nota está en la misma página, al final."}
RETURNED = "El criterio pide las 32 entidades y la tabla tiene 29."
EVIDENCE = {
    1: "Tabla con las 32 entidades; la última columna dice la fecha de cada dato.",
    2: "La nota explica las fuentes y el cálculo, con un ejemplo resuelto.",
}
LINK = "https://cifras.example.org/abasto-por-entidad"
CASES_EVIDENCE = {1: "Registro con 143 casos de 61 municipios; los de menos de cinco mil habitantes se agrupan."}
PRINTER = "La imprenta contratada"
BLOCKED = "La imprenta no ha entregado la prueba de color y no responde desde hace una semana."
DISPUTED = "No coincidimos en si las charlas pueden ser en línea: el acuerdo no lo dice."
SETTLEMENT = "Dos charlas presenciales y una en línea, con las mismas preguntas publicadas."
