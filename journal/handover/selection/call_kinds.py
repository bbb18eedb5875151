"""Kinds of entries that go over a telephone line, listed one a row for an operator or the ombudsman."""

from __future__ import annotations

CALLS = ("call_answered", "call_missed", "call_silent", "voicemail", "sms")
"""Ids of those kinds; messages of other services have no line whose holder could be named."""
