"""Tests of the values of intake."""
