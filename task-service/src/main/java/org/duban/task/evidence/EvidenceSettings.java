package org.duban.task.evidence;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param folder where the files are; every instance has the same one, and whoever backs up the database backs it up too
 * @param largest one file; the servers before it take no more than {@code SPRING_SERVLET_MULTIPART_MAX_FILE_SIZE} and the gateway's
 *     {@code DUBAN_LIMITS_BODY}
 * @param perSubmission files with one report, completion or rectification
 * @param looseOfUnit files that a unit may have uploaded without handing them in
 * @param keepLoose how long such a file is kept
 */
@ConfigurationProperties("duban.evidence")
record EvidenceSettings(
        @DefaultValue("evidence") Path folder,
        @DefaultValue("20MB") DataSize largest,
        @DefaultValue("10") int perSubmission,
        @DefaultValue("200") int looseOfUnit,
        @DefaultValue("1d") Duration keepLoose) {}
