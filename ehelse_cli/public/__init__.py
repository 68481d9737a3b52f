"""What may go out, and nothing else: what every page, feed and export is made of, and the gate that lets it pass."""
