"""Activities: any number in a consultation, each of one level, with its own window and its own promise."""
