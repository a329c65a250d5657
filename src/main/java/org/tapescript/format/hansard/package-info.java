/** Reads the debates and evidence of Canada's House of Commons (XML). Writes nothing. Depends on {@code format}. */
package org.tapescript.format.hansard;
