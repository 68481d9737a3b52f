"""Overviews across the tree: deadlines, the queue, members, attendance, traces, advice, load, yearly reports."""
