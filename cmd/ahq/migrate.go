package main

import (
	"context"
	"fmt"
	"io"
)

// migrateCommand brings the schema and the library up to date and ends.
type migrateCommand struct {
	Storage storage `embed:""`
}

// Run does what serving begins with, and says so.
func (c *migrateCommand) Run(ctx context.Context, stdout io.Writer) error {
	flow, err := c.Storage.shelved(ctx, realTime)
	if err != nil {
		return err
	}
	defer closing(flow.Store)
	_, err = fmt.Fprintln(stdout, "the database is up to date")
	return err
}
