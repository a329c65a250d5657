/**
 * Reads models made for CMU Sphinx and runs its front end; the only user of {@code edu.cmu.sphinx}.
 */
package org.tapescript.acoustic.sphinx;
