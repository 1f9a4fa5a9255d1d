"""The rules of cpsprep as pure functions over immutable values.

Nothing here reads a clock, a file, the environment or a random number: time, ids and seeds are arguments.
"""
