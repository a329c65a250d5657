/**
 * What an editor does to a synced transcript: one record a kind of edit, each making the next transcript of the one before, and the
 * history that undoes them. Knows no window and no file; uses {@code text} and {@code domain}.
 */
package org.tapescript.edit;
