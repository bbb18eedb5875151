"""One JSON file: how it is laid out, read, extended and checked."""
