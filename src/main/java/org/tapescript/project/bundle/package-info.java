/**
 * Bundles: a project, its journal, its transcript and its recordings in one file, described in docs/formats/bundle.md. Writing them, and
 * reading them as what a stranger sent. Knows nothing of how sound is encoded.
 */
package org.tapescript.project.bundle;
