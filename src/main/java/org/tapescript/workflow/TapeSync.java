package org.tapescript.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.tapescript.acoustic.SampleSource;
import org.tapescript.align.Aligner;
import org.tapescript.align.LongTextAligner;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.audio.TapeSound;
import org.tapescript.domain.OwnPronunciation;
import org.tapescript.domain.SyncBasis;
import org.tapescript.domain.SyncMethod;
import org.tapescript.domain.SyncedTranscript;
import org.tapescript.domain.Transcript;
import org.tapescript.job.CancellationToken;
import org.tapescript.job.Meanwhile;
import org.tapescript.job.ProgressSink;
import org.tapescript.language.LanguagePack;
import org.tapescript.language.LanguagePacks;
import org.tapescript.storage.CacheFolder;

/**
 * The one door to syncing: from recordings and a transcript to a synced transcript, the same again, and who speaks. One
 * instance for the program; safe from several threads. A language is loaded when it is first needed, which takes seconds, and
 * the last one is kept.
 */
public final class TapeSync {
    private final DecodeRecordings recordings;
    private final VoiceCache voices;
    private final HeardTapeCache heardTapes;
    private final LanguagePacks languages;
    private final Aligner aligner;
    private LanguagePack last;
    private String lastTag;

    public TapeSync(Places places) {
        this(places, new LongTextAligner(new CacheFolder(DecodeRecordings.recordings(places.cache()))));
    }

    /** @param aligner finds the words of a language */
    public TapeSync(Places places, Aligner aligner) {
        this.aligner = aligner;
        this.recordings = new DecodeRecordings(places.cache());
        this.voices = new VoiceCache(places.cache().resolve("voices"));
        this.heardTapes = new HeardTapeCache(places.cache().resolve("voices"));
        this.languages = new LanguagePacks(places.models(), places.cache());
    }

    /**
     * @param tapes recordings in order
     * @param transcript the text as it was understood
     * @param basis language, method and pronunciations
     * @param voices whether voices are compared to tell who speaks; those of a translation are in any case
     * @param speakers in the order in which they first speak; if empty, text and voices tell their number
     * @param tracks which track of each recording is taken
     */
    public record Request(
            List<Path> tapes,
            Transcript transcript,
            SyncBasis basis,
            boolean voices,
            List<String> speakers,
            TrackChoice tracks) {
        public Request {
            tapes = List.copyOf(tapes);
            speakers = List.copyOf(speakers);
        }

        /** For a new project, with each recording's own choice of a track. */
        public Request(
                List<Path> tapes, Transcript transcript, SyncBasis basis, boolean voices, List<String> speakers) {
            this(tapes, transcript, basis, voices, speakers, TrackChoice.DEFAULT);
        }

        /** To do again what was done for a project, with all it was done with. */
        public static Request of(SyncedTranscript project, List<Path> tapes) {
            return new Request(
                    tapes,
                    project.transcript(),
                    project.basis(),
                    true,
                    List.of(),
                    TrackChoice.as(project.recordings()));
        }

        public Request withTranscript(Transcript revised) {
            return new Request(tapes, revised, basis, voices, speakers, tracks);
        }

        public Request withVoices(boolean compared) {
            return new Request(tapes, transcript, basis, compared, speakers, tracks);
        }

        public Request withSpeakers(List<String> names) {
            return new Request(tapes, transcript, basis, voices, names, tracks);
        }

        /** With another track of each recording, if one is asked for. */
        public Request withTrack(OptionalInt track) {
            return new Request(tapes, transcript, basis, voices, speakers, tracks.with(track));
        }

        public Request withLanguage(String tag) {
            return new Request(tapes, transcript, basis.withLanguage(tag), voices, speakers, tracks);
        }

        /** With other pronunciations, if there are any: else those of the project stay. */
        public Request withLexicon(List<OwnPronunciation> lexicon) {
            return lexicon.isEmpty()
                    ? this
                    : new Request(tapes, transcript, basis.withLexicon(lexicon), voices, speakers, tracks);
        }
    }

    /**
     * What a user says of a tape, as the basis of a sync: a text is a translation if that is said, or if its tape is in no language
     * that is named.
     */
    public static SyncBasis basis(String language, boolean translated) {
        return new SyncBasis(
                language,
                translated || language.equals(LanguagePacks.NONE) ? SyncMethod.BY_VOICES : SyncMethod.BY_WORDS);
    }

    /**
     * Syncs recordings and a transcript.
     *
     * @throws TextDoesNotMatchException if the text is not that of the tape, or the tape is silent
     * @throws IOException if a recording or the language cannot be read
     */
    public SyncedTranscript run(Request request, ProgressSink progress, CancellationToken cancel) throws IOException {
        if (request.basis().language().equals(LanguagePacks.AUTO)) {
            return run(request.withLanguage(suggested(request.transcript())), progress, cancel);
        }
        PreparedTape tape = prepared(request, progress, cancel);
        SyncedTranscript synced = request.basis().method() == SyncMethod.BY_VOICES
                ? placing().run(request, tape, progress, cancel)
                : aligning().run(request, tape, progress, cancel);
        return Remarks.noted(request.transcript().remarks(), synced);
    }

