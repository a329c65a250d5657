/**
 * Word documents, by Apache POI.
 */
package org.tapescript.format.docx;
