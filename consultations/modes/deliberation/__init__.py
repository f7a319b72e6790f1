"""Level IV: joint sessions. The room does the work; this binds a consultation to its sessions."""
