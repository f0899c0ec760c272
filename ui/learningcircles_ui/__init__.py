"""The Qt desktop and the command line."""
