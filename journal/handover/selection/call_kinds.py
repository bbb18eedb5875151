"""Kinds of entries that are calls or messages by telephone, listed one a row for an operator or the ombudsman."""

from __future__ import annotations

CALLS = ("call_answered", "call_missed", "call_silent", "voicemail", "sms")
"""The kinds that go over a telephone line; messages of other services have no line whose holder could be named."""
