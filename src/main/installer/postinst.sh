#!/bin/sh
# Puts by the classes of the first page, so that starting reads them from one file. What cannot be put by is read from the jar.
set -eu
app=/usr/lib/tapescript/lib/app
if [ "$1" = configure ] && [ -s "$app/classes.lst" ]; then
    # Only G1 writes objects into the archive, which every collector reads.
    /usr/lib/tapescript/lib/runtime/bin/java -XX:+UseG1GC -Xshare:dump -Xlog:disable "-XX:SharedClassListFile=$app/classes.lst" \
        "-XX:SharedArchiveFile=$app/tapescript.jsa" -cp "$app/tapescript.jar" >/dev/null 2>&1 || rm -f "$app/tapescript.jsa"
fi
