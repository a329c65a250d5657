/** Final Cut Pro XML. */
package org.tapescript.format.fcpxml;
