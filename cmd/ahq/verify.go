package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ahq/workflow"
)

// verifyCommand says whether a file is an edition, and of what.
type verifyCommand struct {
	Storage storage `embed:""`
	File    string  `arg:"" help:"An edition, or a receipt." placeholder:"FILE"`
}

// Run prints the verdict; a file that is not as it was printed is exit code 1.
func (c *verifyCommand) Run(ctx context.Context, stdout io.Writer) error {
	verdict, err := c.verdict(ctx)
	if err != nil {
		return err
	}
	if err := json.MarshalWrite(stdout, verdict, json.Deterministic(true), jsontext.WithIndent("  ")); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(stdout); err != nil {
		return err
	}
	if verdict.Finding != workflow.Match && verdict.Finding != workflow.IsReceipt {
		return errFound
	}
	return nil
}

func (c *verifyCommand) verdict(ctx context.Context) (v workflow.Verdict, err error) {
	file, err := os.Open(c.File)
	if err != nil {
		return v, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	about, err := file.Stat()
	if err != nil {
		return v, err
	}
	flow, err := c.Storage.flow(ctx, realTime)
	if err != nil {
		return v, err
	}
	defer closing(flow.Store)
	return flow.Verify(ctx, workflow.Itself().Scope(), file, about.Size())
}
