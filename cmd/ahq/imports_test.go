package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// mayImport is the arrows: what each package may import of ours.
var mayImport = map[string][]string{
	"ahq/forms":             {},
	"ahq/forms/formstest":   {},
	"ahq/forms/reading":     {"ahq/forms"},
	"ahq/forms/reading/pdf": {"ahq/forms/reading"},
	"ahq/models":            {"ahq/forms"},
	"ahq/models/modelstest": {"ahq/models", "ahq/forms/formstest"},
	"ahq/workflow":          {"ahq/models", "ahq/forms", "ahq/forms/reading", "ahq/workflow/document"},
	"ahq/workflow/document": {},
	"ahq/handlers":          {"ahq/workflow", "ahq/workflow/document", "ahq/models", "ahq/forms", "ahq/forms/reading", "ahq/handlers/api"},
	"ahq/handlers/api":      {"ahq/workflow", "ahq/workflow/document", "ahq/models", "ahq/forms"},
	"ahq/seeds":             {"ahq/workflow", "ahq/models", "ahq/forms"},
	"ahq/cmd/ahq":           {"ahq/handlers", "ahq/seeds", "ahq/workflow", "ahq/workflow/document", "ahq/models", "ahq/forms", "ahq/forms/reading", "ahq/forms/reading/pdf"},
}

// homes are libraries that live in some packages only.
var homes = map[string][]string{
	"gorm.io/":              {"ahq/models"},
	"github.com/gin-gonic/": {"ahq/handlers", "ahq/handlers/api"},

	"github.com/ledongthuc/": {"ahq/forms/reading/pdf"}, // it may panic
}

func TestArrowsPointRight(t *testing.T) {
	for pkg, imports := range listed(t) {
		allowed, known := mayImport[pkg]
		if !known {
			t.Errorf("%s is new: say in mayImport what it may import", pkg)
		}
		for _, path := range imports {
			if strings.HasPrefix(path, "ahq/") && !slices.Contains(allowed, path) {
				t.Errorf("%s imports %s", pkg, path)
			}
			for library, home := range homes {
				if strings.HasPrefix(path, library) && !slices.Contains(home, pkg) {
					t.Errorf("%s imports %s, which lives in %v", pkg, path, home)
				}
			}
		}
	}
}

// listed is every package of ours with what it imports, tests aside.
func listed(t *testing.T) map[string][]string {
	out, err := exec.CommandContext(t.Context(), "go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "ahq/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		packages[fields[0]] = fields[1:]
	}
	return packages
}
