#!/bin/sh
# Makes tapes of our interviews in other languages, for measuring translations, in FOLDER: translated.sh FOLDER. Needs what make.sh
# needs, sox, espeak-ng and Festival's voices (Debian: festvox-italp16k, festvox-itapc16k, festvox-czech-ph, festvox-czech-dita,
# festvox-czech-machac, festvox-suopuhe-lj, festvox-suopuhe-mv). Not shipped: 250 MB.
# Measure them with: mvn test -Pbenchmark -Dtest=PlacementBenchmark -Dtapes=FOLDER
set -eu
cd "$(dirname "$0")"
folder=$1
tape() {
    name=$1
    interview=$2
    language=$3
    shift 3
    python3 make_translated.py "$interview.source" "$interview.$language" "$folder/$name" "$@"
}
italian=I=festival:pc_diphone,G=festival:lp_diphone
men=I=festival:czech_machac,G=festival:czech_ph,P=festival:czech_dita
tape lighthouse-italian lighthouse it --voices $italian
tape radioworks-italian radioworks it --voices $italian --taped
tape ferry-italian ferry it --voices $italian,P=festival:lp_diphone^-3 --taped
tape ferry-czech ferry cs --voices $men --taped
tape lighthouse-german lighthouse de --voices I=espeak:de+m3,G=espeak:de+f2
tape radioworks-german radioworks de --voices I=espeak:de+f4,G=espeak:de+m1 --taped
tape lighthouse-finnish lighthouse fi --voices I=festival:hy_fi_mv_diphone,G=festival:suo_fi_lj_diphone
tape hour-italian ferry it --voices $italian,P=festival:lp_diphone^-3 --taped --minutes 60
tape hour-czech-men ferry cs --voices $men --taped --noise 20 --minutes 60
tape quarter-german radioworks de --voices I=espeak:de+m3,G=espeak:de+m7 --taped --noise 20 --minutes 15
