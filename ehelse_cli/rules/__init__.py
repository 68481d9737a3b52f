"""What is judged of a dataset, a family of rules at a time: `catalogue` has them all."""
