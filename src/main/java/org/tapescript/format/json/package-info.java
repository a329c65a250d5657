/**
 * The interchange form of docs/formats/json.md.
 */
package org.tapescript.format.json;
