"""Order of the sections of the case, as the figures 1 to 4 go to them; light, because the main screen imports it."""

STEPS, PEOPLE, REPORTS, ORDERS = range(4)
