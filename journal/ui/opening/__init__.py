"""From the first frame to the whole journal: the newest entries, and the load of the rest behind them.

Knows every room of the screen but the app.
"""
