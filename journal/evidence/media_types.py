"""Detection of media types from the first bytes, by the formats' own signatures; file names are ignored."""

from __future__ import annotations

import re

from journal.domain.text.labelled import LabelledEnum
from journal.domain.text.words import N_
from journal.evidence.isobmff import boxes
from journal.evidence.recordings.asf import ASF, asf_is_film
from journal.evidence.recordings.frames import behind_tags
from journal.evidence.recordings.matroska import EBML, is_webm, matroska_is_film
from journal.evidence.text import encoding_of

HEAD = 1 << 16
"""Number of first bytes that are examined."""

UNKNOWN = "application/octet-stream"
"""Media type of unrecognised content."""

_SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR-WB\n", "audio/amr-wb"),
    (b"#!AMR\n", "audio/amr"),
    (b"caff\0\1", "audio/x-caf"),
    (b".snd", "audio/basic"),
    (b"wvpk", "audio/x-wavpack"),
    (b"\x02dss", "audio/x-dss"),
    (b"\x03ds2", "audio/x-dss"),
    (b"FLV\1", "video/x-flv"),
    (b"\0\0\1\xba", "video/mpeg"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x1f\x8b\x08", "application/gzip"),
)
_CHUNKED = {b"WAVE": "audio/wav", b"QLCM": "audio/qcelp", b"WEBP": "image/webp", b"AVI ": "video/x-msvideo"} | {
    b"AIFF": "audio/aiff",
    b"AIFC": "audio/aiff",
}
_BRANDS = (
    ({b"avif", b"avis"}, "image/avif"),
    ({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}, "image/heic"),
    ({b"mif1", b"msf1"}, "image/heif"),
    ({b"M4A ", b"M4B ", b"M4P "}, "audio/mp4"),
    ({b"qt  "}, "video/quicktime"),
)
_ZIPPED = (
    (b"word/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"ppt/", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)
_ZIP_NAME = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)
_ZIP_TYPE = re.compile(rb"mimetype(application/(?:vnd\.oasis\.opendocument\.[a-z-]+|epub\+zip))")
_BMP = re.compile(rb"BM.{4}\0{4}.{4}[\x0c\x28\x34\x38\x40\x6c\x7c]\0\0\0", re.DOTALL)
_MPEG = re.compile(rb"\xff[\xe2\xe3\xf2-\xf5\xfa-\xfd][\x10-\xef]")
_AAC = re.compile(rb"\xff[\xf0\xf1\xf8\xf9]")
_TRANSPORT = re.compile(rb"(?:.{4})?G.{187}G.{187}G|.{4}G.{191}G.{191}G", re.DOTALL)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL
)
_SVG = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!(?:--|doctype svg).*?>\s*)?<svg[\s>]", re.IGNORECASE | re.DOTALL)
_MAIL_HEADER = re.compile(
    r"(?:From|To|Cc|Date|Subject|Received|Return-Path|Message-ID|MIME-Version|Delivered-To|Reply-To|Sender|References"
    r"|In-Reply-To|Content-(?:Type|Transfer-Encoding)|Received-SPF|DKIM-Signature|Authentication-Results"
    r"|ARC-[A-Za-z-]+|X-[A-Za-z0-9-]+):",
    re.IGNORECASE,
)
_SENT = re.compile(r"^(?:From|Date|Received|Message-ID|Return-Path|Delivered-To):", re.IGNORECASE | re.MULTILINE)
_BEGINS = (("BEGIN:VCARD", "text/vcard"), ("BEGIN:VCALENDAR", "text/calendar"))


class FileKind(LabelledEnum):
    """Category of a file, which determines how it can be shown."""

    PICTURE = "picture", N_("picture")
    SOUND = "sound", N_("sound recording")
    FILM = "film", N_("video")
    MAIL = "mail", N_("mail")
    TEXT = "text", N_("text")
    DOCUMENT = "document", N_("document")
    OTHER = "other", N_("file")


def kind_of(media_type: str) -> FileKind:
    """Return the category of a media type."""
    family = media_type.partition("/")[0]
    if media_type in {"text/html", "image/svg+xml", "application/rtf", "application/pdf", "application/x-ole-storage"}:
        return FileKind.DOCUMENT
    if media_type.startswith(("application/vnd.o", "application/epub")):
        return FileKind.DOCUMENT
    if media_type in {"message/rfc822", "application/mbox"}:
        return FileKind.MAIL
    families = {"image": FileKind.PICTURE, "audio": FileKind.SOUND, "video": FileKind.FILM, "text": FileKind.TEXT}
    return families.get(family, FileKind.OTHER)


