package org.duban.meeting.directory;

import java.util.UUID;

/** 县、区、旗 of the city. */
public record County(UUID id, String name) {}
