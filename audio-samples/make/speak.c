/*
 * Speaks a text with a voice of Flite and tells when each token is said.
 *
 *   speak VOICE STRETCH TEXT OUT.wav   (VOICE: slt, rms, awb, kal; STRETCH: 1.0 as is, more is slower)
 *
 * Prints a line for each token of the text, in order: token, start, end in seconds, tab separated.
 *
 * Build: cc speak.c -o speak -lflite_cmu_us_slt -lflite_cmu_us_rms -lflite_cmu_us_awb -lflite_cmu_us_kal16 \
 *           -lflite_usenglish -lflite_cmulex -lflite -lm
 */
#include <flite/flite.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

cst_voice *register_cmu_us_slt(const char *);
cst_voice *register_cmu_us_rms(const char *);
cst_voice *register_cmu_us_awb(const char *);
cst_voice *register_cmu_us_kal16(const char *);

static const char *START = "R:SylStructure.daughter1.daughter1.R:Segment.p.end";
static const char *END = "R:SylStructure.daughtern.daughtern.R:Segment.end";

int main(int argc, char **argv) {
    if (argc != 5) {
        fprintf(stderr, "usage: speak VOICE STRETCH TEXT OUT.wav\n");
        return 2;
    }
    flite_init();
    cst_voice *voice = !strcmp(argv[1], "slt")   ? register_cmu_us_slt(NULL)
                       : !strcmp(argv[1], "rms") ? register_cmu_us_rms(NULL)
                       : !strcmp(argv[1], "awb") ? register_cmu_us_awb(NULL)
                                                 : register_cmu_us_kal16(NULL);
    feat_set_float(voice->features, "duration_stretch", atof(argv[2]));
    cst_utterance *utterance = flite_synth_text(argv[3], voice);
    cst_item *token = relation_head(utt_relation(utterance, "Token"));
    for (; token; token = item_next(token)) {
        cst_item *first = item_daughter(token);
        if (!first) {
            continue;
        }
        cst_item *last = first;
        while (item_next(last)) {
            last = item_next(last);
        }
        first = item_as(first, "Word");
        last = item_as(last, "Word");
        printf("%s\t%.4f\t%.4f\n", item_feat_string(token, "name"), ffeature_float(first, START), ffeature_float(last, END));
    }
    cst_wave_save_riff(utt_wave(utterance), argv[4]);
    delete_utterance(utterance);
    return 0;
}
