/** Rich Text Format. */
package org.tapescript.format.rtf;
