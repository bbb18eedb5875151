"""The full-screen interface in Textual: the app, and for each topic a room of screens, widgets, commands and flows.

Reaches the logbook and everything below it; opens no file by itself.
"""