    /**
     * Syncs a project again, or with a revised transcript. What an editor did by hand stays wherever the text is unchanged, and guides
     * the search for the rest; corrections of the text that a revised one does not take are listed in the result's notes.
     *
     * @throws IOException as {@link #run}
     */
    public SyncedTranscript again(
            SyncedTranscript earlier, Request request, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        KeepCorrections.Kept text = KeepCorrections.in(earlier, request.transcript());
        Request corrected = request.withTranscript(text.transcript());
        PreparedTape tape = prepared(request, progress, cancel);
        SyncedTranscript synced = request.basis().method() == SyncMethod.BY_VOICES
                ? placing().again(earlier, corrected, tape, progress, cancel)
                : aligning().again(earlier, corrected, tape, progress, cancel);
        SyncedTranscript kept = synced.withNotes(synced.notes().withCorrections(text.corrections()));
        return Remarks.noted(corrected.transcript().remarks(), kept);
    }

    /**
     * Says anew who speaks; what an editor said stays, and helps to tell the others. Who speaks is evidence for where a translation's
     * sentences lie: there both are found together.
     *
     * @throws IOException as {@link #run}
     */
    public SyncedTranscript attribute(
            SyncedTranscript synced, Request request, ProgressSink progress, CancellationToken cancel)
            throws IOException {
        if (request.basis().method() == SyncMethod.BY_VOICES) {
            return placing().again(synced, request, prepared(request, progress, cancel), progress, cancel);
        }
        if (!request.basis().lexicon().equals(synced.basis().lexicon())) {
            checked(request.basis());
        }
        return new AttributeSpeakers(recordings, voices)
                .run(synced.withBasis(request.basis()), request, () -> language(request.basis()), progress, cancel);
    }

    /** What finds the words of a project again that somebody typed. */
    public AlignPassage passages(SyncedTranscript project, List<DecodedRecording> decoded) throws IOException {
        LanguagePack language = language(project.basis());
        return new AlignPassage(aligner, language, sound(decoded, language));
    }

    /** What drafts speech that the text of a project lacks. */
    public DraftPassage drafts(SyncedTranscript project, List<DecodedRecording> decoded) throws IOException {
        LanguagePack language = language(project.basis());
        return new DraftPassage(languages, language, sound(decoded, language));
    }

    /** The whole tape, at the rate of a language's model. */
    private SampleSource sound(List<DecodedRecording> decoded, LanguagePack language) throws IOException {
        return new TapeSound(
                recordings.atRate(decoded, language.speech().frontEnd().sampleRate()));
    }

    /** Decodes recordings, to be played and drawn. */
    public DecodeRecordings recordings() {
        return recordings;
    }

    /**
     * The language that a transcript seems to be in.
     *
     * @throws IOException if it is too short to tell
     */
    public String suggested(Transcript transcript) throws IOException {
        return languages.suggested(transcript.text());
    }

    /** Languages that there are models for. */
    public List<String> languages() {
        return languages.available();
    }

    private SyncTape aligning() {
        return new SyncTape(recordings, voices, aligner);
    }

    private PlaceTranscript placing() {
        return new PlaceTranscript(recordings, voices, heardTapes);
    }

    /**
     * Decodes recordings, which mostly waits for FFmpeg; loads the language and looks up pronunciations meanwhile. What is wrong with a recording, with a user's own
     * pronunciations, or with a language that there is not, is said before that.
     */
    private PreparedTape prepared(Request request, ProgressSink progress, CancellationToken cancel) throws IOException {
        Meanwhile<LanguagePack> language = Meanwhile.begin("language", () -> language(request.basis()));
        recordings.check(request.tapes(), request.tracks(), cancel);
        languages.check(tag(request.basis()));
        if (!request.basis().lexicon().isEmpty()) {
            checked(request.basis());
        }
        Meanwhile<Pronunciations> said =
                Meanwhile.begin("pronunciations", () -> pronunciations(request, language.get()));
        return new PreparedTape(
                recordings.run(request.tapes(), request.tracks(), progress, cancel), language.get(), said.get());
    }

    /** With those of the text at hand, where its words will be looked for: that takes as long as some of the decoding. */
    private static Pronunciations pronunciations(Request request, LanguagePack language) {
        Pronunciations result = new Pronunciations(language);
        boolean hasTimes = request.transcript().hints().stream().anyMatch(Transcript.Hint::exact);
        if (request.basis().method() == SyncMethod.BY_WORDS && !hasTimes) {
            result.of(TurnBuilder.turns(HeardPassages.assumed(request.transcript())));
        }
        return result;
    }

    /** The language, whose phones alone the user's own pronunciations may have. */
    private LanguagePack checked(SyncBasis basis) throws IOException {
        LanguagePack language = language(basis);
        language.check(basis.lexicon());
        return language;
    }

    /** What a tape is heard with. Voices, pauses and names can be heard with a model of any language. */
    private synchronized LanguagePack language(SyncBasis basis) throws IOException {
        String tag = tag(basis);
        if (last == null || !tag.equals(lastTag)) {
            last = languages.load(tag);
            lastTag = tag;
        }
        return last.with(basis.lexicon());
    }

    private String tag(SyncBasis basis) {
        return basis.method() == SyncMethod.BY_VOICES ? languages.forListening(basis.language()) : basis.language();
    }
}
