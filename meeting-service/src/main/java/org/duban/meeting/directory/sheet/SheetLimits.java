package org.duban.meeting.directory.sheet;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a sheet may be.
 *
 * @param rows per sheet, without the heading ({@code DUBAN_MEETING_SHEET_ROWS})
 * @param inflated of any one part once unpacked ({@code DUBAN_MEETING_SHEET_INFLATED})
 */
@ConfigurationProperties("duban.meeting.sheet")
record SheetLimits(
        @DefaultValue("5000") int rows,
        @DefaultValue("32MB") DataSize inflated) {}
