"""Lists of members, held against the council's file."""
