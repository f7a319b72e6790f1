"""What people fill in: `plan` prepares a session; the others are the small forms of the room, by subject."""
