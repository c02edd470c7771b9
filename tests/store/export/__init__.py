"""What the exports promise, one file of tests for each format."""
