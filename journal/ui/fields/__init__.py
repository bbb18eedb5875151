"""Fields that take typed words: text, secrets, times, people, choices, and rows of them.

Reaches the frame only.
"""
