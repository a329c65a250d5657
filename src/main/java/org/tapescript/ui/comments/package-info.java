/** Comments and bookmarks: the list of them, and where they are written. */
package org.tapescript.ui.comments;
