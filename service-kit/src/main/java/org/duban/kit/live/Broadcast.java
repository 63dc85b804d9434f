package org.duban.kit.live;

/** Tells every instance of this service, this one included, once the current transaction has committed. */
@FunctionalInterface
public interface Broadcast {

    /** @param message fewer than 8000 bytes */
    void tell(String message);
}
