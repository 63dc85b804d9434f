package org.duban.meeting.directory.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Who keeps the directory. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('SCOPE_directory:write') and hasAnyRole('SUPERVISOR', 'SECRETARY', 'ADMIN')")
@interface CanKeep {}
