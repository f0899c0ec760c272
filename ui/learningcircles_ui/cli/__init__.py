"""The command line. It imports no Qt until a window is asked for."""
