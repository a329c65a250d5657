# To be sourced: Debian packages, for the checks. One command at a time works on them, because checks run side by side and dpkg refuses the second.
locked() { flock /var/lib/dpkg env DEBIAN_FRONTEND=noninteractive "$@"; }

# install_missing PACKAGE...: installs those that are not there.
install_missing() {
    local missing=() package
    for package in "$@"; do
        dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || { echo "$(basename "$0"): Install these first: ${missing[*]}" >&2; return 1; }
    locked apt-get update -qq
    locked apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
