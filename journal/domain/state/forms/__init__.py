"""The sheets of the case: what is asked of a person, a report, an order, a movement and a step, described as data."""
