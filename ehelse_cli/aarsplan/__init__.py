"""A proposal of days for a year: what must hold, taken from the rules themselves, and the solver that finds days."""
