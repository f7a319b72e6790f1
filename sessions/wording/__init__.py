"""What a room says: the words of its closed lists, of its refusals and of the lines of its log."""
