"""What PyInstaller takes of Qt's windows: no plugin for screens without a desktop, and none that needs GTK beside Qt.

GTK's theme alone would bring 30 libraries of the machine that builds into the package. Qt asks GNOME for its file
dialogs and its dark mode by way of the desktop's portal, which stays.
"""

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

UNUSED = ("eglfs", "egldevice", "linuxfb", "minimalegl", "vkkhrdisplay", "vnc", "evdev", "tuiotouch", "gtk3")

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = [row for row in binaries if not any(word in row[0].rsplit("/", 1)[-1] for word in UNUSED)]
