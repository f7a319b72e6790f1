"""The minutes in other forms, one module each: `write(record) -> bytes`. See docs/how-to/add-an-exporter.md."""