def media_type_of_all(data: bytes) -> str:
    """Detect the media type of a whole file: also of a sound recording in MP4 or 3GP whose index comes last."""
    found = media_type_of(data)
    return "audio/mp4" if found in {"video/mp4", "video/3gpp"} and _only_sound(data) else found


def media_type_of(head: bytes) -> str:
    """Detect the media type from the first bytes; `UNKNOWN` for an empty file too. Never raises."""
    head = head[:HEAD]
    return (
        next((media_type for signature, media_type in _SIGNATURES if head.startswith(signature)), "")
        or _container(head)
        or _patterned(head)
        or _worded(head)
        or ("application/pdf" if b"%PDF-" in head[:1024] else UNKNOWN)
    )


def _container(head: bytes) -> str:
    """Detect the content of a container format; "" for no container."""
    start = head[:4]
    if start in {b"RIFF", b"RF64", b"FORM"}:
        return _CHUNKED.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        return _branded(head)
    if start in {b"PK\x03\x04", b"PK\x05\x06"}:
        return _zipped(head)
    return _streamed(head)


def _streamed(head: bytes) -> str:
    """Detect whether a streaming container, as written by a browser, holds a film or only sound."""
    if head.startswith(b"OggS"):
        return "video/ogg" if b"\x80theora" in head[:256] else "audio/ogg"
    if head.startswith(ASF):
        return "video/x-ms-wmv" if asf_is_film(head) else "audio/x-ms-wma"
    if head.startswith(EBML):
        family = "video" if matroska_is_film(head) else "audio"
        return f"{family}/{'webm' if is_webm(head) else 'x-matroska'}"
    return ""


def _branded(head: bytes) -> str:
    box = next(boxes(head), None)
    if box is None:
        return ""
    content = head[box.start : box.end]
    major, brands = content[:4], {content[:4], *(content[place : place + 4] for place in range(8, len(content), 4))}
    for known, media_type in _BRANDS:
        if major in known or (media_type.startswith("image/") and brands & known):
            return media_type
    if _only_sound(head):
        return "audio/mp4"
    return "video/3gpp" if major[:3] in {b"3gp", b"3g2", b"3gr"} else "video/mp4"


def _only_sound(head: bytes) -> bool:
    """Return whether an MP4 has sound tracks only; false where its index is not in these bytes."""
    movie = next((box for box in boxes(head) if box.name == b"moov" and box.whole), None)
    if movie is None:
        return False
    handlers = set(re.findall(rb"hdlr.{8}(vide|soun)", head[movie.start : movie.end], re.DOTALL))
    return handlers == {b"soun"}


def _zipped(head: bytes) -> str:
    if match := _ZIP_TYPE.match(head, 30):
        return match[1].decode("ascii")
    for match in _ZIP_NAME.finditer(head):
        name = head[match.end() : match.end() + int.from_bytes(match[1], "little")]
        for folder, media_type in _ZIPPED:
            if name.startswith(folder):
                return media_type
    return "application/zip"


def _patterned(head: bytes) -> str:
    if _AAC.match(head, behind_tags(head)):
        return "audio/aac"
    if head.startswith(b"ID3") or _MPEG.match(head):
        return "audio/mpeg"
    if _TRANSPORT.match(head):
        return "video/mp2t"
    if _BMP.match(head):
        return "image/bmp"
    return "application/pdf" if head.lstrip().startswith(b"%PDF-") else ""


def _worded(head: bytes) -> str:
    encoding = encoding_of(head)
    if not head or not encoding:
        return ""
    text = head.decode(encoding, "replace").removeprefix("\ufeff")
    for beginning, media_type in _BEGINS:
        if text.lstrip()[: len(beginning)].upper() == beginning:
            return media_type
    if _HTML.match(text):
        return "text/html"
    if _SVG.match(text):
        return "image/svg+xml"
    if re.match(r"From \S+ .*\d{4}", text) and _is_mail(text.partition("\n")[2]):
        return "application/mbox"
    return "message/rfc822" if _is_mail(text) else "text/plain"


def _is_mail(text: str) -> bool:
    """Return whether a text begins with a mail header: only header lines, two known ones, and one added in transit."""
    head = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0]
    lines = [line for line in head.splitlines() if line[:1] not in {" ", "\t"}]
    known = [line for line in lines if _MAIL_HEADER.match(line)]
    return len(known) > 1 and bool(_SENT.search(head)) and all(re.match(r"[!-9;-~]+[ \t]*:", line) for line in lines)
