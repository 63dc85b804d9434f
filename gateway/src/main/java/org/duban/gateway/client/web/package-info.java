@NullMarked
package org.duban.gateway.client.web;

import org.jspecify.annotations.NullMarked;
