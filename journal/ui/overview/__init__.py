"""Overview and calendar: counts of what was logged, each leading to the entries behind it.

Stands above the timeline, whose lines it shows.
"""
