#!/bin/sh
# Starts Tapescript with the Java beside it, from wherever both lie. jpackage's own launcher takes twice as long: it asks the system's package
# manager first whom it belongs to.
here=$(readlink -f "$0")
home=${here%/bin/*}/lib
# The program's classes as the package put them by when it was installed; Java passes it over where it does not fit.
archive=$home/app/tapescript.jsa
[ -f "$archive" ] || archive=
# Commands keep the heap small, which takes a fifth of a second now and then; a window is not to wait for that.
case ${1:-open} in
    open) heap= ;;
    *) heap='-XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30 -XX:MaxNewSize=96m' ;;
esac
exec "$home/runtime/bin/java" -Xms64m -Xmx850m -XX:+UseSerialGC $heap ${archive:+"-XX:SharedArchiveFile=$archive"} -jar "$home/app/tapescript.jar" "$@"
