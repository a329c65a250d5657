/**
 * The editor: one folder a view, {@code common} for what they share. Views build nodes and bind them; what they show and do is in
 * view models and in {@link org.tapescript.session.EditorSession}, which know no control.
 */
package org.tapescript.ui;
