"""Tests of intake: exports of phones and chats."""
