"""Questions from files of other programs, brought into a bank."""
