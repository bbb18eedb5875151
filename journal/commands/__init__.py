"""What the program does outside its screen: one module per command, for scripts and for screen readers."""
