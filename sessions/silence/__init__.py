"""The silence procedure between sessions: a text is agreed at its hour unless somebody entitled says why not."""
