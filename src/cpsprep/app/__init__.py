"""Use cases: what cpsprep does, one a file, through ports and without knowing the technology behind them."""
