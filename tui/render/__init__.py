"""Records become words on a page: the only place that chooses emphasis, for the screen and the command line alike."""
