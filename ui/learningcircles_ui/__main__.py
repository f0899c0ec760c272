"""`python -m learningcircles_ui` is the command `learningcircles`: without arguments the desktop opens."""

from learningcircles_ui.cli.main import main

if __name__ == "__main__":
    main()
