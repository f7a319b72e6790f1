"""What is stored of a consultation around its sessions."""
