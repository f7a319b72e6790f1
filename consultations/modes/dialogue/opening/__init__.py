"""Opening a thread, joining it, naming who answers for the authority."""
