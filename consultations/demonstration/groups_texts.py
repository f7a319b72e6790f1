"""What the groups of the demonstration say."""

CAUCUS = {
    "kind": "caucus", "readers": "group", "joining": "asking", "language": "es", "side": "", "objection_days": 2,
    "name": "Mesa de organizaciones sobre medicamentos",
    "purpose": "Preparar entre organizaciones, sin la dependencia, lo que llevaremos a cada reunión de seguimiento.",
}  # fmt: skip
WORKING = {
    "kind": "working", "readers": "everybody", "joining": "open", "language": "es", "side": "", "objection_days": 3,
    "name": "Grupo de trabajo sobre cifras de abasto",
    "purpose": "Reunir en una sola tabla las cifras de abasto que cada quien publica, y decir en qué no coinciden.",
}  # fmt: skip
MEETINGS = (
    {
        "title": "Antes de la primera reunión", "agenda": "- Qué pedimos sobre la receta electrónica\n- Quién habla de qué",
        "language": "es", "minutes": 90, "place": "Casa de la Red Cuidar, patio", "link": "https://video.example.org/mesa",
    },
    {
        "title": "Balance y siguiente paso", "agenda": "- Qué se obtuvo\n- Qué falta por pedir", "language": "es",
        "minutes": 60, "place": "", "link": "https://video.example.org/mesa",
    },
    {
        "title": "Tabla de abasto, segunda versión", "agenda": "- Fuentes de cada columna\n- Meses sin dato", "language": "es",
        "minutes": 60, "place": "Salón Octavio Paz, planta baja", "link": "",
    },
)  # fmt: skip
MINUTA = (
    "Se acordó pedir que el párrafo 4 nombre la receta electrónica.\n\n"
    "Bruno Sosa presenta el punto; Irene lleva los testimonios, sin nombres de personas."
)
NOTE = "Comparto el resumen de testimonios. **No sale del grupo**: hay personas que pueden reconocerse."
REPORTS = (
    {
        "title": "Lo que las organizaciones llevan a la primera reunión", "audience": "everybody", "language": "es",
        "text": "Pedimos que la posición nombre la receta electrónica y que las cifras de abasto se publiquen cada mes.",
    },
    {
        "title": "Balance de las organizaciones tras la primera reunión", "audience": "members", "language": "es",
        "text": "Se sostuvo la receta electrónica. Falta la publicación mensual de las cifras.",
    },
)  # fmt: skip
LESSON = {
    "title": "Preparar antes entre organizaciones acorta la sesión",
    "language": "es",
    "situation": "En la primera reunión había seis organizaciones y cuarenta minutos para el punto.",
    "done": "Las organizaciones se reunieron una semana antes, sin la dependencia, y repartieron quién hablaría de qué.",
    "result": "El punto se resolvió en treinta minutos y todas las peticiones quedaron en el acta.",
    "otherwise": "Invitar desde el principio a organizaciones de fuera de la capital y avisar con más días.",
}
SHARED_WHY = (
    "Su proceso empieza: les puede ahorrar una reunión.",
    "Es el documento base que usamos; la estructura les puede servir.",
)
