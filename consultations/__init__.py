"""One public question worked on by both sides: the consultation, its call, its members and its six levels."""
