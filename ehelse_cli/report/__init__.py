"""What was found and computed, as text: pure functions that print and write nothing."""
