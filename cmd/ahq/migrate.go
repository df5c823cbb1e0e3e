package main

import (
	"context"
	"fmt"
	"io"
)

// migrateCommand brings the schema up to date and ends.
type migrateCommand struct {
	Storage storage `embed:""`
}

// Run does what opening does, and says so.
func (c *migrateCommand) Run(ctx context.Context, stdout io.Writer) error {
	store, err := c.Storage.open(ctx)
	if err != nil {
		return err
	}
	defer closing(store)
	_, err = fmt.Fprintln(stdout, "the database is up to date")
	return err
}
