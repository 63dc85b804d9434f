# What the entrypoint of debian/postgres wants of Debian, whose own server is older than the one that the services are tested on; its
# client speaks to any.
ARG BASE
FROM ${BASE}
RUN apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql-client xz-utils >/dev/null \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* && useradd --uid 999 --home-dir /var/lib/postgresql --create-home postgres
