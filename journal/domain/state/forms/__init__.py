"""The forms: what is asked of an entry, a person, a report, an order, a movement and a step, described as data."""
