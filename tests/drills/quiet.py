"""The log of the program, kept off the screen on which a drill or a measurement prints its table."""

import logging


def quiet() -> None:
    """Warnings still show; whoever listens at the root, as the drill `planted` does, still hears everything."""
    logging.getLogger("villagegov").addHandler(logging.NullHandler())
