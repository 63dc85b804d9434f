package org.duban.bench.supervision;

import org.duban.bench.Packaged;

/** One of the things that are measured, each set beside another in rounds that take turns. */
abstract class Part {
    final Site site;
    final SupervisionBench.Plan plan;
    final Figure.Table table;
    final Database database;
    final Town town;
    final Packaged service;
    final Cpu cpu;
    final Cpu postgres;
    final Crowd crowd = new Crowd();
    final String supervisor;

    Part(Site site) {
        this.site = site;
        this.plan = site.plan();
        this.table = site.table();
        this.database = site.database();
        this.town = site.town();
        this.service = site.service();
        this.cpu = site.cpu();
        this.postgres = site.postgres();
        this.supervisor = site.issuer().token("SUPERVISOR", null, "ledger:read ledger:write");
    }

    abstract void measure() throws Exception;

    static void say(String words) {
        System.err.println(words);
    }

    static void require(boolean is, String otherwise) {
        if (!is) {
            throw new IllegalStateException(otherwise);
        }
    }
}
