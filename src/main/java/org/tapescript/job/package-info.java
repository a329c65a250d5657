/** Progress and cancellation of engines. No threads of its own and no user interface; used by all, uses nothing. */
package org.tapescript.job;
