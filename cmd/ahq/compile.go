package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"ahq/models"
	"ahq/workflow"
	"ahq/workflow/document"
)

// compileCommand makes an edition of an AHQ, or takes the one there is when
// nothing changed, and writes it to a file.
type compileCommand struct {
	Storage  storage         `embed:""`
	Ref      string          `arg:"" help:"The AHQ's reference, 2016.1."`
	Early    string          `help:"Why it is compiled while the AHQ is still open." placeholder:"WHY"`
	Audience models.Audience `enum:"internal,public" default:"internal" help:"For whom: internal or public."`
	Layout   workflow.Layout `enum:"country,question" default:"country" help:"By country, or by question."`
	Order    workflow.Order  `enum:"name,role" default:"name" help:"Countries by name, or members before observers: name or role."`
	Counts   bool            `name:"without-records" help:"Counts in place of the tables."`
	Format   document.Format `enum:"${formats}" default:"docx" help:"${formats}."`
	Out      string          `required:"" help:"The file to write." placeholder:"FILE"`
}

// Run acts as ahq itself: whoever has the database needs no further leave.
func (c *compileCommand) Run(ctx context.Context, stdout io.Writer) error {
	flow, err := c.Storage.flow(ctx, realTime)
	if err != nil {
		return err
	}
	defer closing(flow.Store)
	self := workflow.Itself()
	ahq, err := flow.Store.AHQByReference(ctx, self.Scope(), c.Ref)
	if err != nil {
		return fmt.Errorf("AHQ %s: %w", c.Ref, err)
	}
	edition, err := flow.Compile(ctx, self, ahq.ID, c.Audience, c.Early)
	if err != nil {
		return err
	}
	if err := c.write(ctx, flow, edition.ID); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "edition %d (%s) of AHQ %s is in %s\n", edition.Number, edition.Audience, c.Ref, c.Out)
	return err
}

// write leaves no half of a file behind.
func (c *compileCommand) write(ctx context.Context, flow *workflow.Workflow, id models.CompilationID) error {
	part := c.Out + ".part"
	file, err := os.Create(part)
	if err != nil {
		return err
	}
	_, err = flow.Download(ctx, workflow.Itself().Scope(), id, workflow.Printing{Layout: c.Layout, Order: c.Order, WithoutRecords: c.Counts}, c.Format, file)
	if closed := file.Close(); err == nil {
		err = closed
	}
	if err != nil {
		_ = os.Remove(part)
		return err
	}
	return os.Rename(part, c.Out)
}
