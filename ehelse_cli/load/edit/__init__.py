"""Edits that touch nothing but what they are about: text is spliced at the marks, and read again before it is kept."""
