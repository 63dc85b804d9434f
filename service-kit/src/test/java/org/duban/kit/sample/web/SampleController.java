package org.duban.kit.sample.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.sample.SampleEvent;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.ETags;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.kit.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/notes")
public class SampleController {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final AuditTrail audit;
    // Static: the bean that a test is handed is a proxy with fields of its own.
    public static volatile CountDownLatch entered = new CountDownLatch(0);
    public static volatile CountDownLatch gate = new CountDownLatch(0);

    SampleController(JdbcClient jdbc, Outbox outbox, AuditTrail audit) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.audit = audit;
    }

    public record Line(@Max(9) int number) {}

    public record Note(
            @NotBlank String words,
            @Nullable LocalDate day,
            @Valid @Nullable List<Line> lines) {}

    static final class NoteRefused extends Refusal {
        NoteRefused() {
            super(Kind.CONFLICT, "note-refused", "这样的内容不能记录");
        }
    }

    @PostMapping
    @Transactional
    public ResponseEntity<Map<String, Object>> write(@Valid @RequestBody Note note) throws InterruptedException {
        entered.countDown();
        gate.await();
        UUID id = Ids.next();
        jdbc.sql("insert into note (id, words) values (?, ?)")
                .params(id, note.words())
                .update();
        outbox.append(SampleEvent.CHANNEL.outgoing(id.toString(), new SampleEvent.Said(id.toString(), note.words())));
        audit.record("note-written", "note", id, Map.of("words", note.words()));
        if (note.words().equals("refuse")) {
            throw new NoteRefused();
        }
        return ResponseEntity.created(URI.create("/api/notes/" + id))
                .eTag(ETags.of(0))
                .body(Map.of("id", id));
    }

    @PostMapping("/tree")
    public JsonNode tree(@RequestBody JsonNode body) {
        return body;
    }

    @PostMapping("/files")
    @Transactional
    public Map<String, Object> file(@RequestParam MultipartFile file) {
        UUID id = Ids.next();
        jdbc.sql("insert into note (id, words) values (?, ?)")
                .params(id, file.getOriginalFilename())
                .update();
        return Map.of("id", id);
    }

    @PutMapping("/{id}")
    public ResponseEntity<Void> change(
            @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        ETags.requireMatch(ifMatch, 7);
        return ResponseEntity.noContent().eTag(ETags.of(8)).build();
    }

    @GetMapping
    public Page<Integer> list(
            @RequestParam(defaultValue = "50") Limit limit, @RequestParam(required = false) @Nullable Cursor cursor) {
        int after = cursor == null ? 0 : (int) cursor.number(0);
        List<Integer> fetched = IntStream.rangeClosed(after + 1, 120)
                .limit(limit.plusOne())
                .boxed()
                .toList();
        return Page.of(fetched, limit, Cursor::encode);
    }

    @GetMapping("/me")
    public Map<String, Object> me(Caller caller) {
        return Map.of("subject", caller.subject(), "at", Instant.parse("2026-11-25T00:30:00Z"));
    }

    @GetMapping("/staff")
    @PreAuthorize("hasRole('SUPERVISOR') and hasAuthority('SCOPE_ledger:write')")
    public String staff() {
        return "ok";
    }

    @GetMapping("/broken")
    public String broken() {
        throw new IllegalStateException("select secret from org.duban.kit.Hidden");
    }

    @GetMapping("/sql")
    public String sql() {
        return jdbc.sql("select nothing from nowhere").query(String.class).single();
    }
}
