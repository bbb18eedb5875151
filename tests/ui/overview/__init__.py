"""Tests of the overview and the calendar."""
