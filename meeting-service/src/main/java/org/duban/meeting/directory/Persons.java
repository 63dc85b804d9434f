package org.duban.meeting.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface Persons extends Repository<Person, UUID> {

    Person save(Person person);

    Optional<Person> findById(UUID id);

    /**
     * Whom the name means in this unit: the one with the same address or number anywhere, else the one of that name who
     * holds or held a post here.
     */
    @Query("""
            select p.* from person p
            where p.name = :name
              and (p.email = cast(:email as text) or p.phone = cast(:phone as text)
                   or exists (select 1 from post_tenure t join post o on o.id = t.post_id
                              where t.person_id = p.id and o.unit_id = :unit))
            order by coalesce(p.email = cast(:email as text), false) desc, coalesce(p.phone = cast(:phone as text), false) desc, p.id
            limit 1
            """)
    List<Person> meantBy(String name, @Nullable String email, @Nullable String phone, UUID unit);
}
