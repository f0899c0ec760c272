"""What macOS is told of the program (Info.plist): its kinds of files, its addresses, its languages.

Keys: "Information Property List" and "Uniform Type Identifiers" of Apple's developer documentation.
"""

from __future__ import annotations

from typing import Any

IDENTIFIER = "org.learningcircles.desktop"
OLDEST = "13.0"
"""The oldest system that the Qt which is asked for runs on."""
KINDS = {"circle": ("Learning circle", "Editor", "Owner"), "bundle": ("Circle on a stick", "Viewer", "Default")}
"""How files end → what they are called, what is done to them, how much they are ours.

Without a type of its own a file called .bundle would be what macOS itself calls so: a folder with a program's parts.
"""


def properties(version: str) -> dict[str, Any]:
    """Return what stands in Info.plist beside that which PyInstaller writes by itself."""
    return {
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "fr", "es"],
        "CFBundleURLTypes": [
            {
                "CFBundleURLName": f"{IDENTIFIER}.invitation",
                "CFBundleURLSchemes": ["learningcircles"],
                "CFBundleTypeRole": "Viewer",
            }
        ],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": title,
                "CFBundleTypeRole": role,
                "LSHandlerRank": rank,
                "LSItemContentTypes": [_type(ending)],
            }
            for ending, (title, role, rank) in KINDS.items()
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": _type(ending),
                "UTTypeDescription": title,
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": [ending]},
            }
            for ending, (title, *_) in KINDS.items()
        ],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": OLDEST,
        # PyInstaller hides what has a program for the command line in it from the Dock.
        "LSBackgroundOnly": False,
        "NSHighResolutionCapable": True,
        "NSLocalNetworkUsageDescription": "Laptops of your circle on the same network find each other and share.",
        "NSRemovableVolumesUsageDescription": "A stick carries your circle between laptops without a network.",
        "NSBonjourServices": ["_learningcircles._tcp"],
    }


def _type(ending: str) -> str:
    return f"org.learningcircles.{ending}"
