"""What every screen stands in: commands, keys, footer, title, pages of text, theme, background work.

Reaches the terminal and the product without a screen; knows no screen of a topic.
"""
