package main

import "runtime/debug"

// engine is this program, as the files it prints name it: "ahq v1.2.0", or the
// commit it was built from.
func engine() string {
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return "ahq"
	}
	for _, s := range build.Settings {
		if s.Key == "vcs.revision" && build.Main.Version == "(devel)" {
			return "ahq " + s.Value
		}
	}
	return "ahq " + build.Main.Version
}
