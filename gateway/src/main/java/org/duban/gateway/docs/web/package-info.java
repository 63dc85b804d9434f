@NullMarked
package org.duban.gateway.docs.web;

import org.jspecify.annotations.NullMarked;
