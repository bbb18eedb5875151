"""What a file says about itself, read as bytes that a stranger made; nothing here knows the journal or a screen."""
