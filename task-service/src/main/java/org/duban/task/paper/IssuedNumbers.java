package org.duban.task.paper;

import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts each series of document numbers by year and county, without gaps: a number is taken back with its transaction. */
@Repository
public class IssuedNumbers {
    private final JdbcClient jdbc;

    IssuedNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number, from 1. Whoever asks for the same series waits until the transaction ends.
     *
     * @param county null for the city's series
     */
    public int next(@Nullable UUID county, String series, int year) {
        return jdbc.sql("""
                        insert into issued_number as counted (county_id, series, year, last)
                        values (:county, :series, :year, 1)
                        on conflict (county_id, series, year) do update set last = counted.last + 1
                        returning last
                        """)
                .param("county", county, Types.OTHER)
                .param("series", series)
                .param("year", year)
                .query(Integer.class)
                .single();
    }
}
