"""A Typer program that says hello."""

import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def hello(name: str) -> None:
    """Says hello."""
    typer.echo(f"Hello, {name}.")


if __name__ == "__main__":
    app()
