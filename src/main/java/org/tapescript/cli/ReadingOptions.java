package org.tapescript.cli;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tapescript.domain.SpeakerNames;
import org.tapescript.format.ReadOptions;
import org.tapescript.text.structure.Instructions;
import org.tapescript.text.structure.Scheme;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Options of all commands that read a transcript: what the user knows of it. */
final class ReadingOptions {
    @Option(
            names = "--speakers",
            split = ",",
            paramLabel = "NAME",
            converter = SpeakerName.class,
            description = "Speakers in the order in which they first speak.")
    private void setSpeakers(List<String> names) {
        // The parser hands over an empty list first, so that this cannot tell whether there are no names.
        for (int i = 1; i < names.size(); i++) {
            if (SpeakerNames.meant(names.subList(0, i), names.get(i)).isPresent()) {
                throw new ParameterException(
                        spec.commandLine(), "--speakers names '" + names.get(i) + "' twice; each speaker has one name");
            }
        }
        speakers = List.copyOf(names);
    }

    private List<String> speakers = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            converter = Encoding.class,
            description = "Character encoding of the transcript, such as windows-1251; found if not given.")
    private Charset encoding;

    @Option(
            names = "--speaker-mark",
            paramLabel = "MARK",
            converter = SpeakerMark.class,
            description =
                    "What marks turns: colon, stop, tab, name-dash, brackets, name-time, own-line, bold-name, dash, chevron,"
                            + " bold-question, italic-question, numbered-question, quoted-question, table or none; found if not given.")
    private Scheme mark;

    @Option(
            names = "--tier",
            paramLabel = "NAME",
            description = "Tier of annotations that holds what is said; may be given several times.")
    private List<String> tiers = List.of();

    @Option(
            names = "--column",
            paramLabel = "NAME",
            description = "Column of a table that holds what is said, by name or number; may be given several times.")
    private List<String> columns = List.of();

    List<String> speakers() {
        refuseNobody(speakers, spec);
        return speakers;
    }

    /** Refuses --speakers that is nothing but commas. */
    static void refuseNobody(List<String> names, CommandSpec spec) {
        if (names.isEmpty() && spec.commandLine().getParseResult().hasMatchedOption("--speakers")) {
            throw new ParameterException(
                    spec.commandLine(), "--speakers names nobody; write names, with commas between them");
        }
    }

    ReadOptions reading() {
        return new ReadOptions(Optional.ofNullable(encoding), columns, tiers);
    }

    Instructions instructions() {
        return new Instructions(speakers(), Optional.ofNullable(mark), columns);
    }

    static final class SpeakerName implements ITypeConverter<String> {
        @Override
        public String convert(String name) {
            if (name.isBlank()) {
                throw new TypeConversionException("a speaker needs a name");
            }
            return name.strip();
        }
    }

    static final class Encoding implements ITypeConverter<Charset> {
        @Override
        public Charset convert(String name) {
            try {
                return Charset.forName(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + name + "' is no encoding that Java knows");
            }
        }
    }

    static final class SpeakerMark implements ITypeConverter<Scheme> {
        @Override
        public Scheme convert(String name) {
            return Arrays.stream(Scheme.values())
                    .filter(s -> s != Scheme.BESIDE && s.label().equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("'" + name + "' marks no turns; one of "
                            + Arrays.stream(Scheme.values())
                                    .filter(s -> s != Scheme.BESIDE)
                                    .map(Scheme::label)
                                    .collect(Collectors.joining(", "))
                            + " does"));
        }
    }
}
