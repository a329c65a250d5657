package org.tapescript.audio.play;

/** There is nothing to play sound on. */
public final class NoSoundDeviceException extends Exception {
    public NoSoundDeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
