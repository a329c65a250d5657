/** The window of a project, and how its regions are put together. */
package org.tapescript.ui.mainwindow;
