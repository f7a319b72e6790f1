"""The hall of a session: badges, the list by name, the door in bulk, what is printed, personal links."""
