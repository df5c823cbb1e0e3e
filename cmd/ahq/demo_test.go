package main

import (
	"archive/zip"
	"bytes"
	"io"
	"maps"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

var betweenTags = regexp.MustCompile(`<[^>]*>`)

const everybodysPassword = "four-desks-one-demo"

func TestWhatAnNCPTypesIsInTheDocumentOfTheCompiler(t *testing.T) {
	d := startDemo(t)
	typed := "Sample answer, typed just now: čeština, Ελλάδα, 49.780 €."

	finland := signIn(t, d.url, "coordinator.fi@example.org", everybodysPassword)
	response := finland.get("/").link(t, "/responses/")
	for _, record := range []string{"r1", "r2"} {
		finland.complete(response+"/records/"+record, typed)
	}
	if p := finland.post(response+"/submit", nil); p.code != http.StatusUnprocessableEntity {
		t.Errorf("submitted without a choice of wider dissemination: %d", p.code)
	}
	receipt := finland.send(finland.get(response+"/check"), response+"/submit", map[string]string{"wider": "yes"})
	if !strings.Contains(receipt.body, "Response submitted") {
		t.Fatalf("no receipt: %d\n%s", receipt.code, receipt.body)
	}
	again := finland.post(response+"/submit", url.Values{"wider": {"yes"}})
	if !strings.Contains(again.body, "Version 1") {
		t.Errorf("a second submit does not answer with the first receipt: %d\n%s", again.code, again.body)
	}

	compiler := signIn(t, d.url, "compiler@example.org", everybodysPassword)
	ahq := compiler.get("/").link(t, "/ahqs/", "")
	ahq = compiler.get("/ahqs").link(t, ahq)
	compiler.send(compiler.get(ahq+"/close"), ahq+"/close", nil)
	edition := compiler.send(compiler.get(ahq+"/compile"), ahq+"/compile", map[string]string{"audience": "internal"})
	document := unzipped(t, compiler.get(edition.link(t, "/download/docx")).body)["word/document.xml"]
	document = betweenTags.ReplaceAllString(document, "") // a run ends where the letters of another language begin
	if !strings.Contains(document, typed) {
		t.Error("what Finland typed is not in the document")
	}
	if !strings.Contains(document, "(7 in Total)") {
		t.Error("the document does not count its seven respondents")
	}
	if code := d.stop(t); code != exitWell {
		t.Errorf("stopped with exit code %d", code)
	}
}

func TestAPublicEditionHasNoWordOfAnNCPThatSaidNo(t *testing.T) {
	d := startDemo(t)
	compiler := signIn(t, d.url, "compiler@example.org", everybodysPassword)
	ahq := compiler.get("/").link(t, "/ahqs/", "")
	form := map[string]string{"early": "for a test"}
	internal := compiler.send(compiler.get(ahq+"/compile"), ahq+"/compile", with(form, "internal"))
	public := compiler.send(compiler.get(ahq+"/compile"), ahq+"/compile", with(form, "public"))
	const ofGermany = "Gerüchte und Tatsachen"
	if !strings.Contains(documentOf(t, compiler, internal), ofGermany) {
		t.Fatalf("the internal edition lacks what Germany wrote: the test looks for the wrong words")
	}
	for _, format := range []string{"docx", "html", "xlsx", "csv", "json"} {
		file := compiler.get(public.link(t, "/download/"+format)).body
		for name, part := range parts(t, format, file) {
			if strings.Contains(part, ofGermany) {
				t.Errorf("what Germany withheld is in %s of the %s", name, format)
			}
		}
	}
	if !strings.Contains(documentOf(t, compiler, public), "Germany") {
		t.Error("Germany is not in the list of respondents any more")
	}
}

func TestADemoGoesOnWhereItWasLeft(t *testing.T) {
	data := t.TempDir()
	first := startDemo(t, "--data", data)
	finland := signIn(t, first.url, "coordinator.fi@example.org", everybodysPassword)
	response := finland.get("/").link(t, "/responses/")
	finland.complete(response+"/records/r1", "Sample answer, kept over a restart.")
	if code := first.stop(t); code != exitWell {
		t.Fatalf("stopped with exit code %d", code)
	}
	second := startDemo(t, "--data", data)
	again := signIn(t, second.url, "coordinator.fi@example.org", everybodysPassword)
	if !strings.Contains(again.get(response+"/records/r1").body, "kept over a restart") {
		t.Error("what was saved is gone")
	}
	second.stop(t)
}

// complete writes into every empty cell of a record, and saves.
func (v *visitor) complete(record, typed string) {
	v.t.Helper()
	p := v.get(record)
	form, ok := p.form(v.t, record)
	if !ok {
		v.t.Fatalf("%s is no form: %d", record, p.code)
	}
	filled := map[string]string{"then": "stay"}
	for name, values := range form {
		cell, isText := strings.CutSuffix(name, ".text")
		if isText && values[0] == "" && cell != "note" {
			filled[name] = typedInto(cell, typed)
		}
	}
	if saved := v.send(p, record, filled); saved.code != http.StatusOK {
		v.t.Fatalf("%s was not saved: %d\n%s", record, saved.code, saved.body)
	}
}

// typedInto gives each kind of cell something that it can read.
func typedInto(cell, typed string) string {
	switch cell {
	case "period":
		return "March 2016 to May 2016"
	case "costs":
		return "8 000 EUR"
	case "success", "evaluation", "reception":
		return "Yes. " + typed
	}
	return typed
}

func with(form map[string]string, audience string) map[string]string {
	filled := maps.Clone(form)
	filled["audience"] = audience
	return filled
}

// documentOf is the text of an edition's page.
func documentOf(t *testing.T, v *visitor, edition page) string {
	t.Helper()
	return unzipped(t, v.get(edition.link(t, "/download/docx")).body)["word/document.xml"]
}

// parts are what a file is made of, for a search that misses nothing.
func parts(t *testing.T, format, file string) map[string]string {
	if format == "docx" || format == "xlsx" {
		return unzipped(t, file)
	}
	return map[string]string{format: file}
}

func unzipped(t *testing.T, file string) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader([]byte(file)), int64(len(file)))
	if err != nil {
		t.Fatalf("no zip file: %v\n%.300s", err, file)
	}
	all := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(text)
	}
	return all
}
