"""The smallest program that the command-line library makes: what start-up is measured against."""

import typer

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    """Greet somebody."""
    print(f"Hei, {name}")


if __name__ == "__main__":
    app()
