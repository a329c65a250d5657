/** RTTM: who spoke when. */
package org.tapescript.format.rttm;
