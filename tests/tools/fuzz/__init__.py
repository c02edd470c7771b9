"""Fuzzing that is too long for every run: `python -m tests.tools.fuzz 3600`, after `pip install atheris`."""
