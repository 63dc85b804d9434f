/** The open streams of the page. */
@NullMarked
package org.duban.notification.channel.web;

import org.jspecify.annotations.NullMarked;
