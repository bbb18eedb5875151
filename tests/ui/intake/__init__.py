"""Tests of the screens that bring in exports."""
