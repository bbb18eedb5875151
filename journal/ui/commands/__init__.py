"""The commands, one class each."""
