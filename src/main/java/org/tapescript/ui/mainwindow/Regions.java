package org.tapescript.ui.mainwindow;

import org.tapescript.ui.comments.CommentsPane;
import org.tapescript.ui.review.ReviewPane;
import org.tapescript.ui.spelling.SpellingCommands;
import org.tapescript.ui.subtitles.SubtitlesPane;
import org.tapescript.ui.transcript.FindBar;
import org.tapescript.ui.transcript.TranscriptView;
import org.tapescript.ui.video.VideoPlace;
import org.tapescript.ui.waveform.WaveformView;

/** The regions of the window that commands act upon. */
record Regions(
        TranscriptView transcript,
        WaveformView waveform,
        FindBar find,
        ReviewPane review,
        SubtitlesPane subtitles,
        CommentsPane comments,
        VideoPlace video,
        JobBar job,
        SpellingCommands spelling) {}
