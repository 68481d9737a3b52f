"""What a new mandate does to the people and the calendar: the rules run on both, and each effect led to its cause."""
