package main

import (
	"context"
	"fmt"
	"io"

	"ahq/seeds"
)

// seedCommand plays the small world into an empty database, on a clock of its own.
type seedCommand struct {
	Storage  storage `embed:""`
	Password string  `required:"" help:"Everybody's password in that world."`
}

// Run refuses a database that has something in it.
func (c *seedCommand) Run(ctx context.Context, stdout io.Writer) error {
	flow, err := c.Storage.flow(ctx, realTime)
	if err != nil {
		return err
	}
	defer closing(flow.Store)
	if err := seeds.Play(ctx, flow, c.Password); err != nil {
		return err
	}
	_, err = fmt.Fprintln(stdout, "the small world is in; AHQ 2016.1 is open")
	return err
}
