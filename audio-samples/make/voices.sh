#!/bin/sh
# Makes tapes for telling voices apart, in FOLDER: voices.sh FOLDER. Needs what make.sh needs. Not shipped: 25 MB.
# Measure them with: mvn test -Pbenchmark -Dtest=VoicesBenchmark -Dtapes=FOLDER
set -eu
cd "$(dirname "$0")"
folder=$1
mkdir -p "$folder"
cc speak.c -o "$folder/speak" -lflite_cmu_us_slt -lflite_cmu_us_rms -lflite_cmu_us_awb -lflite_cmu_us_kal16 \
    -lflite_usenglish -lflite_cmulex -lflite -lm
tape() {
    name=$1
    shift
    python3 make_tape.py ferry.source "$folder/$name" "$folder/speak" --seed 5 --taped "$@"
}
tape two-men --voices rms,awb,kal16
tape two-men-alike --voices rms,kal16,awb
tape woman-and-man --voices slt,rms,awb
tape far-microphone --voices rms,awb,slt --mic I=far,P=far
tape telephone --voices rms,awb,slt --mic G=telephone
tape crosstalk --voices awb,rms,slt --crosstalk
