package org.tapescript.align;

import java.util.List;
import java.util.stream.IntStream;
import org.tapescript.acoustic.Features;
import org.tapescript.acoustic.SenoneScorer;

/** Speech in a drawn language as the stages of an aligner get it: its frames, which of them hold speech, and what the phone loop makes of them. */
abstract class DrawnTape extends DrawnSpeech {
    Features features;
    float[] loop;
    boolean[] speech;

    /** Says words one after the other and returns where. */
    List<WordSpan> sayAll(List<Integer> text, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> {
                    int start = say(text.get(i));
                    return new WordSpan(i, 0, start, sound.size());
                })
                .toList();
    }

    /** Nothing may be said any more. */
    void listen() {
        float[] values = new float[sound.size() * DIMENSION];
        for (int t = 0; t < sound.size(); t++) {
            System.arraycopy(sound.get(t), 0, values, t * DIMENSION, DIMENSION);
        }
        features = new Features(values, DIMENSION);
        loop = new float[sound.size()];
        byte[] heard = new byte[sound.size()];
        new PhoneLoop(model, new SenoneScorer(model), SpeechLevel.unknown(sound.size()))
                .run(features, 0, sound.size(), loop, heard);
        speech = SpeechFrames.of(model, heard, new boolean[heard.length]);
    }
}
