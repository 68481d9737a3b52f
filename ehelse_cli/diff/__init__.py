"""Comparing two mandates: what changed in the rules, and what changed in the words. Pure, and without git."""
