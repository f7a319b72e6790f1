"""What happens before a session opens."""
