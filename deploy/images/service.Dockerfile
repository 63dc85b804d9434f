# One of the four services, unpacked in layers: what changes seldom comes first.
ARG BASE
FROM ${BASE}
WORKDIR /app
# What units hand in: a fresh volume takes over whose folder it is.
RUN mkdir -m 700 /evidence && chown 10001:10001 /evidence
COPY dependencies/ ./
COPY spring-boot-loader/ ./
COPY snapshot-dependencies/ ./
COPY application/ ./
ENV SERVER_PORT=8080 MANAGEMENT_SERVER_PORT=9000
EXPOSE 8080 9000
USER 10001:10001
# Neither base has curl; both have bash.
HEALTHCHECK --interval=3s --timeout=3s --start-period=120s --retries=5 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$MANAGEMENT_SERVER_PORT && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "app.jar"]
