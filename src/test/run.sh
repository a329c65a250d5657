#!/usr/bin/env bash
# Runs all tests. The window's need a display, and playing is checked on a sound server's null sink: where they are not there, virtual
# ones are made, and installed if need be (Debian).
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ "$(uname)" != Linux ]; then
    exec mvn -B -ntp verify
fi
needed=(pulseaudio pulseaudio-utils libasound2-plugins strace)
if [ -z "${DISPLAY:-}" ]; then
    needed+=(xvfb xauth libgtk-3-0 libgl1 libxtst6 libxxf86vm1 fonts-dejavu-core)
fi
. src/test/packages.sh
install_missing "${needed[@]}"

# A sound server of our own, whose only sink is heard by nobody but can be recorded, and Java Sound's way to it.
export PULSE_RUNTIME_PATH
PULSE_RUNTIME_PATH=$(mktemp -d)
export PULSE_SERVER=unix:$PULSE_RUNTIME_PATH/native PULSE_COOKIE=$PULSE_RUNTIME_PATH/cookie
export TAPESCRIPT_NULL_SINK=tapescript
pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no --log-target=file:"$PULSE_RUNTIME_PATH/log" \
    -L "module-null-sink sink_name=$TAPESCRIPT_NULL_SINK rate=16000" \
    -L "module-native-protocol-unix auth-anonymous=1 socket=$PULSE_RUNTIME_PATH/native" 2>/dev/null &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$PULSE_RUNTIME_PATH"' EXIT
for _ in $(seq 50); do
    if pactl info >/dev/null 2>&1; then break; fi
    sleep 0.1
done
pactl info >/dev/null || { echo "run.sh: The sound server did not start:" >&2; cat "$PULSE_RUNTIME_PATH/log" >&2; exit 1; }
printf 'pcm.!default { type pulse }\nctl.!default { type pulse }\n' >"$PULSE_RUNTIME_PATH/asound.conf"
export ALSA_CONFIG_PATH=/usr/share/alsa/alsa.conf:$PULSE_RUNTIME_PATH/asound.conf

if [ -n "${DISPLAY:-}" ]; then
    mvn -B -ntp verify "$@"
else
    xvfb-run -a -s "-screen 0 1600x1000x24 -r" mvn -B -ntp verify "$@"
fi
