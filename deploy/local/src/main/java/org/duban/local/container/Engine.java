package org.duban.local.container;

import java.time.Duration;
import org.duban.local.process.LocalFailure;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;

/** The Docker engine that Testcontainers finds. */
public final class Engine {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private Engine() {}

    public static boolean answers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** Testcontainers ends it with this process. */
    static GenericContainer<?> started(GenericContainer<?> container) {
        try {
            container.start();
            return container;
        } catch (ContainerLaunchException failure) {
            throw new LocalFailure(
                    container.getDockerImageName() + " did not start: "
                            + (container.getContainerId() == null ? "" : container.getLogs()),
                    failure);
        }
    }
}
