"""One writer per format; each takes values and gives bytes, and touches no disk."""
