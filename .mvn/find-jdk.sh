# Sourced by mvnw and by deploy/local/duban: points JAVA_HOME at a JDK 25 or later, or says in one line what is missing.
# The whole build runs on it, the formatter included, which parses with the compiler of the JVM it runs in.
duban_jdk_major() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

duban_find_jdk() {
  set +f
  for duban_home in "${JAVA_HOME-}" "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}" "${JDK_25-}" \
    "$(readlink -f "$(command -v javac 2>/dev/null)" 2>/dev/null | sed 's#/bin/javac$##')" \
    /usr/lib/jvm/*25* /usr/lib/jvm/* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.local/share/mise/installs/java/* \
    /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$duban_home" ] && [ -x "$duban_home/bin/javac" ] && [ "$(duban_jdk_major "$duban_home")" -ge 25 ] 2>/dev/null; then
      JAVA_HOME=$duban_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Duban needs JDK 25: none found; install Temurin 25 (https://adoptium.net) or point JAVA_HOME at one." >&2
  return 1
}

duban_find_jdk || exit 1
