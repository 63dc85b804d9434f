package org.duban.notification.channel;

import org.duban.notification.alert.Link;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param address of the page, as people reach it; links in mails begin with it */
@ConfigurationProperties("duban.page")
record PageSettings(@DefaultValue("http://localhost:8080") String address) {

    String link(Link link) {
        return switch (link.kind()) {
            case TASK -> address + "/tasks/" + link.id();
            case REPORT -> address + "/reports/" + link.id();
            case MEETING -> address + "/meetings/" + link.id();
            case ROUND -> address + "/reports?round=" + link.id();
            case RECTIFICATION -> address + "/rectifications/" + link.id();
            case COMPLAINT -> address + "/complaints/" + link.id();
            case NOTICE -> address + "/notices/" + link.id();
            case INDICATOR -> address + "/indicators/" + link.id();
            case HAND_IN -> address + "/hand-ins/" + link.id();
            case FEATURE -> address + "/counties?view=features&plan=" + link.id();
            case GOAL -> address + "/counties?view=goals";
            case SCORE_SHEET -> address + "/assessments/sheets/" + link.id();
            case MECHANISM -> address + "/meetings";
        };
    }
}
