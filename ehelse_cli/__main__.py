"""`python -m ehelse_cli` is the same as `ehelse`."""

from ehelse_cli.cli.app import program

if __name__ == "__main__":
    program()
