"""Members propose items for an agenda until a day; the secretariat places or declines them, with reasons."""
