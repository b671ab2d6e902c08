"""The screens, from the content note to the debrief. Begin with `flow`: it says what follows what.

A screen reads views and reports through a `Sitting` and gives orders to it; no screen works out a
number of the model.
"""
