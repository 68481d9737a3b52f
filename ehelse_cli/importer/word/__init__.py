"""Papers from Word, as the text of a case."""
