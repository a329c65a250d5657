package org.tapescript.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The directions of dependencies of docs/ARCHITECTURE.md, as code. */
@AnalyzeClasses(packages = "org.tapescript", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {
    @ArchTest
    static final ArchRule LAYERS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("org.tapescript.cli..")
            .layer("batch")
            .definedBy("org.tapescript.batch..")
            .layer("workflow")
            .definedBy("org.tapescript.workflow..")
            .layer("language")
            .definedBy("org.tapescript.language..")
            .layer("format")
            .definedBy("org.tapescript.format..")
            .layer("project")
            .definedBy("org.tapescript.project..")
            .layer("placement")
            .definedBy("org.tapescript.placement..")
            .layer("attribution")
            .definedBy("org.tapescript.attribution..")
            .layer("align")
            .definedBy("org.tapescript.align..")
            .layer("subtitle")
            .definedBy("org.tapescript.subtitle..")
            .layer("voice")
            .definedBy("org.tapescript.voice..")
            .layer("acoustic")
            .definedBy("org.tapescript.acoustic..")
            .layer("audio")
            .definedBy("org.tapescript.audio..")
            .layer("picture")
            .definedBy("org.tapescript.picture..")
            .layer("ffmpeg")
            .definedBy("org.tapescript.ffmpeg..")
            .layer("report")
            .definedBy("org.tapescript.report..")
            .layer("edit")
            .definedBy("org.tapescript.edit..")
            .layer("ui")
            .definedBy("org.tapescript.ui..")
            .layer("session")
            .definedBy("org.tapescript.session..")
            .layer("text")
            .definedBy("org.tapescript.text..")
            .layer("domain")
            .definedBy("org.tapescript.domain..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ui")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("batch")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("ui")
            .whereLayer("workflow")
            .mayOnlyBeAccessedByLayers("cli", "ui", "batch")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli", "ui", "batch")
            .whereLayer("edit")
            .mayOnlyBeAccessedByLayers("cli", "ui", "session", "batch", "workflow", "project")
            .whereLayer("language")
            .mayOnlyBeAccessedByLayers("cli", "ui", "batch", "workflow")
            .whereLayer("format")
            .mayOnlyBeAccessedByLayers("cli", "ui", "batch", "workflow")
            .whereLayer("project")
            .mayOnlyBeAccessedByLayers("cli", "ui", "session", "batch", "workflow")
            .whereLayer("placement")
            .mayOnlyBeAccessedByLayers("cli", "ui", "batch", "workflow")
            .whereLayer("attribution")
            .mayOnlyBeAccessedByLayers("cli", "ui", "batch", "workflow", "placement")
            .whereLayer("align")
            .mayOnlyBeAccessedByLayers("cli", "ui", "batch", "workflow", "language", "placement")
            .whereLayer("voice")
            .mayOnlyBeAccessedByLayers("cli", "ui", "batch", "workflow", "attribution", "placement", "align")
            .whereLayer("subtitle")
            .mayOnlyBeAccessedByLayers("cli", "ui", "batch", "workflow", "format")
            .whereLayer("picture")
            .mayOnlyBeAccessedByLayers("ui")
            .whereLayer("ffmpeg")
            .mayOnlyBeAccessedByLayers("audio", "picture", "ui")
            .whereLayer("audio")
            .mayOnlyBeAccessedByLayers("cli", "ui", "batch", "workflow")
            // The cache of decoded sound is a source of samples: the one thing of audio that looks left.
            .whereLayer("acoustic")
            .mayOnlyBeAccessedByLayers(
                    "cli", "ui", "batch", "workflow", "language", "attribution", "placement", "align", "voice", "audio")
            .because("arrows point from the commands to the domain, never back");

    @ArchTest
    static final ArchRule DOMAIN_IS_PLAIN = noClasses()
            .that()
            .resideInAPackage("org.tapescript.domain..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.tapescript.domain..", "java..")
            .because("the domain is what all else stands on");

    @ArchTest
    static final ArchRule JOBS_ARE_PLAIN = noClasses()
            .that()
            .resideInAPackage("org.tapescript.job..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.tapescript.job..", "java..")
            .because("everything may use jobs");

    @ArchTest
    static final ArchRule STORAGE_IS_PLAIN = noClasses()
            .that()
            .resideInAPackage("org.tapescript.storage..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("org.tapescript.storage..", "java..")
            .because("everything that writes may use storage");

    @ArchTest
    static final ArchRule SPHINX_STAYS_IN_ITS_ADAPTER = noClasses()
            .that()
            .resideOutsideOfPackage("org.tapescript.acoustic.sphinx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("edu.cmu.sphinx..")
            .because("other acoustic models stand beside Sphinx4's");

    @ArchTest
    static final ArchRule LUCENE_STAYS_WITH_SPELLING = noClasses()
            .that()
            .resideOutsideOfPackage("org.tapescript.spelling..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..")
            .because("what reads dictionaries may be another one day");

    @ArchTest
    static final ArchRule MIME4J_STAYS_WITH_MAIL = noClasses()
            .that()
            .resideOutsideOfPackage("org.tapescript.format.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.james..")
            .because("one reader takes mails apart");

    @ArchTest
    static final ArchRule SPELLING_KNOWS_TRANSCRIPTS_ALONE = noClasses()
            .that()
            .resideInAPackage("org.tapescript.spelling..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.tapescript.spelling..", "org.tapescript.domain..", "org.apache.lucene..", "java..")
            .because("it may be asked by any front");

    @ArchTest
    static final ArchRule FFMPEG_STAYS_IN_ITS_ADAPTER = noClasses()
            .that()
            .resideOutsideOfPackage("org.tapescript.ffmpeg..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..")
            .because("what FFmpeg may open is said in one place");

    @ArchTest
    static final ArchRule TARSOS_STAYS_IN_AUDIO = noClasses()
            .that()
            .resideOutsideOfPackage("org.tapescript.audio..")
            // The front end's spectrum: Sphinx4's own transform takes a third of all listening, TarsosDSP's next to
            // nothing.
            .and()
            .doNotHaveFullyQualifiedName("org.tapescript.acoustic.sphinx.PowerSpectrum")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("be.tarsos..")
            .because("signal processing has one home");

    @ArchTest
    static final ArchRule JAVAFX_STAYS_IN_THE_WINDOW = noClasses()
            .that()
            .resideOutsideOfPackages("org.tapescript.ui..", "org.tapescript.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..")
            .because("the command line runs without a display");

    @ArchTest
    static final ArchRule OF_JAVAFX_THE_SESSION_SEES_PROPERTIES = noClasses()
            .that()
            .resideInAPackage("org.tapescript.session..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javafx.animation..", "javafx.application..", "javafx.scene..", "javafx.stage..", "javafx.util..")
            .because("what an editor does can be tested without a window, in any order of events");

    @ArchTest
    static final ArchRule JACKSON_STAYS_AT_THE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.tapescript.project..",
                    "org.tapescript.format..",
                    "org.tapescript.cli..",
                    "org.tapescript.batch..",
                    "org.tapescript.language..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..")
            .because("JSON is a matter of files, not of engines");

    @ArchTest
    static final ArchRule ONLY_THE_LAUNCHER_EXITS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.tapescript.Launcher")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("standard streams and exit codes belong to the command line");
}
