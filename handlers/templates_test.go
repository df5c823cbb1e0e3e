package handlers

import (
	"flag"
	"fmt"
	"html/template"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// rendered are the templates whose pages the browsers of the tests were shown.
var rendered sync.Map

var pageName = regexp.MustCompile(`<body data-page="([^"]+)"`)

func note(body string) {
	if name := pageName.FindStringSubmatch(body); name != nil {
		rendered.Store(name[1], true)
	}
}

// A template that no test renders fails the build.
func TestMain(m *testing.M) {
	code := m.Run()
	if all := flag.Lookup("test.run").Value.String() == ""; all && code == 0 {
		for _, name := range unrendered() {
			fmt.Printf("no test renders the template of %q\n", name)
			code = 1
		}
	}
	os.Exit(code)
}

func unrendered() (names []string) {
	files, err := fs.Glob(templates, "templates/*.html")
	if err != nil {
		return []string{err.Error()}
	}
	for _, file := range files {
		name := strings.TrimSuffix(path.Base(file), ".html")
		if _, seen := rendered.Load(name); !seen && name != "layout" {
			names = append(names, name)
		}
	}
	return names
}

func TestTwoPartsOfOneNameStopTheStart(t *testing.T) {
	set := template.New("all")
	if err := addTo(set, "first.html", `{{define "main-part"}}one{{end}}`); err != nil {
		t.Fatal(err)
	}
	if err := addTo(set, "second.html", `{{define "main-part"}}two{{end}}`); err == nil || set.Lookup("second.html") != nil {
		t.Errorf("the second was taken: %v", err)
	}
}
