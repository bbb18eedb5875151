"""Commands without a full screen: one module per command, for scripts and for screen readers."""
