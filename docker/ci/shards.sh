#!/bin/sh
# Plays the cases in several parts at once, each in a process of its own, and merges them into one report:
#
#   docker/ci/shards.sh 3 --target docker:kamailio --retries 1
#
# The first argument says how many parts; all others are options of './parley run', but for --shard and --out.
# The report goes to $OUT (reports), each part's own results and what it printed to $OUT/parts. PARLEY says how
# Parley is started (./parley). It ends as one run of all cases would have ended.
#
# Limits of a target hold for each part by itself, and a far end that listens on a fixed port of this machine can be
# played by one part only: at an SBC of yours, let the parts run one after the other or give each its own target file.
set -u
case ${1:-} in
  '' | *[!0-9]* | 0*)
    echo "usage: $0 PARTS [OPTION OF parley run]..." >&2
    exit 2
    ;;
esac
parts=$1
shift
parley=${PARLEY:-./parley}
out=${OUT:-reports}

mkdir -p "$out/parts" || exit 2
children=
part=0
while [ "$part" -lt "$parts" ]; do
  part=$((part + 1))
  # What an earlier run left must not be taken for this one's.
  rm -f "$out/parts/$part/run.json"
  $parley run "$@" --shard "$part/$parts" --no-html --out "$out/parts/$part" >"$out/parts/$part.log" 2>&1 &
  children="$children $!"
done
# Children in the background do not see Ctrl-C. They are to hang up and to write what they have.
trap 'kill -TERM $children 2>/dev/null' INT TERM

set --
part=0
for child in $children; do
  part=$((part + 1))
  wait "$child"
  code=$?
  # A trapped signal ends the wait and not the child.
  while kill -0 "$child" 2>/dev/null; do
    wait "$child"
    code=$?
  done
  if [ ! -f "$out/parts/$part/run.json" ]; then
    echo "part $part of $parts played nothing:" >&2
    cat "$out/parts/$part.log" >&2
    kill -TERM $children 2>/dev/null
    exit "$code"
  fi
  set -- "$@" "$out/parts/$part"
done

$parley merge "$@" --out "$out"
