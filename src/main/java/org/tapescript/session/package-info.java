/**
 * A project that is open in the window: its transcript as it is now, what was done to it, what is selected. The one home of what an
 * editor may change. Knows no view and asks for no thread but the one it is used on; of JavaFX it sees properties alone, so that
 * views can follow them.
 */
package org.tapescript.session;
