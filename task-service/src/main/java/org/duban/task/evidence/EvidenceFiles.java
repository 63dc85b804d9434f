package org.duban.task.evidence;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files of reports as a column of the query that lists the reports: a page of them asks once. */
@Component
public class EvidenceFiles {

    /**
     * Columns {@code evidence}, what counts, and {@code pending_evidence}, what waits for the head of the unit, of the report
     * {@code r}.
     */
    public static final String OF_REPORT = column("CURRENT", "evidence") + ", " + column("PENDING", "pending_evidence");

    private static final TypeReference<List<EvidenceFile>> FILES = new TypeReference<>() {};
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JsonMapper json;

    EvidenceFiles(JsonMapper json) {
        this.json = json;
    }

    public List<EvidenceFile> read(@Nullable String column) {
        return column == null
                ? List.of()
                : json.readValue(column, FILES).stream()
                        .map(file -> new EvidenceFile(
                                file.id(),
                                file.name(),
                                file.type(),
                                file.size(),
                                file.sha256(),
                                at(file.uploadedAt()),
                                file.uploadedBy()))
                        .toList();
    }

    static OffsetDateTime at(OffsetDateTime instant) {
        return instant.atZoneSameInstant(ZONE).toOffsetDateTime();
    }

    private static String column(String state, String name) {
        return """
                (select json_agg(json_build_object('id', e.id, 'name', e.name, 'type', e.type, 'size', e.size,
                     'sha256', e.sha256, 'uploadedAt', e.uploaded_at, 'uploadedBy', e.uploaded_by) order by f.place)
                 from evidence_use f join evidence e on e.id = f.evidence_id
                 where f.subject_id = r.id and f.kind = 'REPORT' and f.state = '%s') as %s""".formatted(state, name);
    }
}
