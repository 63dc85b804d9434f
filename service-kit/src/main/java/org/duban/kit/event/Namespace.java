package org.duban.kit.event;

/** First halves of the advisory locks' keys: what a lock of this database is about. */
final class Namespace {

    static final int LANE = 0x0B0701;
    static final int PARTITION = 0x0B0702;
    static final int MEMBER = 0x0B0703;

    private Namespace() {}
}
