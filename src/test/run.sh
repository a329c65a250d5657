#!/usr/bin/env bash
# Runs all tests. The window's need a display: where there is none, a virtual one is made, and installed if it is not there (Debian).
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -n "${DISPLAY:-}" ] || [ "$(uname)" != Linux ]; then
    exec mvn -B -ntp verify
fi
missing=()
for package in xvfb xauth libgtk-3-0 libgl1 libxtst6 libxxf86vm1 fonts-dejavu-core; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
    command -v apt-get >/dev/null || { echo "run.sh: The window's tests need a display; install Xvfb and GTK 3, or run them on a desktop" >&2; exit 1; }
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
exec xvfb-run -a -s "-screen 0 1600x1000x24" mvn -B -ntp verify
