/** What the user may set: looks, playing, keys. */
package org.tapescript.ui.settings;
