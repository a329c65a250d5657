/**
 * Files that are whole or not there: the one place that replaces files, makes checksums and keeps what can be made again. Knows nothing
 * of projects or sound; stands on {@code java.*} alone, and every package may use it.
 *
 * <ul>
 *   <li>A file for the user (project, export, settings): {@link org.tapescript.storage.AtomicFile#write} or {@code writeBytes}. What is
 *       nobody else's business: {@code writePrivate}.
 *   <li>What can be made again: a {@link org.tapescript.storage.CacheFolder} a kind. {@code find} gives a file and marks its entry as
 *       used; {@code write} keeps one. Files whose names are alike up to the first dot or hyphen are one entry: they go together when
 *       the folder is full, the entry that was not used for longest first.
 *   <li>What grows over a long time, or is read again before it is kept: a {@link org.tapescript.storage.Scratch} of the cache folder,
 *       in try-with-resources; {@code keep} gives it its name.
 *   <li>What is too much for memory while something is worked out: {@link org.tapescript.storage.ScratchBlocks}.
 * </ul>
 *
 * Each temporary file names its process: whoever comes next sweeps what a process left that was killed ({@link
 * org.tapescript.storage.Leftovers}).
 */
package org.tapescript.storage;
