# Creates the topics of Topology.java that are missing, and ends.
ARG BASE
FROM ${BASE}
COPY libs/ /app/libs/
USER 10001:10001
ENTRYPOINT ["java", "-XX:TieredStopAtLevel=1", "-cp", "/app/libs/*", "org.duban.local.broker.TopologyMain"]
