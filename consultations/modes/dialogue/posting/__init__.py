"""Posts: written, quoted, answering question by question, corrected until the other side wrote."""
