/** EXMARaLDA's basic transcriptions. */
package org.tapescript.format.exb;
