"""The least that a program of our kind can do: what ours are measured against."""
