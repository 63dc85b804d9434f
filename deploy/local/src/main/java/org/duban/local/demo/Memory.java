package org.duban.local.demo;

import java.util.Optional;

/** What must not be lost when the filling-in is interrupted: passwords made, secrets shown once, stages done. */
public interface Memory {

    Optional<String> recall(String name);

    void remember(String name, String value);

    /** A password of that name, made at its first use. */
    String password(String name);
}
