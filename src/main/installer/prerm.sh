#!/bin/sh
# What was put by when the package was installed belongs to no package.
set -eu
rm -f /usr/lib/tapescript/lib/app/tapescript.jsa
