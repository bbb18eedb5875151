"""Writers, one per format: each renders values to bytes, and touches no disk."""
