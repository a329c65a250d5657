/** Scenarist closed captions: line 21 captions (CEA-608) as text. */
package org.tapescript.format.scc;
