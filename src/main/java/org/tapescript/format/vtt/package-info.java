/**
 * WebVTT, in and out.
 */
package org.tapescript.format.vtt;
