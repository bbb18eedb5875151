"""Duration readers, one module for each family of container formats; all input is untrusted."""
