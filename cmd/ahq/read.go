package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ahq/forms"
	"ahq/forms/reading"
)

// readCommand reads a document that somebody has, and proposes a content.
type readCommand struct {
	File          string `arg:"" help:"The document; - for standard input." placeholder:"FILE"`
	Questionnaire string `help:"The questionnaire that it answers; without it, the one that fits best." placeholder:"ID"`
	Summary       bool   `help:"For people: what was found, what is doubtful, what found no place."`
}

// Run prints the proposal; exit code 1 says that nothing found a place.
func (c *readCommand) Run(ctx context.Context, stdout io.Writer) error {
	among, err := c.among()
	if err != nil {
		return err
	}
	raw, err := readArg(c.File)
	if err != nil {
		return err
	}
	document, err := reading.Read(filepath.Base(c.File), raw, pdfAside(ctx))
	if err != nil {
		return err
	}
	proposal := document.Best(among)
	if err := c.print(stdout, proposal); err != nil {
		return err
	}
	if proposal.Placed() == 0 {
		return fmt.Errorf("%s: no question of %s was found in it: name another with --questionnaire", filepath.Base(c.File), proposal.Content.Questionnaire)
	}
	return nil
}

// among are the questionnaires that the document may answer.
func (c *readCommand) among() ([]forms.Questionnaire, error) {
	if c.Questionnaire == "" {
		return forms.Catalogue(), nil
	}
	q, ok := forms.Shipped(c.Questionnaire)
	if !ok {
		return nil, fmt.Errorf("%w: there is no questionnaire %q", errUse, c.Questionnaire)
	}
	return []forms.Questionnaire{q}, nil
}

func (c *readCommand) print(stdout io.Writer, p reading.Proposal) error {
	if c.Summary {
		_, err := io.WriteString(stdout, summary(p))
		return err
	}
	err := json.MarshalWrite(stdout, p, json.Deterministic(true), jsontext.WithIndent("  "))
	_, end := fmt.Fprintln(stdout)
	return errors.Join(err, end)
}

// summary is a proposal in words.
func summary(p reading.Proposal) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Questionnaire %s: %d records, %d texts placed.\n", p.Content.Questionnaire, len(p.Content.Records), p.Placed())
	for i, r := range p.Content.Records {
		heading, _, _ := strings.Cut(r.Heading, "\n")
		fmt.Fprintf(&b, "%4d  %-40.40s %s\n", i+1, heading, firstLine(r))
	}
	for _, place := range p.Doubtful() {
		f := p.Found[place]
		fmt.Fprintf(&b, "Look again: %s, line %d (%.0f%% sure)\n", place, f.Line, 100*f.Sure)
	}
	for _, l := range p.Left {
		fmt.Fprintf(&b, "No place, line %d: %.100s\n", l.Line, strings.ReplaceAll(l.Text, "\n", " "))
	}
	return b.String()
}

// firstLine is what a record is called, in one line.
func firstLine(r forms.Record) string {
	line, _, _ := strings.Cut(r.Cells["title"].Text, "\n")
	return line
}
