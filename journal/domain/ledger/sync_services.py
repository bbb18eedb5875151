"""Detection of cloud-synchronised folders, by the folder names of known services.

Only names are compared: a folder that was renamed, or a Documents folder that is synchronised in place, is not
detected.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import PurePath

_ACCOUNT = r"(?: ?[-(].*|\d*)"
"""Suffix that a service adds for a second account or a company: `OneDrive - Example`, `Nextcloud2`."""

_SERVICES = {
    "OneDrive": rf"onedrive{_ACCOUNT}",
    "Dropbox": rf"dropbox{_ACCOUNT}|.+ dropbox",
    "iCloud Drive": rf"icloud ?drive{_ACCOUNT}|com~apple~clouddocs|mobile documents",
    "Google Drive": rf"google[ -]?drive(?::.*|{_ACCOUNT})|drivefs|my drive|mijn drive|mon drive|meine ablage",
    "Nextcloud": rf"nextcloud{_ACCOUNT}",
    "ownCloud": rf"owncloud{_ACCOUNT}",
    "Syncthing": rf"syncthing{_ACCOUNT}",
    "Proton Drive": rf"proton ?drive{_ACCOUNT}",
    "pCloud": rf"pcloud ?(?:drive|sync){_ACCOUNT}",
    "MEGA": rf"mega(?:sync)?{_ACCOUNT}",
    "Synology Drive": rf"synology ?drive{_ACCOUNT}",
    "Box": rf"box sync|box-box{_ACCOUNT}",
}
_PATTERNS = {service: re.compile(pattern, re.IGNORECASE | re.DOTALL) for service, pattern in _SERVICES.items()}
_ANY_SERVICE = "cloudstorage"
"""Parent folder on macOS of all such services' folders, each called `Service-account`."""


def service_of(folder: PurePath) -> str:
    """Return the name of the sync service whose folder holds this path, or "" where none is detected."""
    above = ""
    for part in folder.parts:
        for service, pattern in _PATTERNS.items():
            if pattern.fullmatch(part):
                return service
        if above == _ANY_SERVICE:
            return part.partition("-")[0]
        above = part.casefold()
    return ""
