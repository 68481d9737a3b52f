"""`python -m ehelse_cli` is the same as `ehelse`."""

import sys

from ehelse_cli.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
