/** CHAT, the form of TalkBank and CHILDES. */
package org.tapescript.format.chat;
