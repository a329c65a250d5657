/** Reads debates of parliaments as their own or others' XML has them: Canada, the United Kingdom, Australia, Finland. Writes nothing. Depends on {@code format}. */
package org.tapescript.format.hansard;
