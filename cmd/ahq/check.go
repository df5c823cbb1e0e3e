package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ahq/forms"
)

// checkCommand reads a content and says what forms says of it.
type checkCommand struct {
	Content string `arg:"" help:"A content as JSON; - for standard input." placeholder:"CONTENT.json"`
}

// Run prints the report; errors in it are exit code 1.
func (c *checkCommand) Run(_ context.Context, stdout io.Writer) error {
	report, err := c.report()
	if err != nil {
		return err
	}
	if err := json.MarshalWrite(stdout, report, json.Deterministic(true), jsontext.WithIndent("  ")); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(stdout); err != nil {
		return err
	}
	if report.Problems.Err() != nil {
		return errFound
	}
	return nil
}

func (c *checkCommand) report() (r forms.Report, err error) {
	raw, err := readArg(c.Content)
	if err != nil {
		return r, err
	}
	content, err := forms.DecodeContent(raw)
	if err != nil {
		return r, err
	}
	questionnaire, ok := forms.Shipped(content.Questionnaire)
	if !ok {
		return r, fmt.Errorf("%w: there is no questionnaire %q", errUse, content.Questionnaire)
	}
	form, err := forms.Compile(questionnaire)
	if err != nil {
		return r, err
	}
	if err := form.Fits(content); err != nil {
		return r, err
	}
	asked := forms.Asked{NCP: content.NCP}
	if content.On != "" {
		if asked.On, err = time.Parse(time.DateOnly, content.On); err != nil {
			return r, fmt.Errorf("/on: %q is not a day like 2017-01-20", content.On)
		}
	}
	return form.Check(content, asked), nil
}

// readArg reads a named file, or standard input for "-".
func readArg(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(os.Stdin)
	}
	return os.ReadFile(name)
}
