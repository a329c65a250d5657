/** The Oral History Metadata Synchronizer. */
package org.tapescript.format.ohms;
