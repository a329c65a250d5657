/**
 * Readers and writers, one package a format, listed in {@link org.tapescript.format.Formats}. Times are rounded here and nowhere
 * else.
 */
package org.tapescript.format;
