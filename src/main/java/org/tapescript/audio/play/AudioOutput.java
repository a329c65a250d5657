package org.tapescript.audio.play;

/** Where sound goes: 16-bit mono samples, little-endian. Used by one thread, but for {@link #framesHeard}. */
public interface AudioOutput extends AutoCloseable {
    /** @throws NoSoundDeviceException if there is nothing to play on */
    void open(int sampleRate) throws NoSoundDeviceException;

    /** Plays bytes behind those written before; waits while the buffer is full. */
    void write(byte[] samples, int count);

    /** Samples that were heard since the output was opened or flushed; may move in steps. */
    long framesHeard();

    /** Falls silent at once: what was written and not heard is dropped, and counting begins anew. */
    void flush();

    @Override
    void close();
}
