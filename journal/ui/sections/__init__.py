"""The four sections of the case: its steps, people, reports and orders, each as lines and as words beside them."""
