# Stands in for eclipse-temurin: the build's own JDK as a runtime.
ARG BASE
FROM ${BASE}
COPY jdk /opt/java
ENV JAVA_HOME=/opt/java PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8
