"""Words and drawings: tests of `tui/render`."""
