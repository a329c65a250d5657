/**
 * The command line: a class a command, exit codes, messages. The only package that writes to the user.
 */
package org.tapescript.cli;
