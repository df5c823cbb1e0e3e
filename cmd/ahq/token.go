package main

import (
	"context"
	"fmt"
	"io"
)

// tokenCommand is about bearer tokens for the API.
type tokenCommand struct {
	Create tokenCreateCommand `cmd:"" help:"Make a token that acts for a person, and print it once."`
}

type tokenCreateCommand struct {
	Storage storage `embed:""`
	Email   string  `arg:"" help:"The person it acts for."`
	Name    string  `arg:"" help:"What it is for: \"nightly export\"."`
	Days    int     `default:"90" help:"How long it is good."`
}

// Run makes the token in the name of the person it acts for.
func (c *tokenCreateCommand) Run(ctx context.Context, stdout io.Writer) error {
	flow, err := c.Storage.flow(ctx, realTime)
	if err != nil {
		return err
	}
	defer closing(flow.Store)
	person, err := flow.Store.PersonByEmail(ctx, c.Email)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Email, err)
	}
	actor, err := flow.Actor(ctx, person.ID)
	if err != nil {
		return err
	}
	_, secret, err := flow.CreateToken(ctx, actor, c.Name, c.Days)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(stdout, secret)
	return err
}
