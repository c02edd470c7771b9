"""What is seen and pressed, tested as a reader meets it."""
