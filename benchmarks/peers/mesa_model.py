"""The same brigades as agents of a Mesa model, activated month by month.

Each agent has the attributes of the plain peer and updates them in its step; the model activates
them with `agents.do`, the quickest way that Mesa 3 has.
"""

import mesa

from benchmarks.peers.plain import Brigade


class BrigadeAgent(Brigade, mesa.Agent):
    """A brigade that Mesa activates."""

    def __init__(self, model: mesa.Model, run: int, number: int) -> None:
        """An agent of a model."""
        mesa.Agent.__init__(self, model)
        Brigade.__init__(self, run, number)


class Villages(mesa.Model):
    """Many villages side by side."""

    def __init__(self, runs: int, units: int) -> None:
        """`runs` villages of `units` brigades."""
        super().__init__(seed=1958)
        for run in range(runs):
            for number in range(units):
                BrigadeAgent(self, run, number)

    def step(self) -> None:
        """One month."""
        self.agents.do("month")
