"""Today: what needs someone now, its cards and the dialogs behind them."""
