#!/bin/sh
# Makes the local image `debian:bookworm-slim` for a lab without an image registry: debootstrap, then
# `docker import`. Does nothing when the engine already has that image. Needs root, debootstrap, docker.
#
#   docker/base-image.sh [MIRROR]
#
# MIRROR: a Debian archive (URL). Default: the archive that this machine's apt uses for bookworm. The
# image gets the same archive, and the same apt proxy, so that `docker build` can install packages.
set -eu

IMAGE=debian:bookworm-slim
SUITE=bookworm

fail() { echo "base-image.sh: $*" >&2; exit 1; }

if docker image inspect "$IMAGE" >/dev/null 2>&1; then
  echo "$IMAGE is already there"
  exit 0
fi

docker version --format '{{.Server.Version}}' >/dev/null 2>&1 ||
  fail "no Docker engine answers. Start one (dockerd &) or set DOCKER_HOST."
command -v debootstrap >/dev/null 2>&1 ||
  fail "debootstrap is missing. Install it: apt-get install --no-install-recommends debootstrap"
[ "$(id -u)" = 0 ] || fail "debootstrap needs root. Run this script with sudo."

# apt knows its sources whatever file and format (one line or deb822) they are written in.
# One line per suite: "URI suite", for the suites of this Debian release only.
sources() {
  command -v apt-get >/dev/null 2>&1 || return 0
  apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
    awk -v s="$SUITE" '$2 == s || $2 == s "-updates" || $2 == s "-security"' | sort -u
}

MIRROR=${1:-$(sources | awk -v s="$SUITE" '$2 == s { print $1; exit }')}
[ -n "$MIRROR" ] ||
  fail "apt on this machine has no source for Debian $SUITE. Name an archive: docker/base-image.sh MIRROR"

ROOT=$(mktemp -d)
trap 'rm -rf "$ROOT"' EXIT INT TERM

# A mirror behind https can only be used by apt in the image if the image trusts what this machine trusts.
INCLUDE=
case "$MIRROR" in https:*) INCLUDE=--include=ca-certificates ;; esac

echo "debootstrap $SUITE (about a minute)"
debootstrap --variant=minbase $INCLUDE "$SUITE" "$ROOT" "$MIRROR" >"$ROOT.log" 2>&1 || {
  tail -n 15 "$ROOT.log" >&2
  fail "debootstrap failed, its whole log is in $ROOT.log. Is the archive reachable?"
}
rm -f "$ROOT.log"

if [ $# -gt 0 ]; then
  echo "deb $MIRROR $SUITE main"
else
  sources | sed 's/^/deb /; s/$/ main/'
fi >"$ROOT/etc/apt/sources.list"
apt-config dump 2>/dev/null | grep -E '^Acquire::(http|https)(::[^ ]*)?::Proxy(::[^ ]*)? ' \
  >"$ROOT/etc/apt/apt.conf.d/80proxy" || rm -f "$ROOT/etc/apt/apt.conf.d/80proxy"
if [ -n "$INCLUDE" ] && [ -r /etc/ssl/certs/ca-certificates.crt ]; then
  cp /etc/ssl/certs/ca-certificates.crt "$ROOT/etc/ssl/certs/ca-certificates.crt"
fi

# What the "slim" images leave out: documentation, manual pages, translations, downloaded packages.
printf 'path-exclude %s\n' '/usr/share/doc/*' '/usr/share/man/*' '/usr/share/locale/*' \
  >"$ROOT/etc/dpkg/dpkg.cfg.d/slim"
rm -rf "$ROOT"/usr/share/doc/* "$ROOT"/usr/share/man/* "$ROOT"/usr/share/locale/* \
  "$ROOT"/var/cache/apt/archives/*.deb "$ROOT"/var/lib/apt/lists/* "$ROOT"/var/log/*.log

tar -C "$ROOT" --numeric-owner -c . | docker import --change 'CMD ["bash"]' - "$IMAGE" >/dev/null
echo "$IMAGE made"
