"""The operating rules of a consultation, in nine parts, considered by its members before they are in force (G25)."""
