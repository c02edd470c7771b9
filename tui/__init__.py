"""What is seen and pressed: the screen and the command line."""
