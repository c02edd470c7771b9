"""A monkey at the keyboard: in a real terminal by `python -m tests.tools.monkey --presses 100000`, in one process by test_monkey.py."""
