"""The promises of the program, in plain words; the folders mirror `store` and `tui`."""
