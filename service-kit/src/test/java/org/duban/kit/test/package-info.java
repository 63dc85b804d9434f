/** What the services' tests have alike: real infrastructure, tokens, a clock to set, rules of the architecture. */
@NullMarked
package org.duban.kit.test;

import org.jspecify.annotations.NullMarked;
