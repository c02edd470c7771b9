"""Each question to the reader, by its answers."""
