package org.tapescript.domain;

/**
 * A name that a speaker may have.
 *
 * @param speaker as they are called so far
 * @param name as the text has it
 * @param line where it stands
 * @param source in words, for the editor
 */
public record NameSuggestion(String speaker, String name, int line, String source) {}
