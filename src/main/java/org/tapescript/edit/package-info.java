/**
 * What an editor does to a synced transcript: one record for each kind of edit, each of which makes the next transcript from
 * the one before, and the history that undoes them. Knows no window and no file; uses {@code text} and {@code domain}.
 */
package org.tapescript.edit;
