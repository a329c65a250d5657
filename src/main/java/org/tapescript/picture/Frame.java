package org.tapescript.picture;

/**
 * A frame of a picture.
 *
 * @param seconds when it begins to be shown, on the file's clock as sound is decoded by it
 * @param rgb three bytes a pixel, row after row from the top; not copied
 */
public record Frame(double seconds, int width, int height, byte[] rgb) {}
