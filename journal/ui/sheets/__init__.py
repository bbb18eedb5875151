"""The sheets of the case as they are filled in on the screen: what each asks, begins with, warns of and records."""
