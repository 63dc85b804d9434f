package org.duban.gateway.directory;

import java.util.UUID;
import org.duban.meeting.contract.DirectoryEvent.Role;

/** A post and the unit it belongs to, seen from the person who holds it now. */
public record HeldPost(UUID id, String title, Role role, UnitRef unit) {}
