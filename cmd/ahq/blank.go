package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"os"

	"ahq/workflow"
	"ahq/workflow/document"
)

// blankCommand writes the form to fill in offline, with what the draft says.
type blankCommand struct {
	Storage storage         `embed:""`
	Ref     string          `arg:"" help:"The AHQ's reference, 2016.1."`
	NCP     string          `arg:"" help:"The code of who answers, BE."`
	Format  document.Format `enum:"docx,xlsx" default:"docx" help:"docx or xlsx."`
	Out     string          `help:"The file to write; without it, one named after the AHQ." placeholder:"FILE"`
}

// Run acts as ahq itself: whoever has the database needs no further leave.
func (c *blankCommand) Run(ctx context.Context, stdout io.Writer) error {
	flow, err := c.Storage.flow(ctx, realTime)
	if err != nil {
		return err
	}
	defer closing(flow.Store)
	scope := workflow.Itself().Scope()
	ahq, err := flow.Store.AHQByReference(ctx, scope, c.Ref)
	if err != nil {
		return fmt.Errorf("AHQ %s: %w", c.Ref, err)
	}
	response, err := flow.Store.ResponseOf(ctx, scope, ahq.ID, c.NCP)
	if err != nil {
		return fmt.Errorf("the response of %s to AHQ %s: %w", c.NCP, c.Ref, err)
	}
	var form bytes.Buffer
	name, err := flow.Blank(ctx, scope, response.ID, c.Format, &form)
	if err != nil {
		return err
	}
	name = cmp.Or(c.Out, name)
	if err := os.WriteFile(name, form.Bytes(), 0o600); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "the form of %s for AHQ %s is in %s\n", c.NCP, c.Ref, name)
	return err
}
