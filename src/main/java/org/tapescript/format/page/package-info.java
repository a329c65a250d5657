/**
 * A web page to publish: one file with player, text, search and links to moments. Its style, script and words are resources of
 * their own; nothing is loaded from elsewhere but the sound.
 */
package org.tapescript.format.page;
