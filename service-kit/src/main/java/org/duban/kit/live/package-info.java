/** Words between the instances of one service, through their database: heard at once by those who are there, by nobody later. */
@NullMarked
package org.duban.kit.live;

import org.jspecify.annotations.NullMarked;
