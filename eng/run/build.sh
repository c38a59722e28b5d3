# shellcheck shell=bash
# Builds what is missing or out of date: the .NET projects (Release) and the web app.

# Builds one project or solution unless it is newer than everything it could be made of.
#   build_dotnet stamp-name title project-or-solution
build_dotnet() {
  local stamp="$TESSERA_ARTIFACTS/$1.stamp" title="$2" target="$TESSERA_ROOT/$3"
  if ! is_stale "$stamp" "$TESSERA_ROOT"/{src,tests,bench,eng} \
    "$TESSERA_ROOT"/{Directory.Build.props,Directory.Build.targets,Directory.Packages.props,global.json,Tessera.slnx}; then
    return
  fi

  require_dotnet
  mkdir -p "$TESSERA_ARTIFACTS"
  touch "$stamp.new"
  step "$title" "build-$1" dotnet build "$target" --configuration Release --verbosity quiet
  mv "$stamp.new" "$stamp"
}

build_program() { build_dotnet program "Building the server (the first time takes a minute)" src/Tessera.Cli/Tessera.Cli.csproj; }
build_solution() { build_dotnet solution "Building everything" Tessera.slnx; }
build_benchmarks() { build_dotnet benchmarks "Building the benchmarks" bench/Tessera.Benchmarks/Tessera.Benchmarks.csproj; }

install_web_packages() {
  local stamp="$TESSERA_ROOT/web/node_modules/.tessera-stamp"
  is_stale "$stamp" "$TESSERA_ROOT/web/package-lock.json" || return 0
  require_node
  step "Installing the web app's packages" install-web npm --prefix "$TESSERA_ROOT/web" ci --no-audit --no-fund
  touch "$stamp"
}

build_web() {
  local stamp="$TESSERA_ROOT/web/dist/.tessera-stamp"
  is_stale "$stamp" "$TESSERA_ROOT"/web/{src,public,index.html,package-lock.json,vite.config.ts} || return 0
  install_web_packages
  step "Building the web app" build-web npm --prefix "$TESSERA_ROOT/web" run build
  touch "$stamp"
}
