/**
 * The project file: its shape, its version, reading it and writing it whole or not at all.
 */
package org.tapescript.project;
