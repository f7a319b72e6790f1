"""How long what several tables keep may be."""

CAPACITY = 500  # in which capacity somebody acted: a name and a scope of 200 characters, and the words between them
