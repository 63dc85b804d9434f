package org.duban.notification.channel;

import org.duban.kit.security.Caller;

/** One open page. Its methods never block; what cannot be delivered ends it. */
public interface LiveStream {

    Caller caller();

    void send(String event, Object data);

    void ping();

    void end();
}
