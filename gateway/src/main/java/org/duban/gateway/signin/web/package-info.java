@NullMarked
package org.duban.gateway.signin.web;

import org.jspecify.annotations.NullMarked;
