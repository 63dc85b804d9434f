package org.duban.meeting.directory;

import java.util.Objects;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.meeting.contract.DirectoryEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;

/** Someone who holds, or held, a post. */
public class Person {

    @Id
    private final UUID id;

    private final String name;
    private @Nullable String email;
    private @Nullable String phone;

    @Version
    private long version;

    @PersistenceCreator
    Person(UUID id, String name, @Nullable String email, @Nullable String phone, long version) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.phone = phone;
        this.version = version;
    }

    static Person named(String name, @Nullable String email, @Nullable String phone) {
        return new Person(Ids.next(), Names.tidy(name), email, phone, 0);
    }

    /** What is null stays; false when nothing changed. */
    boolean reachedBy(@Nullable String newEmail, @Nullable String newPhone) {
        String nextEmail = newEmail == null ? email : newEmail;
        String nextPhone = newPhone == null ? phone : newPhone;
        boolean changed = !(Objects.equals(nextEmail, email) && Objects.equals(nextPhone, phone));
        email = nextEmail;
        phone = nextPhone;
        return changed;
    }

    DirectoryEvent.Person state() {
        return new DirectoryEvent.Person(id, name, email, phone);
    }

    boolean isNew() {
        return version == 0;
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }
}
