"""The languages people write in here, each by its own name."""

LANGUAGES = [
    ("es", "Español"), ("en", "English"), ("nah", "Nahuatlahtolli"), ("yua", "Maayat'aan"), ("mix", "Tu'un savi"),
    ("zap", "Diidxazá"), ("tzo", "Bats'i k'op"), ("tzh", "Bats'il k'op"), ("huv", "Ombeayiüts"),
]  # fmt: skip
