"""What the store promises, one file of tests for each of its files."""
