#!/bin/bash
# Plays N two-leg cases with 32 workers at the embedded SBC, R times in one process, and prints after each time
# what the process holds. Fails where a call met another one's callee, or where the last time holds more than the first.
# Usage: src/bench/parallel.sh [N [R]]   (default: 500 5)
set -eu
cd "$(dirname "$0")/../.."
exec mvn -B -q verify -Dtest=NoSuchTests -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ParallelIT \
  -Dparallel.cases="${1:-500}" -Dparallel.repetitions="${2:-5}"
