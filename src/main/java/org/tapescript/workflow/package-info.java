/**
 * The use cases, each a plain call, shared by the command line and, later, a window. They wire engines, files and the domain; they do
 * not print and do not ask.
 */
package org.tapescript.workflow;
