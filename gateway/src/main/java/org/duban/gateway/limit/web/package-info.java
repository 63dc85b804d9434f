@NullMarked
package org.duban.gateway.limit.web;

import org.jspecify.annotations.NullMarked;
