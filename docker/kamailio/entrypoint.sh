#!/bin/bash
# Starts rtpengine, then Kamailio, and ends when either of them does. Everything goes to standard output.
# The variables, all with defaults, are described in ../README.md.
set -eu

: "${PARLEY_SIP_PORT:=5060}"
: "${PARLEY_FAR_END:=127.0.2.1:5060}"
: "${PARLEY_FAR_END_TRANSPORT:=udp}"
: "${PARLEY_NEAR_END:=127.0.1.1:5060}"
: "${PARLEY_TRUNKS:=}"
: "${PARLEY_SECOND:=}"
: "${PARLEY_OPTIONS_INTERVAL:=60}"
: "${PARLEY_UNLISTED:=127.0.7.1}"
: "${PARLEY_TEAMS_DIRECT_ROUTING:=127.0.4.1}"
: "${PARLEY_TEAMS_MEDIA_BYPASS:=127.0.4.2}"
: "${PARLEY_ZOOM_BYOC:=127.0.4.3}"
: "${PARLEY_SIPCONNECT:=127.0.4.4}"
: "${PARLEY_MEDIA:=127.0.4.9}"
: "${PARLEY_MEDIA_PORTS:=30000-39999}"
: "${PARLEY_CONTROL:=127.0.4.9:2223}"
: "${PARLEY_CONFIG:=/etc/parley}"
: "${PARLEY_RUN:=/run/parley}"

exec 2>&1
mkdir -p "$PARLEY_RUN"
dpkg-query -W -f 'version ${Package} ${Version}\n' kamailio rtpengine-daemon

rtpengine --config-file="$PARLEY_CONFIG/rtpengine.conf" --pidfile="$PARLEY_RUN/rtpengine.pid" \
  --interface="$PARLEY_MEDIA" --listen-ng="$PARLEY_CONTROL" \
  --port-min="${PARLEY_MEDIA_PORTS%-*}" --port-max="${PARLEY_MEDIA_PORTS#*-}" &
RTPENGINE=$!
KAMAILIO=
trap 'kill $KAMAILIO "$RTPENGINE" 2>/dev/null' EXIT TERM INT

# The media relay answers "pong" once it can be used. Kamailio asks it only at its own start.
answers() {
  exec 3<>"/dev/udp/${PARLEY_CONTROL%:*}/${PARLEY_CONTROL##*:}" || return 1
  printf 'ready d7:command4:pinge' >&3 2>/dev/null || return 1
  reply=$(timeout 0.3 dd bs=512 count=1 <&3 2>/dev/null) || :
  exec 3>&-
  case "${reply:-}" in *pong*) return 0 ;; *) return 1 ;; esac
}
for _ in $(seq 50); do
  kill -0 "$RTPENGINE" 2>/dev/null || { echo "rtpengine ended at its start"; exit 1; }
  answers && break
  sleep 0.1
done
answers || { echo "rtpengine does not answer at $PARLEY_CONTROL"; exit 1; }

# Two servers for each number of PARLEY_TRUNKS, the first with the higher priority. Each profile has sets of its own, so
# that its OPTIONS leave from its own address.
trunks() {
  local profile=0 address trunk set
  for address in "$PARLEY_TEAMS_DIRECT_ROUTING" "$PARLEY_TEAMS_MEDIA_BYPASS" "$PARLEY_ZOOM_BYOC" "$PARLEY_SIPCONNECT"; do
    profile=$((profile + 1))
    for trunk in $PARLEY_TRUNKS; do
      set=$((profile * 10000 + 10#$(printf %s "${trunk%%=*}" | tail -c 4)))
      echo "$set sip:${trunk#*=} 0 20 socket=udp:$address:$PARLEY_SIP_PORT"
      echo "$set sip:$PARLEY_SECOND 0 10 socket=udp:$address:$PARLEY_SIP_PORT"
    done
  done
}
trunks >"$PARLEY_RUN/dispatcher.list"

define() { printf '%s\n' -A "$1=$2"; }
substitute() { printf '%s\n' "--substdef=!$1!$2!g"; }
address_of() {
  define "LISTEN_UDP_$1" "udp:$2:$PARLEY_SIP_PORT"
  define "LISTEN_TCP_$1" "tcp:$2:$PARLEY_SIP_PORT"
  substitute "ADDRESS_$1" "$2"
}
mapfile -t DEFINES < <(
  address_of TEAMS_DIRECT_ROUTING "$PARLEY_TEAMS_DIRECT_ROUTING"
  address_of TEAMS_MEDIA_BYPASS "$PARLEY_TEAMS_MEDIA_BYPASS"
  address_of ZOOM_BYOC "$PARLEY_ZOOM_BYOC"
  address_of SIPCONNECT "$PARLEY_SIPCONNECT"
  substitute FAR_END_HOSTPORT "$PARLEY_FAR_END"
  substitute FAR_END_ADDRESS "${PARLEY_FAR_END%:*}"
  substitute NEAR_END_HOSTPORT "$PARLEY_NEAR_END"
  substitute UNLISTED_ADDRESS "$PARLEY_UNLISTED"
  substitute FAR_END_TRANSPORT "$PARLEY_FAR_END_TRANSPORT"
  substitute SIP_PORT "$PARLEY_SIP_PORT"
  substitute RUN_FOLDER "$PARLEY_RUN"
  substitute OPTIONS_INTERVAL "$PARLEY_OPTIONS_INTERVAL"
  substitute RTPENGINE_CONTROL "udp:$PARLEY_CONTROL"
)

kamailio -f "$PARLEY_CONFIG/kamailio.cfg" -DD -E -m 64 -M 8 \
  -Y "$PARLEY_RUN" -w "$PARLEY_RUN" "${DEFINES[@]}" &
KAMAILIO=$!

STATUS=0
wait -n "$KAMAILIO" "$RTPENGINE" || STATUS=$?
kill "$KAMAILIO" "$RTPENGINE" 2>/dev/null || :
wait || :
exit "$STATUS"
