"""What is asked, sent, handled and answered."""
