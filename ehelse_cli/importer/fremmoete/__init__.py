"""Lists of who came to a meeting, held against the meeting's file."""
