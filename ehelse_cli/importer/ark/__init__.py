"""A list in CSV or Excel: its cells, its table, its columns, and what a cell means."""
