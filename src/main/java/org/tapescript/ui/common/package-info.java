/** What the views share: background jobs, texts, settings, keys. */
package org.tapescript.ui.common;
