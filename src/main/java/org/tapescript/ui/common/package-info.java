/** What the views share: the session, background jobs, texts, settings, keys. */
package org.tapescript.ui.common;
