#!/bin/sh
# Starts Tapescript with the Java beside it, from wherever both lie. jpackage's own launcher takes twice as long: it asks the system's package
# manager first whom it belongs to.
here=$(readlink -f "$0")
home=${here%/bin/*}/lib
exec "$home/runtime/bin/java" -Xmx850m -XX:+UseSerialGC -jar "$home/app/tapescript.jar" "$@"
