"""How fast it is, as ratios to a floor that runs beside it: `make bench`, or `python -m tests.bench --quick`."""
