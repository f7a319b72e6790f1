"""Before a session opens: its date is announced, people answer, name alternates, object to late papers."""
