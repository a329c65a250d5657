#!/bin/sh
# Makes a Debian package of the app image that jpackage made: debian.sh IMAGE VERSION OUTPUT_FOLDER MANUAL_FOLDER
# jpackage's own .deb puts all below /opt and nothing on the PATH; here every file is known to dpkg, so removing leaves nothing behind.
set -eu
image=$1
version=$2
output=$3
manual=$4
here=$(cd "$(dirname "$0")" && pwd)
: "${SOURCE_DATE_EPOCH:=1767225600}"
export SOURCE_DATE_EPOCH
architecture=$(dpkg --print-architecture)
root=$output/debian
rm -rf "$root"
umask 022

# Which classes the first page takes, so that they can be put by where the package is installed: an archive of classes knows the path of its
# jar. That needs a display; without one the program merely starts slower.
sh "$here/class-list.sh" "$image" "$image/lib/app/classes.lst" || echo "debian.sh: no display: the package starts without an archive of classes" >&2
mkdir -p "$root/DEBIAN" "$root/usr/lib" "$root/usr/bin" "$root/usr/share/doc/tapescript" "$root/usr/share/man/man1"
install -m 755 "$here/tapescript.sh" "$image/bin/tapescript"
cp -r "$image" "$root/usr/lib/tapescript"
ln -s ../lib/tapescript/bin/tapescript "$root/usr/bin/tapescript"
install -D -m 644 "$here/org.tapescript.Tapescript.desktop" "$root/usr/share/applications/org.tapescript.Tapescript.desktop"
install -D -m 644 "$here/org.tapescript.Tapescript.metainfo.xml" "$root/usr/share/metainfo/org.tapescript.Tapescript.metainfo.xml"
install -D -m 644 "$here/tapescript-mime.xml" "$root/usr/share/mime/packages/tapescript.xml"
install -D -m 644 "$here/tapescript.svg" "$root/usr/share/icons/hicolor/scalable/apps/tapescript.svg"
install -D -m 644 "$here/tapescript.png" "$root/usr/share/icons/hicolor/256x256/apps/tapescript.png"
install -D -m 644 "$manual/tapescript.bash" "$root/usr/share/bash-completion/completions/tapescript"
for page in "$manual"/man1/*.1; do
    gzip -9n <"$page" >"$root/usr/share/man/man1/$(basename "$page").gz"
done
mv "$root/usr/lib/tapescript/lib/app/licences" "$root/usr/share/doc/tapescript/licences"
ln -s ../../../../share/doc/tapescript/licences "$root/usr/lib/tapescript/lib/app/licences"
cp "$root/usr/share/doc/tapescript/licences/THIRD-PARTY.md" "$root/usr/share/doc/tapescript/copyright"
install -m 755 "$here/postinst.sh" "$root/DEBIAN/postinst"
install -m 755 "$here/prerm.sh" "$root/DEBIAN/prerm"
find "$root" -type d -exec chmod 755 {} +
size=$(du -sk --apparent-size "$root/usr" | cut -f1)
cat >"$root/DEBIAN/control" <<CONTROL
Package: tapescript
Version: $version
Architecture: $architecture
Maintainer: The Tapescript developers <noreply@tapescript.invalid>
Installed-Size: $size
Depends: libc6, zlib1g
Recommends: libgtk-3-0 | libgtk-3-0t64, libgl1, libxtst6, libxxf86vm1, libasound2 | libasound2t64
Section: sound
Priority: optional
Description: sync a published interview transcript to its tape, word by word
 Tapescript takes the recording of an interview and its transcript as it was
 published, and says when each word is spoken and by whom. It plays the sound
 with the text following along, and exports subtitles and many other formats.
 .
 It brings its own Java and its own FFmpeg. Nothing leaves the computer.
CONTROL
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find "$root" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -z6 --build "$root" "$output/tapescript_${version}_$architecture.deb" >/dev/null
rm -rf "$root"
(cd "$output" && sha256sum "tapescript_${version}_$architecture.deb" tapescript.sbom.json tapescript.sbom.xml >SHA256SUMS)
echo "$output/tapescript_${version}_$architecture.deb"
