/**
 * Acoustic models: front end, features, senones and their scores. Knows no words; the models of CMU Sphinx are read in
 * {@code sphinx}.
 */
package org.tapescript.acoustic;
