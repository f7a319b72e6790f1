"""The public index of what is reserved in a process (A9): items of its feed and of its sessions."""
