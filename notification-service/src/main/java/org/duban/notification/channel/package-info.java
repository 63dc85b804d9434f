/** How alerts reach people: live in the page, and one mail per unit and day. */
@NullMarked
package org.duban.notification.channel;

import org.jspecify.annotations.NullMarked;
