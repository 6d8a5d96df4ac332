#!/usr/bin/env python3
"""Takes processor and operating system of the recording machine out of pcapng files: anonymous.py FILE ..."""
import struct
import sys

SECTION, INTERFACE = 0x0A0D0D0A, 1
TOLD = {SECTION: {2, 3}, INTERFACE: {12, 15}}  # hardware, operating system


def options(data, drop):
    out, at = b"", 0
    while at + 4 <= len(data):
        code, length = struct.unpack_from("<HH", data, at)
        whole = data[at : at + 4 + (length + 3) // 4 * 4]
        if code not in drop:
            out += whole
        at += len(whole)
    return out


def rewritten(data):
    out, at = b"", 0
    while at < len(data):
        kind, length = struct.unpack_from("<II", data, at)
        body = data[at + 8 : at + length - 4]
        if kind in TOLD:
            fixed = 16 if kind == SECTION else 8
            body = body[:fixed] + options(body[fixed:], TOLD[kind])
        out += struct.pack("<II", kind, len(body) + 12) + body + struct.pack("<I", len(body) + 12)
        at += length
    return out


for name in sys.argv[1:]:
    with open(name, "rb") as file:
        content = file.read()
    if content[:4] == b"\x0a\x0d\x0d\x0a":
        with open(name, "wb") as file:
            file.write(rewritten(content))
