package org.tapescript.ui.common;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.tapescript.language.LanguagePacks;

/** A language to be chosen from all that there are, or typed: by its name in the window's language, or by its tag. */
public final class LanguageBox extends ComboBox<String> {
    /** Says that a language is that of the tape. */
    public static final String SAME = "";

    /** @param first tags that are offered before all others */
    public LanguageBox(List<String> first) {
        Set<String> tags = new LinkedHashSet<>(first);
        Comparator<String> byName = Comparator.comparing(LanguageBox::name, Collator.getInstance(Messages.locale()));
        Arrays.stream(Locale.getISOLanguages())
                .map(code -> Locale.forLanguageTag(code).toLanguageTag())
                .filter(tag -> !name(tag).equals(tag))
                .distinct()
                .sorted(byName)
                .forEach(tags::add);
        getItems().setAll(tags);
        getStyleClass().add("language-box");
        setEditable(true);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(String tag) {
                return tag == null ? "" : name(tag);
            }

            @Override
            public String fromString(String typed) {
                return tag(typed.strip());
            }
        });
    }

    /** The language that was typed, by a whole name, a tag, or the beginning of a name; else it stays. */
    private String tag(String typed) {
        if (typed.isEmpty()) {
            return getValue();
        }
        return getItems().stream()
                .filter(tag -> name(tag).equalsIgnoreCase(typed) || tag.equalsIgnoreCase(typed))
                .findFirst()
                .orElseGet(() -> isTag(typed) ? typed.toLowerCase(Locale.ROOT) : beginning(typed));
    }

    private String beginning(String typed) {
        return getItems().stream()
                .filter(tag ->
                        name(tag).toLowerCase(Messages.locale()).startsWith(typed.toLowerCase(Messages.locale())))
                .findFirst()
                .orElse(getValue());
    }

    /** Whether something typed is a language with a region or script, as {@code pt-BR}, and not the beginning of a name. */
    private static boolean isTag(String typed) {
        String language = Locale.forLanguageTag(typed).getLanguage();
        return typed.contains("-")
                && !language.isEmpty()
                && !Locale.forLanguageTag(language)
                        .getDisplayLanguage(Messages.locale())
                        .equals(language);
    }

    /** A language by its name in the window's language. */
    public static String name(String tag) {
        return switch (tag) {
            case SAME -> Messages.get("language.same");
            case LanguagePacks.AUTO -> Messages.get("import.language-of-text");
            case LanguagePacks.NONE -> Messages.get("import.translated");
            default -> {
                String name = Locale.forLanguageTag(tag).getDisplayName(Messages.locale());
                yield name.isEmpty() ? tag : name;
            }
        };
    }
}
