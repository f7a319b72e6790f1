"""What everybody can read of the answers as a whole: the matrix, what is owed, how punctual an agency is."""
