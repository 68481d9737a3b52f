"""The governance of the national e-health councils, kept as text in git."""
