"""Each command, by its streams and exit code."""
