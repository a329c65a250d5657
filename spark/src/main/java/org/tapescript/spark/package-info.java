/**
 * Archives on a cluster, by Apache Spark: a tape a task. Built by the profile {@code spark} alone. What Tapescript does is asked for through
 * {@code org.tapescript.ArchiveWorker}, in a class loader of its own, for Spark brings older versions of the same libraries.
 */
package org.tapescript.spark;
