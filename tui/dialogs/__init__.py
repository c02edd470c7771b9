"""One file for each question to the reader; each returns a value."""
