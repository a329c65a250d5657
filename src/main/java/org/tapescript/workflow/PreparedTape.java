package org.tapescript.workflow;

import java.util.List;
import org.tapescript.audio.DecodedRecording;
import org.tapescript.language.LanguagePack;

/**
 * What a sync works with.
 *
 * @param decoded its recordings
 * @param language whose model listens
 * @param pronunciations in that language
 */
record PreparedTape(List<DecodedRecording> decoded, LanguagePack language, Pronunciations pronunciations) {}
