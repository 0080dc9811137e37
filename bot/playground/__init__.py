"""The playground: both chats side by side in a browser, on this machine alone, the real bot behind them."""
