/** YouTube's captions in XML. */
package org.tapescript.format.youtube;
