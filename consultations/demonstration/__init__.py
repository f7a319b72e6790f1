"""A demonstration: invented people, bodies and processes, dated relative to today, played through the real acts."""
