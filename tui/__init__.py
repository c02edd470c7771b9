"""The user interface: the screen and the command line."""

__version__ = "0.1.0"  # the only place; pyproject.toml reads it when a wheel is built
