# Sourced by the launchers. find_java sets found_java_home to the newest JDK or JRE 21 or newer: JAVA_HOME, the `java` on the
# PATH, and the places where systems and version managers install them. Versions are read from each home's `release`
# file, so that nothing is started. Returns 1 when there is none. java_cache names the start-up cache of that Java.

find_java() {
  needed_program=${1:-java} # what the home must have beside java: find_java javac
  found_java_home=
  found_java_version=20
  local on_path home
  if on_path=$(command -v java 2>/dev/null); then
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    consider_java "${on_path%/bin/java}"
  fi
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* "${HOME:-}"/.sdkman/candidates/java/* \
    "${HOME:-}"/.jdks/* "${HOME:-}"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    consider_java "$home"
  done
  [ -n "$found_java_home" ]
}

# A cache belongs to one build of Java, which its release file names.
java_cache() {
  local line build=unknown
  while IFS= read -r line; do
    case $line in
      JAVA_RUNTIME_VERSION=*)
        build=${line#JAVA_RUNTIME_VERSION=}
        build=${build//[!0-9A-Za-z.+-]/}
        ;;
    esac
  done <"$found_java_home/release"
  printf '%s/cache/java-%s.aot' "$1" "$build"
}

# How noetl's Java is started, whoever starts it: the native codecs are taken from the distribution in $1; DuckDB's driver
# would show nested timestamps in the zone of this machine. Most runs are over before the optimising compiler pays for
# itself, so it waits four times as long as it would. Plots are drawn without a display, also where one is named.
java_options() {
  java_options=(-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "-Djava.library.path=$1/lib"
    -Dguice_bytecode_gen_option=DISABLED -Duser.timezone=UTC -Djava.awt.headless=true
    -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400
    -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=160000)
  if [ -r "$1/lib/libsnappyjava.so" ]; then
    java_options+=("-Dorg.xerial.snappy.lib.path=$1/lib" -Dorg.xerial.snappy.lib.name=libsnappyjava.so)
  fi
}

consider_java() {
  [ -n "$1" ] && [ -r "$1/release" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/$needed_program" ] || return 0
  local line version
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        version=${line#JAVA_VERSION=}
        version=${version//\"/}
        version=${version%%[!0-9]*}
        if [ -n "$version" ] && [ "$version" -gt "$found_java_version" ]; then
          found_java_home=$1
          found_java_version=$version
        fi
        return 0
        ;;
    esac
  done <"$1/release"
}
