/** The command line: one class for each command, exit codes, messages. The only package that writes to the terminal. */
package org.tapescript.cli;
