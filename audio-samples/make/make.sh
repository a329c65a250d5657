#!/bin/sh
# Makes all samples anew. Needs Debian's flite1-dev, ffmpeg, python3-numpy, a C compiler, sox, and Festival with its Czech voices
# (festvox-czech-machac, festvox-czech-ph, festvox-czech-dita).
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cc speak.c -o "$work/speak" -lflite_cmu_us_slt -lflite_cmu_us_rms -lflite_cmu_us_awb -lflite_cmu_us_kal16 \
    -lflite_usenglish -lflite_cmulex -lflite -lm
python3 make_tape.py lighthouse.source ../lighthouse "$work/speak" --voices rms,slt --seed 1 --format flac
python3 make_tape.py radioworks.source ../radioworks "$work/speak" --voices slt,awb --seed 2 --format ogg --taped
python3 make_tape.py ferry.source ../ferry "$work/speak" --voices rms,awb,kal16 --seed 5 --format ogg --taped --crosstalk
python3 make_translated.py ferry.source ferry.cs ../translated/ferry --format ogg --taped \
    --voices I=festival:czech_machac,G=festival:czech_ph,P=festival:czech_dita
