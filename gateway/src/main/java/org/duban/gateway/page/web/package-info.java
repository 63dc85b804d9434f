@NullMarked
package org.duban.gateway.page.web;

import org.jspecify.annotations.NullMarked;
