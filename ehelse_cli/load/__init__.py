"""Files → facts: trees, text, YAML, and the dataset they make."""
