/** oTranscribe. */
package org.tapescript.format.otr;
