/** Takes every mail of the local run and shows it in the browser; nothing leaves this machine. */
@NullMarked
package org.duban.local.mailbox;

import org.jspecify.annotations.NullMarked;
