"""A task is proposed, from an agreement or a line of a programme."""
