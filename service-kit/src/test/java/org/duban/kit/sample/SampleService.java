package org.duban.kit.sample;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service with nothing of its own, to test what the kit gives it. */
@SpringBootApplication
public class SampleService {}
