package org.duban.task.paper;

import java.util.UUID;
import org.duban.task.directory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** In whose name documents are issued: the city's office, or the county's under the county's name. */
@Component
@EnableConfigurationProperties(IssuerSettings.class)
public class Issuer {
    private final IssuerSettings settings;
    private final Units units;

    Issuer(IssuerSettings settings, Units units) {
        this.settings = settings;
        this.units = units;
    }

    /** @param county null for the city's own office */
    public String office(@Nullable UUID county) {
        return place(county) + settings.office();
    }

    /**
     * 机关代字 of a series of numbers: a county's begins with its name, so that no two offices share a number.
     *
     * @param series as 督办
     */
    public String code(@Nullable UUID county, String series) {
        String place = county == null ? "" : place(county);
        return (place.length() > 2 ? place.substring(0, place.length() - 1) : place) + series;
    }

    private String place(@Nullable UUID county) {
        return county == null ? settings.city() : units.countyName(county).orElse("");
    }
}
