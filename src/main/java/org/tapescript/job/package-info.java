/** Progress and cancellation of engines. No threads of its own but {@link org.tapescript.job.Meanwhile}'s, and no user interface; used by all, uses nothing. */
package org.tapescript.job;
