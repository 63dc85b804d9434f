package org.duban.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent, the answer is a problem detail in Chinese with the right status, never a 500; on the demonstration data. */
@ExtendWith(Demonstration.Shared.class)
class BrokenInputTest {

    private static final byte[] IMAGE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Launched running;
    private final Caller supervisor;
    private final Caller liaison;
    private final Caller admin;

    BrokenInputTest(Demonstration city) {
        running = city.running();
        supervisor = city.client("SUPERVISOR");
        liaison = city.client("LIAISON");
        admin = city.client("ADMIN");
    }

    @Test
    void brokenDocuments() throws IOException {
        supervisor.upload("/api/plan-readings", "空.txt", new byte[0]).isProblem(400, 422);
        supervisor.upload("/api/plan-readings", "图片.docx", IMAGE).isProblem(415, 422);
        supervisor.upload("/api/plan-readings", "方案.exe", IMAGE).isProblem(415, 422);
        supervisor
                .upload("/api/plan-readings", "大.txt", new byte[50 * 1024 * 1024])
                .isProblem(413);
        supervisor.upload("/api/plan-readings", "炸弹.docx", zipBomb()).isProblem(413, 415, 422);
        supervisor.post("/api/plan-readings", "{}").isProblem(415, 400);
    }

    @Test
    void brokenRequests() {
        supervisor.post("/api/rounds", "{\"planId\": ").isProblem(400);
        supervisor
                .post("/api/rounds", Map.of("planId", "不是编号", "period", "2026-11"))
                .isProblem(400);
        supervisor
                .post("/api/rounds", Map.of("planId", UUID.randomUUID(), "period", "2026-11"))
                .isProblem(404);
        supervisor
                .post("/api/rounds", Map.of("planId", UUID.randomUUID(), "period", "2026-13"))
                .isProblem(400, 422);
        supervisor.get("/api/tasks?limit=100000").isProblem(400);
        supervisor.get("/api/tasks?cursor=garbage").isProblem(400);
        supervisor.get("/api/tasks?cursor=%00garbage").isProblem(422);
        supervisor.get("/api/tasks?light=PURPLE").isProblem(400);
        supervisor.get("/api/overview?period=yesterday").isProblem(400);
        supervisor.get("/api/tasks/" + UUID.randomUUID()).isProblem(404);
        supervisor.get("/api/tasks/12345").isProblem(400, 404);
        supervisor.get("/api/nothing-here").isProblem(404);
        supervisor.get("/api/tasks?unit=" + UUID.randomUUID()).is(200);
        running.visitor().get("/api/me").isProblem(401);
        liaison.post("/api/rounds", Map.of("planId", UUID.randomUUID(), "period", "2026-11"))
                .isProblem(403);
        admin.post("/api/clients", Map.of("name", "接口", "unitId", UUID.randomUUID(), "role", "LIAISON"))
                .isProblem(404, 422);
    }

    @Test
    void staleAndMissingVersions() {
        for (var report : liaison.all("/api/reports?unit=me")) {
            var path = "/api/reports/" + report.get("id").asString();
            var body = Map.of("progress", 50, "done", "进展", "problems", "", "next", "", "indicators", List.of());
            liaison.put(path, body).isProblem(428);
            liaison.change("PUT", path, body, "\"999\"", UUID.randomUUID().toString())
                    .isProblem(412);
            liaison.change(
                            "PUT",
                            path,
                            Map.of("progress", 500, "done", ""),
                            liaison.get(path).etag(),
                            UUID.randomUUID().toString())
                    .isProblem(400, 409, 422);
        }
    }

    private static byte[] zipBomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".getBytes());
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            var zeros = new byte[1024 * 1024];
            for (int i = 0; i < 2000; i++) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }
}
