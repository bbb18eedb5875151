"""Folders that somebody else may read on another computer, recognised by their names."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from journal.domain.ledger.sync_services import service_of

SYNCHRONISED = {
    r"C:\Users\Invented\OneDrive\Documenten": "OneDrive",
    r"C:\Users\Invented\OneDrive - Invented Company\x": "OneDrive",
    r"d:\ONEDRIVE\journal": "OneDrive",
    "/Users/invented/Library/CloudStorage/OneDrive-Personal/x": "OneDrive",
    "/home/invented/Dropbox": "Dropbox",
    "/home/invented/dropbox/a/b/c": "Dropbox",
    r"C:\Users\Invented\Dropbox (Invented Company)\x": "Dropbox",
    r"C:\Users\Invented\Invented Company Dropbox\An Invented": "Dropbox",
    r"C:\Users\Invented\iCloudDrive\journal": "iCloud Drive",
    "/Users/invented/iCloud Drive (Archive)/x": "iCloud Drive",
    "/Users/invented/Library/Mobile Documents/com~apple~CloudDocs/x": "iCloud Drive",
    r"G:\My Drive\journal": "Google Drive",
    r"G:\Mijn Drive\journal": "Google Drive",
    r"G:\Mon Drive": "Google Drive",
    "/Users/invented/Google Drive/x": "Google Drive",
    "/Users/invented/Library/CloudStorage/GoogleDrive-invented@example.org/My Drive": "Google Drive",
    "/run/user/1000/gvfs/google-drive:host=example.org,user=invented/x": "Google Drive",
    "/home/invented/Nextcloud/x": "Nextcloud",
    "/home/invented/Nextcloud2": "Nextcloud",
    "/home/invented/NextCloud - Work": "Nextcloud",
    "/home/invented/ownCloud/x": "ownCloud",
    "/home/invented/Syncthing": "Syncthing",
    r"C:\Users\Invented\Proton Drive\x": "Proton Drive",
    r"P:\pCloud Drive\x": "pCloud",
    "/home/invented/MEGA": "MEGA",
    "/home/invented/SynologyDrive/x": "Synology Drive",
    "/Users/invented/Library/CloudStorage/Box-Box/x": "Box",
    "/Users/invented/Library/CloudStorage/Some Other Service-invented/x": "Some Other Service",
}
OWN = [
    r"C:\Users\Invented\Documents\journal",
    "/home/invented/.local/share/journal",
    "/home/invented/dropboxnotes/x",
    "/home/invented/my onedrive notes",
    "/home/invented/about nextcloud",
    "/home/invented/megaphone",
    "/home/invented/My Drives",
    "/home/invented/box",
    "/Users/invented/Library/CloudStorage",
    "/",
    "",
]


def path(spelling: str) -> PurePath:
    return PureWindowsPath(spelling) if "\\" in spelling else PurePosixPath(spelling)


@pytest.mark.parametrize(("spelling", "service"), SYNCHRONISED.items())
def test_a_folder_under_a_synchronised_one_is_recognised(spelling: str, service: str) -> None:
    assert service_of(path(spelling)) == service


@pytest.mark.parametrize("spelling", SYNCHRONISED)
def test_capitals_make_no_difference(spelling: str) -> None:
    if "Some Other" in spelling:
        assert service_of(path(spelling.upper())) == "SOME OTHER SERVICE"
    else:
        assert service_of(path(spelling.upper())) == service_of(path(spelling.lower())) == SYNCHRONISED[spelling]


@pytest.mark.parametrize("spelling", OWN)
def test_another_folder_is_not(spelling: str) -> None:
    assert service_of(path(spelling)) == ""
